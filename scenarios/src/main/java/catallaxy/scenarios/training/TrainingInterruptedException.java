package catallaxy.scenarios.training;

import catallaxy.scenarios.ExitCode;
import catallaxy.scenarios.ShellWord;
import catallaxy.scenarios.UserError;
import java.io.Serial;
import java.nio.file.Path;

/** Training was asked to stop, has left a checkpoint, and can go on from there. */
public final class TrainingInterruptedException extends UserError {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Of a training that {@code catallaxy resume} goes on with; the message says how.
     *
     * @param folder of the run, or of the sweep
     */
    public TrainingInterruptedException(Path folder) {
        super(ExitCode.INTERRUPTED, "interrupted, resumable: catallaxy resume " + ShellWord.of(folder.toString()));
    }
}
