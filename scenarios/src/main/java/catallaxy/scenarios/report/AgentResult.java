package catallaxy.scenarios.report;

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
        EquityHistory history = run.equity().get(id);
        EquityHistory.Drawdown deepest = history == null ? NONE : history.deepest();
        return run.summary()
                .agent(id)
                .map(stated -> stated(stated, deepest))
                .orElseGet(() -> computed(run, id, deepest));
    }

    private static AgentResult stated(Summary.Agent agent, EquityHistory.Drawdown deepest) {
        return new AgentResult(
                agent.id(),
                agent.role(),
                agent.initialEquity(),
                agent.finalEquity(),
                agent.pnl(),
                agent.sharpe(),
                agent.maxDrawdown(),
                deepest,
                agent.fills(),
                agent.feesPaid(),
                agent.gasPaid(),
                agent.halted());
    }

    private static AgentResult computed(RunFolder run, String id, EquityHistory.Drawdown deepest) {
        Samples equity = run.equityOf(id);
        FillTally tally = run.fills().tallies().getOrDefault(id, new FillTally());
        double first = equity.firstValue();
        double last = equity.lastValue();
        return new AgentResult(
                id,
                "",
                first,
                last,
                last - first,
                Double.NaN,
                deepest.fraction(),
                deepest,
                tally.fills(),
                tally.fees(),
                tally.gas(),
                false);
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
