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
        return print(command.getErr(), Explained.of(message, error, ExitCode.USAGE), debug);
    }

    @Override
    public int handleExecutionException(Exception error, CommandLine command, ParseResult arguments) {
        boolean debug = command.getCommand() instanceof Subcommand subcommand && subcommand.debug;
        return print(command.getErr(), error, debug);
    }

    /**
     * An error as it is told.
     *
     * @param message all of it
     * @param cause   whose stack trace {@code --debug} shows
     */
    record Explained(String message, Throwable cause, ExitCode code) {
        /** With where the run was, where it is known. */
        private static Explained of(String message, Throwable cause, ExitCode code) {
            String all = Arrays.stream(cause.getSuppressed())
                    .filter(FailedRunException.class::isInstance)
                    .map(where -> "\n" + where.getMessage())
                    .collect(joining("", message, ""));
            return new Explained(all, cause, code);
        }
    }

    /** What is told of an error. */
    static Explained explained(Throwable error, boolean debug) {
        return switch (error) {
            case ExceptionInInitializerError wrapper
            when wrapper.getCause() != null -> explained(wrapper.getCause(), debug);
            case RegistrationException own -> Explained.of(String.valueOf(own.getMessage()), own, ExitCode.USAGE);
            case KindException own -> Explained.of(String.valueOf(own.getMessage()), own, ExitCode.FAILED);
            case UserError known -> Explained.of(known.explanation(), known, known.exitCode());
            case AgentFailedException agent -> Explained.of(String.valueOf(agent.getMessage()), agent, ExitCode.FAILED);
            case OutOfMemoryError full -> Explained.of(memoryAdvice(full), full, ExitCode.FAILED);
            case UncheckedIOException fault -> explained(Objects.requireNonNull(fault.getCause()), debug);
            case IOException fault ->
                Explained.of("cannot read or write: " + FileFault.text(fault), fault, ExitCode.FAILED);
            default -> Explained.of(fault(error, debug), error, ExitCode.FAILED);
        };
    }

    /** Prints the error and returns the exit code that belongs to it. */
    static int print(PrintWriter err, Throwable error, boolean debug) {
        return print(err, explained(error, debug), debug);
    }

    private static int print(PrintWriter err, Explained error, boolean debug) {
        err.println("error: " + error.message().replace("\n", "\n       "));
        if (debug) {
            error.cause().printStackTrace(err);
        }
        err.flush();
        return error.code().number();
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
