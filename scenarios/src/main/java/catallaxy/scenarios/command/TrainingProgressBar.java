package catallaxy.scenarios.command;

import catallaxy.scenarios.training.TrainingWatch;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Shows how training goes on standard error, and turns Ctrl-C into a last checkpoint: the process waits for it, at most
 * {@value #PATIENCE_SECONDS} s, and exits with the code for interrupted runs. Likewise where the process that started this one
 * has gone. Opened and closed by one thread; any may ask whether it is interrupted.
 */
final class TrainingProgressBar implements TrainingWatch, AutoCloseable {
    /** How long a learner may take to its next boundary, s. */
    static final long PATIENCE_SECONDS = 120;

    private final PrintWriter err;
    private final String subject;
    private final String work;
    private final boolean quiet;
    private final Interruption signal;
    private final CompletableFuture<?> abandoned;
    private @Nullable Progress progress;

    TrainingProgressBar(PrintWriter err, String subject, boolean quiet, Interruption signal) {
        this(err, subject, "steps", quiet, signal);
    }

    /** One that counts evaluations instead of steps. */
    static TrainingProgressBar ofEvolution(PrintWriter err, String subject, boolean quiet, Interruption signal) {
        return new TrainingProgressBar(err, subject, "evaluations", quiet, signal);
    }

    private TrainingProgressBar(PrintWriter err, String subject, String work, boolean quiet, Interruption signal) {
        this.err = err;
        this.subject = subject;
        this.work = work;
        this.quiet = quiet;
        this.signal = signal;
        abandoned = TrainingProcess.abandoned().thenRun(signal::request);
    }

    @Override
    public void note(String sentence) {
        if (!quiet) {
            err.println("catallaxy: " + subject + ": " + sentence);
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
        progress.at(Math.min(steps, total), () -> detail(stepsPerSecond, secondsLeft, figures));
    }

    private String detail(double stepsPerSecond, double secondsLeft, Map<String, Double> figures) {
        String reward = figures.containsKey("rollout/ep_rew_mean")
                ? String.format(Locale.ROOT, ", return %.4g", figures.get("rollout/ep_rew_mean"))
                : "";
        return String.format(Locale.ROOT, "%,.0f %s/s, %s left%s", stepsPerSecond, work, time(secondsLeft), reward);
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
        return signal.requested();
    }

    private void clear() {
        if (progress != null) {
            progress.done();
        }
    }

    @Override
    public void close() {
        clear();
        abandoned.cancel(false);
    }
}
