package catallaxy.scenarios.command;

import catallaxy.scenarios.training.TrainingInterruptedException;
import catallaxy.scenarios.training.TrainingWatch;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Shows how training goes on standard error, and turns Ctrl-C into a last checkpoint: the process waits for it, at most
 * {@value #PATIENCE_SECONDS} s, and exits with the code for interrupted runs. Likewise where the process that started this one
 * has gone. Opened and closed by one thread; any may ask whether it is interrupted.
 */
final class TrainingProgressBar implements TrainingWatch, AutoCloseable {
    private static final int PATIENCE_SECONDS = 120;

    private final PrintWriter err;
    private final String subject;
    private final boolean quiet;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread onSignal = new Thread(this::waitForCheckpoint, "interruption");
    private final CompletableFuture<?> abandoned = TrainingProcess.abandoned().thenRun(() -> interrupted = true);
    private volatile boolean interrupted;
    private @Nullable Progress progress;

    TrainingProgressBar(PrintWriter err, String subject, boolean quiet) {
        this.err = err;
        this.subject = subject;
        this.quiet = quiet;
        Runtime.getRuntime().addShutdownHook(onSignal);
    }

    /** Work that trains, and what it comes to. */
    @FunctionalInterface
    interface Work<T> {
        T done() throws IOException;
    }

    /** Does the work; where a signal has interrupted it, the process ends here with its message and code. */
    <T> T guarded(Work<T> work) throws IOException {
        try {
            return work.done();
        } catch (TrainingInterruptedException stopped) {
            clear();
            int code = ErrorReport.print(err, stopped, false);
            Runtime.getRuntime().halt(code);
            throw stopped;
        }
    }

    private void waitForCheckpoint() {
        interrupted = true;
        try {
            boolean done = over.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!done) {
                err.println("error: no boundary of the learner within " + PATIENCE_SECONDS
                        + " s, stopping at the last checkpoint");
                err.flush();
            }
        } catch (InterruptedException impossible) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void note(String sentence) {
        if (!quiet) {
            err.println(subject + ": " + sentence);
            err.flush();
        }
    }

    @Override
    public void progress(
            long steps, long total, double stepsPerSecond, double secondsLeft, Map<String, Double> figures) {
        if (quiet) {
            return;
        }
        if (progress == null) {
            progress = new Progress(err, subject, total);
        }
        String reward = figures.containsKey("rollout/ep_rew_mean")
                ? String.format(Locale.ROOT, ", return %.4g", figures.get("rollout/ep_rew_mean"))
                : "";
        progress.at(
                Math.min(steps, total),
                String.format(Locale.ROOT, "%,.0f steps/s, %s left%s", stepsPerSecond, time(secondsLeft), reward));
    }

    private static String time(double seconds) {
        long whole = Math.round(seconds);
        return whole < 60
                ? whole + " s"
                : whole < 3600
                        ? whole / 60 + " min " + whole % 60 + " s"
                        : whole / 3600 + " h " + whole / 60 % 60 + " min";
    }

    @Override
    public boolean interrupted() {
        return interrupted;
    }

    private void clear() {
        if (progress != null) {
            progress.done();
        }
    }

    @Override
    public void close() {
        clear();
        over.countDown();
        abandoned.cancel(false);
        if (!interrupted) {
            Runtime.getRuntime().removeShutdownHook(onSignal);
        }
    }
}
