package catallaxy.scenarios.command;

import catallaxy.scenarios.FileFault;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.TrainingReader;
import catallaxy.scenarios.file.text.Problem;
import catallaxy.scenarios.report.TableChoice;
import catallaxy.scenarios.sweep.SimulationSweep;
import catallaxy.scenarios.sweep.SweepKind;
import catallaxy.scenarios.sweep.SweepPlan;
import catallaxy.scenarios.training.TrainingSweep;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code catallaxy sweep}: runs or trains all combinations of several values and compares them over seeds. */
@Command(
        name = "sweep",
        description = {
            "Run a scenario with many seeds and all combinations of settings, and compare them over the seeds.",
            "A market is simulated; it is trained in with --train, or where a setting below learners. or training. is given."
                    + " Problems (solved/…) are always trained in."
        },
        footer = {
            "",
            "Examples:",
            "  catallaxy sweep two-chains seed=1..20",
            "  catallaxy sweep two-chains seed=1..20 agents.maker.policy.gamma=0.0005,0.005 --width 50",
            "  catallaxy sweep solved/cart-pole learner=ppo,a2c seed=1..5",
            "  catallaxy sweep two-chains learners.maker.algorithm=ppo,a2c seed=1,2,3 --jobs 2 --json",
            "",
            "Values are separated by commas outside brackets and braces; a..b are all whole numbers from a to b. Runs that"
                    + " differ only in their seed are one group.",
            "Simulations are compared by each agent's figures, with those of the base group seed by seed: docs/sweeps.md.",
            "Trainings in problems are compared by attained / optimum; in markets, for each learner, by what it earns over its"
                    + " baseline.",
            "A sweep that was stopped or killed goes on by catallaxy resume DIR/SWEEP."
        })
final class SweepCommand extends AnsweringCommand {
    private static final int MOST_JOBS = 256;

    @Mixin
    ScenarioArguments scenario = new ScenarioArguments();

    @Option(names = "--train", description = "Train the learners of a market instead of simulating it.")
    boolean train;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "Runs at the same time (default: as many as there are processors; of trainings 1).")
    @Nullable
    Integer jobs;

    @Mixin
    TableOptions table = new TableOptions();

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
        Path file = scenario.file();
        Map<String, String> settings = scenario.overrides();
        boolean trains = train || isTraining(file, settings);
        Set<Problem> warnings = new LinkedHashSet<>();
        SweepKind<?> kind = trains ? new TrainingSweep() : new SimulationSweep();
        SweepPlan plan = SweepPlan.of(kind, file, jobs(trains), choice(trains), settings, warnings::add);
        warnings.forEach(warning -> err().println("warning: " + warning));
        plan.requireBase();
        try {
            return new SweepWork(program(), err(), progress(), interruption()).begin(plan, runs.out);
        } catch (IOException failed) {
            throw UserError.failed("cannot write the sweep in " + runs.out + ": " + FileFault.text(failed), failed);
        }
    }

    /** Whether there is nothing but to train, or the settings are of no use for anything else. */
    private static boolean isTraining(Path file, Map<String, String> settings) {
        return TrainingReader.isTraining(file, Map.of())
                || settings.keySet().stream()
                        .anyMatch(key -> key.startsWith("learners.") || key.startsWith("training."));
    }

    private TableChoice choice(boolean trains) {
        if (trains && table.isGiven()) {
            throw UserError.usage("--base and --width: expected a sweep of simulations, found one of trainings");
        }
        return table.choice();
    }

    private int jobs(boolean trains) {
        int standard = trains ? 1 : Math.min(MOST_JOBS, Runtime.getRuntime().availableProcessors());
        int chosen = jobs == null ? standard : jobs;
        if (chosen < 1 || chosen > MOST_JOBS) {
            throw UserError.usage("--jobs: expected 1 to " + MOST_JOBS + ", found " + chosen);
        }
        return chosen;
    }
}
