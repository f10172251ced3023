package catallaxy.scenarios.command;

import catallaxy.scenarios.ExitCode;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Ctrl-C or SIGTERM, as a command meets it. One that keeps something is asked to stop in order and given time for that; another ends
 * at once. Either way there is one message, and the exit code for it.
 */
final class Interruption implements AutoCloseable {
    private final PrintWriter err;
    private final @Nullable String atOnce;
    private final long patienceSeconds;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread onSignal = new Thread(this::signalled, "interruption");
    private volatile boolean requested;
    private volatile boolean signalled;

    private Interruption(PrintWriter err, @Nullable String atOnce, long patienceSeconds) {
        this.err = err;
        this.atOnce = atOnce;
        this.patienceSeconds = patienceSeconds;
        try {
            Runtime.getRuntime().addShutdownHook(onSignal);
        } catch (IllegalStateException signalBefore) {
            stop("interrupted: nothing was written");
        }
    }

    /** Asks a command to stop, and waits until it has; not for ever. */
    static Interruption inOrder(PrintWriter err, long patienceSeconds) {
        return new Interruption(err, null, patienceSeconds);
    }

    /** Ends a command with a message. */
    static Interruption atOnce(PrintWriter err, String message) {
        return new Interruption(err, message, 0);
    }

    /** Whether the command is to stop. */
    boolean requested() {
        return requested;
    }

    /** Asks the command to stop, as a signal does. */
    void request() {
        requested = true;
    }

    /** What the work comes to; where a signal came meanwhile, the process ends here with the exit code of the work. */
    int guarded(IntSupplier work, boolean debug) {
        try {
            return ended(work.getAsInt());
        } catch (RuntimeException | Error stopped) {
            if (!signalled) {
                throw stopped;
            }
            return ended(ErrorReport.print(err, stopped, debug));
        }
    }

    private int ended(int code) {
        if (signalled) {
            err.flush();
            Runtime.getRuntime().halt(code);
        }
        return code;
    }

    private void signalled() {
        requested = true;
        signalled = true;
        if (atOnce != null) {
            stop(atOnce);
        }
        try {
            if (!over.await(patienceSeconds, TimeUnit.SECONDS)) {
                stop("interrupted, and not at a place to stop within %d s: kept is what was written before"
                        .formatted(patienceSeconds));
            }
        } catch (InterruptedException impossible) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop(String message) {
        err.println("error: " + message);
        err.flush();
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED.number());
    }

    @Override
    public void close() {
        over.countDown();
        if (!signalled) {
            try {
                Runtime.getRuntime().removeShutdownHook(onSignal);
            } catch (IllegalStateException signalNow) {
                requested = true;
            }
        }
    }
}
