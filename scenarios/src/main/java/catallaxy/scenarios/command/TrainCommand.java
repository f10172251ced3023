package catallaxy.scenarios.command;

import catallaxy.scenarios.FileFault;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.training.Experiment;
import catallaxy.scenarios.training.TrainingRequest;
import catallaxy.scenarios.training.TrainingRun;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code catallaxy train}: learners of a problem or a market leave checkpoints, curves and scores. */
@Command(
        name = "train",
        description = {
            "Train the learner of a problem or the learners of a market, and keep it all in a run folder.",
            "A learner of a problem is scored against the known answer, those of a market against the scenario's"
                    + " policies."
        },
        footer = {
            "",
            "Examples:",
            "  catallaxy train solved/cart-pole",
            "  catallaxy train solved/cartea-jaimungal learner=a2c problem.phi=0.1 --seed 2 --json",
            "  catallaxy train two-chains --seed 1",
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

    @Mixin
    RunsOption runs = new RunsOption();

    @Mixin
    UserClasses classes = new UserClasses();

    @Override
    long patienceSeconds() {
        return TrainingProgressBar.PATIENCE_SECONDS;
    }

    @Override
    Answer answer() {
        classes.requireJars();
        scenario.overrides("seed", "--seed", seed);
        Map<String, String> overrides = new LinkedHashMap<>(scenario.overrides("training.device", "--device", device));
        if (device != null) {
            overrides.put("training.device", device);
        }
        Experiment experiment = Experiment.read(scenario.file(), overrides);
        experiment.file().warnings().forEach(warning -> err().println("warning: " + warning));
        long chance = seed == null ? experiment.seed() : seed;
        String name = experiment.name() + " seed " + chance;
        try (TrainingProgressBar watch = new TrainingProgressBar(err(), name, quiet, interruption())) {
            return new TrainingAnswer(
                    TrainingRun.begin(new TrainingRequest(experiment, chance, runs.out, program()), watch));
        } catch (IOException failed) {
            throw UserError.failed(
                    "cannot write the run folder in " + runs.out + ": " + FileFault.text(failed), failed);
        }
    }
}
