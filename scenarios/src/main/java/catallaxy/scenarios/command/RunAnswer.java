package catallaxy.scenarios.command;

import catallaxy.scenarios.ExitCode;
import catallaxy.scenarios.folder.AgentTotals;
import catallaxy.scenarios.folder.RecordFields;
import catallaxy.scenarios.folder.RunSummary;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The summary of a run, as a table for a person and as JSON for a program.
 *
 * @param strict whether an agent that failed at a decision makes the run a failure */
record RunAnswer(RunSummary summary, boolean withoutReport, boolean strict) implements Answer {
    @Override
    public ExitCode exitCode() {
        boolean failed = summary.conservation().violations() > 0
                || (strict && summary.counts().faults() > 0);
        return failed ? ExitCode.FAILED : ExitCode.OK;
    }

    /** A sentence for each agent that failed at a decision. */
    List<String> warnings() {
        return summary.agents().stream()
                .filter(agent -> agent.conduct().failedDecisions() > 0)
                .map(agent -> "agent " + agent.id() + " (" + agent.policy() + "): "
                        + agent.conduct().failure() + "; traces: "
                        + summary.subject().runFolder() + "/faults.log")
                .toList();
    }

    @Override
    public void print(PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%s, seed %d, %s driver: %,.0f simulated seconds, %,.0f market steps in %.2f s%n%n",
                summary.subject().scenario(),
                summary.subject().seed().orElseThrow(),
                summary.subject().driver(),
                summary.counts().simulatedSeconds(),
                summary.counts().events(),
                summary.counts().wallSeconds());
        printAgents(out);
        DataLines.print(out, summary.subject().data());
        out.printf("%ndigest  %s%n", summary.subject().digest());
        out.printf(
                Locale.ROOT,
                "checks  %,.0f of conservation, %,.0f violations%n",
                summary.conservation().checks(),
                summary.conservation().violations());
        out.printf("folder  %s%s%n", summary.subject().runFolder(), withoutReport ? "" : "/report.html");
    }

    private void printAgents(PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%-10s %-14s %16s %16s %14s %14s %10s %8s %12s %10s%n",
                "agent",
                "role",
                "equity " + summary.quote(),
                "at venues",
                "PnL",
                "over holding",
                "drawdown",
                "fills",
                "fees",
                "gas");
        summary.agents().forEach(agent -> printAgent(out, agent));
        summary.agents().forEach(agent -> printRefusals(out, agent));
        summary.agents().stream()
                .filter(agent -> !agent.figures().isEmpty())
                .forEach(agent -> printFigures(out, agent));
    }

    /** What of an agent's commands was refused, cut, dropped or reverted. */
    private static void printRefusals(PrintWriter out, AgentTotals agent) {
        List<String> parts = new ArrayList<>();
        agent.trading().refusals().forEach((reason, count) -> parts.add(count.longValue() + " × " + reason));
        if (agent.trading().beyondMeans() > 0) {
            parts.add((long) agent.trading().beyondMeans() + " × beyond its means, cut or not sent");
        }
        if (!parts.isEmpty()) {
            out.printf("refused  %s: %s%n", agent.id(), String.join(", ", parts));
        }
    }

    /** What an agent tells of itself. */
    private static void printFigures(PrintWriter out, AgentTotals agent) {
        List<String> parts = new ArrayList<>();
        agent.figures().forEach((name, value) -> parts.add(String.format(Locale.ROOT, "%s %,.4g", name, value)));
        out.printf("figures  %s: %s%n", agent.id(), String.join(", ", parts));
    }

    private static void printAgent(PrintWriter out, AgentTotals agent) {
        out.printf(
                Locale.ROOT,
                "%-10s %-14s %,16.2f %,16.2f %,+14.2f %,+14.2f %9.2f%% %,8.0f %,12.2f %,10.2f%s%n",
                agent.id(),
                agent.role(),
                agent.worth().finalEquity(),
                agent.worth().finalEquityAtVenues(),
                agent.worth().pnl(),
                agent.worth().pnlOverHolding(),
                100 * agent.result().maxDrawdown(),
                agent.trading().fills(),
                agent.trading().feesPaid(),
                agent.trading().gasPaid(),
                state(agent));
    }

    private static String state(AgentTotals agent) {
        String halted = agent.limits().halted() ? "  halted" : "";
        return agent.conduct().failedDecisions() > 0 ? halted + "  FAILED" : halted;
    }

    @Override
    public Map<String, ?> json() {
        return RecordFields.of(summary);
    }
}
