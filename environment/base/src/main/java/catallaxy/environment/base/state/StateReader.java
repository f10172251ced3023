package catallaxy.environment.base.state;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Reads back what a {@link StateWriter} wrote; every short or impossible read is a {@link CorruptStateException}. */
public final class StateReader {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    private int position;

    /** A reader that stands before the first of these bytes, of which it keeps a copy. */
    public StateReader(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** The next 8 bytes, little-endian, as a signed number. */
    public long int64() {
        return (long) LONG.get(bytes, take(Long.BYTES));
    }

    /** The next 4 bytes, little-endian, as a signed number. */
    public int int32() {
        return (int) INT.get(bytes, take(Integer.BYTES));
    }

    /** The next byte as a truth value: 1 is true, 0 is false, another is corrupt. */
    public boolean flag() {
        byte value = bytes[take(1)];
        if (value != 0 && value != 1) {
            throw new CorruptStateException("flag at byte " + (position - 1) + ": expected 0 or 1, found " + value);
        }
        return value == 1;
    }

    /** The next 8 bytes as the raw bits of a {@code double}, NaN payloads and signed zeros included. */
    public double float64() {
        return Double.longBitsToDouble(int64());
    }

    /** A count of 32 bits and that many numbers of 64 bits, in an array of just that length. */
    public long[] longs() {
        long[] values = new long[count(Long.BYTES)];
        for (int i = 0; i < values.length; i++) {
            values[i] = int64();
        }
        return values;
    }

    /** A count of 32 bits and that many numbers of 32 bits, in an array of just that length. */
    public int[] ints() {
        int[] values = new int[count(Integer.BYTES)];
        for (int i = 0; i < values.length; i++) {
            values[i] = int32();
        }
        return values;
    }

    /** A count of 32 bits and that many {@code double} as raw bits, in an array of just that length. */
    public double[] doubles() {
        double[] values = new double[count(Double.BYTES)];
        for (int i = 0; i < values.length; i++) {
            values[i] = float64();
        }
        return values;
    }

    /** A count of 32 bits and that many {@code float} as raw bits, in an array of just that length. */
    public float[] floats() {
        float[] values = new float[count(Float.BYTES)];
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.intBitsToFloat(int32());
        }
        return values;
    }

    /** A count of 32 bits and that many bytes, in an array of just that length. */
    public byte[] bytes() {
        byte[] values = new byte[count(1)];
        System.arraycopy(bytes, take(values.length), values, 0, values.length);
        return values;
    }

    /** A length in bytes of 32 bits and as many bytes of UTF-8; what is no UTF-8 is read as U+FFFD. */
    public String text() {
        int length = count(1);
        return new String(bytes, take(length), length, StandardCharsets.UTF_8);
    }

    /** Reads an element count and checks that so many elements of {@code elementBytes} can still follow. */
    public int count(int elementBytes) {
        int count = int32();
        if (count < 0 || (long) count * elementBytes > bytes.length - position) {
            throw new CorruptStateException("count " + count + " at byte " + (position - Integer.BYTES) + ": only "
                    + (bytes.length - position) + " bytes follow");
        }
        return count;
    }

    /** Whether everything was read. */
    public boolean atEnd() {
        return position == bytes.length;
    }

    /** Checks that everything was read. */
    public void end() {
        if (!atEnd()) {
            throw new CorruptStateException(
                    "expected the end at byte " + position + ", found " + (bytes.length - position) + " more bytes");
        }
    }

    private int take(int length) {
        if (length > bytes.length - position) {
            throw new CorruptStateException("needed " + length + " bytes at byte " + position + " of " + bytes.length);
        }
        int start = position;
        position += length;
        return start;
    }
}
