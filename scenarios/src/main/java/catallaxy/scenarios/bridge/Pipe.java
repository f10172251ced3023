package catallaxy.scenarios.bridge;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Lines to and from the other process. An empty line only wakes whom it reaches. What is read and what is written may be so on
 * any thread, each on one at a time.
 */
final class Pipe {
    private static final byte[] WAKE = {'\n'};

    private final InputStream in;
    private final OutputStream out;

    Pipe(InputStream in, OutputStream out) {
        this.in = new BufferedInputStream(in);
        this.out = out;
    }

    /** The next line without its end; null where the other side has closed it. */
    @Nullable
    String read() throws IOException {
        synchronized (in) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    return null;
                }
                line.write(next);
            }
            return line.toString(StandardCharsets.UTF_8);
        }
    }

    /** Writes a line. */
    void write(String line) throws IOException {
        send((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Writes the empty line. */
    void wake() throws IOException {
        send(WAKE);
    }

    private void send(byte[] bytes) throws IOException {
        synchronized (out) {
            out.write(bytes);
            out.flush();
        }
    }
}
