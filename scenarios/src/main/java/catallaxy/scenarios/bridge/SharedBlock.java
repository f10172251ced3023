package catallaxy.scenarios.bridge;

import catallaxy.scenarios.FileFault;
import catallaxy.scenarios.UserError;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A block of memory that two processes have mapped, read and written by the names of its arrays. */
final class SharedBlock {
    /** Of all numbers in it. */
    private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;

    static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT.withOrder(ORDER);
    static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE.withOrder(ORDER);
    static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG.withOrder(ORDER);

    private final MemorySegment memory;
    private final SharedLayout layout;

    private SharedBlock(MemorySegment memory, SharedLayout layout) {
        this.memory = memory;
        this.layout = layout;
    }

    /**
     * Maps a file that the other side made; it may be removed after that.
     *
     * @throws UserError if it cannot be mapped, or is too small
     */
    static SharedBlock map(Path file, SharedLayout layout) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (channel.size() < layout.bytes()) {
                throw UserError.usage(
                        file + ": expected " + layout.bytes() + " bytes of shared memory, found " + channel.size());
            }
            return new SharedBlock(channel.map(MapMode.READ_WRITE, 0, layout.bytes(), Arena.ofAuto()), layout);
        } catch (IOException unusable) {
            throw UserError.failed("cannot map the shared memory: " + FileFault.text(unusable), unusable);
        }
    }

    /** The bytes of an array. */
    MemorySegment array(String name) {
        SharedLayout.SharedArray array = layout.array(name);
        return memory.asSlice(array.offset(), array.size());
    }

    /** Reads the beginning of an array. */
    static void read(MemorySegment array, float[] into) {
        MemorySegment.copy(array, FLOAT, 0, into, 0, into.length);
    }

    /** Writes the beginning of an array. */
    static void write(float[] values, MemorySegment array) {
        MemorySegment.copy(values, 0, array, FLOAT, 0, values.length);
    }

    /** Writes numbers into an array from index {@code from} on. */
    static void write(double[] values, MemorySegment array, int from) {
        MemorySegment.copy(values, 0, array, DOUBLE, (long) from * Double.BYTES, values.length);
    }

    /** Writes ones and zeros into an array from index {@code from} on. */
    static void write(boolean[] values, MemorySegment array, int from) {
        for (int i = 0; i < values.length; i++) {
            write(values[i], array, from + i);
        }
    }

    /** Writes a one or a zero. */
    static void write(boolean value, MemorySegment array, int index) {
        array.set(ValueLayout.JAVA_BYTE, index, value ? (byte) 1 : (byte) 0);
    }
}
