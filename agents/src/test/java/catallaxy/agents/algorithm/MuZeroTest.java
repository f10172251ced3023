package catallaxy.agents.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.LearningTask;
import catallaxy.agents.learning.PlanningPolicy;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.agents.network.Compute;
import catallaxy.agents.network.DeviceChoice;
import catallaxy.agents.problem.PendulumProblem;
import catallaxy.environment.base.check.InvalidValueException;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.mcts.latent.LatentAnswers;
import catallaxy.mcts.latent.LatentModel;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is learned of {@link RingWorlds}, whose rewards, dynamics and values are a table. */
class MuZeroTest {
    private static final double DISCOUNT = 0.6;
    private static final double SCALE = 10;
    private static final int WORLDS = 10;
    private static final int STEPS = 3_000;
    private static final int AHEAD = 5;
    private static final MuZeroKind KIND = new MuZeroKind();
    private static final double[] VALUES = RingWorlds.values(DISCOUNT);

    private static TensorStore untrained;
    private static TensorStore trained;

    @BeforeAll
    static void train() {
        untrained = after(WORLDS);
        trained = after(STEPS);
    }

    private static MuZero.Config config(int evaluationSimulations) {
        return new MuZero.Config(
                new ModelSearch(8, evaluationSimulations, 1, 3, 0.1),
                new ModelShape(12, List.of(32), 6),
                new MuZero.Targets(AHEAD, 1, DISCOUNT, 0.25, SCALE),
                new MuZero.Replay(STEPS, 1_000, 64, 24, 32, 1e-2, true, 10, false));
    }

    private static TensorStore after(int steps) {
        VectorEnvironment worlds = new RingWorlds(WORLDS);
        try (Compute compute = Compute.open(DeviceChoice.CPU, 1);
                MuZero learner = new MuZero(config(0), LearningTask.in(worlds, STEPS, 1), compute)) {
            new LearnerRun(learner, worlds, 1).train(steps);
            TensorStore tensors = new TensorStore();
            learner.save(tensors, new StateWriter());
            return tensors;
        }
    }

    private static LatentModel model(TensorStore tensors) {
        return new FrozenModel(tensors, config(0).model().numbers());
    }

    private static BatchPolicy policy(TensorStore tensors, int simulations) {
        return KIND.policy(config(simulations), tensors, RingWorlds.PLACES, new RingWorlds(1).actionSpec());
    }

    /** Mean |r − u| of the first moves from all places. */
    private static double rewardError(TensorStore tensors) {
        LatentModel model = model(tensors);
        double sum = 0;
        for (int place = 0; place < RingWorlds.PLACES; place++) {
            LatentAnswers start = model.begin(RingWorlds.seen(place), 1);
            for (int move = 0; move < RingWorlds.MOVES; move++) {
                double found =
                        model.advance(start.states(), new int[] {move}, 1).rewards()[0] / SCALE;
                sum += Math.abs(found - RingWorlds.reward(place, move));
            }
        }
        return sum / (RingWorlds.PLACES * RingWorlds.MOVES);
    }

    /** Mean |v − V*| of all places, over the mean of V*. */
    private static double valueError(TensorStore tensors) {
        LatentModel model = model(tensors);
        double sum = 0;
        double size = 0;
        for (int place = 0; place < RingWorlds.PLACES; place++) {
            double found = model.begin(RingWorlds.seen(place), 1).values()[0] / SCALE;
            sum += Math.abs(found - VALUES[place]);
            size += VALUES[place];
        }
        return sum / size;
    }

    /** Mean |r − u| at the last of so many random moves from all places, none of which observes what they lead to. */
    private static double errorAhead(TensorStore tensors) {
        LatentModel model = model(tensors);
        RandomStream random = RandomStream.of(9, "moves");
        double sum = 0;
        int ways = 200;
        for (int way = 0; way < ways; way++) {
            int place = way % RingWorlds.PLACES;
            boolean over = false;
            LatentAnswers now = model.begin(RingWorlds.seen(place), 1);
            double wanted = 0;
            for (int step = 0; step < AHEAD; step++) {
                int move = random.nextInt(RingWorlds.MOVES);
                now = model.advance(now.states(), new int[] {move}, 1);
                wanted = over ? 0 : RingWorlds.reward(place, move);
                over |= RingWorlds.ends(place, move);
                place = RingWorlds.next(place, move);
            }
            sum += Math.abs(now.rewards()[0] / SCALE - wanted);
        }
        return sum / ways;
    }

