package catallaxy.scenarios.evolution;

import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/**
 * The newest state of an evolution, {@code evolution.state}: written whole or not at all, so that a kill at any moment leaves the one
 * before. Its last eight bytes are the checksum of the others.
 */
record StateFile(Path file) {
    private static final String FORM = "catallaxy evolution 1";

    /** Whether there is one. */
    boolean exists() {
        return Files.isRegularFile(file);
    }

    void write(Consumer<StateWriter> state) throws IOException {
        StateWriter out = new StateWriter();
        out.text(FORM);
        state.accept(out);
        out.int64(checksum(out.toBytes(), out.size()));
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        Files.write(partial, out.toBytes());
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** @throws CorruptStateException if it is not as it was written, or does not fit */
    void read(Consumer<StateReader> state) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int size = bytes.length - Long.BYTES;
        if (size < 0
                || new StateReader(Arrays.copyOfRange(bytes, size, bytes.length)).int64() != checksum(bytes, size)) {
            throw new CorruptStateException(file + ": its checksum is not that of its content");
        }
        StateReader in = new StateReader(Arrays.copyOf(bytes, size));
        String form = in.text();
        if (!form.equals(FORM)) {
            throw new CorruptStateException(file + ": expected the form '" + FORM + "', found '" + form + "'");
        }
        state.accept(in);
        in.end();
    }

    private static long checksum(byte[] bytes, int size) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, size);
        return checksum.getValue();
    }
}
