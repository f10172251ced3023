package catallaxy.scenarios.command;

import catallaxy.agents.policy.AgentCreationException;
import catallaxy.scenarios.FileFault;
import catallaxy.scenarios.ShellWord;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.folder.RunSummary;
import catallaxy.scenarios.report.Report;
import catallaxy.scenarios.run.DriverKind;
import catallaxy.scenarios.run.RunRequest;
import catallaxy.scenarios.run.Simulation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code catallaxy run}: simulates a scenario and leaves a run folder with a report. */
@Command(
        name = "run",
        description = "Simulate a scenario and explain the run in a folder with a report.",
        footer = {
            "",
            "Examples:",
            "  catallaxy run two-chains",
            "  catallaxy run two-chains --seed 2 agents.maker.policy.gamma=0.0002 --json"
        })
final class RunCommand extends AnsweringCommand {
    private static final double NANOS = 1e9;
    private static final String TRADE_LIMIT = "trade-limit";

    @Mixin
    RunArguments arguments = new RunArguments();

    @Option(names = "--no-report", description = "Leave report.html out; catallaxy report writes it later.")
    boolean noReport;

    @Option(
            names = "--strict",
            description = "Exit with 1 if an agent failed at any decision; the run goes to its end.")
    boolean strict;

    @Option(
            names = "--trades",
            paramLabel = "N",
            description = "End after so many trades of the agents, even before the scenario's time is over.")
    @Nullable
    Long trades;

    @Override
    long patienceSeconds() {
        return 10;
    }

    @Override
    Answer answer() {
        arguments.classes.requireJars();
        Scenario scenario = ScenarioReader.read(arguments.scenario.file(), overrides());
        scenario.file().warnings().forEach(warning -> err().println("warning: " + warning));
        long seed = arguments.chosenSeed().orElse(scenario.seed());
        RunRequest request = new RunRequest(
                scenario,
                seed,
                DriverKind.valueOf(arguments.driver.name().toUpperCase(Locale.ROOT)),
                arguments.runs.out,
                commandLine(),
                Version.number(),
                ClassLoader.getSystemClassLoader(),
                arguments
                        .snapshotTime()
                        .map(time -> OptionalLong.of(time.toNanos()))
                        .orElse(OptionalLong.empty()));
        try {
            RunSummary summary = simulated(request);
            if (!noReport) {
                report(Path.of(summary.subject().runFolder()));
            }
            RunAnswer answer = new RunAnswer(summary, noReport, strict);
            answer.warnings().forEach(warning -> err().println("warning: " + warning));
            err().flush();
            return answer;
        } catch (AgentCreationException unusable) {
            throw UserError.usage(String.valueOf(unusable.getMessage()));
        } catch (IOException failed) {
            throw UserError.failed("cannot write the run folder: " + FileFault.text(failed), failed);
        }
    }

    private Map<String, String> overrides() {
        Map<String, String> overrides = new LinkedHashMap<>(arguments.overrides());
        if (trades != null && overrides.put(TRADE_LIMIT, trades.toString()) != null) {
            throw UserError.usage(TRADE_LIMIT + ": expected one value, found two, as a setting and as --trades");
        }
        return overrides;
    }

    private static void report(Path folder) {
        try {
            Report.ofNewRun(folder);
        } catch (IOException unwritable) {
            throw UserError.failed(
                    "the run is complete, but not its report: " + FileFault.text(unwritable)
                            + "\nwrite it: catallaxy report " + ShellWord.of(folder.toString()),
                    unwritable);
        }
    }

    private RunSummary simulated(RunRequest request) throws IOException {
        long duration = request.scenario().market().durationNanos();
        Progress progress =
                new Progress(progress(), request.scenario().market().name() + " seed " + request.seed(), duration);
        LongConsumer show = time -> progress.at(time, () -> "%.1f h".formatted(time / NANOS / 3600));
        try {
            return Simulation.run(request, show, interruption()::requested);
        } finally {
            progress.done();
        }
    }
}
