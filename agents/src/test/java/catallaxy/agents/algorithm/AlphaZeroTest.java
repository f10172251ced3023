package catallaxy.agents.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import catallaxy.agents.game.TicTacToeGame;
import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.LearningTask;
import catallaxy.agents.learning.PlanningPolicy;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.agents.learning.VectorStep;
import catallaxy.agents.network.Activation;
import catallaxy.agents.network.Compute;
import catallaxy.agents.network.DeviceChoice;
import catallaxy.agents.problem.CartPoleProblem;
import catallaxy.agents.problem.Referee;
import catallaxy.agents.problem.TicTacToeProblem;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.mcts.evaluation.RandomPlayouts;
import catallaxy.mcts.game.TicTacToe;
import catallaxy.mcts.search.ManySearches;
import catallaxy.mcts.search.SearchSettings;
import catallaxy.mcts.selection.MostVisited;
import catallaxy.mcts.selection.UpperConfidence;
import java.util.List;
import org.junit.jupiter.api.Test;

/** AlphaZero and its parts on tic-tac-toe, whose every answer is known. */
final class AlphaZeroTest {
    private static final TicTacToeGame GAME = new TicTacToeGame();
    private static final TicTacToeProblem PROBLEM = new TicTacToeProblem();
    private static final int WORLDS = 32;

    @Test
    void derivativesAreThoseOfTheLoss() {
        GameBatch batch = new GameBatch(
                2,
                new float[2],
                new float[] {0.25f, 0.75f, 0, 0.5f, 0, 0.5f},
                new boolean[] {true, true, false, true, true, true},
                new float[] {1, -0.5f});
        float[] logits = {0.3f, -0.2f, 9, 0.1f, 0.7f, -1};
        float[] raw = {0.4f, -0.9f};
        GameLoss loss = loss(logits, raw, batch);
        float step = 1e-2f;
        for (int i = 0; i < logits.length; i++) {
            float kept = logits[i];
            logits[i] = kept + step;
            double above = total(loss(logits, raw, batch));
            logits[i] = kept - step;
            double below = total(loss(logits, raw, batch));
            logits[i] = kept;
            assertThat((double) loss.policyDerivative()[i]).isCloseTo((above - below) / (2 * step), offset(1e-4));
        }
        for (int i = 0; i < raw.length; i++) {
            float kept = raw[i];
            raw[i] = kept + step;
            double above = total(loss(logits, raw, batch));
            raw[i] = kept - step;
            double below = total(loss(logits, raw, batch));
            raw[i] = kept;
            assertThat((double) loss.valueDerivative()[i]).isCloseTo((above - below) / (2 * step), offset(1e-4));
        }
    }

    @Test
    void networkLearnsMovesThatItDidNotKnow() {
        Referee referee = PROBLEM.referee();
        double untrained = referee.attained(network(0), 0);
        double trained = referee.attained(network(6_400), 0);
        assertThat(untrained).isLessThan(0.5);
        assertThat(trained).isGreaterThan(untrained + 0.2);
    }

    @Test
    void strongerPlayerWinsInTheArenaAndEqualsShare() {
        Arena<TicTacToe> arena = new Arena<>(GAME, 40, 2);
        RandomStream luck = RandomStream.of(1, "arena");
        assertThat(arena.play(searches(), searches(), 100, luck)).isBetween(0.35, 0.65);
        assertThat(arena.play(searches(), blind(), 100, luck)).isGreaterThan(0.8);
        assertThat(arena.play(blind(), searches(), 100, luck)).isLessThan(0.2);
    }

    @Test
    void problemWithoutAGameIsRefused() {
        LearningTask task = LearningTask.in(CartPoleProblem.standard().environment(1), 10, 1);
        try (Compute compute = Compute.open(DeviceChoice.CPU, 1)) {
            assertThatThrownBy(() -> new AlphaZeroKind().create(config(), task, compute))
                    .hasMessageContaining("alphazero: expected a game");
        }
        assertThatThrownBy(() -> new AlphaZero.ArenaSettings(1, 3, 0.5)).hasMessageContaining("arenaGames");
    }

    @Test
    void learnedPolicySearchesAsLongAsEvaluationWants() {
        assertThat(simulationsPerMove(config())).isEqualTo(24);
        assertThat(simulationsPerMove(config(40))).isEqualTo(40);
        assertThatThrownBy(() -> config(-1)).hasMessageContaining("evaluationSimulations");
    }

    private static double simulationsPerMove(AlphaZero.Config config) {
        VectorEnvironment worlds = PROBLEM.environment(2);
        try (Compute compute = Compute.open(DeviceChoice.CPU, 1);
                Learner learner = new AlphaZeroKind().create(config, LearningTask.in(worlds, 10, 1), compute)) {
            VectorStep step = VectorStep.of(worlds);
            worlds.reset(1, step);
            PlanningPolicy policy = (PlanningPolicy) learner.policy();
            policy.act(step.observations(), step.masks(), 2, new float[2]);
            return policy.simulationsPerMove();
        }
    }

    private static AlphaZero.Config config() {
        return config(0);
    }

    private static AlphaZero.Config config(int evaluationSimulations) {
        return new AlphaZero.Config(
                new PlanSettings(PlanSettings.Root.PUCT, 24, 4, 1.25, 4, 0.25, 1, false),
                List.of(48),
                3e-3,
                20_000,
                500,
                64,
                4,
                1,
                9,
                evaluationSimulations,
                new AlphaZero.ArenaSettings(100, 20, 0.5));
    }

    /** The policy network alone, after so many moves against itself. */
    private static BatchPolicy network(int steps) {
        VectorEnvironment worlds = PROBLEM.environment(WORLDS);
        try (Compute compute = Compute.open(DeviceChoice.CPU, 1);
                Learner learner = new AlphaZeroKind().create(config(), LearningTask.in(worlds, 6_400, 3), compute)) {
            VectorStep step = VectorStep.of(worlds);
            float[] actions = new float[WORLDS];
            worlds.reset(3, step);
            while (learner.steps() < steps) {
                learner.act(step, actions);
                worlds.step(actions, step);
                learner.observe(step);
            }
            TensorStore tensors = new TensorStore();
            learner.save(tensors, new StateWriter());
            return FrozenPolicy.ofActor(
                    tensors, Activation.RELU, worlds.observationSpec().size(), worlds.actionSpec());
        }
    }

    private static GameLoss loss(float[] logits, float[] raw, GameBatch batch) {
        GameLoss loss = new GameLoss(2, 3);
        loss.differentiate(logits, raw, batch);
        return loss;
    }

    private static double total(GameLoss loss) {
        return loss.policyLoss() + loss.valueLoss();
    }

    private static ManySearches<TicTacToe> searches() {
        UpperConfidence selection = UpperConfidence.of(1.4);
        return new ManySearches<>(
                SearchSettings.playouts(),
                new RandomPlayouts<>(1, 1, new TicTacToe()),
                selection,
                () -> MostVisited.by(selection),
                20,
                1,
                new TicTacToe());
    }

    /** A player who takes every move to be worth the same. */
    private static ManySearches<TicTacToe> blind() {
        UpperConfidence selection = UpperConfidence.of(1.4);
        return new ManySearches<>(
                SearchSettings.playouts().withStates(1),
                (leaves, numbers, from, to, into) -> {
                    for (int row = from; row < to; row++) {
                        into.value(row, 0, 0);
                        into.value(row, 1, 0);
                    }
                },
                selection,
                () -> MostVisited.by(selection),
                20,
                1,
                new TicTacToe());
    }
}
