package catallaxy.agents.algorithm;

import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.learning.VectorStep;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.Arrays;

/** A replay buffer that draws by priority, or uniformly with weights of 1. Mutable, one owner. */
final class PrioritisedReplay implements Memory {
    private final ReplayBuffer buffer;
    private final Priorities priorities;
    private final boolean prioritised;
    private final ReplayBatch batch;
    private final float[] weights;
    private RandomStream random;

    /** @param exponent ω; see {@link Priorities} */
    PrioritisedReplay(
            ReplayBuffer buffer, boolean prioritised, double exponent, ReplayBatch batch, RandomStream random) {
        this.buffer = buffer;
        this.prioritised = prioritised;
        this.batch = batch;
        this.random = random;
        priorities = new Priorities(buffer.capacity(), exponent);
        weights = new float[batch.size()];
        Arrays.fill(weights, 1);
    }

    @Override
    public int size() {
        return buffer.size();
    }

    @Override
    public ReplayBatch batch() {
        return batch;
    }

    /** Importance weight of row {@code b} of the batch. */
    float weight(int b) {
        return weights[b];
    }

    @Override
    public void put(float[] acted, float[] chosen, VectorStep result, boolean[] allowed) {
        int completed = buffer.put(acted, chosen, result, allowed);
        for (int age = completed; prioritised && age > 0; age--) {
            priorities.add(buffer.recent(age));
        }
    }

    /** Draws a batch; one word a row. */
    void sample(double importanceExponent) {
        if (prioritised) {
            priorities.sample(random, batch.rows());
            priorities.weigh(batch.rows(), buffer.size(), importanceExponent, weights);
            for (int b = 0; b < batch.size(); b++) {
                buffer.copy(batch.rows()[b], batch, b);
            }
        } else {
            buffer.sample(random, batch);
        }
    }

    /** Row {@code b} of the batch was learned from with this error. */
    void learned(int b, double error) {
        if (prioritised) {
            priorities.update(batch.rows()[b], error);
        }
    }

    @Override
    public void save(TensorStore tensors, StateWriter out) {
        Draws.save("replay", random, tensors, out);
        buffer.save(out);
        priorities.save(out, buffer.size());
    }

    @Override
    public void load(StateReader in) {
        random = RandomStream.load(in);
        buffer.load(in);
        priorities.load(in);
    }
}
