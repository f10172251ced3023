package catallaxy.agents.model;

import java.util.List;

/**
 * By how much a whole trade earns less than it promised when it was decided on: {@code 10 000 (promised − earned) / spent}, learned
 * from one's own trades. The naive rule is that promises are kept. Groups are routes.
 */
public final class ExecutionShortfall {
    private static final double BPS = 10_000;

    /** What is predicted, in basis points. */
    public static final ModelSpec SPEC = new ModelSpec(
            "execution-shortfall",
            "bp",
            List.of("promised_bps", "log_spent", "share_of_depth", "volatility_bps"),
            NaiveRule.ZERO);

    private ExecutionShortfall() {}

    /**
     * What the model looks at.
     *
     * @param promised     profit before gas, quote units
     * @param spent        quote units, positive
     * @param shareOfDepth of the leg that takes more of what its venue shows
     * @param volatilityBps of the price, basis points in a minute
     */
    public static double[] features(double promised, double spent, double shareOfDepth, double volatilityBps) {
        return new double[] {BPS * promised / spent, StrictMath.log(spent), shareOfDepth, volatilityBps};
    }

    /** The shortfall of a trade, basis points of what was spent. */
    public static double of(double promised, double earned, double spent) {
        return BPS * (promised - earned) / spent;
    }

    /** The profit that is left of a promise, quote units. */
    public static double left(double promised, double spent, double shortfallBps) {
        return promised - spent * shortfallBps / BPS;
    }
}
