package catallaxy.scenarios.run;

import catallaxy.agents.driver.AgentFault;
import catallaxy.agents.driver.DriverListener;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.AgentStep;
import catallaxy.environment.api.EnvironmentStep;
import catallaxy.environment.base.digest.TraceDigest;
import catallaxy.environment.market.Market;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.trace.EventSink;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.scenarios.file.RecordingSpec;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/**
 * Writes everything that a run leaves behind while it goes on: trades, interventions, course, decisions, checkpoints; and
 * keeps the {@link Tally} from which the summary is made. It looks at the market and never acts on it.
 */
final class Recorder implements EventSink, DriverListener, Closeable {
    /** Samples of the metrics after which a killed run leaves all that came before: a few milliseconds of its time. */
    private static final int SAMPLES_BETWEEN_FLUSHES = 10;

    private final RunNames names;
    private final RecordingSpec recording;
    private final TradeLog trades;
    private final CourseLog course;
    private final AgentRecords agents;
    private final InterventionLog interventions;
    private final FaultLog faults;
    private final DecisionJournal journal;
    private final TraceCheckpoints checkpoints;
    private final Tally tally;
    private final StandingBlocks blocks;
    private final LongConsumer progress;
    private final BooleanSupplier stop;
    private final FolderGuard guard;
    private final long intervalNanos;
    private long sampleNanos;
    private int unflushed;
    private boolean closed;

    Recorder(RunFiles files, Market market, RecordingSpec recording, LongConsumer progress, BooleanSupplier stop)
            throws IOException {
        this.progress = progress;
        this.stop = stop;
        this.names = new RunNames(market);
        this.recording = recording;
        this.trades = new TradeLog(files.trades(), names);
        this.course = new CourseLog(
                files.metrics(), files.equity(), names, market.agentIds().size());
        this.agents = new AgentRecords(files, names, recording);
        this.interventions = new InterventionLog(files.interventions(), names);
        this.faults = new FaultLog(files.faults());
        this.journal = new DecisionJournal(files.decisions(), market.agentIds());
        this.checkpoints = new TraceCheckpoints(files.checkpoints());
        this.guard = FolderGuard.of(
                files.folder(),
                List.of(
                        files.trades(),
                        files.metrics(),
                        files.equity(),
                        files.attribution(),
                        files.interventions(),
                        files.decisions(),
                        files.checkpoints()));
        this.tally = new Tally(names, course, agents);
        this.blocks = new StandingBlocks(market.spec().engine());
        this.intervalNanos = greatestCommonDivisor(recording.equityIntervalNanos(), recording.metricsIntervalNanos());
    }

    private static long greatestCommonDivisor(long a, long b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    /** Begins to listen, or goes on listening, to a market of the run. */
    void attach(Market market) {
        names.moveTo(market);
        agents.moveTo(market);
        market.observe(this);
        market.sampleEvery(intervalNanos, sampleNanos, ignored -> sample());
    }

    /** The market that is being recorded. */
    MarketEngine engine() {
        return names.engine();
    }

    Tally tally() {
        return tally;
    }

    private void sample() {
        long now = sampleNanos;
        sampleNanos += intervalNanos;
        try {
            if (now % recording.equityIntervalNanos() == 0) {
                course.sampleEquity(now);
                agents.sample(now);
            }
            if (now % recording.metricsIntervalNanos() == 0) {
                course.sampleMetrics(now);
                unflushed++;
            }
            if (unflushed == SAMPLES_BETWEEN_FLUSHES) {
                unflushed = 0;
                flush();
                guard.requireFolder();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        progress.accept(now);
        tally.check(names.market().checkConservation());
    }

    @Override
    public void accept(MarketEvent event) {
        if (stop.getAsBoolean()) {
            throw new StopRequest(event.timeNanos());
        }
        TraceDigest digest = names.engine().log().digest();
        try {
            if (digest.events() % TraceCheckpoints.INTERVAL == 0) {
                checkpoints.add(digest.checkpoint());
            }
            agents.accept(event);
            if (event instanceof MarketEvent.BlockProduced block) {
                course.produced(block);
            }
            if (blocks.holdsNothing()) {
                record(event);
            } else {
                recordAll(blocks.standing(event));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void recordAll(List<MarketEvent> events) throws IOException {
        for (MarketEvent each : events) {
            record(each);
        }
    }

    private void record(MarketEvent event) throws IOException {
        tally.accept(event);
        trades.accept(event);
        interventions.accept(event);
    }

    @Override
    public void step(EnvironmentStep step) {
        for (AgentStep each : step.due()) {
            tally.rewarded(each);
        }
    }

    @Override
    public void decided(long timeNanos, String agent, long epoch, Action action) {
        tally.decided(agent);
        try {
            journal.decided(timeNanos, agent, epoch, action);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void masked(String agent, long epoch) {
        tally.masked(agent);
    }

    @Override
    public void fault(AgentFault fault) {
        tally.failed(fault);
        try {
            interventions.failed(fault);
            faults.failed(fault);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void flush() throws IOException {
        trades.flush();
        course.flush();
        agents.flush();
        interventions.flush();
        journal.flush();
        checkpoints.flush();
    }

    /** Closes all files, once. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        recordAll(blocks.rest());
        try (trades;
                course;
                agents;
                interventions;
                journal;
                checkpoints) {
            flush();
        }
        guard.require();
    }
}
