package catallaxy.scenarios.command;

import catallaxy.scenarios.UserError;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** The command {@code catallaxy} itself: only its subcommands do something. */
@Command(
        name = "catallaxy",
        description = "A laboratory for multi-agent learning in decentralised markets.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RunCommand.class,
            ReplayCommand.class,
            DiffCommand.class,
            EventsCommand.class,
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
                .setExecutionStrategy(Catallaxy::executed)
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors);
    }

    /** Does what was asked; what could not be printed was not answered. */
    private static int executed(ParseResult asked) {
        int code = new RunLast().execute(asked);
        CommandLine all = asked.commandSpec().commandLine();
        if (all.getOut().checkError()) {
            UserError unanswered = UserError.failed("cannot write the answer: standard output is full or closed");
            return ErrorReport.print(all.getErr(), unanswered, false);
        }
        return code;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
