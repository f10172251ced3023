package catallaxy.scenarios.training;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * A TensorBoard event file of scalars: records of length, checksum, event and checksum, each event a protocol-buffer
 * message with wall time, step and values. Appended to; a kill leaves whole records and at most one cut one. One writer.
 *
 * <p>Record format: https://www.tensorflow.org/tutorials/load_data/tfrecord; messages: event.proto and summary.proto of
 * TensorFlow.
 */
final class EventFile implements AutoCloseable {
    private static final int HEADER = Long.BYTES + Integer.BYTES;
    private static final int MASK_DELTA = 0xA282EAD8;

    private final FileChannel channel;

    private EventFile(FileChannel channel) {
        this.channel = channel;
    }

    /** A new file with the event that opens it. */
    static EventFile create(Path file, double wallSeconds) throws IOException {
        EventFile events = new EventFile(
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.WRITE));
        if (events.channel.size() == 0) {
            Message version = new Message().fixed64(1, wallSeconds).text(3, "brain.Event:2");
            events.write(version.bytes());
        }
        return events;
    }

    /** Adds the values of a step. */
    void add(double wallSeconds, long step, Map<String, Double> values) throws IOException {
        Message summary = new Message();
        values.forEach(
                (tag, value) -> summary.message(1, new Message().text(1, tag).fixed32(2, value.floatValue())));
        write(new Message()
                .fixed64(1, wallSeconds)
                .varint(2, step)
                .message(5, summary)
                .bytes());
    }

    private void write(byte[] event) throws IOException {
        ByteBuffer record =
                ByteBuffer.allocate(HEADER + event.length + Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        record.putLong(event.length);
        record.putInt(maskedChecksum(record.array(), 0, Long.BYTES));
        record.put(event);
        record.putInt(maskedChecksum(event, 0, event.length));
        record.flip();
        while (record.hasRemaining()) {
            channel.write(record);
        }
    }

    /** Cuts off what was written after a step, and a record that a kill has cut. */
    static void forgetAfter(Path file, long step) throws IOException {
        byte[] content = Files.readAllBytes(file);
        ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        int end = 0;
        while (isWhole(content, bytes, end) && stepOf(bytes, end + HEADER) <= step) {
            end += HEADER + (int) bytes.getLong(end) + Integer.BYTES;
        }
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            out.truncate(end);
        }
    }

    private static boolean isWhole(byte[] content, ByteBuffer bytes, int start) {
        if (start + HEADER > bytes.capacity()) {
            return false;
        }
        long length = bytes.getLong(start);
        long end = start + HEADER + length;
        return length >= 0
                && end + Integer.BYTES <= bytes.capacity()
                && bytes.getInt((int) end) == maskedChecksum(content, start + HEADER, (int) length);
    }

    /** Of the event that begins here with its wall time; 0 for the one without. */
    private static long stepOf(ByteBuffer bytes, int event) {
        int position = event + 1 + Double.BYTES;
        if (bytes.get(position) != Message.key(2, 0)) {
            return 0;
        }
        long step = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes.get(++position);
            step |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return step;
            }
        }
    }

    /** The checksum as the format wants it, so that checksums of checksums are no special case. */
    private static int maskedChecksum(byte[] bytes, int offset, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, offset, length);
        return Integer.rotateRight((int) checksum.getValue(), 15) + MASK_DELTA;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** A protocol-buffer message being written. */
    private static final class Message {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        /** Field number and wire type in one byte. */
        static byte key(int field, int wireType) {
            return (byte) (field << 3 | wireType);
        }

        Message varint(int field, long value) {
            out.write(key(field, 0));
            return raw(value);
        }

        Message fixed64(int field, double value) {
            out.write(key(field, 1));
            out.writeBytes(ByteBuffer.allocate(Double.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putDouble(value)
                    .array());
            return this;
        }

        Message fixed32(int field, float value) {
            out.write(key(field, 5));
            out.writeBytes(ByteBuffer.allocate(Float.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putFloat(value)
                    .array());
            return this;
        }

        Message text(int field, String value) {
            return bytes(field, value.getBytes(StandardCharsets.UTF_8));
        }

        Message message(int field, Message inner) {
            return bytes(field, inner.bytes());
        }

        private Message bytes(int field, byte[] value) {
            out.write(key(field, 2));
            raw(value.length);
            out.writeBytes(value);
            return this;
        }

        private Message raw(long value) {
            long rest = value;
            while ((rest & ~0x7FL) != 0) {
                out.write((int) ((rest & 0x7F) | 0x80));
                rest >>>= 7;
            }
            out.write((int) rest);
            return this;
        }

        byte[] bytes() {
            return out.toByteArray();
        }
    }
}
