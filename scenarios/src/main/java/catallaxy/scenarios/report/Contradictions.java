package catallaxy.scenarios.report;

import catallaxy.scenarios.folder.AgentTotals;
import catallaxy.scenarios.folder.RunManifest;
import catallaxy.scenarios.folder.RunSummary;
import java.util.ArrayList;
import java.util.List;

/** Statements of a run folder that cannot both be true, one sentence each; a completed run should have none. */
final class Contradictions {

    private static final double ROUNDING = 1e-6;

    private Contradictions() {}

    static List<String> of(RunManifest manifest, RunSummary summary, FillHistory fills) {
        var found = new ArrayList<String>();
        if (differ(manifest.course().digest(), summary.subject().digest())) {
            found.add("manifest.json and summary.json state different digests");
        }
        for (AgentTotals agent : summary.agents()) {
            wrongFills(agent, fills, found);
            wrongProfit(agent, found);
        }
        return found;
    }

    private static boolean differ(String one, String other) {
        return !one.isEmpty() && !other.isEmpty() && !one.equals(other);
    }

    private static void wrongFills(AgentTotals agent, FillHistory fills, List<String> found) {
        long counted = fills.fillsOf(agent.id());
        if (Double.isFinite(agent.trading().fills()) && agent.trading().fills() != counted) {
            found.add("summary.json states " + FigureText.count(agent.trading().fills()) + " fills of " + agent.id()
                    + ", trades.csv has " + FigureText.count(counted));
        }
    }

    private static void wrongProfit(AgentTotals agent, List<String> found) {
        double earned = agent.worth().finalEquity() - agent.worth().initialEquity();
        if (Math.abs(earned - agent.worth().pnl())
                > ROUNDING * Math.max(1, Math.abs(agent.worth().initialEquity()))) {
            found.add("summary.json states a PnL of "
                    + FigureText.money(agent.worth().pnl()) + " for " + agent.id() + ", but its equity changed by "
                    + FigureText.money(earned));
        }
    }
}
