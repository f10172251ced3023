package catallaxy.scenarios.command;

import static java.util.stream.Collectors.joining;

import catallaxy.agents.driver.AgentFailedException;
import catallaxy.environment.base.check.NearestWord;
import catallaxy.environment.base.registry.KindException;
import catallaxy.environment.base.registry.RegistrationException;
import catallaxy.scenarios.ExitCode;
import catallaxy.scenarios.FileFault;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.run.FailedRunException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The one place where errors become text: a single {@code error: …} on standard error, the stack trace with
 * {@code --debug} only. Faults of the program itself say so and ask for {@code --debug}; those of other classes name them.
 */
final class ErrorReport implements IParameterExceptionHandler, IExecutionExceptionHandler {
    /** How the names of classes begin that are the program's, or that carry it. */
    private static final List<String> PROGRAM =
            List.of("catallaxy.", "java.", "javax.", "jdk.", "sun.", "akka.", "scala.", "picocli.");

    @Override
    public int handleParseException(ParameterException error, String[] arguments) {
        CommandLine command = error.getCommandLine();
        boolean debug = List.of(arguments).contains("--debug");
        String message = explanation(error) + helpHint(command);
        return print(command.getErr(), message, error, debug, ExitCode.USAGE);
    }

    @Override
    public int handleExecutionException(Exception error, CommandLine command, ParseResult arguments) {
        boolean debug = command.getCommand() instanceof Subcommand subcommand && subcommand.debug;
        return print(command.getErr(), error, debug);
    }

    /** Prints the error and returns the exit code that belongs to it. */
    static int print(PrintWriter err, Throwable error, boolean debug) {
        return switch (error) {
            case ExceptionInInitializerError wrapper
            when wrapper.getCause() != null -> print(err, wrapper.getCause(), debug);
            case RegistrationException own -> print(err, String.valueOf(own.getMessage()), own, debug, ExitCode.USAGE);
            case KindException own -> print(err, String.valueOf(own.getMessage()), own, debug, ExitCode.FAILED);
            case UserError known -> print(err, known.explanation(), known, debug, known.exitCode());
            case AgentFailedException agent ->
                print(err, String.valueOf(agent.getMessage()), agent, debug, ExitCode.FAILED);
            case OutOfMemoryError full -> print(err, memoryAdvice(full), full, debug, ExitCode.FAILED);
            case UncheckedIOException fault -> print(err, Objects.requireNonNull(fault.getCause()), debug);
            case IOException fault ->
                print(err, "cannot read or write: " + FileFault.text(fault), fault, debug, ExitCode.FAILED);
            default -> print(err, fault(error, debug), error, debug, ExitCode.FAILED);
        };
    }

    private static int print(PrintWriter err, String message, Throwable cause, boolean debug, ExitCode code) {
        String all = Arrays.stream(cause.getSuppressed())
                .filter(FailedRunException.class::isInstance)
                .map(where -> "\n" + where.getMessage())
                .collect(joining("", message, ""));
        err.println("error: " + all.replace("\n", "\n       "));
        if (debug) {
            cause.printStackTrace(err);
        }
        err.flush();
        return code.number();
    }

    private static String memoryAdvice(OutOfMemoryError full) {
        return "out of memory (%s): give the JVM more with CATALLAXY_JVM_OPTIONS=-Xmx8g".formatted(full.getMessage());
    }

    private static String fault(Throwable error, boolean debug) {
        String whose = strange(error).map(name -> "a fault in " + name).orElse("this is a fault of Catallaxy");
        String hint = debug ? "" : " (" + whose + "; --debug shows where)";
        return error.getClass().getSimpleName() + ": " + error.getMessage() + hint;
    }

    /** The innermost class below the command that is not the program's, such as one of a jar of the user's own. */
    private static Optional<String> strange(Throwable error) {
        return Arrays.stream(error.getStackTrace())
                .map(StackTraceElement::getClassName)
                .takeWhile(name -> !name.startsWith("catallaxy.scenarios.command."))
                .filter(name -> PROGRAM.stream().noneMatch(name::startsWith))
                .findFirst();
    }

    private static String explanation(ParameterException error) {
        return error instanceof UnmatchedArgumentException unmatched
                ? unmatched(unmatched)
                : firstLower(String.valueOf(error.getMessage()));
    }

    private static String unmatched(UnmatchedArgumentException error) {
        String typed = error.getUnmatched().getFirst();
        CommandLine command = error.getCommandLine();
        Set<String> commands = command.getSubcommands().keySet();
        if (typed.startsWith("-")) {
            Set<String> options = command.getCommandSpec().optionsMap().keySet();
            return "unknown option: " + typed + NearestWord.question(typed, options.stream());
        }
        String what = commands.isEmpty() ? "superfluous argument: " : "unknown command: ";
        return what + typed + NearestWord.question(typed, commands.stream());
    }

    private static String helpHint(CommandLine command) {
        return "\ntry: " + command.getCommandSpec().qualifiedName() + " --help";
    }

    private static String firstLower(String text) {
        boolean word = text.length() > 1 && Character.isLowerCase(text.charAt(1));
        return word ? Character.toLowerCase(text.charAt(0)) + text.substring(1) : text;
    }
}
