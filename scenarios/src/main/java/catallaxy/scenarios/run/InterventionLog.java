package catallaxy.scenarios.run;

import catallaxy.agents.driver.AgentFault;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.scenarios.folder.InterventionRow;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Writes {@code interventions.csv}: changes of agents' scales by a risk agent, and faults of agents. */
final class InterventionLog implements Closeable {
    private final RunNames names;
    private final CsvLog<InterventionRow> out;

    InterventionLog(Path file, RunNames names) throws IOException {
        this.names = names;
        this.out = new CsvLog<>(file, InterventionRow.class);
    }

    /** Is told of each event that stands, in order. */
    void accept(MarketEvent event) throws IOException {
        if (event instanceof MarketEvent.RiskIntervened intervention) {
            intervened(intervention);
        }
    }

    private void intervened(MarketEvent.RiskIntervened event) throws IOException {
        row(
                event.timeNanos(),
                names.agentId(event.riskAgent()),
                names.agentId(event.agent()),
                kind(event),
                RunDecimals.money(event.fromScale()),
                RunDecimals.money(event.toScale()),
                event.reason());
    }

    private static String kind(MarketEvent.RiskIntervened event) {
        if (event.toScale() == 0) {
            return "halt";
        }
        return event.toScale() < event.fromScale() ? "reduce" : "raise";
    }

    void failed(AgentFault fault) throws IOException {
        String kind = "fault-" + fault.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        row(fault.timeNanos(), fault.agent(), fault.agent(), kind, "", "", fault.message());
    }

    private void row(long timeNanos, String agent, String target, String kind, String from, String to, String reason)
            throws IOException {
        String line = reason.replace('\n', ' ').replace('\r', ' ');
        out.add(new InterventionRow(RunDecimals.exactSeconds(timeNanos), agent, target, kind, from, to, line));
    }

    void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
