package catallaxy.scenarios.command;

import catallaxy.scenarios.ExitCode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The summary of a run, as a table for a person and as JSON for a program.
 *
 * @param strict whether an agent that failed at a decision makes the run a failure */
record RunAnswer(Map<String, Object> summary, boolean withoutReport, boolean strict) implements Answer {
    @Override
    public ExitCode exitCode() {
        return violations() == 0 && !(strict && count(summary, "faults") > 0) ? ExitCode.OK : ExitCode.FAILED;
    }

    /** A sentence for each agent that failed at a decision. */
    List<String> warnings() {
        return agents().filter(agent -> count(agent, "failedDecisions") > 0)
                .map(agent -> "agent " + agent.get("id") + " (" + agent.get("policy") + "): " + agent.get("failure")
                        + "; traces: " + summary.get("runFolder") + "/faults.log")
                .toList();
    }

    private Stream<Map<?, ?>> agents() {
        return ((List<?>) summary.getOrDefault("agents", List.of())).stream().map(agent -> (Map<?, ?>) agent);
    }

    private long violations() {
        return count(conservation(), "violations");
    }

    private Map<?, ?> conservation() {
        return (Map<?, ?>) summary.getOrDefault("conservation", Map.of());
    }

    @Override
    public void print(PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%s, seed %s, %s driver: %,.0f simulated seconds, %,d events in %.2f s%n%n",
                summary.get("scenario"),
                summary.get("seed"),
                summary.get("driver"),
                number(summary, "simulatedSeconds"),
                count(summary, "events"),
                number(summary, "wallSeconds"));
        printAgents(out);
        DataLines.print(out, summary.get("data"));
        out.printf("%ndigest  %s%n", summary.get("digest"));
        out.printf(
                Locale.ROOT,
                "checks  %,d of conservation, %,d violations%n",
                count(conservation(), "checks"),
                violations());
        out.printf("folder  %s%s%n", summary.get("runFolder"), withoutReport ? "" : "/report.html");
    }

    private void printAgents(PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%-10s %-14s %16s %16s %14s %14s %10s %8s %12s %10s%n",
                "agent",
                "role",
                "equity " + summary.get("quote"),
                "at venues",
                "PnL",
                "over holding",
                "drawdown",
                "fills",
                "fees",
                "gas");
        agents().forEach(agent -> printAgent(out, agent));
        agents().forEach(agent -> printRefusals(out, agent));
    }

    /** What of an agent's commands was refused, cut, dropped or reverted. */
    private static void printRefusals(PrintWriter out, Map<?, ?> agent) {
        List<String> parts = new ArrayList<>();
        ((Map<?, ?>) Objects.requireNonNull(agent.get("refusals")))
                .forEach((reason, count) -> parts.add(count + " × " + reason));
        if (count(agent, "beyondMeans") > 0) {
            parts.add(count(agent, "beyondMeans") + " × beyond its means, cut or not sent");
        }
        if (!parts.isEmpty()) {
            out.printf("refused  %s: %s%n", agent.get("id"), String.join(", ", parts));
        }
    }

    private static void printAgent(PrintWriter out, Map<?, ?> agent) {
        out.printf(
                Locale.ROOT,
                "%-10s %-14s %,16.2f %,16.2f %,+14.2f %,+14.2f %9.2f%% %,8d %,12.2f %,10.2f%s%n",
                agent.get("id"),
                agent.get("role"),
                number(agent, "finalEquity"),
                number(agent, "finalEquityAtVenues"),
                number(agent, "pnl"),
                number(agent, "pnlOverHolding"),
                100 * number(agent, "maxDrawdown"),
                count(agent, "fills"),
                number(agent, "feesPaid"),
                number(agent, "gasPaid"),
                state(agent));
    }

    private static String state(Map<?, ?> agent) {
        String halted = Boolean.TRUE.equals(agent.get("halted")) ? "  halted" : "";
        return count(agent, "failedDecisions") > 0 ? halted + "  FAILED" : halted;
    }

    private static double number(Map<?, ?> object, String key) {
        return object.get(key) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    private static long count(Map<?, ?> object, String key) {
        return object.get(key) instanceof Number number ? number.longValue() : 0;
    }

    @Override
    public Map<String, ?> json() {
        return summary;
    }
}
