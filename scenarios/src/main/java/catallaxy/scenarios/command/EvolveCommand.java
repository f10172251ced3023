package catallaxy.scenarios.command;

import catallaxy.scenarios.FileFault;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.evolution.EvolutionRequest;
import catallaxy.scenarios.evolution.EvolutionRun;
import catallaxy.scenarios.file.EvolutionReader;
import catallaxy.scenarios.file.EvolutionScenario;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code catallaxy evolve}: populations of solutions leave fronts, archives and scores. */
@Command(
        name = "evolve",
        description = {
            "Evolve solutions to a problem, and keep them in a run folder.",
            "What is found is scored against the known answer, where there is one; where trials differ, with new seeds."
        },
        footer = {
            "",
            "Examples:",
            "  catallaxy evolve solved/zdt",
            "  catallaxy evolve solved/zdt problem.function=zdt4 evolution.method=moead --seed 2 --json",
            "  catallaxy evolve solved/cart-pole evolution.method=openai-es",
            "",
            "catallaxy list methods says which methods there are. Ctrl-C saves the state; catallaxy resume RUN goes on from"
                    + " there."
        })
final class EvolveCommand extends AnsweringCommand {
    @Mixin
    ScenarioArguments scenario = new ScenarioArguments();

    @Option(names = "--seed", paramLabel = "N", description = "Seed of all chance (default: the scenario's).")
    @Nullable
    Long seed;

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
        EvolutionScenario read = EvolutionReader.read(scenario.file(), scenario.overrides("seed", "--seed", seed));
        read.file().warnings().forEach(warning -> err().println("warning: " + warning));
        long chance = seed == null ? read.seed() : seed;
        String name = read.name() + " seed " + chance;
        try (TrainingProgressBar watch = TrainingProgressBar.ofEvolution(err(), name, quiet, interruption())) {
            EvolutionRequest request = new EvolutionRequest(
                    read, chance, runs.out, commandLine(), program().version(), classes.loader());
            return new EvolutionAnswer(EvolutionRun.begin(request, watch));
        } catch (IOException failed) {
            throw UserError.failed(
                    "cannot write the run folder in " + runs.out + ": " + FileFault.text(failed), failed);
        }
    }
}
