package catallaxy.scenarios.sweep;

import catallaxy.scenarios.ExitCode;
import catallaxy.scenarios.ShellWord;
import catallaxy.scenarios.UserError;
import java.io.Serial;
import java.nio.file.Path;

/** A sweep was asked to stop, and can go on. */
public final class SweepInterruptedException extends UserError {
    @Serial
    private static final long serialVersionUID = 1L;

    /** @param folder of the sweep */
    SweepInterruptedException(Path folder) {
        super(ExitCode.INTERRUPTED, "interrupted, resumable: catallaxy resume " + ShellWord.of(folder.toString()));
    }
}
