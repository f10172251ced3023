package catallaxy.environment.market.world;

import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * The exogenous world at one time: fundamental prices, in quote-currency units per whole asset, and the regime.
 * Assets are addressed by their position in the {@link WorldSpec}; some may be simulated and others replayed. Prices move
 * at steps only, and are exogenous: no trade changes them and no settlement uses them.
 *
 * <p>A function of (spec, seed): every component draws from a stream of its own ({@code world/gbm/ASSET},
 * {@code world/jumps/ASSET}, {@code world/jumps}, {@code world/regime}), so that an asset added at the end of the spec leaves
 * the others' paths as they were. Mutable, one owner, not thread safe.
 */
public final class World {
    private final WorldLayout layout;
    private final RegimeChain regimes;
    private final DiffusionPrices simulated;
    private final ReplayPrices replayed;
    private final double[] prices;
    private long timeNanos;

    private World(
            WorldLayout layout, long timeNanos, RegimeChain regimes, DiffusionPrices simulated, ReplayPrices replayed) {
        this.layout = layout;
        this.timeNanos = timeNanos;
        this.regimes = regimes;
        this.simulated = simulated;
        this.replayed = replayed;
        this.prices = new double[layout.size()];
        updatePrices();
    }

    /** The world of {@code spec} at time zero. */
    public static World of(WorldSpec spec, long seed) {
        WorldLayout layout = new WorldLayout(spec);
        return new World(
                layout,
                0,
                RegimeChain.of(spec.regimes(), seed),
                DiffusionPrices.of(layout.diffusionModel(), seed),
                layout.replayAt(0));
    }

    /**
     * Goes on by one step.
     *
     * @throws IllegalStateException if the recorded candles end before the step does
     * @throws ArithmeticException if a simulated price leaves the range of a double
     */
    public void advance() {
        long stepNanos = layout.spec().stepNanos();
        if (!canAdvance()) {
            throw new IllegalStateException("the recorded candles end at " + layout.endNanos()
                    + " ns, within the step of " + stepNanos + " ns from " + timeNanos + " ns");
        }
        long toNanos = timeNanos + stepNanos;
        regimes.advance(timeNanos, toNanos);
        simulated.advance(toNanos, regimes);
        replayed.advance(toNanos, regimes);
        timeNanos = toNanos;
        updatePrices();
    }

    /** The scenario's description of the world; its order of assets numbers them. */
    public WorldSpec spec() {
        return layout.spec();
    }

    /** Whether every replayed asset still has a price after one more step. */
    public boolean canAdvance() {
        return layout.spec().stepNanos() <= layout.endNanos() - timeNanos;
    }

    /** Simulated time of the current prices. */
    public long timeNanos() {
        return timeNanos;
    }

    /** The current price of an asset, scripted shocks included. */
    public double price(int asset) {
        return prices[asset];
    }

    /**
     * The current volatility of an asset's log-returns per √year, jumps left out: of the process and regime where it is
     * simulated, an estimate from closed candles (0 before the first has closed) where it is replayed.
     */
    public double volatility(int asset) {
        return source(asset).volatility(layout.slot(asset), regime());
    }

    /** As {@link #volatility}, with the mean quadratic variation of the jumps of a simulated asset. */
    public double totalVolatility(int asset) {
        return layout.replayed(asset) ? volatility(asset) : simulated.totalVolatility(layout.slot(asset), regime());
    }

    /** The current regime. */
    public RegimeSpec regime() {
        return regimes.regime();
    }

    /** The position of the current regime in the spec. */
    public int regimeIndex() {
        return regimes.index();
    }

    /** Goes on by other chances from here on: only what is replayed or scripted comes as it would have come. */
    public void divert(long luck) {
        regimes.divert(timeNanos, luck);
        simulated.divert(luck);
    }

    /** Goes on from another present price of an asset, scripted shocks included; of a replayed one the recording stays. */
    public void rebase(int asset, double price) {
        if (!layout.replayed(asset)) {
            simulated.rebase(layout.slot(asset), price / layout.shockFactor(asset, timeNanos));
            updatePrices();
        }
    }

    /** An independent world with the same state and the same future; shares nothing mutable. */
    public World copy() {
        return new World(layout, timeNanos, regimes.copy(), simulated.copy(), replayed.copy());
    }

    /** Writes the whole state. */
    public void save(StateWriter out) {
        out.int64(timeNanos);
        regimes.save(out);
        simulated.save(out);
        replayed.save(out);
    }

    /** The world that was {@link #save saved} under the same spec. */
    public static World load(WorldSpec spec, StateReader in) {
        WorldLayout layout = new WorldLayout(spec);
        long timeNanos = in.int64();
        if (timeNanos < 0 || timeNanos > layout.endNanos()) {
            throw new CorruptStateException("world time " + timeNanos + ", expected 0 to " + layout.endNanos());
        }
        return new World(
                layout,
                timeNanos,
                RegimeChain.load(spec.regimes(), in),
                DiffusionPrices.load(layout.diffusionModel(), in),
                layout.replayAt(timeNanos));
    }

    private PriceSource source(int asset) {
        return layout.replayed(asset) ? replayed : simulated;
    }

    private void updatePrices() {
        for (int i = 0; i < prices.length; i++) {
            prices[i] = source(i).price(layout.slot(i)) * layout.shockFactor(i, timeNanos);
        }
    }
}
