package catallaxy.scenarios.command;

import catallaxy.agents.policy.AgentCreationException;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.training.Stage;
import catallaxy.scenarios.training.Trained;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code catallaxy evaluate}: what does a trained policy earn? */
@Command(
        name = "evaluate",
        description = "Score a checkpoint in new episodes, without exploration and learning.",
        footer = {
            "",
            "Examples:",
            "  catallaxy evaluate runs/RUN --episodes 1000 --seed 5 --json",
            "  catallaxy evaluate runs/RUN/checkpoints/step-000100000 solved/cartea-jaimungal problem.phi=0.2",
            "  catallaxy evaluate runs/RUN training.device=cpu"
        })
final class EvaluateCommand extends AnsweringCommand {
    private static final int MOST_EPISODES = 10_000_000;

    @Parameters(
            index = "0",
            paramLabel = "CHECKPOINT",
            description = "A checkpoint's folder, or a run folder for the one that its training scored.")
    Path checkpoint;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "[SCENARIO] KEY=VALUE",
            description = "Another scenario to play in, and settings that replace the scenario's.")
    List<String> others = new ArrayList<>();

    @Option(names = "--episodes", paramLabel = "N", defaultValue = "100", description = "Episodes (default: 100).")
    int episodes;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Seed of the episodes (default: 1).")
    long seed;

    @Mixin
    UserClasses classes = new UserClasses();

    @Override
    Answer answer() {
        classes.requireJars();
        if (episodes < 1 || episodes > MOST_EPISODES) {
            throw UserError.usage("--episodes: expected 1 to " + MOST_EPISODES + ", found " + episodes);
        }
        try (Trained trained =
                Trained.load(checkpoint, new Stage(named(), overrides()), EvaluateCommand.class.getClassLoader())) {
            trained.warnings().forEach(warning -> err().println("warning: " + warning));
            trained.notes().forEach(this::note);
            return new TrainingAnswer(trained.evaluation(episodes, seed));
        } catch (AgentCreationException unusable) {
            throw UserError.usage(String.valueOf(unusable.getMessage()));
        }
    }

    private Optional<Path> named() {
        if (!isNamed()) {
            return Optional.empty();
        }
        ScenarioArguments arguments = new ScenarioArguments();
        arguments.scenario = others.getFirst();
        return Optional.of(arguments.file());
    }

    private Map<String, String> overrides() {
        ScenarioArguments arguments = new ScenarioArguments();
        arguments.settings = isNamed() ? others.subList(1, others.size()) : others;
        return arguments.overrides();
    }

    private boolean isNamed() {
        return !others.isEmpty() && !others.getFirst().contains("=");
    }
}
