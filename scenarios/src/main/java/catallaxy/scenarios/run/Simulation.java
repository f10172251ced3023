package catallaxy.scenarios.run;

import catallaxy.agents.driver.AgentFailedException;
import catallaxy.agents.driver.AgentPlan;
import catallaxy.agents.driver.Driver;
import catallaxy.agents.driver.DriverResult;
import catallaxy.environment.market.Market;
import catallaxy.environment.market.MarketEnvironment;
import catallaxy.scenarios.Checksums;
import catallaxy.scenarios.FileFault;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.folder.ModelFigures;
import catallaxy.scenarios.folder.RecordFields;
import catallaxy.scenarios.folder.RunManifest;
import catallaxy.scenarios.folder.RunSummary;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One run of a scenario from its first event to its last, recorded in a run folder. The folder's manifest says
 * {@code running} until the summary is complete, and {@code failed} with the reason if the run could not go on.
 */
public final class Simulation {
    private static final double NANOS = 1e9;

    private final RunRequest request;
    private final RunManifest manifest;
    private final RunFiles files;
    private final LongConsumer progress;
    private final BooleanSupplier stop;
    private @Nullable Recorder recorder;
    private boolean snapshotTaken;
    private boolean ended;

    private Simulation(
            RunRequest request, RunFiles files, RunManifest manifest, LongConsumer progress, BooleanSupplier stop) {
        this.request = request;
        this.files = files;
        this.manifest = manifest;
        this.progress = progress;
        this.stop = stop;
    }

    /**
     * Runs what was asked.
     *
     * @param progress hears the simulated time at each sample, ns
     * @return the summary, as it is written to {@code summary.json}
     * @throws IOException      if the run folder cannot be written
     * @throws RuntimeException what a component threw; the manifest then names scenario, seed and message
     */
    public static RunSummary run(RunRequest request, LongConsumer progress) throws IOException {
        return run(request, progress, () -> false);
    }

    /**
     * As the other method, until it is asked to stop.
     *
     * @param stop whether to; looked at before each event of the trace, on any thread
     * @throws RunInterruptedException if it was asked to
     */
    public static RunSummary run(RunRequest request, LongConsumer progress, BooleanSupplier stop) throws IOException {
        requireUsableAgents(request);
        Instant started = Instant.now();
        String fingerprint = RunManifests.fingerprint(request.scenario().file().configDigest(), request.seed());
        RunManifest manifest = RunManifests.running(request, started);
        String name = request.scenario().market().name();
        RunFiles files = RunFiles.create(request.parent(), started, name, fingerprint, made -> {
            made.writeText(made.scenario(), request.scenario().file().resolved());
            made.writeText(made.command(), request.command() + "\n");
            made.writeJson(made.manifest(), RunManifests.json(manifest));
        });
        Simulation simulation = new Simulation(request, files, manifest, progress, stop);
        Thread onKill = new Thread(() -> simulation.endIfNotEnded("interrupted", "a signal"), "manifest");
        remember(onKill);
        try {
            return simulation.recorded();
        } finally {
            forget(onKill);
        }
    }

    /** Where the program is ending already, the run is asked to stop before its first event, and says so itself. */
    private static void remember(Thread onKill) {
        try {
            Runtime.getRuntime().addShutdownHook(onKill);
        } catch (IllegalStateException itEnds) {
            // no hook can be added any more
        }
    }

    /** A hook that runs already finds that the run has ended. */
    private static void forget(Thread onKill) {
        try {
            Runtime.getRuntime().removeShutdownHook(onKill);
        } catch (IllegalStateException itRuns) {
            // the program is ending: the hook is being run and cannot be taken away
        }
    }

