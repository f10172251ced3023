package catallaxy.scenarios.folder;

import java.util.Map;

/**
 * What a run's summary says of an agent: its result, what it was asked and how it behaved. Money is in the quote asset, at the
 * world's prices unless said otherwise; unknown numbers are {@code NaN}.
 *
 * @param policy      who decided
 * @param attribution where its PnL came from
 * @param execution   how it traded
 * @param performance how its equity went
 * @param figures     what the agent tells of itself, by name
 */
public record AgentTotals(
        String id,
        String role,
        String policy,
        @Inline Worth worth,
        @Inline Result result,
        @Inline Trading trading,
        @Inline Conduct conduct,
        @Inline Limits limits,
        ProfitParts attribution,
        AgentExecution execution,
        AgentPerformance performance,
        Map<String, Double> figures) {
    /**
     * What the agent is worth.
     *
     * @param pnlOverHolding      final equity less what the initial holdings would be worth at the end
     * @param finalEquityAtVenues at the prices that venues show, as {@code pnlAtVenues}
     */
    public record Worth(
            double initialEquity,
            double finalEquity,
            double pnl,
            double pnlOverHolding,
            double finalEquityAtVenues,
            double pnlAtVenues) {}

    /**
     * How it came to that.
     *
     * @param sharpe           of the sampled returns; {@code NaN} where they do not vary
     * @param sharpeAnnualised of runs of at least 30 days; else the ratio is per sample
     * @param maxDrawdown      largest fall of equity below its running peak, as a fraction of that peak
     * @param rewards          by term
     */
    public record Result(double sharpe, boolean sharpeAnnualised, double maxDrawdown, Map<String, Double> rewards) {}

    /**
     * What it traded, and what it could not.
     *
     * @param traded      volume
     * @param reverted    transactions
     * @param rejected    orders
     * @param beyondMeans trades that were made smaller, or not sent, because the agent did not own what they need
     * @param refusals    commands and transactions that were refused, by reason
     */
    public record Trading(
            double fills,
            double feesPaid,
            double gasPaid,
            double traded,
            double reverted,
            double rejected,
            double beyondMeans,
            Map<String, Double> refusals) {}

    /**
     * How it decided.
     *
     * @param decisions           that it was asked for; none after it was retired
     * @param faults              by kind
     * @param maskedDecisions     that asked, at least in part, for what the mask forbids
     * @param firstFailureSeconds {@code NaN} where it never failed
     * @param retiredSeconds      {@code NaN} where it never was
     * @param failure             how it failed at decisions, in words; empty if it did not
     */
    public record Conduct(
            double decisions,
            Map<String, Double> faults,
            double failedDecisions,
            double maskedDecisions,
            double firstFailureSeconds,
            double retiredSeconds,
            String failure) {}

    /** How far the risk manager lets it go in the end, in [0, 1], and whether it is halted. */
    public record Limits(double scale, boolean halted) {}
}