    @Test
    void rewardsAndValuesBecomeTheTrueOnes() {
        assertThat(rewardError(untrained)).isGreaterThan(0.3);
        assertThat(rewardError(trained)).isLessThan(0.06);
        assertThat(valueError(untrained)).isGreaterThan(0.9);
        assertThat(valueError(trained)).isLessThan(0.2);
    }

    /** With dynamics that were not trained the model knows the first reward, and none beyond. */
    @Test
    void theModelKnowsWhereMovesLead() {
        TensorStore faulty = new TensorStore();
        for (String name : trained.names()) {
            TensorStore from = name.startsWith(MuZeroNetworks.DYNAMICS) ? untrained : trained;
            TensorStore.Tensor tensor = from.tensor(name);
            faulty.put(name, tensor.values(), tensor.shape());
        }
        double learned = errorAhead(trained);
        assertThat(learned).isLessThan(errorAhead(untrained) / 2);
        assertThat(errorAhead(faulty)).isGreaterThan(2 * learned);
        assertThat(rewardError(faulty)).isEqualTo(rewardError(trained));
    }

    @Test
    void itPlaysTheBestMoveEverywhere() {
        float[] places = new float[RingWorlds.PLACES * RingWorlds.PLACES];
        for (int place = 0; place < RingWorlds.PLACES; place++) {
            places[place * RingWorlds.PLACES + place] = 1;
        }
        boolean[] masks = new boolean[RingWorlds.PLACES * RingWorlds.MOVES];
        Arrays.fill(masks, true);
        float[] actions = new float[RingWorlds.PLACES];
        policy(trained, 0).act(places, masks, RingWorlds.PLACES, actions);
        for (int place = 0; place < RingWorlds.PLACES; place++) {
            double played = RingWorlds.worth(place, (int) actions[place], VALUES, DISCOUNT);
            assertThat(played).as("at %s", place).isCloseTo(VALUES[place], within(1e-9));
        }
    }

    @Test
    void learnedPolicySearchesAsLongAsEvaluationWants() {
        assertThat(simulationsPerMove(0)).isEqualTo(8);
        assertThat(simulationsPerMove(20)).isEqualTo(20);
    }

    private static double simulationsPerMove(int evaluation) {
        PlanningPolicy policy = (PlanningPolicy) policy(trained, evaluation);
        policy.act(RingWorlds.seen(1), new boolean[] {true, true}, 1, new float[1]);
        return policy.simulationsPerMove();
    }

    @Test
    void aChoiceThatIsNotAllowedIsNotMade() {
        float[] actions = new float[1];
        for (int only = 0; only < RingWorlds.MOVES; only++) {
            boolean[] mask = new boolean[RingWorlds.MOVES];
            mask[only] = true;
            policy(trained, 0).act(RingWorlds.seen(2), mask, 1, actions);
            assertThat(actions[0]).isEqualTo(only);
        }
        policy(trained, 0).act(RingWorlds.seen(2), new boolean[RingWorlds.MOVES], 1, actions);
        assertThat(actions[0]).as("where nothing is").isZero();
    }

    @Test
    void whatDoesNotFitIsRefused() {
        VectorEnvironment quantities = PendulumProblem.standard().environment(1);
        try (Compute compute = Compute.open(DeviceChoice.CPU, 1)) {
            assertThatThrownBy(() -> KIND.create(config(0), LearningTask.in(quantities, 10, 1), compute))
                    .hasMessageContaining("muzero: expected actions that are choices");
        }
        assertThatThrownBy(() -> KIND.policy(config(0), trained, RingWorlds.PLACES + 1, new RingWorlds(1).actionSpec()))
                .hasMessageContaining("expected 5 features and 2 choices, found 4 and 2");
        assertThatThrownBy(() -> config(-1))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("evaluationSimulations");
    }

    @Test
    void theFirstUpdateIsWhenTheKindSaysSo() {
        long first = KIND.firstUpdate(config(0), WORLDS);
        VectorEnvironment worlds = new RingWorlds(WORLDS);
        try (Compute compute = Compute.open(DeviceChoice.CPU, 1);
                MuZero learner = new MuZero(config(0), LearningTask.in(worlds, STEPS, 1), compute)) {
            LearnerRun run = new LearnerRun(learner, worlds, 1);
            run.train(first - WORLDS);
            assertThat(learner.metrics()).containsEntry("train/n_updates", 0.0).doesNotContainKey("train/reward_loss");
            run.train(WORLDS);
            assertThat(learner.metrics().get("train/n_updates")).isPositive();
            assertThat(learner.metrics()).containsKeys("train/policy_loss", "train/value_loss", "train/reward_loss");
        }
    }
}
