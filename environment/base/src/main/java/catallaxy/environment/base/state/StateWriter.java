package catallaxy.environment.base.state;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A growing byte sequence into which components write their state, little-endian and without padding.
 *
 * <p>The bytes serve both as a snapshot and as the material of a state hash, so a component writes only what
 * determines its future: no capacities, no unused slots. Owned by one thread.
 */
public final class StateWriter {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    /** Arrays of more bytes cannot be allocated everywhere. */
    private static final long LARGEST = Integer.MAX_VALUE - 8L;

    private byte[] bytes;
    private int size;

    /** An empty writer that first has room for 4096 bytes. */
    public StateWriter() {
        this(4096);
    }

    /** A writer that first has room for so many bytes. */
    public StateWriter(int capacity) {
        bytes = new byte[Math.max(8, capacity)];
    }

    /** Writes 8 bytes, the least significant first. */
    public StateWriter int64(long value) {
        reserve(Long.BYTES);
        LONG.set(bytes, size, value);
        size += Long.BYTES;
        return this;
    }

    /** Writes 4 bytes, the least significant first. */
    public StateWriter int32(int value) {
        reserve(Integer.BYTES);
        INT.set(bytes, size, value);
        size += Integer.BYTES;
        return this;
    }

    /** Writes one byte: 1 for true, 0 for false. */
    public StateWriter flag(boolean value) {
        reserve(1);
        bytes[size++] = (byte) (value ? 1 : 0);
        return this;
    }

    /** Writes the raw bits, so that NaN payloads and signed zeros survive. */
    public StateWriter float64(double value) {
        return int64(Double.doubleToRawLongBits(value));
    }

    /** Writes the first {@code count} elements, preceded by their number. */
    public StateWriter longs(long[] values, int count) {
        int32(count);
        for (int i = 0; i < count; i++) {
            int64(values[i]);
        }
        return this;
    }

    /** Writes the first {@code count} elements, preceded by their number. */
    public StateWriter ints(int[] values, int count) {
        int32(count);
        for (int i = 0; i < count; i++) {
            int32(values[i]);
        }
        return this;
    }

    /** Writes all elements, preceded by their number. */
    public StateWriter doubles(double[] values) {
        int32(values.length);
        for (double value : values) {
            float64(value);
        }
        return this;
    }

    /** Writes the raw bits of the first {@code count} elements, preceded by their number. */
    public StateWriter floats(float[] values, int count) {
        int32(count);
        reserve(Math.multiplyExact(count, Float.BYTES));
        for (int i = 0; i < count; i++, size += Float.BYTES) {
            INT.set(bytes, size, Float.floatToRawIntBits(values[i]));
        }
        return this;
    }

    /** Writes all bytes, preceded by their number. */
    public StateWriter bytes(byte[] values) {
        int32(values.length);
        reserve(values.length);
        System.arraycopy(values, 0, bytes, size, values.length);
        size += values.length;
        return this;
    }

    /** Writes UTF-8, preceded by its length in bytes. */
    public StateWriter text(String value) {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes written so far. */
    public int size() {
        return size;
    }

    /** A copy of the bytes written so far; writing may go on afterwards. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void reserve(int more) {
        int needed = Math.addExact(size, more);
        if (needed > bytes.length) {
            int doubled = (int) Math.min(bytes.length * 2L, LARGEST);
            bytes = Arrays.copyOf(bytes, Math.max(needed, doubled));
        }
    }
}
