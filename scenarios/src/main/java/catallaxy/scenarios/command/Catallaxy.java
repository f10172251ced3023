package catallaxy.scenarios.command;

import catallaxy.scenarios.UserError;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
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
        footer = {
            "",
            "Example:",
            "  catallaxy run scenarios/two-chains.conf",
            "",
            "catallaxy COMMAND --help explains a command."
        })
final class Catallaxy extends Subcommand {
    /** Each bears the name of its class, without the last word and in lower case. */
    private static final List<Class<? extends Subcommand>> COMMANDS = List.of(
            RunCommand.class,
            ReplayCommand.class,
            DiffCommand.class,
            EventsCommand.class,
            TrainCommand.class,
            EvolveCommand.class,
            ResumeCommand.class,
            EvaluateCommand.class,
            PlanCommand.class,
            TeachCommand.class,
            SweepCommand.class,
            ValidateCommand.class,
            ListCommand.class,
            DescribeCommand.class,
            NewCommand.class,
            ConformanceCommand.class,
            ReportCommand.class,
            RiskCommand.class,
            ModelsCommand.class,
            BenchCommand.class,
            DoctorCommand.class,
            JdkCommand.class,
            CompletionCommand.class,
            BridgeCommand.class);

    /** The whole command line, printing to the given writers. */
    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return commandLine(out, err, COMMANDS);
    }

    /** As much of the command line as these arguments need: where they begin with a command, no other is set up. */
    static CommandLine commandLine(PrintWriter out, PrintWriter err, String[] arguments) {
        List<Class<? extends Subcommand>> asked = COMMANDS.stream()
                .filter(command -> arguments.length > 0 && name(command).equals(arguments[0]) && !needsAll(command))
                .toList();
        return commandLine(out, err, asked.isEmpty() ? COMMANDS : asked);
    }

    private static String name(Class<? extends Subcommand> command) {
        return command.getSimpleName().replace("Command", "").toLowerCase(Locale.ROOT);
    }

    private static boolean needsAll(Class<? extends Subcommand> command) {
        return command == CompletionCommand.class;
    }

    private static CommandLine commandLine(
            PrintWriter out, PrintWriter err, List<Class<? extends Subcommand>> commands) {
        ErrorReport errors = new ErrorReport();
        CommandLine all = new CommandLine(new Catallaxy());
        commands.forEach(all::addSubcommand);
        return all.setOut(out)
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
