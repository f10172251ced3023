package catallaxy.scenarios.command;

import java.io.PrintWriter;

/**
 * How far a command has come, on standard error: a bar that is redrawn on a terminal, plain lines elsewhere. One thread.
 */
final class Progress {
    private static final int WIDTH = 24;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintWriter err;
    private final String subject;
    private final long total;
    private final boolean bar;
    private long lastTenth = -1;

    /**
     * Starts at nothing.
     *
     * @param total steps until the end, positive
     */
    Progress(PrintWriter err, String subject, long total) {
        this(err, subject, total, "bar".equals(System.getProperty("catallaxy.progress")));
    }

    Progress(PrintWriter err, String subject, long total, boolean bar) {
        this.err = err;
        this.subject = subject;
        this.total = Math.max(1, total);
        this.bar = bar;
    }

    /** Says that so many steps are done; plain lines appear at each tenth of the way only. */
    void at(long done, String detail) {
        long tenth = 10 * done / total;
        if (bar) {
            err.print(CLEAR_LINE + subject + " " + drawn(done) + " " + detail);
            err.flush();
        } else if (tenth > lastTenth) {
            err.println(subject + " " + 100 * done / total + " % " + detail);
            err.flush();
        }
        lastTenth = Math.max(tenth, lastTenth);
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
