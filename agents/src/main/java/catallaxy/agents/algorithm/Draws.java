package catallaxy.agents.algorithm;

import catallaxy.agents.learning.TensorStore;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateWriter;

/** Saves random streams of a learner. */
final class Draws {
    private Draws() {}

    /** Writes the stream and notes how many words it has given, as {@code random.NAME}. */
    static void save(String name, RandomStream stream, TensorStore tensors, StateWriter rest) {
        tensors.note("random." + name, stream.counter());
        stream.save(rest);
    }
}
