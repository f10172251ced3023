package catallaxy.scenarios.command;

import catallaxy.scenarios.FileFault;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.text.Problem;
import catallaxy.scenarios.training.Sweep;
import catallaxy.scenarios.training.SweepPlan;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code catallaxy sweep}: trains all combinations of several values and compares them over seeds. */
@Command(
        name = "sweep",
        description = "Train all combinations of settings with several values, and compare them over seeds.",
        footer = {
            "",
            "Examples:",
            "  catallaxy sweep solved/cart-pole learner=ppo,a2c seed=1,2,3,4,5",
            "  catallaxy sweep solved/merton learners.ppo.epochs=2,5 seed=1,2,3 --jobs 2 --json",
            "  catallaxy sweep two-chains learners.maker.algorithm=ppo,a2c seed=1,2,3",
            "",
            "Values are separated by commas outside brackets and braces. Runs that differ only in their seed are one group.",
            "Problems are compared by attained / optimum; markets, for each learner, by what it earns over its baseline.",
            "A sweep that was stopped or killed goes on by catallaxy resume DIR/SWEEP."
        })
final class SweepCommand extends AnsweringCommand {
    private static final int MOST_JOBS = 256;

    @Mixin
    ScenarioArguments scenario = new ScenarioArguments();

    @Option(names = "--jobs", paramLabel = "N", defaultValue = "1", description = "Runs at the same time (default: 1).")
    int jobs;

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
        if (jobs < 1 || jobs > MOST_JOBS) {
            throw UserError.usage("--jobs: expected 1 to " + MOST_JOBS + ", found " + jobs);
        }
        Set<Problem> warnings = new LinkedHashSet<>();
        SweepPlan plan = SweepPlan.of(scenario.file(), jobs, scenario.overrides(), warnings::add);
        warnings.forEach(warning -> err().println("warning: " + warning));
        try {
            return SweepTraining.finished(Sweep.create(plan, runs.out), program(), err(), quiet, interruption());
        } catch (IOException failed) {
            throw UserError.failed("cannot write the sweep in " + runs.out + ": " + FileFault.text(failed), failed);
        }
    }
}
