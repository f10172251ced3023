package catallaxy.scenarios.report;

import catallaxy.scenarios.folder.AgentTotals;
import java.util.List;

/**
 * One agent's figures as the report shows them: the run's own where it states them, else computed from the files as
 * far as they go, which is what a killed run leaves. Money in the quote asset, {@code NaN} where unknown.
 */
record AgentResult(
        String id,
        String role,
        double initialEquity,
        double finalEquity,
        double pnl,
        double pnlOverHolding,
        double finalEquityAtVenues,
        double pnlAtVenues,
        double sharpe,
        double maxDrawdown,
        EquityHistory.Drawdown deepest,
        double fills,
        double feesPaid,
        double gasPaid,
        boolean halted) {

    private static final EquityHistory.Drawdown NONE = new EquityHistory.Drawdown(Double.NaN, Double.NaN, Double.NaN);

    static List<AgentResult> of(RunFolder run) {
        return run.agents().stream().map(agent -> of(run, agent)).toList();
    }

    /** The result of the agent with this id; all unknown where the run has no such agent. */
    static AgentResult of(RunFolder run, String id) {
        AgentResult computed = computed(run, id);
        return run.summary().agent(id).map(computed::overriddenBy).orElse(computed);
    }

    private static AgentResult computed(RunFolder run, String id) {
        Samples equity = run.equityOf(id);
        EquityHistory history = run.equity().get(id);
        Samples atVenues = history == null ? Samples.NONE : history.atVenues();
        EquityHistory.Drawdown deepest = history == null ? NONE : history.deepest();
        FillTally tally = run.fills().tallies().getOrDefault(id, new FillTally());
        return new AgentResult(
                id,
                "",
                equity.firstValue(),
                equity.lastValue(),
                equity.lastValue() - equity.firstValue(),
                Double.NaN,
                atVenues.lastValue(),
                atVenues.lastValue() - atVenues.firstValue(),
                Double.NaN,
                deepest.fraction(),
                deepest,
                tally.fills(),
                tally.fees(),
                tally.gas(),
                false);
    }

    private AgentResult overriddenBy(AgentTotals stated) {
        return new AgentResult(
                id,
                stated.role(),
                known(stated.worth().initialEquity(), initialEquity),
                known(stated.worth().finalEquity(), finalEquity),
                known(stated.worth().pnl(), pnl),
                stated.worth().pnlOverHolding(),
                known(stated.worth().finalEquityAtVenues(), finalEquityAtVenues),
                known(stated.worth().pnlAtVenues(), pnlAtVenues),
                stated.result().sharpe(),
                known(stated.result().maxDrawdown(), maxDrawdown),
                deepest,
                known(stated.trading().fills(), fills),
                known(stated.trading().feesPaid(), feesPaid),
                known(stated.trading().gasPaid(), gasPaid),
                stated.limits().halted());
    }

    private static double known(double stated, double computed) {
        return Double.isNaN(stated) ? computed : stated;
    }

    /** PnL as a fraction of the initial equity. */
    double returned() {
        return initialEquity > 0 ? pnl / initialEquity : Double.NaN;
    }

    /** From when to when the largest drawdown fell; empty where unknown. */
    String drawdownPeriod() {
        boolean known = Double.isFinite(deepest.peakSeconds());
        return known ? FigureText.time(deepest.peakSeconds()) + " → " + FigureText.time(deepest.troughSeconds()) : "";
    }
}
