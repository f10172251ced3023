package catallaxy.agents.network;

import catallaxy.environment.base.random.RandomStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Which tensors a {@link ParameterVector} holds, one behind the other. Networks add theirs when they are made and keep the
 * index of their first one. Mutable until {@link #build}.
 */
public final class ParameterLayout {
    private final List<Entry> entries = new ArrayList<>();

    /**
     * One tensor.
     *
     * @param name as in checkpoints, for example {@code policy.0.weight}
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Entry(String name, int[] shape, Initialiser initialiser) {
        int size() {
            int size = 1;
            for (int length : shape) {
                size *= length;
            }
            return size;
        }
    }

    /** Adds a tensor; returns its index among the views. */
    public int tensor(String name, Initialiser initialiser, int... shape) {
        entries.add(new Entry(name, shape, initialiser));
        return entries.size() - 1;
    }

    /** The parameters, initialised in the order in which they were added. */
    public ParameterVector build(Compute compute, RandomStream random) {
        int size = entries.stream().mapToInt(Entry::size).sum();
        float[] values = new float[size];
        int offset = 0;
        for (Entry entry : entries) {
            float[] part = entry.initialiser().values(entry.shape(), random);
            System.arraycopy(part, 0, values, offset, part.length);
            offset += part.length;
        }
        return new ParameterVector(compute, entries, values);
    }
}
