package catallaxy.scenarios.command;

import catallaxy.agents.learning.PlanningPolicy;
import catallaxy.agents.problem.Mistakes;
import catallaxy.mcts.game.SolvedPosition;
import catallaxy.scenarios.game.PositionFile;
import catallaxy.scenarios.training.PositionPlayer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code catallaxy plan}: which moves does a learner that searches find in given positions? */
@Command(
        name = "plan",
        description = {
            "Let a learner play one move in each position of a file, and count its mistakes.",
            "A mistake is a move that makes the outcome worse: a win thrown away for a draw or a loss, a draw for a loss."
        },
        footer = {
            "",
            "Examples:",
            "  catallaxy plan solved/connect-four learner=mcts --positions positions.csv",
            "  catallaxy plan runs/RUN learners.alphazero.simulations=800 --positions positions.csv --json",
            "  catallaxy plan solved/connect-four --checkpoint runs/RUN --positions positions.csv",
            "",
            "SCENARIO may be a run folder or a checkpoint's folder, too: then it is the scenario of that training."
        })
final class PlanCommand extends AnsweringCommand {
    private static final int ASKED_AT_ONCE = 128;

    @Mixin
    ScenarioArguments scenario = new ScenarioArguments();

    @Option(
            names = "--positions",
            required = true,
            paramLabel = "CSV",
            description = "Connect Four positions, with columns moves and, where known, set, score and analysis.")
    Path positions;

    @Option(
            names = "--checkpoint",
            paramLabel = "CHECKPOINT",
            description = "A checkpoint's folder, or a run folder for the one that its training scored.")
    @Nullable
    Path checkpoint;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the searches (default: the scenario's).")
    @Nullable
    Long seed;

    @Mixin
    UserClasses classes = new UserClasses();

    @Override
    Answer answer() {
        classes.requireJars();
        Map<String, String> settings = new LinkedHashMap<>(scenario.overrides("seed", "--seed", seed));
        if (seed != null) {
            settings.put("seed", seed.toString());
        }
        List<SolvedPosition> asked = PositionFile.read(positions);
        try (PositionPlayer player = player(settings)) {
            if (player.isUntrained()) {
                err().println("warning: " + player.algorithm()
                        + " was not trained: it plays by networks that know nothing;"
                        + " --checkpoint names those of a training");
                err().flush();
            }
            PlanningPolicy policy = player.policy();
            return new PlanAnswer(player.algorithm(), mistakes(asked, policy), policy.simulationsPerMove());
        }
    }

    private PositionPlayer player(Map<String, String> settings) {
        Path named = Path.of(scenario.scenario);
        if (checkpoint != null) {
            return PositionPlayer.load(checkpoint, Optional.of(scenario.file()), settings);
        }
        return Files.isDirectory(named)
                ? PositionPlayer.load(named, Optional.empty(), settings)
                : PositionPlayer.of(scenario.file(), settings);
    }

    private Mistakes mistakes(List<SolvedPosition> asked, PlanningPolicy policy) {
        Progress progress = new Progress(progress(), "positions", asked.size());
        Mistakes found = Mistakes.NONE;
        for (int from = 0; from < asked.size(); from += ASKED_AT_ONCE) {
            List<SolvedPosition> some = asked.subList(from, Math.min(asked.size(), from + ASKED_AT_ONCE));
            found = found.and(Mistakes.of(some, policy));
            int mistakes = found.all().mistakes();
            progress.at(from + some.size(), () -> mistakes + " mistakes");
        }
        progress.done();
        return found;
    }
}
