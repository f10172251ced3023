package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.scenarios.command.Shell.Outcome;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What a terminal of 80 columns shows of every command. */
final class HelpTest {
    private static final int COLUMNS = 80;

    private static CommandLine program() {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        return Catallaxy.commandLine(nowhere, nowhere)
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(COLUMNS);
    }

    static List<String> commands() {
        return List.copyOf(program().getSubcommands().keySet());
    }

    private static CommandLine command(String name) {
        return Objects.requireNonNull(program().getSubcommands().get(name), name);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theSummaryIsAWholeSentenceAndIsShownWhole(String name) {
        String summary = command(name).getCommandSpec().usageMessage().description()[0];
        assertThat(summary).matches("[A-Z].*[.]");
        assertThat(oneLine(program().getUsageMessage())).contains(" " + name + " " + summary);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everySentenceOfACommandIsShownWhole(String name) {
        CommandLine command = command(name);
        String help = oneLine(command.getUsageMessage());
        assertThat(command.getCommandSpec().usageMessage().description())
                .allSatisfy(line -> assertThat(line).matches(".*[.;]"))
                .allSatisfy(line -> assertThat(help).contains(line));
        assertThat(help).doesNotContain("…\n");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyOptionIsASentenceAndShownWhole(String name) {
        CommandLine command = command(name);
        String help = oneLine(command.getUsageMessage());
        for (OptionSpec option : command.getCommandSpec().options()) {
            String description = String.join(" ", option.description());
            assertThat(description).as(option.longestName()).endsWith(".");
            String shown = oneLine(description.replaceFirst("\\$\\{.*", ""));
            assertThat(help).as(option.longestName()).contains(shown);
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void linesFitTheTerminal(String name) {
        String[] footer = command(name).getCommandSpec().usageMessage().footer();
        assertThat(command(name).getUsageMessage().lines())
                .filteredOn(line -> Arrays.stream(footer).noneMatch(each -> each.contains(line)))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(COLUMNS));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void quietIsOneOptionOfAllCommandsThatAnswer(String name) {
        Object command = command(name).getCommand();
        OptionSpec quiet = command(name).getCommandSpec().findOption("--quiet");
        if (command instanceof AnsweringCommand) {
            assertThat(quiet.description()).containsExactly("Show no progress; notes and errors remain.");
        } else {
            assertThat(quiet).isNull();
        }
    }

    /** As on a terminal, where progress is a bar from the beginning. */
    private static Outcome withBar(String... arguments) {
        String before = System.setProperty("catallaxy.progress", "bar");
        try {
            return Shell.catallaxy(arguments);
        } finally {
            System.setProperty("catallaxy.progress", before == null ? "lines" : before);
        }
    }

    @Test
    void quietSilencesProgressAndNothingElse() {
        Outcome loud = withBar("bench", "mul-div", "--rounds", "1", "--warm-up", "0");
        Outcome quiet = withBar("bench", "mul-div", "--rounds", "1", "--warm-up", "0", "--quiet");
        assertThat(loud.err()).contains("benchmarks [");
        assertThat(quiet.err()).isEmpty();
        assertThat(quiet.out()).contains("mul-div");
        assertThat(Shell.catallaxy("bench", "mul-dv", "--quiet").err()).contains("did you mean mul-div?");
    }
}
