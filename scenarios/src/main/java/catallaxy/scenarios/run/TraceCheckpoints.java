package catallaxy.scenarios.run;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code trace.checkpoints}: half of the trace digest after every {@value #INTERVAL} events, 8 bytes each, so that the
 * place where two runs part can be found without storing their traces.
 */
final class TraceCheckpoints implements Closeable {
    /** Trace events between two checkpoints. */
    static final int INTERVAL = 1024;

    private final DataOutputStream out;

    TraceCheckpoints(Path file) throws IOException {
        this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
    }

    void add(long checkpoint) throws IOException {
        out.writeLong(checkpoint);
    }

    void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /** The checkpoints of a run; a last one that was cut off is left out. */
    static List<Long> read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        List<Long> checkpoints = new ArrayList<>(bytes.remaining() / Long.BYTES);
        while (bytes.remaining() >= Long.BYTES) {
            checkpoints.add(bytes.getLong());
        }
        return checkpoints;
    }
}
