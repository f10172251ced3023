package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Every command that README, CONTRIBUTING and docs show, in a block or between backquotes, read as the command line reads it. */
final class DocumentedCommandsTest {
    private static final Path ROOT = Path.of(System.getProperty("catallaxy.root"));
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```\\w*\n(.*?)^```");
    private static final Pattern IN_BLOCK = Pattern.compile("(?m)^(?:\\$ )?(?:\\./)?catallaxy (.*)$");
    private static final Pattern IN_LINE = Pattern.compile("`(?:source <\\()?(?:\\./)?catallaxy ([^`)]*)\\)?`");
    private static final Pattern COMMENT = Pattern.compile(" {3,}.*| +#.*| [|>&].*");
    private static final Set<String> WITH_SCENARIO = Set.of("run", "train", "sweep", "validate");
    private static final Map<String, String> PLACEHOLDERS = Map.of("S", "1", "N", "1", "…", "", "[NAME…]", "");

    /** A command and where it stands. */
    record Shown(String page, String text) {
        /** Without what it only allows, and with values for its placeholders. */
        List<String> words() {
            List<String> words = new ArrayList<>();
            String plain = COMMENT.matcher(text).replaceFirst("").replace("\\|", "|");
            for (String word :
                    plain.replaceAll("\\[(--[^\\]]*)\\]", "$1").strip().split(" +", -1)) {
                String meant = PLACEHOLDERS.getOrDefault(word, word);
                if (!meant.isEmpty() && !meant.equals("[key=value…]")) {
                    words.add(meant.equals("actors|batch") ? "batch" : meant);
                }
            }
            return words;
        }

        void require() {
            List<String> words = words();
            String command = words.getFirst();
            CommandLine all =
                    Catallaxy.commandLine(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()));
            assertThat(command.startsWith("-") || all.getSubcommands().containsKey(command))
                    .as("%s: is there a command %s", page, command)
                    .isTrue();
            if (words.size() > 1) {
                all.parseArgs(words.toArray(String[]::new));
            }
            scenario(words).ifPresent(Shown::requireScenario);
        }

        private static Optional<String> scenario(List<String> words) {
            boolean named = words.size() > 1 && WITH_SCENARIO.contains(words.getFirst());
            return Stream.of(words)
                    .filter(_ -> named)
                    .map(each -> each.get(1))
                    .filter(each -> !each.equals("SCENARIO") && !each.startsWith("my-"))
                    .findFirst();
        }

        private static void requireScenario(String name) {
            ScenarioArguments arguments = new ScenarioArguments();
            Path stated = ROOT.resolve(name);
            arguments.scenario = Files.exists(stated) ? stated.toString() : name;
            assertThat(arguments.file()).isRegularFile();
        }

        @Override
        public String toString() {
            return page + ": catallaxy " + text;
        }
    }

    static List<Shown> documented() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")));
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            docs.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        List<Shown> shown = new ArrayList<>();
        for (Path page : pages) {
            shown.addAll(in(ROOT.relativize(page).toString(), Files.readString(page)));
        }
        return shown;
    }

    private static List<Shown> in(String page, String text) {
        List<String> blocks = group(BLOCK, text)
                .map(block -> block.replaceAll("\\\\\n *", ""))
                .toList();
        String prose = BLOCK.matcher(text).replaceAll("");
        return Stream.concat(blocks.stream().flatMap(block -> group(IN_BLOCK, block)), group(IN_LINE, prose))
                .map(command -> new Shown(page, command))
                .toList();
    }

    private static Stream<String> group(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult found) -> found.group(1));
    }

    @ParameterizedTest
    @MethodSource("documented")
    void isOneThatExistsWithItsOptionsAndScenario(Shown command) {
        command.require();
    }

    @Test
    void manyAreFound() throws IOException {
        assertThat(documented()).hasSizeGreaterThan(60);
        assertThat(documented()).extracting(Shown::page).contains("README.md", "docs/your-own-agent.md");
    }

    @Test
    void aCommandThatIsNotThereIsNoticed() {
        String page = """
                text `catallaxy runn two-chains`
                ```sh
                ./catallaxy run two-chains --sed 1   # a comment
                catallaxy train solved/no-such \\
                  --seed S
                catallaxy run two-chains --driver ships
                ```
                """;
        List<Shown> planted = in("page", page);
        assertThat(planted).hasSize(4);
        for (Shown each : planted) {
            assertThatThrownBy(each::require).as(each.toString()).isInstanceOf(Throwable.class);
        }
        assertThat(planted.get(0).words()).containsExactly("run", "two-chains", "--sed", "1");
        assertThat(planted.get(1).words()).containsExactly("train", "solved/no-such", "--seed", "1");
    }

    @Test
    void everyCommandIsDocumentedSomewhere() throws IOException {
        List<String> shown =
                documented().stream().map(each -> each.words().getFirst()).toList();
        CommandLine all =
                Catallaxy.commandLine(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()));
        assertThat(shown).containsAll(all.getSubcommands().keySet());
    }
}
