package catallaxy.scenarios.command;

import catallaxy.scenarios.ExitCode;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.run.DriverKind;
import catallaxy.scenarios.run.RunInterruptedException;
import catallaxy.scenarios.run.RunRequest;
import catallaxy.scenarios.run.Simulation;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/** A program whose work meets a signal in the way that its argument names. It prints a line when it is at work. */
public final class SignalledWork {
    private static final PrintWriter ERR = new PrintWriter(System.err, true, StandardCharsets.UTF_8);

    private SignalledWork() {}

    /** Runs until it is signalled. */
    public static void main(String[] arguments) {
        try (Interruption signal = arguments[0].equals("at-once")
                ? Interruption.atOnce(ERR, "interrupted: nothing was written")
                : Interruption.inOrder(ERR, arguments[0].equals("stubborn") ? 1 : 60)) {
            System.exit(signal.guarded(work(arguments[0], signal::requested), false));
        }
    }

    private static IntSupplier work(String kind, BooleanSupplier requested) {
        return switch (kind) {
            case "orderly" ->
                () -> {
                    until(requested);
                    throw new UserError(ExitCode.INTERRUPTED, "interrupted\nkept: all of it");
                };
            case "begins" ->
                () -> {
                    until(requested);
                    return run(requested);
                };
            case "nearly-done" ->
                () -> {
                    until(requested);
                    return ExitCode.OK.number();
                };
            case "broken" ->
                () -> {
                    until(requested);
                    throw UserError.failed("cannot write");
                };
            default ->
                () -> {
                    until(() -> false);
                    return ExitCode.OK.number();
                };
        };
    }

    /** A run that begins when the signal was there already. */
    private static int run(BooleanSupplier requested) {
        Path parent = Path.of(System.getProperty("java.io.tmpdir"));
        Path file = Path.of(System.getProperty("catallaxy.root"), "scenarios", "two-chains.conf");
        Scenario scenario = ScenarioReader.read(file, Map.of("duration", "1 h"));
        RunRequest request = new RunRequest(
                scenario,
                1,
                DriverKind.BATCH,
                parent,
                "catallaxy run",
                "test",
                SignalledWork.class.getClassLoader(),
                OptionalLong.empty());
        try {
            Simulation.run(request, timeNanos -> {}, requested);
            return ExitCode.OK.number();
        } catch (RunInterruptedException stopped) {
            throw new UserError(ExitCode.INTERRUPTED, "stopped");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void until(BooleanSupplier requested) {
        System.out.println("at work");
        CountDownLatch never = new CountDownLatch(1);
        try {
            while (!requested.getAsBoolean()) {
                boolean _ = never.await(5, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
