package catallaxy.agents.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.learning.LearningTask;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.agents.learning.VectorStep;
import catallaxy.agents.network.Activation;
import catallaxy.agents.network.Compute;
import catallaxy.agents.network.DeviceChoice;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is tried, against the policy's own answer and the distributions that are said. */
class GaussianExplorerTest {
    private static final int WORLDS = 4000;

    private final VectorEnvironment worlds = new ReachWorlds(WORLDS, 1);
    private final VectorStep step = VectorStep.of(worlds);
    private final float[] actions = new float[WORLDS];
    private Compute compute;
    private DeterministicActor actor;

    @BeforeEach
    void open() {
        compute = Compute.open(DeviceChoice.CPU, 1);
        DeterministicSettings settings = new DeterministicSettings(
                List.of(8),
                Activation.TANH,
                false,
                0.01,
                0.1,
                true,
                false,
                new ReplaySettings(100, 10, 8, 0.9, 1, 1, 1));
        actor = new DeterministicActor("ddpg", settings, LearningTask.in(worlds, 1_000_000, 4), compute);
        worlds.reset(5, step);
    }

    @AfterEach
    void close() {
        actor.close();
        compute.close();
    }

    private GaussianExplorer explorer(double noise) {
        return new GaussianExplorer(actor, WORLDS, 1, noise, RandomStream.of(6, "explorer"));
    }

    /** Actions lie in [−3, 1]: one of [−1, 1] is doubled and shifted by −1. */
    @Test
    void withoutNoiseItActsAsThePolicy() {
        GaussianExplorer explorer = explorer(0);
        explorer.act(step, false, actions);
        float[] policy = actor.actions(step.observations(), WORLDS);
        assertThat(explorer.chosen()).containsExactly(policy);
        assertThat(explorer.observations()).containsExactly(step.observations());
        for (int i = 0; i < WORLDS; i++) {
            assertThat(actions[i]).isCloseTo(2 * policy[i] - 1, within(1e-6f));
        }
    }

    /** Four standard errors of the mean and of the mean square of 4000 draws, whose mean squares have deviation σ² √2. */
    @Test
    void noiseHasTheDeviationSaidAroundThePolicy() {
        double sigma = 0.1;
        GaussianExplorer explorer = explorer(sigma);
        explorer.act(step, false, actions);
        float[] policy = actor.actions(step.observations(), WORLDS);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < WORLDS; i++) {
            assertThat(Math.abs(policy[i])).as("far from the ends").isLessThan(0.5f);
            double noise = explorer.chosen()[i] - policy[i];
            sum += noise;
            squares += noise * noise;
        }
        assertThat(sum / WORLDS).isCloseTo(0, within(4 * sigma / Math.sqrt(WORLDS)));
        assertThat(squares / WORLDS).isCloseTo(sigma * sigma, within(4 * sigma * sigma * Math.sqrt(2.0 / WORLDS)));
    }

    @Test
    void noiseIsCutAtBothEnds() {
        explorer(50).act(step, false, actions);
        assertThat(actions).contains(-3, 1);
        for (float action : actions) {
            assertThat(action).isBetween(-3f, 1f);
        }
    }

    /** A uniform number of [−1, 1] has mean 0 and mean square 1/3, whose deviation is √(4/45). */
    @Test
    void beforeAnythingIsLearnedItActsUniformly() {
        GaussianExplorer explorer = explorer(0);
        explorer.act(step, true, actions);
        double sum = 0;
        double squares = 0;
        for (float each : explorer.chosen()) {
            assertThat(each).isBetween(-1f, 1f);
            sum += each;
            squares += each * each;
        }
        assertThat(sum / WORLDS).isCloseTo(0, within(4 * Math.sqrt(1.0 / 3 / WORLDS)));
        assertThat(squares / WORLDS).isCloseTo(1.0 / 3, within(4 * Math.sqrt(4.0 / 45 / WORLDS)));
    }

    /** The normaliser has seen what was acted on before the policy is asked. */
    @Test
    void theNormaliserSeesEveryObservationActedOn() {
        float[] before = actor.actions(step.observations(), WORLDS);
        explorer(0).act(step, true, actions);
        assertThat(actor.actions(step.observations(), WORLDS)).isNotEqualTo(before);
    }

    @Test
    void goesOnFromWhatWasSaved() {
        GaussianExplorer one = explorer(0.3);
        one.act(step, false, actions);
        StateWriter out = new StateWriter();
        TensorStore tensors = new TensorStore();
        one.save(tensors, out);
        assertThat(tensors.notes()).containsEntry("random.exploration", (long) WORLDS);
        GaussianExplorer other = explorer(0.3);
        other.load(new StateReader(out.toBytes()));
        one.act(step, true, actions);
        other.act(step, true, actions);
        assertThat(other.chosen()).containsExactly(one.chosen());
    }
}
