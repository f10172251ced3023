package catallaxy.agents.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.agents.learning.ActionSpace;
import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.LearningTask;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.agents.network.Compute;
import catallaxy.agents.network.DeviceChoice;
import catallaxy.agents.problem.MountainCarProblem;
import catallaxy.agents.problem.PendulumProblem;
import catallaxy.agents.problem.TicTacToeProblem;
import catallaxy.agents.training.LearnerSpec;
import catallaxy.environment.base.state.StateWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PolicyContractTest {
    private static final PolicyContract CONTRACT = new PolicyContract(true);
    private static final int WORLDS = 6;

    private static VectorEnvironment masked() {
        return new MaskedWorlds(MountainCarProblem.standard().environment(WORLDS));
    }

    private static VectorEnvironment worlds(LearnerSpec<?> spec) {
        if (spec.kind().plans()) {
            return new TicTacToeProblem().environment(WORLDS);
        }
        VectorEnvironment masked = masked();
        return spec.kind().gives(ActionSpace.of(masked.actionSpec()))
                ? masked
                : PendulumProblem.standard().environment(WORLDS);
    }

    private static BatchPolicy frozen(LearnerSpec<?> spec) {
        VectorEnvironment worlds = worlds(spec);
        TensorStore tensors = new TensorStore();
        try (Compute compute = Compute.open(DeviceChoice.CPU, 1);
                Learner learner = spec.create(LearningTask.in(worlds, 1_000, 1), compute)) {
            learner.save(tensors, new StateWriter());
        }
        return spec.policy(tensors, worlds.observationSpec().size(), worlds.actionSpec());
    }

    @Test
    void everyFrozenPolicyIsAsked() {
        assertThat(SmallLearners.all().stream().map(LearnerSpec::algorithm))
                .containsExactlyElementsOf(SmallLearners.registered());
    }

    @TestFactory
    Stream<DynamicContainer> everyFrozenPolicyKeepsIt() {
        Map<String, PolicyContract.Subject> policies = new LinkedHashMap<>();
        for (LearnerSpec<?> spec : SmallLearners.all()) {
            if (spec.algorithm().equals("mcts")) {
                assertThatThrownBy(() -> frozen(spec)).hasMessageContaining("has no tensors");
                continue;
            }
            policies.put(spec.algorithm(), new PolicyContract.Subject(() -> frozen(spec), () -> worlds(spec)));
        }
        return CONTRACT.tests(policies);
    }

    /** The first label that is allowed, of three. */
    private static void first(boolean[] masks, int rows, float[] actions) {
        for (int row = 0; row < rows; row++) {
            actions[row] = masks[3 * row] ? 0 : 1;
        }
    }

    private static List<String> broken(BatchPolicy policy) {
        return CONTRACT.broken(new PolicyContract.Subject(() -> policy, PolicyContractTest::masked));
    }

    @Test
    void aSoundOneBreaksNothing() {
        assertThat(broken((observations, masks, rows, actions) -> first(masks, rows, actions)))
                .isEmpty();
    }

    @Test
    void explorationIsSeen() {
        AtomicInteger calls = new AtomicInteger();
        assertThat(broken((observations, masks, rows, actions) -> {
                    first(masks, rows, actions);
                    actions[0] = calls.incrementAndGet() % 3 == 0 ? 1 : actions[0];
                }))
                .contains(PolicyContract.SAME);
    }

    @Test
    void oneThatWritesWhatItReadsIsSeen() {
        assertThat(broken((observations, masks, rows, actions) -> {
                    first(masks, rows, actions);
                    observations[0] += 1;
                }))
                .contains(PolicyContract.INPUTS);
    }

    @Test
    void whatIsForbiddenOrOutOfBoundsIsSeen() {
        assertThat(broken((observations, masks, rows, actions) -> Arrays.fill(actions, 0)))
                .containsExactly(PolicyContract.ALLOWED);
        assertThat(broken((observations, masks, rows, actions) -> Arrays.fill(actions, 3)))
                .containsExactly(PolicyContract.ALLOWED);
    }

    @Test
    void rowsThatDependOnTheirBatchAreSeen() {
        assertThat(broken((observations, masks, rows, actions) -> {
                    first(masks, rows, actions);
                    actions[0] = rows == 1 ? 1 : actions[0];
                }))
                .containsExactly(PolicyContract.ROWS);
    }
}
