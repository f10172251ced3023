package catallaxy.scenarios.bridge;

import catallaxy.scenarios.JsonText;
import catallaxy.scenarios.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What Python does at its end of a {@link PythonBridge}, which is served on a thread of its own. */
final class PythonSide implements AutoCloseable {
    static final Path SCENARIOS = Path.of("").toAbsolutePath();
    private static final VarHandle WORD = SharedBlock.LONG.varHandle();
    private static final int LOOKS = 10_000;

    private final Path folder;
    private final boolean watches;
    private final OutputStream toJava;
    private final Pipe pipe;
    private final CompletableFuture<Void> served;
    private final Queue<String> lines = new ArrayDeque<>();
    private final Map<String, MemorySegment> arrays = new LinkedHashMap<>();

    /** Finds scenarios among the shipped ones, or as files. */
    static final BridgeHost HOST = new BridgeHost() {
        @Override
        public Path file(String scenario) {
            Path file = SCENARIOS.resolve(scenario.endsWith(".conf") ? scenario : scenario + ".conf");
            if (!Files.isRegularFile(file)) {
                throw UserError.usage("no such scenario: " + scenario);
            }
            return file;
        }

        @Override
        public Map<String, String> settings(List<String> words) {
            Map<String, String> settings = new LinkedHashMap<>();
            words.forEach(word -> settings.put(word.split("=", 2)[0], word.split("=", 2)[1]));
            return settings;
        }

        @Override
        public String version() {
            return "test";
        }

        @Override
        public Map<String, ?> told(Throwable error) {
            int code = error instanceof UserError known ? known.exitCode().number() : 1;
            return Map.of("error", String.valueOf(error.getMessage()), "exitCode", code);
        }
    };

    /**
     * A bridge that waits for its first line.
     *
     * @param folder  for the shared memory
     * @param watches whether both sides look at it before they sleep
     */
    PythonSide(Path folder, boolean watches) {
        this.folder = folder;
        this.watches = watches;
        try {
            var there = java.nio.channels.Pipe.open();
            var back = java.nio.channels.Pipe.open();
            toJava = Channels.newOutputStream(there.sink());
            pipe = new Pipe(Channels.newInputStream(back.source()), toJava);
            InputStream in = Channels.newInputStream(there.source());
            OutputStream out = Channels.newOutputStream(back.sink());
            PythonBridge bridge = new PythonBridge(in, out, HOST);
            served = CompletableFuture.runAsync(() -> {
                try (out) {
                    bridge.serve();
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
            });
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Sends a line and reads the answer. */
    Map<String, @Nullable Object> ask(String line) {
        try {
            pipe.write(line);
            return receive();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Map<String, @Nullable Object> ask(Map<String, ?> request) {
        return ask(JsonText.of(request));
    }

    private Map<String, @Nullable Object> receive() throws IOException {
        return JsonText.read(line());
    }

    /** The next line that says anything. */
    String line() throws IOException {
        String line = lines.isEmpty() ? "" : lines.remove();
        while (line.isEmpty()) {
            line = Objects.requireNonNull(pipe.read(), "the bridge is closed");
        }
        return line;
    }

    /** Sends a line that the bridge finds with the next turn. */
    void tell(String line) throws IOException {
        pipe.write(line);
    }

    /** The next line that comes. */
    Map<String, @Nullable Object> received() {
        try {
            return receive();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Opens an environment and maps its memory. */
    Map<String, @Nullable Object> open(Map<String, ?> details) {
        Map<String, Object> request = new LinkedHashMap<>(details);
        request.put("request", "open");
        Map<String, @Nullable Object> opened = ask(request);
        if (opened.containsKey("error")) {
            throw new IllegalArgumentException(String.valueOf(opened.get("error")));
        }
        try {
            map(opened);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return opened;
    }

    private void map(Map<String, @Nullable Object> opened) throws IOException {
        long bytes = number(opened, "bytes");
        Path file = Files.createTempFile(folder, "shared", "");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            MemorySegment memory = channel.map(MapMode.READ_WRITE, 0, bytes, Arena.ofAuto());
            object(opened, "arrays").forEach((name, value) -> arrays.put(name, slice(memory, object(value))));
        }
        ask(Map.of("request", "map", "file", file.toString(), "watch", watches));
        Files.delete(file);
    }

    private static MemorySegment slice(MemorySegment memory, Map<String, ?> array) {
        long count = 1;
        for (Object size : list(array.get("shape"))) {
            count *= ((Number) size).longValue();
        }
        long width = switch (String.valueOf(array.get("type"))) {
            case "uint8" -> 1;
            case "float32" -> 4;
            default -> 8;
        };
        return memory.asSlice(number(array, "offset"), count * width);
    }

    /** An array by its name. */
    MemorySegment array(String name) {
        return Objects.requireNonNull(arrays.get(name), name);
    }

    void command(long command, long seed) {
        array("command").set(SharedBlock.LONG, 0, command);
        array("seed").set(SharedBlock.LONG, 0, seed);
    }

    /** Resets what is open. */
    void reset(long seed) {
        command(1, seed);
        turn();
        command(0, 0);
    }

    /** Hands over and waits for the answer; what is told of a turn that failed is thrown. */
    void turn() {
        long turn = (long) WORD.getVolatile(array("asked"), 0L) + 1;
        WORD.setVolatile(array("asked"), 0L, turn);
        try {
            if (!watches || (long) WORD.getVolatile(array("javaWaits"), 0L) != 0) {
                pipe.wake();
            }
            await(turn);
            if (array("status").get(SharedBlock.LONG, 0) != 0) {
                throw new IllegalStateException(String.valueOf(receive().get("error")));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void await(long turn) throws IOException {
        for (int i = 0; watches && i < LOOKS; i++) {
            if (isAnswered(turn)) {
                return;
            }
        }
        if (watches) {
            WORD.setVolatile(array("pythonWaits"), 0L, 1L);
        } else {
            take();
        }
        while (!isAnswered(turn)) {
            take();
        }
        WORD.setVolatile(array("pythonWaits"), 0L, watches ? 0L : 1L);
    }

    private boolean isAnswered(long turn) {
        return (long) WORD.getVolatile(array("answered"), 0L) == turn;
    }

    private void take() throws IOException {
        String line = Objects.requireNonNull(pipe.read(), "the bridge is closed");
        if (!line.isEmpty()) {
            lines.add(line);
        }
    }

    static long number(Map<String, ?> object, String key) {
        return ((Number) Objects.requireNonNull(object.get(key), key)).longValue();
    }

    static Map<String, ?> object(Map<String, ?> object, String key) {
        return object(object.get(key));
    }

    @SuppressWarnings("unchecked") // of JSON
    static Map<String, ?> object(@Nullable Object value) {
        return (Map<String, ?>) Objects.requireNonNull(value);
    }

    static List<?> list(@Nullable Object value) {
        return (List<?>) Objects.requireNonNull(value);
    }

    /** Closes the pipe; the bridge ends. */
    @Override
    public void close() {
        try {
            toJava.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        served.join();
    }
}
