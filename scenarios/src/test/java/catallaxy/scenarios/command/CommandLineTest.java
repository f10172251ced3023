package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.scenarios.JsonText;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.command.Shell.Outcome;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

final class CommandLineTest {
    private static final CommandLine COMMAND_LINE =
            Catallaxy.commandLine(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()));

    static Iterable<String> commands() {
        return COMMAND_LINE.getSubcommands().keySet();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasHelpWithAnExampleAndExitCodes(String command) {
        Outcome help = Shell.catallaxy(command, "--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.out())
                .contains("Usage: catallaxy " + command)
                .contains("Example")
                .contains("Exit codes")
                .contains("wrong usage or invalid scenario");
        assertThat(help.err()).isEmpty();
    }

    /** But the one that tells of all. */
    @ParameterizedTest
    @MethodSource("commands")
    void aCommandIsSetUpAlone(String command) {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        CommandLine asked = Catallaxy.commandLine(nowhere, nowhere, new String[] {command, "--help"});
        assertThat(asked.getSubcommands().keySet())
                .hasSize(
                        command.equals("completion")
                                ? COMMAND_LINE.getSubcommands().size()
                                : 1)
                .contains(command);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandNamesTheNearestOption(String command) {
        Outcome outcome = Shell.catallaxy(command, "--hepl");
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("error: ").doesNotContain("\tat ");
    }

    @Test
    void unknownCommandNamesTheNearest() {
        Outcome outcome = Shell.catallaxy("docter");
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("docter").contains("did you mean doctor?");
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void unknownOptionNamesTheNearest() {
        assertThat(Shell.catallaxy("doctor", "--jsn").err()).contains("did you mean --json?");
    }

    @Test
    void noCommandIsAUsageError() {
        assertThat(Shell.catallaxy().exitCode()).isEqualTo(2);
    }

    @Test
    void versionNamesTheProgramAndTheJdk() {
        assertThat(Shell.catallaxy("--version").out()).matches("catallaxy \\d+\\.\\d+\\.\\d+\\S* \\(JDK .+\\)\\R");
    }

    @Test
    void doctorAnswersOneJsonObjectLast() {
        Outcome outcome = Shell.catallaxy("doctor", "--json");
        assertThat(outcome.lastLine()).startsWith("{\"healthy\":").endsWith("}");
    }

    @Test
    void completionKnowsTheCommands() {
        assertThat(Shell.catallaxy("completion", "bash").out()).contains("doctor");
    }

    @Test
    void userErrorsAreOneMessageAndTheirCode() {
        Outcome outcome = failing(UserError.corrupt("trace.bin ends early"));
        assertThat(outcome.exitCode()).isEqualTo(5);
        assertThat(outcome.err()).isEqualTo("error: trace.bin ends early" + System.lineSeparator());
    }

    @Test
    void faultsOfTheProgramAskForDebug() {
        Outcome outcome = failing(new IllegalStateException("sum is -1"));
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).contains("sum is -1").contains("--debug").doesNotContain("\tat ");
    }

    @Test
    void debugShowsTheStackTrace() {
        StringWriter err = new StringWriter();
        ErrorReport.print(new PrintWriter(err), new IllegalStateException("sum is -1"), true);
        assertThat(err.toString()).contains("\tat ");
    }

    @Test
    void jsonKeepsOrderAndReplacesWhatJsonLacks() {
        assertThat(JsonText.of(Map.of("value", Double.NaN))).isEqualTo("{\"value\":null}");
    }

    private static Outcome failing(RuntimeException error) {
        StringWriter err = new StringWriter();
        int exitCode = ErrorReport.print(new PrintWriter(err), error, false);
        return new Outcome(exitCode, "", err.toString());
    }
}
