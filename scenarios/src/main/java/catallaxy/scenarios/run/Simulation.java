package catallaxy.scenarios.run;

import catallaxy.agents.driver.AgentFailedException;
import catallaxy.agents.driver.AgentPlan;
import catallaxy.agents.driver.Driver;
import catallaxy.agents.driver.DriverResult;
import catallaxy.environment.market.Market;
import catallaxy.environment.market.MarketEnvironment;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.Scenario;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.LongConsumer;

/**
 * One run of a scenario from its first event to its last, recorded in a run folder. The folder's manifest says
 * {@code running} until the summary is complete, and {@code failed} with the reason if the run could not go on.
 */
public final class Simulation {
    private static final double NANOS = 1e9;

    private final RunRequest request;
    private final Manifest manifest;
    private final RunFiles files;
    private final LongConsumer progress;
    private boolean snapshotTaken;

    private Simulation(RunRequest request, RunFiles files, Manifest manifest, LongConsumer progress) {
        this.request = request;
        this.files = files;
        this.manifest = manifest;
        this.progress = progress;
    }

    /**
     * Runs what was asked.
     *
     * @param progress hears the simulated time at each sample, ns
     * @return the summary, as it is written to {@code summary.json}
     * @throws IOException      if the run folder cannot be written
     * @throws RuntimeException what a component threw; the manifest then names scenario, seed and message
     */
    public static Map<String, Object> run(RunRequest request, LongConsumer progress) throws IOException {
        requireUsableAgents(request);
        Instant started = Instant.now();
        String fingerprint = Manifest.fingerprint(request.scenario().configDigest(), request.seed());
        Manifest manifest = Manifest.running(request, started);
        String name = request.scenario().market().name();
        RunFiles files = RunFiles.create(request.parent(), started, name, fingerprint, made -> {
            made.writeText(made.scenario(), request.scenario().resolved());
            made.writeText(made.command(), request.command() + "\n");
            made.writeJson(made.manifest(), manifest.json());
        });
        Simulation simulation = new Simulation(request, files, manifest, progress);
        Thread onKill = new Thread(() -> simulation.end("interrupted", "", "", List.of()), "manifest");
        Runtime.getRuntime().addShutdownHook(onKill);
        try {
            return simulation.run();
        } catch (AgentFailedException hung) {
            FaultLog.ended(files.faults(), hung);
            String message = hung.getMessage() + "; trace: " + files.faults();
            simulation.end("failed", "", message, List.of());
            throw UserError.failed(message, hung);
        } catch (IOException | RuntimeException failed) {
            simulation.end("failed", "", String.valueOf(failed.getMessage()), List.of());
            throw failed;
        } finally {
            Runtime.getRuntime().removeShutdownHook(onKill);
        }
    }

    /** Makes every agent once before anything is written, so that an unusable one leaves no run folder behind. */
    private static void requireUsableAgents(RunRequest request) {
        AgentPlans.of(request.scenario(), request.seed(), request.userClasses())
                .forEach(plan -> Objects.requireNonNull(plan.fresh().get(), plan.agent()));
    }

    private void end(String status, String digest, String reason, List<String> failedAgents) {
        try {
            files.writeJson(files.manifest(), manifest.ended(status, digest, reason, failedAgents, Instant.now()));
        } catch (IOException unwritable) {
            System.err.println("cannot write " + files.manifest() + ": " + unwritable.getMessage());
        }
    }

    private Map<String, Object> run() throws IOException {
        long begun = System.nanoTime();
        Scenario scenario = request.scenario();
        Recorder[] recorder = new Recorder[1];
        MarketEnvironment environment = new MarketEnvironment(
                scenario.market(), market -> recorder[0] = attached(market), market -> continued(market, recorder[0]));
        List<AgentPlan> plans = AgentPlans.of(scenario, request.seed(), request.userClasses());
        Driver driver = request.driver().create();
        DriverResult result =
                driver.run(environment, request.seed(), plans, scenario.faultRule(), new Forwarding(() -> recorder[0]));
        recorder[0].close();
        double wallSeconds = (System.nanoTime() - begun) / NANOS;
        Map<String, Object> summary =
                Summaries.of(request, environment.market(), recorder[0].tally(), result, wallSeconds, files.folder());
        files.writeJson(files.summary(), summary);
        end("completed", result.digest(), "", recorder[0].tally().failing());
        return summary;
    }

    private Recorder attached(Market market) {
        try {
            Recorder recorder = new Recorder(files, market, request.scenario().recording(), progress);
            recorder.attach(market);
            return recorder;
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    /** Saves and restores the market once, at the time that was asked for. */
    private Market continued(Market market, Recorder recorder) {
        OptionalLong at = request.snapshotAtNanos();
        if (snapshotTaken || at.isEmpty() || market.engine().timeNanos() < at.getAsLong()) {
            return market;
        }
        snapshotTaken = true;
        Market restored = Market.restore(market.spec(), market.snapshot());
        recorder.attach(restored);
        return restored;
    }
}
