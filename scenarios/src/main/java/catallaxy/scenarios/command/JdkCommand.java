package catallaxy.scenarios.command;

import catallaxy.scenarios.ExitCode;
import picocli.CommandLine.Command;

/** {@code catallaxy jdk}: where is the JDK that runs all this? */
@Command(
        name = "jdk",
        description = "Print the folder of the JDK in use, whose tools may not be on PATH.",
        footer = {"", "Example:", "  \"$(catallaxy jdk)/bin/javac\" --release 25 MyAgent.java"})
final class JdkCommand extends Subcommand {
    @Override
    public Integer call() {
        out().println(System.getProperty("java.home"));
        out().flush();
        return ExitCode.OK.number();
    }
}
