package catallaxy.agents.algorithm;

import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.learning.VectorStep;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/** Acting while it is learned: with exploration, in {@code N} worlds. Remembers what was done until that is stored. */
interface Explorer {
    /** {@code [N, F]}: the raw observations last acted on. */
    float[] observations();

    /** {@code [N, A]}: what was chosen there, as it is learned from. */
    float[] chosen();

    /** {@code [N, M]}: which choices the results allow; valid until the next act. */
    boolean[] allowedAfter(VectorStep result);

    /** Writes which exploration comes next. */
    void save(TensorStore tensors, StateWriter rest);

    void load(StateReader rest);
}
