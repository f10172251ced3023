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
        AgentTotals.Worth worth,
        double sharpe,
        double maxDrawdown,
        EquityHistory.Drawdown deepest,
        Traded traded,
        boolean halted) {
    /** How often the agent traded, and what that cost. */
    record Traded(double fills, double feesPaid, double gasPaid) {
        /** The difference. */
        Traded less(Traded other) {
            return new Traded(fills - other.fills, feesPaid - other.feesPaid, gasPaid - other.gasPaid);
        }
    }

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
                new AgentTotals.Worth(
                        equity.firstValue(),
                        equity.lastValue(),
                        equity.lastValue() - equity.firstValue(),
                        Double.NaN,
                        atVenues.lastValue(),
                        atVenues.lastValue() - atVenues.firstValue()),
                Double.NaN,
                deepest.fraction(),
                deepest,
                new Traded(tally.fills(), tally.fees(), tally.gas()),
                false);
    }

    private AgentResult overriddenBy(AgentTotals stated) {
        return new AgentResult(
                id,
                stated.role(),
                known(stated.worth(), worth),
                stated.result().sharpe(),
                known(stated.result().maxDrawdown(), maxDrawdown),
                deepest,
                new Traded(
                        known(stated.trading().fills(), traded.fills()),
                        known(stated.trading().feesPaid(), traded.feesPaid()),
                        known(stated.trading().gasPaid(), traded.gasPaid())),
                stated.limits().halted());
    }

    private static AgentTotals.Worth known(AgentTotals.Worth stated, AgentTotals.Worth computed) {
        return new AgentTotals.Worth(
                known(stated.initialEquity(), computed.initialEquity()),
                known(stated.finalEquity(), computed.finalEquity()),
                known(stated.pnl(), computed.pnl()),
                stated.pnlOverHolding(),
                known(stated.finalEquityAtVenues(), computed.finalEquityAtVenues()),
                known(stated.pnlAtVenues(), computed.pnlAtVenues()));
    }

    private static double known(double stated, double computed) {
        return Double.isNaN(stated) ? computed : stated;
    }

    /** PnL as a fraction of the initial equity. */
    double returned() {
        return worth.initialEquity() > 0 ? worth.pnl() / worth.initialEquity() : Double.NaN;
    }

    /** From when to when the largest drawdown fell; empty where unknown. */
    String drawdownPeriod() {
        boolean known = Double.isFinite(deepest.peakSeconds());
        return known ? FigureText.time(deepest.peakSeconds()) + " → " + FigureText.time(deepest.troughSeconds()) : "";
    }
}
