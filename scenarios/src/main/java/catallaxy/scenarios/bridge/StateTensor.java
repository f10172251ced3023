package catallaxy.scenarios.bridge;

import catallaxy.agents.learning.TensorStore;
import java.util.Arrays;

/**
 * Bytes among the tensors of a checkpoint: three of them are a whole number below 2²⁴, which 32 bits of a float hold exactly. After the
 * last byte comes a one, then zeros up to a whole number.
 */
final class StateTensor {
    private static final String NAME = "state";
    private static final int BYTES = 3;

    private StateTensor() {}

    /** Adds the bytes. */
    static void put(byte[] state, TensorStore tensors) {
        float[] values = floats(state);
        tensors.put(NAME, values, values.length);
    }

    /**
     * The bytes that were added.
     *
     * @throws IllegalArgumentException if there are none
     */
    static byte[] of(TensorStore tensors) {
        return bytes(tensors.tensor(NAME).values());
    }

    private static float[] floats(byte[] state) {
        byte[] marked = Arrays.copyOf(state, ((state.length / BYTES) + 1) * BYTES);
        marked[state.length] = 1;
        float[] values = new float[marked.length / BYTES];
        for (int i = 0; i < values.length; i++) {
            values[i] = number(marked, BYTES * i);
        }
        return values;
    }

    private static int number(byte[] bytes, int at) {
        int high = Byte.toUnsignedInt(bytes[at]) * 0x10000;
        int middle = Byte.toUnsignedInt(bytes[at + 1]) * 0x100;
        return high + middle + Byte.toUnsignedInt(bytes[at + 2]);
    }

    private static byte[] bytes(float[] values) {
        byte[] marked = new byte[values.length * BYTES];
        for (int i = 0; i < values.length; i++) {
            int number = (int) values[i];
            marked[BYTES * i] = (byte) (number >> 16);
            marked[BYTES * i + 1] = (byte) (number >> 8);
            marked[BYTES * i + 2] = (byte) number;
        }
        int end = marked.length - 1;
        while (end >= 0 && marked[end] == 0) {
            end--;
        }
        if (end < 0 || marked[end] != 1) {
            throw new IllegalArgumentException("tensor '" + NAME + "': expected the bytes of a learner in Python");
        }
        return Arrays.copyOf(marked, end);
    }
}
