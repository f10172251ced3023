package catallaxy.scenarios.command;

import catallaxy.agents.policy.AgentCreationException;
import catallaxy.agents.problem.ProblemSpec;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.file.TrainingReader;
import catallaxy.scenarios.run.OtherMachine;
import catallaxy.scenarios.training.Scored;
import catallaxy.scenarios.training.Trained;
import catallaxy.scenarios.training.TrainedMarket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
        if (TrainedMarket.isAt(checkpoint)) {
            return market();
        }
        try (Trained trained = Trained.load(checkpoint, where())) {
            trained.machineNotes().forEach(this::note);
            Scored scored = trained.score(problem(trained), episodes, seed);
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("algorithm", trained.scenario().learner().algorithm());
            json.put("problem", trained.scenario().problem().problem());
            json.put("steps", trained.checkpoint().manifest().progress().steps());
            json.put("seed", seed);
            json.putAll(scored.json());
            json.put("checkpoint", trained.folder().toString());
            return new TrainingAnswer(json);
        }
    }

    private Answer market() {
        try {
            TrainedMarket trained =
                    TrainedMarket.load(checkpoint, this::scenario, EvaluateCommand.class.getClassLoader());
            trained.scenario().warnings().forEach(warning -> err().println("warning: " + warning));
            OtherMachine.ofTraining(trained.processor()).ifPresent(this::note);
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("scenario", trained.scenario().market().name());
            json.put("seed", seed);
            json.put("steps", trained.steps());
            json.put("learners", trained.score(episodes, seed));
            json.put("checkpoint", trained.checkpoint().toString());
            return new MarketTrainingAnswer(json);
        } catch (AgentCreationException unusable) {
            throw UserError.usage(String.valueOf(unusable.getMessage()));
        }
    }

    /** What to play in: the scenario named, or the one that was trained in, with the settings given. */
    private Scenario scenario(String checkpoint, String trainedIn) {
        return named().map(file -> ScenarioReader.read(file, overrides()))
                .orElseGet(() -> ScenarioReader.readText(checkpoint, trainedIn, overrides()));
    }

    private ProblemSpec problem(Trained trained) {
        return named().map(file -> TrainingReader.read(file, overrides()))
                .orElseGet(() -> TrainingReader.readText(
                        trained.folder().toString(), trained.scenario().resolved(), overrides()))
                .problem();
    }

    /** The settings that say where to compute. */
    private Map<String, String> where() {
        Map<String, String> where = new LinkedHashMap<>(overrides());
        where.keySet().retainAll(List.of("training.device", "training.threads"));
        return where;
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