    /** The run, after which the manifest says how it ended, as far as that can be written. */
    private RunSummary recorded() throws IOException {
        try {
            return run();
        } catch (StopRequest asked) {
            endIfNotEnded("interrupted", "a signal, at " + RunInterruptedException.clock(asked.timeNanos()));
            throw new RunInterruptedException(request, files, asked.timeNanos());
        } catch (AgentFailedException hung) {
            FaultLog.ended(files.faults(), hung);
            String message = hung.getMessage() + "; trace: " + files.faults()
                    + "\nwhat happened before is kept: catallaxy report " + files.folder() + " shows it";
            endIfNotEnded("failed", message);
            throw UserError.failed(message, hung);
        } catch (UncheckedIOException unwritable) {
            IOException cause = Objects.requireNonNull(unwritable.getCause());
            endIfNotEnded("failed", FileFault.text(cause));
            throw cause;
        } catch (IOException unwritable) {
            endIfNotEnded("failed", FileFault.text(unwritable));
            throw unwritable;
        } catch (RuntimeException | Error failed) {
            endIfNotEnded("failed", String.valueOf(failed.getMessage()));
            if (recorder != null) {
                failed.addSuppressed(new FailedRunException(request, files, recorder.engine()));
            }
            throw failed;
        }
    }

    /** Makes every agent once before anything is written, so that an unusable one leaves no run folder behind. */
    private static void requireUsableAgents(RunRequest request) {
        AgentPlans.of(request.scenario(), request.seed(), request.userClasses())
                .forEach(plan -> Objects.requireNonNull(plan.fresh().get(), plan.agent()));
    }

    private synchronized void end(String status, String digest, String reason, List<String> failedAgents)
            throws IOException {
        ended = true;
        RunManifest ended = manifest.ended(status, digest, reason, failedAgents, Instant.now());
        files.writeJson(files.manifest(), RunManifests.json(ended));
        Checksums.write(files.folder(), files.written());
    }

    /** Ends a run that something else has ended; where nothing can be written any more, its manifest goes on saying running. */
    private synchronized void endIfNotEnded(String status, String reason) {
        try {
            if (!ended) {
                end(status, "", reason, List.of());
            }
        } catch (IOException unwritable) {
            ended = true;
        }
    }

    private RunSummary run() throws IOException {
        long begun = System.nanoTime();
        Scenario scenario = request.scenario();
        MarketEnvironment environment = new MarketEnvironment(scenario.market(), this::attached, this::continued);
        ModelLog models = new ModelLog();
        ToldFigures told = new ToldFigures();
        List<AgentPlan> plans =
                told.watching(models.remembering(AgentPlans.of(scenario, request.seed(), request.userClasses())));
        Driver driver = request.driver().create();
        try (Closeable _ = this::close) {
            DriverResult result = driver.run(
                    environment, request.seed(), plans, scenario.faultRule(), new Forwarding(this::recorder));
            close();
            double wallSeconds = (System.nanoTime() - begun) / NANOS;
            RunSummary summary = Summaries.of(
                    request, environment.market(), recorder().tally(), result, told, wallSeconds, files.folder());
            files.writeJson(files.summary(), RecordFields.of(summary));
            writeModels(models.figures(environment.agents()));
            end("completed", result.digest(), "", recorder().tally().failing());
            return summary;
        }
    }

    private void writeModels(ModelFigures figures) throws IOException {
        if (!figures.agents().isEmpty()) {
            files.writeJson(files.models(), RecordFields.of(figures));
        }
    }

    /** Of the market that has begun. */
    private Recorder recorder() {
        return Objects.requireNonNull(recorder, "no market has begun");
    }

    private void close() throws IOException {
        if (recorder != null) {
            recorder.close();
        }
    }

    private void attached(Market market) {
        try {
            recorder = new Recorder(files, market, request.scenario().recording(), progress, stop);
            recorder.attach(market);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Saves and restores the market once, at the time that was asked for. */
    private Market continued(Market market) {
        OptionalLong at = request.snapshotAtNanos();
        if (snapshotTaken || at.isEmpty() || market.engine().timeNanos() < at.getAsLong()) {
            return market;
        }
        snapshotTaken = true;
        Market restored = Market.restore(market.spec(), market.snapshot());
        recorder().attach(restored);
        return restored;
    }
}
