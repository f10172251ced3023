package catallaxy.environment.market.recording;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a recording, plain or gzip, and what is wrong in which of them. Owned by one reader. */
final class FlowLines implements AutoCloseable {
    private static final int GZIP = 0x8b1f;

    private final String name;
    private final BufferedReader in;
    private int line;

    /** What is read of a line. */
    interface Parse<T> {
        T of(String text);
    }

    FlowLines(String name, InputStream in) throws IOException {
        this.name = name;
        this.in = new BufferedReader(new InputStreamReader(unpacked(in), StandardCharsets.UTF_8));
    }

    private static InputStream unpacked(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in);
        buffered.mark(2);
        int magic = buffered.read() | buffered.read() << Byte.SIZE;
        buffered.reset();
        return magic == GZIP ? new GZIPInputStream(buffered) : buffered;
    }

    /** The next line, or {@code null} at the end. */
    @Nullable
    String next() throws IOException {
        line++;
        return in.readLine();
    }

    /** What is read of the present line; a number that is none, or out of range, is told with its line. */
    <T> T parse(String text, Parse<T> parse) {
        try {
            return parse.of(text);
        } catch (NumberFormatException unreadable) {
            throw wrong("expected a number, found " + shown(text));
        } catch (ArithmeticException wrong) {
            throw wrong(String.valueOf(wrong.getMessage()));
        }
    }

    FlowFileException wrong(String problem) {
        return new FlowFileException(name, line, problem);
    }

    static String shown(String text) {
        return "'" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "'";
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
