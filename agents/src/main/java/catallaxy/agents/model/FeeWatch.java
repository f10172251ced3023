package catallaxy.agents.model;

import java.util.Arrays;

/** The base fees of one chain as an agent sees them, from which its gas price is predicted. Mutable, one owner. */
final class FeeWatch {
    /** Fees ahead that are predicted. */
    static final int AHEAD = 5;

    private static final int KEPT = GasPrice.LONG + 1;

    private final String chain;
    private double[] logFees = new double[KEPT];
    private long seen;
    private long latestBlock = -1;
    private PendingExamples pending = new PendingExamples();

    FeeWatch(String chain) {
        this.chain = chain;
    }

    /**
     * Takes the fee of a chain's next block into account, once for each block that is looked at.
     *
     * @param fee in any unit; others than positive ones are left out
     */
    void add(long block, double fee, AuxiliaryModel model) {
        if (block == latestBlock || !(fee > 0)) {
            return;
        }
        latestBlock = block;
        System.arraycopy(logFees, 1, logFees, 0, KEPT - 1);
        logFees[KEPT - 1] = StrictMath.log(fee);
        seen++;
        if (pending.isDue(seen)) {
            double[] before = pending.take();
            model.learn(new ModelExample(
                    chain, Arrays.copyOf(before, before.length - 1), latest() - before[before.length - 1]));
        }
        if (isKnown()) {
            double[] features = GasPrice.features(logFees);
            double[] remembered = Arrays.copyOf(features, features.length + 1);
            remembered[features.length] = latest();
            pending.add(seen + AHEAD, remembered);
        }
    }

    private boolean isKnown() {
        return seen >= KEPT;
    }

    private double latest() {
        return logFees[KEPT - 1];
    }

    /** The fee that was seen last; 0 before the first. */
    double present() {
        return seen > 0 ? StrictMath.exp(latest()) : 0;
    }

    /** What the fee is expected to be multiplied by; 1 while too few were seen. */
    double ratio(AuxiliaryModel model) {
        return isKnown()
                ? GasPrice.fee(
                        1, model.predict(chain, GasPrice.features(logFees)).value())
                : 1;
    }

    FeeWatch copy() {
        FeeWatch copy = new FeeWatch(chain);
        copy.logFees = logFees.clone();
        copy.seen = seen;
        copy.latestBlock = latestBlock;
        copy.pending = pending.copy();
        return copy;
    }
}
