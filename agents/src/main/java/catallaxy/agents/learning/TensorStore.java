package catallaxy.agents.learning;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Named tensors of 32-bit floats in the order in which they were put, and notes beside them. Notes are for readers of a
 * checkpoint: how the tensors were made and how far their makers had come. Nothing is loaded from them. Mutable, one owner.
 */
public final class TensorStore {
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();
    private final Map<String, Object> notes = new LinkedHashMap<>();

    /**
     * A tensor.
     *
     * @param values row-major
     * @param shape  sizes whose product is the number of values
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Tensor(float[] values, int[] shape) {
        public Tensor {
            long size = Arrays.stream(shape).asLongStream().reduce(1, (a, b) -> a * b);
            if (size != values.length) {
                throw new IllegalArgumentException(values.length + " values for shape " + Arrays.toString(shape));
            }
        }
    }

    /**
     * Adds a tensor.
     *
     * @throws IllegalArgumentException if the name is taken
     */
    public void put(String name, float[] values, int... shape) {
        if (tensors.putIfAbsent(name, new Tensor(values, shape)) != null) {
            throw new IllegalArgumentException("tensor '" + name + "' is there already");
        }
    }

    /**
     * The values of a tensor.
     *
     * @param shape expected
     * @throws IllegalArgumentException if it is missing or has another shape
     */
    public float[] get(String name, int... shape) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("no tensor '" + name + "' among " + tensors.keySet());
        }
        if (!Arrays.equals(tensor.shape(), shape)) {
            throw new IllegalArgumentException("tensor '" + name + "': found shape " + Arrays.toString(tensor.shape())
                    + ", expected " + Arrays.toString(shape));
        }
        return tensor.values();
    }

    /** Names of the tensors in the order in which they were put; a live view. */
    public Set<String> names() {
        return tensors.keySet();
    }

    /**
     * The named tensor.
     *
     * @throws IllegalArgumentException if it is missing
     */
    public Tensor tensor(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("no tensor '" + name + "' among " + tensors.keySet());
        }
        return tensor;
    }

    /**
     * Notes a whole number.
     *
     * @throws IllegalArgumentException if something was noted under this name
     */
    public void note(String name, long number) {
        putNote(name, number);
    }

    /**
     * Notes a number of 32 bits.
     *
     * @throws IllegalArgumentException if something was noted under this name
     */
    public void note(String name, float number) {
        putNote(name, number);
    }

    /**
     * Notes a truth.
     *
     * @throws IllegalArgumentException if something was noted under this name
     */
    public void note(String name, boolean truth) {
        putNote(name, truth);
    }

    /** Numbers and truths by name, in the order in which they were noted. */
    public Map<String, Object> notes() {
        return Collections.unmodifiableMap(notes);
    }

    /** Adds the notes of another store, each name after {@code prefix}. */
    public void noteAll(String prefix, TensorStore other) {
        other.notes.forEach((name, value) -> putNote(prefix + name, value));
    }

    private void putNote(String name, Object value) {
        if (notes.putIfAbsent(name, value) != null) {
            throw new IllegalArgumentException("note '" + name + "' is there already");
        }
    }
}
