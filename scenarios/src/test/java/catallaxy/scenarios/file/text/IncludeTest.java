package catallaxy.scenarios.file.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.file.TrainingReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A scenario outside the shipped ones includes shipped scenarios by name, and its own files from wherever they lie in its tree. */
final class IncludeTest {
    @TempDir
    Path tree;

    private Path folder = Path.of("");

    @BeforeEach
    void folders() throws IOException {
        folder = Files.createDirectories(tree.resolve("mine/today"));
        Files.createDirectories(tree.resolve("mine/parts"));
        Files.writeString(tree.resolve("mine/base.conf"), "include \"parts/seed.conf\"\nduration = 2 h\n");
        Files.writeString(tree.resolve("mine/parts/seed.conf"), "seed = 77\n");
    }

    private Scenario read(String text) throws IOException {
        return ScenarioReader.read(Files.writeString(folder.resolve("s.conf"), text), Map.of());
    }

    private String refusal(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("s.conf"), text);
        try {
            ScenarioReader.read(file, Map.of());
        } catch (ScenarioException refused) {
            return refused.explanation();
        }
        throw new AssertionError("was read: " + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two-chains", "two-chains.conf", "./two-chains", "flash-crash"})
    void aShippedScenarioIsIncludedByName(String name) throws IOException {
        Scenario scenario = read("include \"" + name + "\"\nseed = 5\n");
        assertThat(scenario.seed()).isEqualTo(5);
        assertThat(scenario.market().agents()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"solved/merton", "solved/cart-pole.conf"})
    void soIsAShippedProblem(String name) throws IOException {
        Path file = Files.writeString(folder.resolve("s.conf"), "include \"" + name + "\"\nseed = 9\n");
        assertThat(TrainingReader.isTraining(file, Map.of())).isTrue();
        assertThat(TrainingReader.read(file, Map.of()).seed()).isEqualTo(9);
    }

    @Test
    void namesStartInTheFolderOfTheIncludingFileAlsoUpwards() throws IOException {
        Scenario scenario = read("include \"two-chains\"\ninclude \"../base.conf\"\n");
        assertThat(scenario.seed()).isEqualTo(77);
        assertThat(scenario.market().durationNanos()).isEqualTo(7_200_000_000_000L);
    }

    @Test
    void aFileOfOnesOwnComesBeforeAShippedOneOfThatName() throws IOException {
        Files.writeString(folder.resolve("flash-crash.conf"), "include \"two-chains\"\nseed = 31\n");
        assertThat(read("include \"flash-crash\"\n").seed()).isEqualTo(31);
    }

    @Test
    void theResolvedTextIncludesNothing() throws IOException {
        Scenario scenario = read("include \"two-chains\"\ninclude \"../base.conf\"\n");
        assertThat(scenario.file().resolved()).doesNotContain("include");
        assertThat(ScenarioReader.readText("again.conf", scenario.file().resolved(), Map.of())
                        .file()
                        .configDigest())
                .isEqualTo(scenario.file().configDigest());
    }

    @ParameterizedTest
    @CsvSource({"two-chain, two-chains", "solved/mertn, solved/merton", "../bas.conf, ''"})
    void whatIsNotThereIsNamedWithTheNearest(String name, String nearest) throws IOException {
        assertThat(refusal("seed = 1\ninclude \"" + name + "\"\n"))
                .contains("s.conf:2: include: expected a file in " + folder)
                .contains("found no '" + name + "'")
                .contains(nearest.isEmpty() ? "" : "did you mean " + nearest + "?");
    }

    @Test
    void aLoopIsNamedWithItsFiles() throws IOException {
        Files.writeString(folder.resolve("part.conf"), "\ninclude \"s.conf\"\n");
        assertThat(refusal("include \"part.conf\"\n"))
                .contains("part.conf:2: include: ")
                .contains("(s.conf → part.conf → s.conf)");
        assertThat(refusal("include \"s\"\n")).contains("s.conf:1: ").contains("(s.conf → s.conf)");
    }

    @Test
    void oneFileMayBeIncludedFromTwoPlaces() throws IOException {
        Files.writeString(folder.resolve("a.conf"), "include \"../parts/seed.conf\"\n");
        Files.writeString(folder.resolve("b.conf"), "include \"../parts/seed.conf\"\n");
        assertThat(read("include \"two-chains\"\ninclude \"a\"\ninclude \"b\"\n")
                        .seed())
                .isEqualTo(77);
    }

    @Test
    void aTreeIsTheTwoTopmostFolders() {
        assertThat(Tree.around(Path.of("/srv/ada/lab/runs")).root()).isEqualTo(Path.of("/srv/ada"));
        assertThat(Tree.around(Path.of("/srv/ada")).root()).isEqualTo(Path.of("/srv/ada"));
        assertThat(Tree.around(Path.of("/srv")).root()).isEqualTo(Path.of("/srv"));
        assertThatThrownBy(() -> Tree.around(Path.of("/srv/ada")).holds(Path.of("/srv/ada/absent")))
                .isInstanceOf(IOException.class);
    }
}
