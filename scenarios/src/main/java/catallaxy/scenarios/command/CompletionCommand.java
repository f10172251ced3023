package catallaxy.scenarios.command;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code catallaxy completion}: a script that completes commands and options in a shell. */
@Command(
        name = "completion",
        description = "Print a completion script for a shell.",
        footer = {
            "",
            "Example:",
            "  source <(catallaxy completion bash)",
            "  autoload -U +X bashcompinit && bashcompinit && source <(catallaxy completion zsh)"
        })
final class CompletionCommand extends Subcommand {
    @Parameters(paramLabel = "SHELL", description = "One of: ${COMPLETION-CANDIDATES}.")
    Shell shell;

    /** The shells that can load the script; zsh does so through its bash emulation. */
    enum Shell {
        bash,
        zsh
    }

    @Override
    public Integer call() {
        out().print(AutoComplete.bash("catallaxy", spec.root().commandLine()));
        out().flush();
        return 0;
    }
}
