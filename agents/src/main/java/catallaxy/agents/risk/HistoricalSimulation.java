package catallaxy.agents.risk;

import catallaxy.environment.base.check.Checks;

/**
 * Historical simulation: the future return is one of the past ones. Over several periods the sample is that of all
 * overlapping stretches of h periods, compounded: {@code Π (1 + r) − 1}. There is nothing to fit.
 *
 * <p>Overlapping stretches share returns: T − h + 1 of them are worth about T / h independent ones.
 */
public record HistoricalSimulation() implements RiskModel {
    @Override
    public Fitted fit(double[] returns) {
        return (window, horizon) -> {
            double[] sample = overlapping(window, horizon);
            return level -> TailRisk.historical(sample, level);
        };
    }

    /**
     * The compounded returns of all stretches of {@code horizon} periods.
     *
     * @return {@code [T − horizon + 1]}, in order of time
     */
    public static double[] overlapping(double[] returns, int horizon) {
        Checks.inRange("horizon", horizon, 1, returns.length);
        double[] compounded = new double[returns.length - horizon + 1];
        for (int start = 0; start < compounded.length; start++) {
            compounded[start] = compound(returns, start, horizon);
        }
        return compounded;
    }

    /** The return over {@code horizon} periods from {@code start}; one period's is left as it is. */
    static double compound(double[] returns, int start, int horizon) {
        double growth = 1 + returns[start];
        for (int i = 1; i < horizon; i++) {
            growth *= 1 + returns[start + i];
        }
        return horizon == 1 ? returns[start] : growth - 1;
    }
}
