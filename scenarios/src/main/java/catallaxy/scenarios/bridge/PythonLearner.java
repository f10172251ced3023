package catallaxy.scenarios.bridge;

import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.learning.VectorStep;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.Map;

/** The learner of a training that has it in Python. Python begins anew when the first thing is wanted of it. */
final class PythonLearner implements Learner {
    private final RemoteLearner remote;
    private long steps;
    private boolean begun;

    PythonLearner(RemoteLearner remote) {
        this.remote = remote;
    }

    @Override
    public String algorithm() {
        return "python";
    }

    @Override
    public void act(VectorStep now, float[] actions) {
        begun().act(now, actions);
    }

    @Override
    public void observe(VectorStep result) {
        begun().observe(result);
        steps += result.worlds();
    }

    @Override
    public long steps() {
        return steps;
    }

    /** Python saves whatever it is in the middle of. */
    @Override
    public boolean atBoundary() {
        return true;
    }

    @Override
    public BatchPolicy policy() {
        return begun().policy();
    }

    @Override
    public Map<String, Double> metrics() {
        return begun().metrics();
    }

    @Override
    public void save(TensorStore tensors, StateWriter rest) {
        StateTensor.put(begun().save(), tensors);
        rest.int64(steps);
    }

    @Override
    public void load(TensorStore tensors, StateReader rest) {
        remote.hold(StateTensor.of(tensors));
        begun = true;
        steps = rest.int64();
    }

    private RemoteLearner begun() {
        if (!begun) {
            remote.begin();
            begun = true;
        }
        return remote;
    }

    /** What it holds is Python's. */
    @Override
    public void close() {}
}
