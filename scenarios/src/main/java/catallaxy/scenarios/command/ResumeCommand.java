package catallaxy.scenarios.command;

import catallaxy.scenarios.FileFault;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.evolution.EvolutionRun;
import catallaxy.scenarios.sweep.SweepPlan;
import catallaxy.scenarios.training.TrainingRun;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code catallaxy resume}: a training run that was stopped or killed goes on. */
@Command(
        name = "resume",
        description = {
            "Go on with a training run, an evolution or a sweep that was stopped or killed.",
            "A training goes on from its newest whole checkpoint, an evolution from its newest state; of a sweep, runs that have ended are kept, of the others"
                    + " trainings go on and simulations begin anew."
        },
        footer = {
            "",
            "Example:",
            "  catallaxy resume runs/20260101T120000Z_cart-pole_0123abcd",
            "",
            "On the same machine the result is the one of the uninterrupted run, bit for bit; docs/training.md says on"
                    + " which others."
        })
final class ResumeCommand extends AnsweringCommand {
    @Parameters(paramLabel = "RUN", description = "The folder of the training, the evolution or the sweep.")
    Path run;

    @Mixin
    UserClasses classes = new UserClasses();

    @Override
    long patienceSeconds() {
        return TrainingProgressBar.PATIENCE_SECONDS;
    }

    @Override
    Answer answer() {
        classes.requireJars();
        try {
            if (SweepPlan.isAt(run)) {
                return new SweepWork(program(), err(), progress(), interruption()).resume(run);
            }
            return EvolutionRun.isAt(run) ? resumedEvolution() : resumedRun();
        } catch (IOException failed) {
            throw UserError.failed("cannot read or write " + run + ": " + FileFault.text(failed), failed);
        }
    }

    private Answer resumedEvolution() throws IOException {
        try (TrainingProgressBar watch =
                TrainingProgressBar.ofEvolution(err(), String.valueOf(run.getFileName()), quiet, interruption())) {
            return new EvolutionAnswer(EvolutionRun.resume(run, classes.loader(), watch));
        }
    }

    private Answer resumedRun() throws IOException {
        try (TrainingProgressBar watch =
                new TrainingProgressBar(err(), String.valueOf(run.getFileName()), quiet, interruption())) {
            return new TrainingAnswer(TrainingRun.resume(run, program(), watch));
        }
    }
}
