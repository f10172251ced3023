package catallaxy.scenarios.bridge;

import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.LearningTask;
import catallaxy.agents.learning.VectorStep;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One learner in Python, and which state it is in as far as that is known here. One thread at a time. */
final class RemoteLearner {
    private final String agent;
    private final int index;
    private @Nullable LearningTask task;
    private @Nullable LearnerCalls calls;
    private byte @Nullable [] held;

    /**
     * A learner that is not connected yet.
     *
     * @param agent in whose seat it learns; empty in a problem
     * @param index among all learners in Python
     */
    RemoteLearner(String agent, int index) {
        this.agent = agent;
        this.index = index;
    }

    String agent() {
        return agent;
    }

    int index() {
        return index;
    }

    /** A learner of a training that asks this one. */
    Learner learner(LearningTask made) {
        task = made;
        return new PythonLearner(this);
    }

    /** What it is made for. */
    LearningTask task() {
        return Objects.requireNonNull(task, agent);
    }

    /** Connects it. */
    void attach(LearnerCalls connected) {
        calls = connected;
    }

    private LearnerCalls calls() {
        return Objects.requireNonNull(calls, agent);
    }

    /** Has Python begin anew. */
    void begin() {
        held = null;
        calls().begin(this);
    }

    void act(VectorStep now, float[] actions) {
        held = null;
        calls().act(this, now, actions);
    }

    void observe(VectorStep result) {
        held = null;
        calls().observe(this, result);
    }

    /** What it does now without exploration, asked for in parts where the rows are more than the memory holds. */
    BatchPolicy policy() {
        return (observations, masks, rows, actions) -> {
            for (int from = 0; from < rows; from += calls().rows()) {
                int some = Math.min(calls().rows(), rows - from);
                calls().policy(this, new LearnerCalls.Rows(observations, masks, from, some), actions);
            }
        };
    }

    /** What it does without exploration in the state that was saved so. */
    BatchPolicy policy(byte[] state) {
        return (observations, masks, rows, actions) -> {
            hold(state);
            policy().act(observations, masks, rows, actions);
        };
    }

    Map<String, Double> metrics() {
        return calls().metrics(this);
    }

    byte[] save() {
        byte[] state = calls().save(this);
        held = state;
        return state;
    }

    /** Has it be as it was saved; where it is so already, nothing is asked. */
    void hold(byte[] state) {
        if (!Arrays.equals(held, state)) {
            begin();
            calls().load(this, state);
        }
        held = state;
    }
}
