package catallaxy.agents.algorithm;

import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.agents.learning.VectorStep;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.ArrayList;
import java.util.List;

/** The caller's side of a learner in tests: its environment, and the loop between them. */
final class LearnerRun {
    private final Learner learner;
    private final VectorEnvironment environment;
    private final VectorStep step;
    private final float[] actions;

    LearnerRun(Learner learner, VectorEnvironment environment, long seed) {
        this.learner = learner;
        this.environment = environment;
        step = VectorStep.of(environment);
        actions = new float[environment.worlds() * environment.actionSpec().size()];
        environment.reset(seed, step);
    }

    void train(long transitions) {
        long end = learner.steps() + transitions;
        while (learner.steps() < end) {
            learner.act(step, actions);
            environment.step(actions, step);
            learner.observe(step);
        }
    }

    float[] lastActions() {
        return actions.clone();
    }

    VectorStep step() {
        return step;
    }

    byte[] save(TensorStore tensors) {
        StateWriter out = new StateWriter();
        learner.save(tensors, out);
        environment.save(out);
        step.save(out);
        return out.toBytes();
    }

    void load(TensorStore tensors, byte[] state) {
        StateReader in = new StateReader(state);
        learner.load(tensors, in);
        environment.load(in);
        step.load(in);
        in.end();
    }

    /** Everything that was learned, as bits. */
    static List<Integer> bits(TensorStore tensors) {
        List<Integer> bits = new ArrayList<>();
        for (String name : tensors.names()) {
            for (float value : tensors.tensor(name).values()) {
                bits.add(Float.floatToRawIntBits(value));
            }
        }
        return bits;
    }

    /** Mean return of the first episodes of all worlds. */
    static double score(VectorEnvironment environment, BatchPolicy policy) {
        VectorStep step = VectorStep.of(environment);
        int worlds = environment.worlds();
        float[] actions = new float[worlds * environment.actionSpec().size()];
        boolean[] over = new boolean[worlds];
        environment.reset(77, step);
        double sum = 0;
        int left = worlds;
        while (left > 0) {
            policy.act(step.observations(), step.masks(), worlds, actions);
            environment.step(actions, step);
            for (int i = 0; i < worlds; i++) {
                sum += over[i] ? 0 : step.rewards()[i];
                if (!over[i] && step.ended(i)) {
                    over[i] = true;
                    left--;
                }
            }
        }
        return sum / worlds;
    }
}
