package catallaxy.environment.market.chain;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/** The users of a {@link Congestion} who wait for a block, by what gas is worth to them in classes. Owned by its fee market. */
final class Bidders {
    private static final int CLASSES = 64;
    /** Classes reach this many deviations to either side. */
    private static final double REACH = 4;

    private static final double[] SHARES = shares();

    private final Congestion spec;
    private final long gasLimit;
    private final RandomStream stream;
    /** {@code [classes]}: gas that waits, the least worth first. */
    private final long[] waiting;

    private double logWorth;
    private long baseFeeWei;

    private Bidders(Congestion spec, long gasLimit, RandomStream stream, long[] waiting) {
        this.spec = spec;
        this.gasLimit = gasLimit;
        this.stream = stream;
        this.waiting = waiting;
    }

    static Bidders of(ChainSpec chain, long seed) {
        return new Bidders(
                chain.gas().congestion(),
                chain.gas().gasLimit(),
                RandomStream.of(seed, "chain/" + chain.id() + "/congestion"),
                new long[CLASSES]);
    }

    /** Lets some give up and others come, for a block at a base fee. */
    void arrive(long blockBaseFeeWei) {
        baseFeeWei = blockBaseFeeWei;
        double sigma = spec.loadLogStandardDeviation();
        double asked = gasLimit * spec.meanLoad() * StrictMath.exp(sigma * stream.nextGaussian() - sigma * sigma / 2);
        logWorth = (1 - spec.reversionPerBlock()) * logWorth + spec.driftPerBlock() * stream.nextGaussian();
        for (int each = 0; each < CLASSES; each++) {
            waiting[each] -= waiting[each] / spec.patienceBlocks();
            waiting[each] += (long) (asked * SHARES[each]);
        }
    }

    /** {@code [classes]}: how many of those who come belong to each. */
    private static double[] shares() {
        double[] shares = new double[CLASSES];
        double sum = 0;
        for (int each = 0; each < CLASSES; each++) {
            double z = deviations(each);
            shares[each] = StrictMath.exp(-z * z / 2);
            sum += shares[each];
        }
        for (int each = 0; each < CLASSES; each++) {
            shares[each] /= sum;
        }
        return shares;
    }

    private static double deviations(int each) {
        return REACH * (2 * (each + 0.5) / CLASSES - 1);
    }

    /** What gas is worth to a class, wei. */
    private double worthWei(int each) {
        return spec.referenceValueWei()
                * StrictMath.exp(logWorth + spec.valueLogStandardDeviation() * deviations(each));
    }

    /** Gas of those who tip more than so much, of a block that has room for them. */
    long gasAbove(long tipWei) {
        long gas = 0;
        for (int each = CLASSES - 1; each >= 0 && spec.tipShare() * (worthWei(each) - baseFeeWei) > tipWei; each--) {
            gas += waiting[each];
        }
        return Math.min(gas, gasLimit);
    }

    /** Takes those into the block who pay its base fee, the dearest first, up to what it has left; returns their gas. */
    long take(long gasLeft) {
        long left = gasLeft;
        for (int each = CLASSES - 1; each >= 0 && worthWei(each) >= baseFeeWei; each--) {
            long taken = Math.min(left, waiting[each]);
            waiting[each] -= taken;
            left -= taken;
        }
        return gasLeft - left;
    }

    void divert(long luck) {
        stream.divert(luck);
    }

    Bidders copy() {
        Bidders copy = new Bidders(spec, gasLimit, stream.copy(), waiting.clone());
        copy.logWorth = logWorth;
        copy.baseFeeWei = baseFeeWei;
        return copy;
    }

    void save(StateWriter out) {
        stream.save(out);
        for (long each : waiting) {
            out.int64(each);
        }
        out.float64(logWorth).int64(baseFeeWei);
    }

    static Bidders load(StateReader in, ChainSpec chain) {
        RandomStream stream = RandomStream.load(in);
        long[] waiting = new long[CLASSES];
        for (int each = 0; each < CLASSES; each++) {
            waiting[each] = in.int64();
        }
        Bidders bidders = new Bidders(chain.gas().congestion(), chain.gas().gasLimit(), stream, waiting);
        bidders.logWorth = in.float64();
        bidders.baseFeeWei = in.int64();
        return bidders;
    }
}
