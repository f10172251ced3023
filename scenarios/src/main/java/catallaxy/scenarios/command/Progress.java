package catallaxy.scenarios.command;

import java.io.PrintWriter;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * How far a command has come, on standard error: a bar that is redrawn on a terminal, plain lines elsewhere. One thread.
 */
final class Progress {
    private static final int WIDTH = 24;
    /** Plain lines follow each other no faster, so that a short command says nothing on its way. */
    private static final long BETWEEN_LINES_NANOS = 2_000_000_000L;

    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintWriter err;
    private final String subject;
    private final long total;
    private final boolean bar;
    private final LongSupplier clockNanos;
    private long lastTenth = -1;
    private long lastLineNanos;

    /**
     * Starts at nothing.
     *
     * @param total steps until the end, positive
     */
    Progress(PrintWriter err, String subject, long total) {
        this(err, subject, total, "bar".equals(System.getProperty("catallaxy.progress")), System::nanoTime);
    }

    /** @param clockNanos wall time, by which plain lines are spaced */
    Progress(PrintWriter err, String subject, long total, boolean bar, LongSupplier clockNanos) {
        this.err = err;
        this.subject = subject;
        this.total = Math.max(1, total);
        this.bar = bar;
        this.clockNanos = clockNanos;
        this.lastLineNanos = clockNanos.getAsLong();
    }

    /**
     * Says that so many steps are done; plain lines appear at a tenth of the way, two seconds apart.
     *
     * @param detail asked only for what is shown
     */
    void at(long done, Supplier<String> detail) {
        long tenth = 10 * done / total;
        if (bar) {
            err.print(CLEAR_LINE + subject + " " + drawn(done) + " " + detail.get());
            err.flush();
        } else if (tenth > lastTenth && clockNanos.getAsLong() - lastLineNanos >= BETWEEN_LINES_NANOS) {
            err.println("catallaxy: " + subject + ": " + 100 * done / total + " %, " + detail.get());
            err.flush();
            lastTenth = tenth;
            lastLineNanos = clockNanos.getAsLong();
        }
    }

    /** Removes the bar. */
    void done() {
        if (bar) {
            err.print(CLEAR_LINE);
            err.flush();
        }
    }

    private String drawn(long done) {
        int filled = (int) Math.min(WIDTH, WIDTH * done / total);
        return "[" + "#".repeat(filled) + "-".repeat(WIDTH - filled) + "]";
    }
}
