package catallaxy.scenarios.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.agents.algorithm.Ppo;
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
        assertThat(again.spec().plan()).isEqualTo(scenario.spec().plan());
        assertThat(again.spec().method().settings())
                .isEqualTo(scenario.spec().method().settings());
        assertThat(again.spec().settings()).isEqualTo(scenario.spec().settings());
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
        assertThat(scenario.subject().problem()).isEqualTo("cart-pole");
        assertThat(scenario.spec().settings().network().hidden()).containsExactly(3);
        assertThat(scenario.spec().plan().evaluations()).isEqualTo(20_000);
        requireSameAgain(scenario);
    }

    @Test
    void settingsOfALearnerAreSearched() {
        EvolutionScenario scenario = EvolutionReader.read(
                SOLVED.resolve("cart-pole.conf"),
                Map.of(
                        "evolution.method", "random",
                        "evolution.subject", "settings",
                        "evolution.space.learning-rate",
                                "{ kind = real, low = 1e-4, high = 1e-2, scale = logarithmic }",
                        "evolution.space.e", "{ key = epochs, kind = whole, low = 1, high = 20 }"));
        EvolutionScenario.Tuned tuned = (EvolutionScenario.Tuned) scenario.subject();
        assertThat(scenario.spec().space().settings(new double[] {0, 0}).keySet())
                .containsExactlyInAnyOrder("learning-rate", "epochs");
        Ppo.Config ppo = (Ppo.Config) tuned.settings()
                .with(Map.of("learning-rate", "0.005", "epochs", "7"))
                .config();
        assertThat(ppo.descent().learningRate()).isEqualTo(0.005);
        assertThat(tuned.stretch().horizon()).isEqualTo(100_000);
        assertThatThrownBy(() -> tuned.settings().with(Map.of("lerning-rate", "1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lerning-rate");
        requireSameAgain(scenario);
    }

    @Test
    void aMarketIsReadWithWhatIsEvolvedInIt() {
        Path makers = SOLVED.resolveSibling("evolve-makers.conf");
        EvolutionScenario scenario = EvolutionReader.read(makers, Map.of());
        EvolutionScenario.Seated seated = (EvolutionScenario.Seated) scenario.subject();
        assertThat(scenario.spec().seat().agent()).isEqualTo("maker");
        assertThat(seated.variant()
                        .apply(Map.of("agents.maker.policy.gamma", "3e-4"))
                        .policies())
                .isNotEqualTo(seated.scenario().policies());
        assertThatThrownBy(() -> EvolutionReader.read(SOLVED.resolveSibling("two-chains.conf"), Map.of()))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("evolution.method");
    }

    @Test
    void mistakesAreNamed() {
        String text = "problem.kind = cart-pole\nlearner = ppo\ntraining.steps = 10\n";
        for (Map.Entry<String, String> mistake : Map.ofEntries(
                        Map.entry("evolution.evaluations = 0", "evolution.evaluations: expected 1 to 1000000000000"),
                        Map.entry("evolution.hidden = [0]", "evolution.hidden"),
                        Map.entry("evolution.activation = cosine", "tanh"),
                        Map.entry("methods.nothing {}", "methods.nothing"),
                        Map.entry("evolution.target = soon", "evolution.target"),
                        Map.entry("evolution.space.x { kind = real, low = 2, high = 1 }", "a number above low"),
                        Map.entry(
                                "evolution.space.x { kind = real, low = 0, high = 1, scale = logarithmic }",
                                "positive"),
                        Map.entry(
                                "evolution.space.x { kind = real, low = 0, high = 1, when = y }",
                                "a parameter before x"),
                        Map.entry("evolution.objectives = [money]", "figures of a seat"),
                        Map.entry(
                                "evolution.descriptors.turnover { low = 1, high = 0 }",
                                "evolution.descriptors.turnover"))
                .entrySet()) {
            assertThatThrownBy(() -> read(text + "evolution.method = random\n" + mistake.getKey() + "\n", Map.of()))
                    .isInstanceOf(ScenarioException.class)
                    .hasMessageContaining(mistake.getValue());
        }
        assertThatThrownBy(() -> read(text, Map.of()))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("evolution.method: expected one of")
                .hasMessageContaining("random");
    }
}
