package catallaxy.scenarios.command;

import catallaxy.scenarios.run.RunsFolder;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --out} of every command that leaves a folder, and of the one that says whether they can. */
final class RunsOption {
    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "runs",
            description = "Folder in which run folders appear; made where absent (default: runs).")
    Path out;

    RunsFolder folder() {
        return new RunsFolder(out);
    }
}
