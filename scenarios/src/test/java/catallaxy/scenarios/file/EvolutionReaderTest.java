package catallaxy.scenarios.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.scenarios.file.manual.Manual;
import catallaxy.scenarios.file.section.Reading;
import catallaxy.scenarios.file.text.ScenarioException;
import catallaxy.scenarios.file.text.ScenarioParser;
import com.typesafe.config.ConfigObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EvolutionReaderTest {
    private static final Path SOLVED = Path.of(System.getProperty("catallaxy.root"), "scenarios", "solved");

    /** What reading asked for, also where the method turns out not to suit the problem. */
    static Map<String, String> kindsAsked(String text) {
        ScenarioParser parser = new ScenarioParser(Optional.empty());
        ConfigObject written = parser.parse("test.conf", text, Map.of());
        Reading reading = new Reading(Manual.training(), parser.sources());
        try {
            EvolutionReader.read(reading, written, "test.conf");
        } catch (ScenarioException refused) {
            assertThat(refused).hasMessageContaining("evolution.method").hasMessageContaining(" wants ");
        }
        return reading.kinds();
    }

    private static EvolutionScenario read(String text, Map<String, String> overrides) {
        return EvolutionReader.readText("test.conf", text, overrides);
    }

    private static void requireSameAgain(EvolutionScenario scenario) {
        EvolutionScenario again = read(scenario.file().resolved(), Map.of());
        assertThat(again.file().configDigest()).isEqualTo(scenario.file().configDigest());
        assertThat(again.plan()).isEqualTo(scenario.plan());
        assertThat(again.method().settings()).isEqualTo(scenario.method().settings());
        assertThat(again.settings()).isEqualTo(scenario.settings());
    }

    @Test
    void everyShippedProblemToEvolveForIsRead() throws IOException {
        try (Stream<Path> files = Files.list(SOLVED)) {
            for (Path file : files.sorted().toList()) {
                if (TrainingReader.isForEvolution(file, Map.of())) {
                    EvolutionScenario scenario = EvolutionReader.read(file, Map.of());
                    assertThat(scenario.file().description()).isNotEmpty();
                    requireSameAgain(scenario);
                }
            }
        }
    }

    @Test
    void aProblemToTrainInIsEvolvedForByWhatControlsIt() {
        EvolutionScenario scenario = EvolutionReader.read(
                SOLVED.resolve("cart-pole.conf"),
                Map.of("evolution.method", "random", "evolution.hidden", "[3]", "evolution.activation", "relu"));
        assertThat(scenario.problem().problem()).isEqualTo("cart-pole");
        assertThat(scenario.problem().controllers()).isPresent();
        assertThat(scenario.settings().network().hidden()).containsExactly(3);
        assertThat(scenario.plan().evaluations()).isEqualTo(20_000);
        requireSameAgain(scenario);
    }

    @Test
    void mistakesAreNamed() {
        String text = "problem.kind = cart-pole\n";
        for (Map.Entry<String, String> mistake : Map.of(
                        "evolution.evaluations = 0", "evolution.evaluations: expected 1 to 1000000000000",
                        "evolution.hidden = [0]", "evolution.hidden",
                        "evolution.activation = cosine", "tanh",
                        "methods.nothing {}", "methods.nothing",
                        "evolution.target = soon", "evolution.target")
                .entrySet()) {
            assertThatThrownBy(() -> read(text + "evolution.method = random\n" + mistake.getKey() + "\n", Map.of()))
                    .isInstanceOf(ScenarioException.class)
                    .hasMessageContaining(mistake.getValue());
        }
        assertThatThrownBy(() -> read(text, Map.of()))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("evolution.method: expected one of")
                .hasMessageContaining("random");
        assertThatThrownBy(() -> read("problem.kind = pig\nevolution.method = random\n", Map.of()))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("since random wants a problem of vectors");
    }
}
