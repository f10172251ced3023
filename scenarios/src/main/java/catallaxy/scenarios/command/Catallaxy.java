package catallaxy.scenarios.command;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The command {@code catallaxy} itself: only its subcommands do something. */
@Command(
        name = "catallaxy",
        description = "A laboratory for multi-agent learning in decentralised markets.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RunCommand.class,
            ReplayCommand.class,
            DiffCommand.class,
            TrainCommand.class,
            ResumeCommand.class,
            EvaluateCommand.class,
            SweepCommand.class,
            ValidateCommand.class,
            ListCommand.class,
            DescribeCommand.class,
            ConformanceCommand.class,
            ReportCommand.class,
            RiskCommand.class,
            BenchCommand.class,
            DoctorCommand.class,
            JdkCommand.class,
            CompletionCommand.class
        },
        footer = {
            "",
            "Example:",
            "  catallaxy run scenarios/two-chains.conf",
            "",
            "catallaxy COMMAND --help explains a command."
        })
final class Catallaxy extends Subcommand {

    /** The whole command line, printing to the given writers. */
    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        ErrorReport errors = new ErrorReport();
        return new CommandLine(new Catallaxy())
                .setOut(out)
                .setErr(err)
                .setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors);
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
