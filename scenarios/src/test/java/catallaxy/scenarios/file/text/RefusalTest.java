package catallaxy.scenarios.file.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no scenario may do, and what is said about it. */
class RefusalTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "include \"/etc/hosts\"",
                "include file(\"/etc/hosts\")",
                "include url(\"http://localhost:1/a.conf\")",
                "include url(\"file:///etc/hosts\")",
                "include classpath(\"reference.conf\")",
                "include required(classpath(\"reference.conf\"))",
                "include \"http://localhost:1/a.conf\""
            })
    void includesNothingButFilesByRelativeNames(String include) throws IOException {
        assertThat(problem("seed = 1\n" + include + "\n").toString())
                .contains("s.conf:2: include: expected the relative name of a file, or a shipped scenario's, found ");
    }

    @Test
    void doesNotFollowLinksOutOfItsFolder() throws IOException {
        Path outside = Files.writeString(Files.createTempFile("outside", ".conf"), "seed = 2\n");
        Files.createSymbolicLink(folder.resolve("link.conf"), outside);
        assertThat(problem("include \"link.conf\"").toString()).contains("include: expected a file below ");
        Files.delete(outside);
    }

    @Test
    void stopsAnIncludeOfItself() throws IOException {
        assertThat(problem("include \"s.conf\"").toString())
                .contains("expected a file that does not include this one in turn (s.conf → s.conf)");
    }

    @Test
    void saysWhereAnIncludedFileIsWrong() throws IOException {
        Files.writeString(folder.resolve("part.conf"), "\nsede = 5\n");
        assertThat(problem("include \"part.conf\"").toString())
                .contains("part.conf:2: sede: expected a key of the scenario, found 'sede'; did you mean 'seed'?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "-9223372036854775809", "18446744073709551617", "1e19", "1.5"})
    void takesNoOtherSeedForOneThatIsTooLarge(String seed) throws IOException {
        assertThat(problem("seed = " + seed + "\n").toString())
                .contains("seed: expected a whole number of 64 bits, found '" + seed + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HOME", "?HOME", "user.home", "?java.version", "PATH"})
    void takesNothingFromTheEnvironment(String path) throws IOException {
        assertThat(problem("seed = 1\ndescription = ${" + path + "}\n").toString())
                .contains("s.conf:2: ${" + path.replace("?", "") + "}: expected a key of this scenario, found nothing");
    }

    @Test
    void substitutesItsOwnValuesOnly() throws IOException {
        assertThat(problem("definitions.a = ${definitions.b}\ndefinitions.b = 1\nseed = ${definitions.a}\n")
                        .toString())
                .contains("s.conf:3: ${definitions.a}: expected a value without substitutions");
        Scenario scenario = ScenarioReader.readText(
                "s.conf", "definitions.s = 7\nseed = ${definitions.s}\n" + LEAST, Map.of("definitions.s", "8"));
        assertThat(scenario.seed()).isEqualTo(8);
    }

    private static final String LEAST = "quote = USD\nassets.USD.decimals = 6\nduration = 1 h\n";

    @ParameterizedTest
    @CsvSource({
        "a{b{c{,        5000, nesting",
        "'a=[[[',       5000, nesting",
        "a.,            5000, nesting",
        "'a{},',       50000, file",
        "'x ',         50000, file",
        "'b += 1 ',    50000, +=",
        "'seed = 1 # ', 200000, file"
    })
    void refusesTextThatTheParserWouldChokeOn(String part, int times, String key) {
        Problem problem = Assertions.assertTimeout(Duration.ofSeconds(5), () -> problem(part.repeat(times)));
        assertThat(problem.key()).isEqualTo(key);
    }

    @Test
    void refusesToUnfoldSmallTextIntoHugeOne() {
        StringBuilder text = new StringBuilder("definitions.a = \"" + "x".repeat(100_000) + "\"\n");
        for (int i = 0; i < 100; i++) {
            text.append("definitions.b").append(i).append(" = ${definitions.a}${definitions.a}\n");
        }
        Problem problem = Assertions.assertTimeout(Duration.ofSeconds(5), () -> problem(text.toString()));
        assertThat(problem.message()).contains("at most 500 substitutions of 4 MiB together");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a = {", "a = [1, 2", "= 5", "a = \"x", "}{", "a b c", "a = 1 } }"})
    void saysWhereTheTextIsNotHocon(String text) throws IOException {
        assertThat(problem("seed = 1\n" + text).toString())
                .matches("(?s).*s\\.conf:[12]: [^\n]*expected [^\n]*found [^\n]*");
    }

    @Test
    void reportsSeveralMistakesAtOnceInTheOrderOfTheFile() {
        String text = "seed = often\nduration = 5\nqoute = USD\nquote = USD\nassets.USD.decimals = 6.5\n";
        assertThatExceptionOfType(ScenarioException.class)
                .isThrownBy(() -> ScenarioReader.readText("s.conf", text, Map.of()))
                .satisfies(refused -> assertThat(refused.problems())
                        .extracting(Problem::place)
                        .containsExactly("s.conf:1", "s.conf:2", "s.conf:3", "s.conf:5"));
    }

    private Problem problem(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("s.conf"), text);
        try {
            ScenarioReader.read(file, Map.of());
        } catch (ScenarioException refused) {
            return refused.problems().getFirst();
        }
        throw new AssertionError("read: " + text);
    }
}
