package catallaxy.scenarios.command;

import catallaxy.scenarios.ShellWord;
import catallaxy.scenarios.training.TrainingProgram;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all commands share: help, {@code --debug}, and the way an exit code is reported. */
@Command(
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        usageHelpAutoWidth = true,
        sortOptions = false,
        synopsisHeading = "Usage: ",
        descriptionHeading = "%n",
        parameterListHeading = "%nArguments:%n",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:the run failed, or a check found differences",
            "2:wrong usage or invalid scenario",
            "3:interrupted; the message says what is kept and how to go on",
            "5:corrupt data"
        })
abstract class Subcommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Option(names = "--debug", description = "Show the stack trace of an error.")
    boolean debug;

    /** The writer for what the user asked for. */
    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** The command as a shell reads it: what the user typed, quoted where needed. */
    final String commandLine() {
        return "catallaxy "
                + ShellWord.line(spec.root().commandLine().getParseResult().originalArgs());
    }

    /** What trains, where this command does. */
    final TrainingProgram program() {
        return new TrainingProgram(commandLine(), Version.number(), Subcommand.class.getClassLoader());
    }

    /** The writer for progress. */
    final PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
