package catallaxy.scenarios.bridge;

import catallaxy.scenarios.JsonText;
import catallaxy.scenarios.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One environment that is driven from another process, or the seats of one run: lines of JSON over two pipes, numbers in shared
 * memory.
 *
 * <pre>
 * {"request": "open", …}                     what it is, and which memory it needs
 * {"request": "map", "file": …}              the memory, which may be removed after the answer
 * then turns, as {@link Turns} says, and between them {"request": "digest"} and such
 * </pre>
 *
 * <p>Each line is answered by one, an error by {@code {"error": message, "exitCode": number}}. A turn that fails leaves a one in
 * {@code status} and a line with the error. It ends when the other side closes its pipe. Owned by one thread.
 */
public final class PythonBridge {
    private final Pipe pipe;
    private final BridgeHost host;
    private @Nullable Bridged bridged;
    private @Nullable SharedBlock block;
    private @Nullable Turns turns;

    /** A bridge before its first line. */
    public PythonBridge(InputStream in, OutputStream out, BridgeHost host) {
        pipe = new Pipe(in, out);
        this.host = host;
    }

    /**
     * Does what is asked until the other side closes its pipe.
     *
     * @throws IOException if a pipe breaks
     */
    public void serve() throws IOException {
        for (String line = next(); line != null; line = next()) {
            if (!line.isEmpty()) {
                pipe.write(JsonText.of(answer(line)));
            } else if (turns != null && isLast(turns)) {
                return;
            }
        }
    }

    private @Nullable String next() throws IOException {
        return turns == null ? pipe.read() : turns.await();
    }

    /** Takes a turn; whether it was the last. */
    private boolean isLast(Turns now) throws IOException {
        Bridged opened = opened();
        long status = 0;
        try {
            opened.turn();
            if (opened.result().isPresent()) {
                pipe.write(JsonText.of(opened.result().orElseThrow()));
            }
        } catch (RuntimeException | Error failed) {
            status = 1;
            pipe.write(JsonText.of(host.told(failed)));
        }
        Objects.requireNonNull(block).array("status").set(SharedBlock.LONG, 0, status);
        now.handOver();
        return opened.result().isPresent();
    }

    private Map<String, ?> answer(String line) {
        try {
            BridgeRequest request = BridgeRequest.read(line);
            return switch (request.request()) {
                case "open" -> open(request);
                case "map" -> map(request);
                default -> opened().answer(request.request(), request.entries());
            };
        } catch (RuntimeException | Error failed) {
            return host.told(failed);
        }
    }

    private Map<String, Object> open(BridgeRequest request) {
        if (bridged != null) {
            throw UserError.usage("bridge: there is an environment already");
        }
        BridgeScenario scenario = request.text("environment").equals("learning")
                ? BridgeScenario.learning(learning(request))
                : scenario(request, host.settings(request.texts("settings")));
        bridged = scenario.bridged();
        return scenario.json();
    }

    private BridgeScenario scenario(BridgeRequest request, Map<String, String> settings) {
        Path file = host.file(request.text("scenario"));
        List<String> agents = request.texts("agents");
        return switch (request.text("environment")) {
            case "parallel" -> BridgeScenario.parallel(file, settings, agents);
            case "vector" ->
                BridgeScenario.vector(file, settings, request.textOrEmpty("agent"), request.number("worlds"));
            case "run" -> BridgeScenario.run(file, settings, agents, order(request));
            default -> throw Bridged.unknown(request.text("environment"));
        };
    }

    private BridgedLearning learning(BridgeRequest request) {
        return new BridgedLearning(
                LearningOrder.of(request, host),
                request.textOrEmpty("command"),
                host.version(),
                request.texts("agents"));
    }

    private BridgedRun.Order order(BridgeRequest request) {
        return new BridgedRun.Order(
                request.optionalNumber("seed"), Path.of(request.text("out")), request.text("command"), host.version());
    }

    private Map<String, Object> map(BridgeRequest request) {
        Bridged opened = opened();
        SharedBlock mapped = SharedBlock.map(Path.of(request.text("file")), opened.layout());
        Turns prepared = new Turns(mapped, pipe, request.flag("watch"));
        opened.attach(mapped, prepared);
        block = mapped;
        turns = prepared;
        return Map.of("bytes", opened.layout().bytes());
    }

    private Bridged opened() {
        if (bridged == null) {
            throw UserError.usage("bridge: open comes first");
        }
        return bridged;
    }
}
