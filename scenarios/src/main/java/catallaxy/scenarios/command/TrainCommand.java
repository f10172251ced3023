package catallaxy.scenarios.command;

import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.file.TrainingReader;
import catallaxy.scenarios.file.TrainingScenario;
import catallaxy.scenarios.training.MarketTrainingRequest;
import catallaxy.scenarios.training.MarketTrainingRun;
import catallaxy.scenarios.training.TrainingRequest;
import catallaxy.scenarios.training.TrainingRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code catallaxy train}: a learner solves a problem and leaves checkpoints, curves and a score. */
@Command(
        name = "train",
        description = "Train a learner, score it against the known answer, and keep it in a run folder.",
        footer = {
            "",
            "Examples:",
            "  catallaxy train solved/cart-pole",
            "  catallaxy train solved/cartea-jaimungal learner=a2c problem.phi=0.1 --seed 2 --json",
            "",
            "Ctrl-C saves a checkpoint; catallaxy resume RUN goes on from there."
        })
final class TrainCommand extends AnsweringCommand {
    @Mixin
    ScenarioArguments scenario = new ScenarioArguments();

    @Option(names = "--seed", paramLabel = "N", description = "Seed of all chance (default: the scenario's).")
    @Nullable
    Long seed;

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            description = "Where networks are computed: auto, cpu, gpu (default: training.device).")
    @Nullable
    String device;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "runs",
            description = "Where the run folder is made (default: runs).")
    Path out;

    @Option(names = "--quiet", description = "Say nothing on the way.")
    boolean quiet;

    @Override
    Answer answer() {
        Map<String, String> overrides = new LinkedHashMap<>(scenario.overrides());
        if (device != null) {
            overrides.put("training.device", device);
        }
        if (!TrainingReader.isTraining(scenario.file(), overrides)) {
            return market(overrides);
        }
        TrainingScenario read = TrainingReader.read(scenario.file(), overrides);
        TrainingRequest request =
                new TrainingRequest(read, seed == null ? read.seed() : seed, out, commandLine(), Version.number());
        try (TrainingProgressBar watch =
                new TrainingProgressBar(err(), read.name() + " seed " + request.seed(), quiet)) {
            return new TrainingAnswer(watch.guarded(() -> TrainingRun.begin(request, watch)));
        } catch (IOException failed) {
            throw UserError.failed("cannot write the run folder in " + out + ": " + failed, failed);
        }
    }

    private Answer market(Map<String, String> overrides) {
        Scenario read = ScenarioReader.read(scenario.file(), overrides);
        MarketTrainingRequest request = new MarketTrainingRequest(
                read,
                seed == null ? read.seed() : seed,
                out,
                commandLine(),
                Version.number(),
                TrainCommand.class.getClassLoader());
        String name = read.market().name() + " seed " + request.seed();
        try (TrainingProgressBar watch = new TrainingProgressBar(err(), name, quiet)) {
            return new MarketTrainingAnswer(watch.guarded(() -> MarketTrainingRun.begin(request, watch)));
        } catch (IOException failed) {
            throw UserError.failed("cannot write the run folder in " + out + ": " + failed, failed);
        }
    }
}
