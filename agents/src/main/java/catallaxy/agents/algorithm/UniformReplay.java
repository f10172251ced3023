package catallaxy.agents.algorithm;

import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.learning.VectorStep;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/** A replay buffer that draws each of its transitions as often. Mutable, one owner. */
final class UniformReplay implements Memory {
    private final ReplayBuffer buffer;
    private final ReplayBatch batch;
    private RandomStream random;

    /** @param batch is overwritten for each draw */
    UniformReplay(ReplayBuffer buffer, ReplayBatch batch, RandomStream random) {
        this.buffer = buffer;
        this.batch = batch;
        this.random = random;
    }

    @Override
    public void put(float[] acted, float[] chosen, VectorStep result, boolean[] allowed) {
        buffer.put(acted, chosen, result, allowed);
    }

    @Override
    public int size() {
        return buffer.size();
    }

    @Override
    public ReplayBatch batch() {
        return batch;
    }

    /** Draws a batch; one word a row. */
    void sample() {
        buffer.sample(random, batch);
    }

    /** Writes which transitions are drawn next. */
    void saveDraws(TensorStore tensors, StateWriter out) {
        Draws.save("replay", random, tensors, out);
    }

    void loadDraws(StateReader in) {
        random = RandomStream.load(in);
    }

    @Override
    public void save(TensorStore tensors, StateWriter out) {
        buffer.save(out);
    }

    @Override
    public void load(StateReader in) {
        buffer.load(in);
    }
}
