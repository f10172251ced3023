package catallaxy.scenarios.command;

import catallaxy.agents.problem.ProblemSpec;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.TrainingReader;
import catallaxy.scenarios.training.Scored;
import catallaxy.scenarios.training.Trained;
import catallaxy.scenarios.training.TrainedMarket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
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
            "  catallaxy evaluate runs/RUN/checkpoints/step-000100000 solved/cartea-jaimungal problem.phi=0.2"
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

    @Override
    Answer answer() {
        if (episodes < 1 || episodes > MOST_EPISODES) {
            throw UserError.usage("--episodes: expected 1 to " + MOST_EPISODES + ", found " + episodes);
        }
        if (TrainedMarket.isAt(checkpoint)) {
            return market();
        }
        try (Trained trained = Trained.load(checkpoint)) {
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
        ScenarioArguments arguments = new ScenarioArguments();
        arguments.settings = others;
        TrainedMarket trained =
                TrainedMarket.load(checkpoint, arguments.overrides(), EvaluateCommand.class.getClassLoader());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("scenario", trained.scenario().market().name());
        json.put("seed", seed);
        json.put("steps", trained.steps());
        json.put("learners", trained.score(episodes, seed));
        json.put("checkpoint", trained.checkpoint().toString());
        return new MarketTrainingAnswer(json);
    }

    private ProblemSpec problem(Trained trained) {
        ScenarioArguments arguments = new ScenarioArguments();
        boolean named = !others.isEmpty() && !others.getFirst().contains("=");
        arguments.settings = named ? others.subList(1, others.size()) : others;
        if (named) {
            arguments.scenario = others.getFirst();
            return TrainingReader.read(arguments.file(), arguments.overrides()).problem();
        }
        return TrainingReader.readText(
                        trained.folder().toString(), trained.scenario().resolved(), arguments.overrides())
                .problem();
    }
}
