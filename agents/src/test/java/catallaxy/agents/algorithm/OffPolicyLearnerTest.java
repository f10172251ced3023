package catallaxy.agents.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.learning.VectorStep;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The order in which acting, memory and learning take turns, by parts that only write down that they were called. */
class OffPolicyLearnerTest {
    private static final int WORLDS = 2;

    private final List<String> calls = new ArrayList<>();

    /** Acts with ones. */
    private final class Scripted implements Explorer {
        @Override
        public float[] observations() {
            return new float[WORLDS];
        }

        @Override
        public float[] chosen() {
            return new float[] {1, 1};
        }

        @Override
        public boolean[] allowedAfter(VectorStep result) {
            return result.masks();
        }

        @Override
        public void save(TensorStore tensors, StateWriter rest) {
            calls.add("save explorer");
        }

        @Override
        public void load(StateReader rest) {
            calls.add("load explorer");
        }
    }

    /** Holds nothing until the third step. */
    private final class Late implements Memory {
        private int steps;

        @Override
        public void put(float[] acted, float[] chosen, VectorStep result, boolean[] allowed) {
            steps++;
            calls.add("put " + chosen[0]);
        }

        @Override
        public int size() {
            return Math.max(0, steps - 2);
        }

        @Override
        public ReplayBatch batch() {
            return ReplayBatch.of(1, 1, 1, 1);
        }

        @Override
        public void save(TensorStore tensors, StateWriter out) {
            calls.add("save memory");
        }

        @Override
        public void load(StateReader in) {
            calls.add("load memory");
        }
    }

    private final class Recorded extends OffPolicyLearner {
        private final Explorer explorer = new Scripted();
        private final Memory memory = new Late();

        Recorded() {
            super(new ReplaySettings(10, 1, 1, 0.9, 1, 2, 1).clock(WORLDS, 100));
        }

        @Override
        Explorer explorer() {
            return explorer;
        }

        @Override
        Memory memory() {
            return memory;
        }

        @Override
        void explore(VectorStep now, float[] actions) {
            calls.add("explore");
        }

        @Override
        void update() {
            calls.add("update");
        }

        @Override
        void stepped() {
            calls.add("stepped");
        }

        @Override
        void saveLearned(TensorStore tensors, StateWriter rest) {
            calls.add("save learned");
        }

        @Override
        void loadLearned(TensorStore tensors, StateReader rest) {
            calls.add("load learned");
        }

        @Override
        void saveCourse(TensorStore tensors, StateWriter rest) {
            calls.add("save course");
        }

        @Override
        void loadCourse(StateReader rest) {
            calls.add("load course");
        }

        @Override
        public String algorithm() {
            return "recorded";
        }

        @Override
        public BatchPolicy policy() {
            return (observations, masks, rows, actions) -> {};
        }

        @Override
        public Map<String, Double> metrics() {
            return Map.of();
        }

        @Override
        public void close() {}
    }

    private static VectorStep step() {
        return new VectorStep(WORLDS, 1, 1);
    }

    @Test
    void whatWasDoneIsKeptBeforeAnythingIsLearnedAndNothingIsLearnedFromNothing() {
        OffPolicyLearner learner = new Recorded();
        for (int i = 0; i < 3; i++) {
            learner.act(step(), new float[WORLDS]);
            learner.observe(step());
        }
        assertThat(calls)
                .containsExactly(
                        "explore", "put 1.0", "stepped", "explore", "put 1.0", "stepped", "explore", "put 1.0",
                        "stepped", "update", "update");
        assertThat(learner.steps()).isEqualTo(6);
    }

    @Test
    void everyPartIsSavedAndLoadedInOneOrderAndNoneBetweenAnActionAndItsAnswer() {
        OffPolicyLearner learner = new Recorded();
        StateWriter out = new StateWriter();
        learner.save(new TensorStore(), out);
        learner.load(new TensorStore(), new StateReader(out.toBytes()));
        assertThat(calls)
                .containsExactly(
                        "save learned",
                        "save explorer",
                        "save course",
                        "save memory",
                        "load learned",
                        "load explorer",
                        "load course",
                        "load memory");
        learner.act(step(), new float[WORLDS]);
        assertThat(learner.atBoundary()).isFalse();
        assertThatThrownBy(() -> learner.save(new TensorStore(), new StateWriter()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("between an action and its answer");
    }
}
