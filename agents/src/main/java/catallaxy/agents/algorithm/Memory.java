package catallaxy.agents.algorithm;

import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.learning.VectorStep;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/** What has been lived through, to learn from. Its learner owns it. */
interface Memory {
    /** See {@link ReplayBuffer#put}. */
    void put(float[] acted, float[] chosen, VectorStep result, boolean[] allowed);

    /** Transitions that can be drawn. */
    int size();

    /** The transitions drawn last. */
    ReplayBatch batch();

    /** Writes the transitions that are there. */
    void save(TensorStore tensors, StateWriter out);

    void load(StateReader in);
}
