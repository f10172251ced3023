package catallaxy.scenarios.run;

import catallaxy.scenarios.ExitCode;
import catallaxy.scenarios.ShellWord;
import catallaxy.scenarios.UserError;
import java.io.Serial;

/** A run was asked to stop. Its folder tells of it up to then. */
public final class RunInterruptedException extends UserError {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final long NANOS = 1_000_000_000;

    /** @param timeNanos simulated time at which it stopped */
    RunInterruptedException(RunRequest request, RunFiles files, long timeNanos) {
        super(ExitCode.INTERRUPTED, """
                interrupted at %s of %s
                kept: trades, equity, metrics and decisions up to then, in %s
                see them: catallaxy report %s
                a run does not resume; run it again: %s""".formatted(
                        clock(timeNanos),
                        clock(request.scenario().market().durationNanos()),
                        files.folder(),
                        ShellWord.of(files.folder().toString()),
                        request.command()));
    }

    /** Hours, minutes and seconds. */
    static String clock(long nanos) {
        long seconds = nanos / NANOS;
        return "%02d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
