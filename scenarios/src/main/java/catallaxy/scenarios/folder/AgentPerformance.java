package catallaxy.scenarios.folder;

/**
 * The usual measures of an agent's sampled equity, as {@code docs/attribution.md} defines them; unknown numbers are {@code NaN}. What
 * is annualised is known of runs of at least 30 days only.
 */
public record AgentPerformance(
        @Inline Returns returns,
        @Inline Tails tails,
        @Inline Water water) {
    /**
     * Of the returns between samples.
     *
     * @param volatility standard deviation
     * @param sortino    annualised where the Sharpe ratio is
     * @param cagr       compound annual growth
     * @param calmar     that over the largest drawdown
     */
    public record Returns(
            double volatility,
            double volatilityAnnualised,
            double sortino,
            double cagr,
            double calmar,
            double winRate,
            double profitFactor,
            double payoffRatio) {}

    /** Their shape; value at risk and expected shortfall are positive losses of one return. */
    public record Tails(
            double skewness,
            double excessKurtosis,
            double valueAtRisk95,
            double expectedShortfall95,
            double tailRatio) {}

    /**
     * Time below the running peak; times are simulated seconds.
     *
     * @param ulcerIndex                   root of the mean square drawdown
     * @param recoveryFactor               return over the largest drawdown
     * @param maxDrawdownFromSeconds       the peak
     * @param maxDrawdownAtSeconds         the lowest point
     * @param maxDrawdownRecoveredSeconds  {@code NaN} where it never was
     */
    public record Water(
            double ulcerIndex,
            double recoveryFactor,
            double maxDrawdownFromSeconds,
            double maxDrawdownAtSeconds,
            double maxDrawdownRecoveredSeconds,
            double underWaterShare,
            double longestUnderWaterSeconds,
            double longestUnderWaterFromSeconds,
            double longestUnderWaterToSeconds) {}
}
