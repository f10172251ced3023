package catallaxy.agents.algorithm;

import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.learning.VectorStep;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * What learners from a memory have in common: an explorer acts, a memory keeps what came of it, and when the clock says so the
 * algorithm's {@link #update} learns from what it draws of that.
 */
abstract class OffPolicyLearner implements Learner {
    final OffPolicyClock clock;
    private boolean acting;

    OffPolicyLearner(OffPolicyClock clock) {
        this.clock = clock;
    }

    abstract Explorer explorer();

    abstract Memory memory();

    /** Has the explorer act. */
    abstract void explore(VectorStep now, float[] actions);

    /** One gradient step on a minibatch; there is something to draw. */
    abstract void update();

    /** After each step of the worlds, before its updates. */
    void stepped() {}

    /** Writes networks, optimisers and normaliser. */
    abstract void saveLearned(TensorStore tensors, StateWriter rest);

    abstract void loadLearned(TensorStore tensors, StateReader rest);

    /** Writes further random streams and the latest figures. */
    abstract void saveCourse(TensorStore tensors, StateWriter rest);

    abstract void loadCourse(StateReader rest);

    @Override
    public final void act(VectorStep now, float[] actions) {
        explore(now, actions);
        acting = true;
    }

    @Override
    public final void observe(VectorStep result) {
        Explorer explorer = explorer();
        Memory memory = memory();
        memory.put(explorer.observations(), explorer.chosen(), result, explorer.allowedAfter(result));
        acting = false;
        int updates = clock.advance();
        stepped();
        for (int i = 0; i < updates && memory.size() > 0; i++) {
            update();
        }
    }

    @Override
    public final long steps() {
        return clock.steps();
    }

    @Override
    public final boolean atBoundary() {
        return !acting;
    }

    @Override
    public final void save(TensorStore tensors, StateWriter rest) {
        if (acting) {
            throw new IllegalStateException("saved between an action and its answer");
        }
        saveLearned(tensors, rest);
        clock.save(rest);
        explorer().save(tensors, rest);
        saveCourse(tensors, rest);
        memory().save(tensors, rest);
    }

    @Override
    public final void load(TensorStore tensors, StateReader rest) {
        loadLearned(tensors, rest);
        clock.load(rest);
        explorer().load(rest);
        loadCourse(rest);
        memory().load(rest);
    }
}
