package catallaxy.agents.model;

import java.util.List;

/**
 * Where a chain's base fee will be some blocks ahead: the logarithm of its ratio to the present one, from its latest changes. A fee of
 * EIP-1559 moves by at most an eighth a block and by how full blocks are, so that the latest change tells how full the
 * latest block was, and demand that returns to its mean brings the fee back. The naive rule is that it stays. Groups are chains.
 */
public final class GasPrice {
    /** Blocks over which changes are averaged. */
    public static final int SHORT = 5;

    /** Blocks whose mean fee is compared with. */
    public static final int LONG = 30;

    /** What is predicted: a natural logarithm. */
    public static final ModelSpec SPEC = new ModelSpec(
            "gas-price", "log ratio", List.of("last_change", "mean_change_5", "gap_to_mean_30"), NaiveRule.ZERO);

    private GasPrice() {}

    /**
     * What the model looks at.
     *
     * @param logFees natural logarithms of the fees of the latest {@link #LONG} blocks and more, the latest last
     */
    public static double[] features(double... logFees) {
        int last = logFees.length - 1;
        double mean = 0;
        for (int i = last - LONG + 1; i <= last; i++) {
            mean += logFees[i] / LONG;
        }
        return new double[] {
            logFees[last] - logFees[last - 1], (logFees[last] - logFees[last - SHORT]) / SHORT, logFees[last] - mean
        };
    }

    /** The fee that a predicted logarithm of the ratio stands for. */
    public static double fee(double present, double logRatio) {
        return present * StrictMath.exp(logRatio);
    }
}
