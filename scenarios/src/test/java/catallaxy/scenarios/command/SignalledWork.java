package catallaxy.scenarios.command;

import catallaxy.scenarios.ExitCode;
import catallaxy.scenarios.UserError;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
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
