package catallaxy.scenarios.run;

import catallaxy.environment.market.Market;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.scenarios.attribution.Attribution;
import catallaxy.scenarios.attribution.ExecutionQuality;
import catallaxy.scenarios.attribution.HoldingsTrack;
import catallaxy.scenarios.attribution.Parts;
import catallaxy.scenarios.file.RecordingSpec;
import catallaxy.scenarios.folder.AgentExecution;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What is kept of each agent while a run goes on: where its profit comes from, how it trades, what it holds. */
final class AgentRecords implements Closeable {
    private static final double NANOS = 1e9;
    /** Samples after which the ledger is looked at for what came without an event. */
    private static final int SAMPLES_BETWEEN_LOOKS = 10;

    private final RunNames names;
    private final double sampleSeconds;
    private final Attribution attribution;
    private final AttributionLog log;
    private final ExecutionQuality execution;
    private final List<HoldingsTrack> holdings = new ArrayList<>();
    private long samples;

    AgentRecords(RunFiles files, RunNames names, RecordingSpec recording) throws IOException {
        this.names = names;
        this.sampleSeconds = recording.equityIntervalNanos() / NANOS;
        Market market = names.market();
        this.attribution = new Attribution(market, recording.attributionHorizonNanos());
        this.log = new AttributionLog(files.attribution(), names, attribution);
        this.execution = new ExecutionQuality(market);
        for (int agent = 0; agent < market.agentIds().size(); agent++) {
            holdings.add(new HoldingsTrack(market.engine(), market.seat(agent).participant()));
        }
    }

    /** Goes on with another market of the same run. */
    void moveTo(Market market) {
        attribution.moveTo(market);
        execution.moveTo(market);
    }

    /** Is told of each event when it happens. */
    void accept(MarketEvent event) {
        attribution.accept(event);
        execution.accept(event);
    }

    void sample(long timeNanos) throws IOException {
        if (samples++ % SAMPLES_BETWEEN_LOOKS == 0) {
            attribution.reconcile();
        }
        log.sample(timeNanos);
        holdings.forEach(each -> each.sample(names.engine()));
    }

    /** {@code [agents]}: what each cause has brought so far. */
    List<Parts> parts() {
        attribution.reconcile();
        return attribution.parts();
    }

    /** How an agent traded in the whole run, in which it had so much volume. */
    AgentExecution execution(int agent, double traded) {
        execution.end(names.market().endNanos());
        return ExecutionFigures.of(names, execution, holdings.get(agent), agent, sampleSeconds, traded);
    }

    void flush() throws IOException {
        log.flush();
    }

    @Override
    public void close() throws IOException {
        log.close();
    }
}
