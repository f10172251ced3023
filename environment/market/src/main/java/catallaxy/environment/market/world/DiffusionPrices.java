package catallaxy.environment.market.world;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * The simulated assets of a world. Over a step of length Δ the log-price moves by
 * {@code μΔ + D − cλκJ − ½σ²V + σ√V Z + Σ Y}, where D, V and J are the {@link RegimeChain}'s integrals and Z is correlated: exact
 * in distribution for any step. Each asset draws from streams of its own. Owned by one world.
 */
final class DiffusionPrices implements PriceSource {
    private static final double MAX_LOG_PRICE = 700;

    private final DiffusionModel model;
    private final double[] logPrices;
    private final RandomStream[] noise;
    private final RandomStream[] jumps;
    private final RandomStream commonJumps;
    /** Scratch of one step. */
    private final double[] normals;

    private DiffusionPrices(
            DiffusionModel model,
            double[] logPrices,
            RandomStream[] noise,
            RandomStream[] jumps,
            RandomStream commonJumps) {
        this.model = model;
        this.logPrices = logPrices;
        this.noise = noise;
        this.jumps = jumps;
        this.commonJumps = commonJumps;
        this.normals = new double[logPrices.length];
    }

    static DiffusionPrices of(DiffusionModel model, long seed) {
        int size = model.size();
        double[] logPrices = new double[size];
        RandomStream[] noise = new RandomStream[size];
        RandomStream[] jumps = new RandomStream[size];
        for (int i = 0; i < size; i++) {
            DiffusionSpec spec = model.asset(i);
            logPrices[i] = StrictMath.log(spec.initialPrice());
            noise[i] = RandomStream.of(seed, "world/gbm/" + spec.asset());
            jumps[i] = RandomStream.of(seed, "world/jumps/" + spec.asset());
        }
        return new DiffusionPrices(model, logPrices, noise, jumps, RandomStream.of(seed, "world/jumps"));
    }

    @Override
    public void advance(long toNanos, RegimeChain regimes) {
        for (int i = 0; i < normals.length; i++) {
            normals[i] = noise[i].nextGaussian();
        }
        for (int i = 0; i < logPrices.length; i++) {
            logPrices[i] += diffusion(i, regimes) + ownJumps(i, regimes.jumpYears());
        }
        addCommonJumps(regimes.jumpYears());
        requireInRange();
    }

    @Override
    public double price(int slot) {
        return StrictMath.exp(logPrices[slot]);
    }

    @Override
    public double volatility(int slot, RegimeSpec regime) {
        return model.asset(slot).volatilityPerYear() * regime.volatilityMultiplier();
    }

    /** Of log-returns per √year, jumps included. */
    double totalVolatility(int slot, RegimeSpec regime) {
        double diffusive = volatility(slot, regime);
        double jumping = model.jumpsPerYear(slot)
                * regime.jumpIntensityMultiplier()
                * model.asset(slot).jumps().meanSquaredLogJump();
        return StrictMath.sqrt(diffusive * diffusive + jumping);
    }

    void rebase(int slot, double price) {
        logPrices[slot] = StrictMath.log(price);
    }

    void divert(long luck) {
        for (int slot = 0; slot < noise.length; slot++) {
            noise[slot].divert(luck);
            jumps[slot].divert(luck);
        }
        commonJumps.divert(luck);
    }

    DiffusionPrices copy() {
        return new DiffusionPrices(model, logPrices.clone(), copies(noise), copies(jumps), commonJumps.copy());
    }

    @Override
    public void save(StateWriter out) {
        for (int i = 0; i < logPrices.length; i++) {
            out.float64(logPrices[i]);
            noise[i].save(out);
            jumps[i].save(out);
        }
        commonJumps.save(out);
    }

    static DiffusionPrices load(DiffusionModel model, StateReader in) {
        int size = model.size();
        double[] logPrices = new double[size];
        RandomStream[] noise = new RandomStream[size];
        RandomStream[] jumps = new RandomStream[size];
        for (int i = 0; i < size; i++) {
            logPrices[i] = in.float64();
            noise[i] = RandomStream.load(in);
            jumps[i] = RandomStream.load(in);
        }
        return new DiffusionPrices(model, logPrices, noise, jumps, RandomStream.load(in));
    }

    private double diffusion(int slot, RegimeChain regimes) {
        DiffusionSpec spec = model.asset(slot);
        double sigma = spec.volatilityPerYear();
        double variance = sigma * sigma * regimes.varianceYears();
        double drift = spec.driftPerYear() * regimes.years() + regimes.driftShift();
        double compensation = model.compensationPerYear(slot) * regimes.jumpYears();
        return drift - compensation - 0.5 * variance + StrictMath.sqrt(variance) * model.correlate(slot, normals);
    }

    /** The sum of n normal sizes is one normal draw. */
    private double ownJumps(int slot, double jumpYears) {
        JumpSpec spec = model.asset(slot).jumps();
        double mean = spec.intensityPerYear() * jumpYears;
        int count = mean == 0 ? 0 : jumps[slot].nextPoisson(mean);
        if (count == 0) {
            return 0;
        }
        return count * spec.meanLogJump() + StrictMath.sqrt(count) * spec.stdLogJump() * jumps[slot].nextGaussian();
    }

    private void addCommonJumps(double jumpYears) {
        double mean = model.commonJumpsPerYear() * jumpYears;
        int count = mean == 0 ? 0 : commonJumps.nextPoisson(mean);
        for (int jump = 0; jump < count; jump++) {
            double size = commonJumps.nextGaussian();
            for (int i = 0; i < logPrices.length; i++) {
                JumpSpec spec = model.asset(i).jumps();
                if (jumps[i].nextBoolean(spec.commonProbability())) {
                    logPrices[i] += spec.meanLogJump() + spec.stdLogJump() * size;
                }
            }
        }
    }

    private void requireInRange() {
        for (int i = 0; i < logPrices.length; i++) {
            if (!(StrictMath.abs(logPrices[i]) <= MAX_LOG_PRICE)) {
                throw new ArithmeticException("the price of " + model.asset(i).asset()
                        + " left the range of a double: its logarithm is " + logPrices[i]);
            }
        }
    }

    private static RandomStream[] copies(RandomStream[] streams) {
        RandomStream[] copies = new RandomStream[streams.length];
        for (int i = 0; i < streams.length; i++) {
            copies[i] = streams[i].copy();
        }
        return copies;
    }
}
