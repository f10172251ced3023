package catallaxy.scenarios.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.agents.algorithm.Ppo;
import catallaxy.agents.problem.CarteaJaimungalProblem;
import catallaxy.agents.problem.ProblemSpec;
import catallaxy.evolution.search.SearchKinds;
import catallaxy.scenarios.file.manual.KeyReference;
import catallaxy.scenarios.file.manual.Manual;
import catallaxy.scenarios.file.section.Reading;
import catallaxy.scenarios.file.text.ScenarioException;
import catallaxy.scenarios.file.text.ScenarioParser;
import com.typesafe.config.ConfigObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrainingReaderTest {
    private static final Path SOLVED = Path.of(System.getProperty("catallaxy.root"), "scenarios", "solved");

    private static final String EVERY_PARAMETER = """
        evolution.space.a { kind = real, low = 1, high = 2 }
        evolution.space.b { kind = whole, low = 1, high = 2 }
        evolution.space.c { kind = choice, words = [x, y] }
        evolution.descriptors.turnover { low = 1, high = 2 }
        """;

    private static final String TEXT = """
        problem { kind = cartea-jaimungal, phi = 0.25, maxInventory = 7 }
        learner = ppo
        learners {
          ppo { learning-rate = 0.002, hidden = [32, 16], activation = relu, training { worlds = 4, steps = 500 } }
          a2c { lambda = 0.5 }
        }
        training { steps = 1000, worlds = 2, target-rollout = 5.5 }
        """;

    @Test
    void readsProblemLearnerAndPlanIntoTheirRecords() {
        TrainingScenario scenario = read(TEXT, Map.of("problem.lambda", "20", "seed", "9"));
        CarteaJaimungalProblem problem = (CarteaJaimungalProblem) scenario.problem();
        assertThat(problem.lambda()).isEqualTo(20);
        assertThat(problem.phi()).isEqualTo(0.25);
        assertThat(problem.maxInventory()).isEqualTo(7);
        Ppo.Config ppo = (Ppo.Config) scenario.learner().config();
        assertThat(ppo.descent().learningRate()).isEqualTo(0.002);
        assertThat(ppo.networks().hidden()).containsExactly(32, 16);
        assertThat(ppo.networks().activation()).hasToString("RELU");
        assertThat(scenario.plan().goals().targetRollout()).hasValue(5.5);
        assertThat(scenario.plan().goals().targetEvaluation()).isEmpty();
        assertThat(scenario.seed()).isEqualTo(9);
        assertThat(scenario.name()).isEqualTo("test");
    }

    @Test
    void theLearnersOwnTrainingGoesOverTheScenariosAndTheCommandLineOverBoth() {
        assertThat(read(TEXT, Map.of()).plan().steps()).isEqualTo(500);
        assertThat(read(TEXT, Map.of()).plan().worlds()).isEqualTo(4);
        assertThat(read(TEXT, Map.of("learner", "a2c")).plan().worlds()).isEqualTo(2);
        assertThat(read(TEXT, Map.of("training.steps", "70")).plan().steps()).isEqualTo(70);
        assertThat(read(TEXT, Map.of("learners.ppo.training.steps", "80"))
                        .plan()
                        .steps())
                .isEqualTo(80);
    }

    @Test
    void readAgainFromItsResolvedTextItIsTheSame() {
        requireSameAgain(read(TEXT, Map.of("training.steps", "70")));
    }

    static Stream<Path> solved() throws IOException {
        try (Stream<Path> files = Files.list(SOLVED)) {
            return files.filter(file -> !TrainingReader.isForEvolution(file, Map.of())).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("solved")
    void everySolvedProblemIsReadWithEachOfItsLearners(Path file) {
        ConfigObject written = new ScenarioParser(Optional.empty()).parse("solved", readText(file), Map.of());
        List<String> learners = written.toConfig().getObject("learners").keySet().stream()
                .sorted()
                .toList();
        assertThat(learners).isNotEmpty();
        for (String learner : learners) {
            TrainingScenario scenario = TrainingReader.read(file, Map.of("learner", learner));
            assertThat(scenario.learner().algorithm()).isEqualTo(learner);
            assertThat(scenario.name()).isEqualTo(scenario.problem().problem());
            assertThat(scenario.file().description()).isNotEmpty();
            requireSameAgain(scenario);
        }
        assertThat(TrainingReader.isTraining(file, Map.of())).isTrue();
    }

    private static String readText(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static void requireSameAgain(TrainingScenario scenario) {
        TrainingScenario again = read(scenario.file().resolved(), Map.of());
        assertThat(again.problem()).isEqualTo(scenario.problem());
        assertThat(again.learner()).isEqualTo(scenario.learner());
        assertThat(again.plan()).isEqualTo(scenario.plan());
        assertThat(again.file().resolved()).isEqualTo(scenario.file().resolved());
        assertThat(again.file().configDigest()).isEqualTo(scenario.file().configDigest());
    }

    @Test
    void everyMistakeHasItsPlaceAndKey() {
        assertThat(problems("problem.lambada = 3"))
                .containsExactly("test.conf:8: problem.lambada: expected a key of problem, found 'lambada';"
                        + " did you mean 'lambda'?");
        assertThat(problems("problem.lambda = -1"))
                .containsExactly("test.conf:8: problem.lambda: expected 0.000000001 to 1000000000, found '-1'");
        assertThat(problems("problem.maxInventory = 2.5"))
                .containsExactly("test.conf:8: problem.maxInventory: expected a whole number, found '2.5'");
        assertThat(problems("learner = pppo"))
                .containsExactly("test.conf:8: learner: expected one of "
                        + String.join(", ", Manual.training().kinds("templates.learner"))
                        + ", or one of a jar on --classpath, found 'pppo'; did you mean 'ppo'?");
        assertThat(problems("learners.ppo.learning-rate = fast"))
                .containsExactly("test.conf:8: learners.ppo.learning-rate: expected a number, found 'fast'");
        assertThat(problems("learners.ppo.discount = 2"))
                .containsExactly("test.conf:8: learners.ppo.discount: expected a number in [0, 1], found '2'");
        assertThat(problems("learners.ppo.hidden = [32, many]"))
                .containsExactly("test.conf:8: learners.ppo.hidden: expected a list of at most 256 numbers, such as"
                        + " [1, 2], found '[32,\"many\"]'");
        assertThat(problems("learner = dqn"))
                .containsExactly(
                        "test.conf:8: learner: expected one of a2c, cross-entropy, ddpg, ppo, python, td3, since"
                                + " the actions of cartea-jaimungal are quantities, found 'dqn'");
        assertThat(refusal("problem.kind = cart-pole\nlearner = td3\ntraining.steps = 1"))
                .containsExactly(
                        "test.conf:2: learner: expected one of a2c, cross-entropy, dqn, muzero, ppo, python, rainbow, since"
                                + " the actions of cart-pole are choices, found 'td3'");
        assertThat(problems("training.steps = 0")).isEmpty();
        assertThat(problems("learners.ppo.training.steps = 0"))
                .containsExactly("test.conf:8: training.steps: expected 1 to 1000000000000, found '0'");
        assertThat(problems("training.device = tpu"))
                .containsExactly(
                        "test.conf:8: training.device: expected one of auto, cpu, gpu, found 'tpu'; did you mean"
                                + " 'cpu'?");
    }

    @Test
    void mistakesOfLearnersThatAreNotChosenCountToo() {
        assertThat(problems("learners.a2c.lamda = 1"))
                .containsExactly("test.conf:8: learners.a2c.lamda: expected a key of learners.a2c, found 'lamda';"
                        + " did you mean 'lambda'?");
        assertThat(problems("learners.sarsa.lambda = 1"))
                .singleElement()
                .asString()
                .contains("learners.sarsa", "ppo");
    }

    @Test
    void aMemoryThatNoCheckpointCouldHoldIsRefused() {
        Map<String, String> settings = Map.of("learner", "dqn", "learners.dqn.buffer-size", "100000000");
        assertThatThrownBy(() -> TrainingReader.read(SOLVED.resolve("deleveraging.conf"), settings))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("learners.dqn.buffer-size: expected at most ")
                .hasMessageContaining("since a checkpoint holds the memory, found");
    }

    @Test
    void aMarketScenarioIsNoTrainingScenarioAndTheOtherWayRound() {
        assertThatThrownBy(() -> TrainingReader.read(SOLVED.resolveSibling("two-chains.conf"), Map.of()))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("found one with a market, which run and train take");
        assertThatThrownBy(() -> ScenarioReader.read(SOLVED.resolve("cart-pole.conf"), Map.of()))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("catallaxy train");
        assertThat(TrainingReader.isTraining(SOLVED.resolveSibling("two-chains.conf"), Map.of()))
                .isFalse();
    }

    @Test
    void theManualDescribesExactlyTheKeysThatTheReaderAsksFor() {
        SortedMap<String, String> documented = new TreeMap<>();
        KeyReference.training().keys().forEach(key -> documented.put(key.path(), key.kind()));
        documented.remove("definitions");
        SortedMap<String, String> asked = new TreeMap<>();
        for (String problem : Manual.training().kinds("templates.problem")) {
            for (String learner : Manual.training().kinds("templates.learner")) {
                String text = "problem.kind = %s\nlearner = %s\ntraining.steps = 1\n".formatted(problem, learner);
                asked.putAll(kindsAsked(text));
            }
            for (String method : Manual.training().kinds("templates.method")) {
                asked.putAll(EvolutionReaderTest.kindsAsked(
                        ("problem.kind = %s\nevolution.method = %s\n" + EVERY_PARAMETER).formatted(problem, method)));
            }
        }
        assertThat(asked.entrySet()).containsExactlyInAnyOrderElementsOf(documented.entrySet());
    }

    @Test
    void theManualsDefaultsAreTheStandardProblems() throws ReflectiveOperationException {
        Class<?>[] problems = ProblemSpec.class.getPermittedSubclasses();
        assertThat(Manual.training().kinds("templates.problem"))
                .hasSize(problems.length + SearchKinds.problems().all().size());
        for (Class<?> type : problems) {
            Object standard = type.getMethod("standard").invoke(null);
            String kind = ((ProblemSpec) standard).problem();
            boolean game = ((ProblemSpec) standard).environment(1).game().isPresent();
            String text =
                    "problem.kind = " + kind + "\nlearner = " + (game ? "mcts" : "ppo") + "\ntraining.steps = 1\n";
            assertThat(read(text, Map.of()).problem()).isEqualTo(standard);
        }
    }

    /** What reading asked for, also where the learner turns out not to suit the problem. */
    private static Map<String, String> kindsAsked(String text) {
        ScenarioParser parser = new ScenarioParser(Optional.empty());
        ConfigObject written = parser.parse("test.conf", text, Map.of());
        Reading reading = new Reading(Manual.training(), parser.sources());
        try {
            TrainingReader.read(reading, written, "test.conf");
        } catch (ScenarioException refused) {
            assertThat(refused)
                    .hasMessageMatching(
                            ".*(since the actions of|is a game against oneself|is no game for it to plan on|catallaxy evolve).*");
        }
        return reading.kinds();
    }

    private static TrainingScenario read(String text, Map<String, String> overrides) {
        return TrainingReader.readText("test.conf", text, overrides);
    }

    private static List<String> problems(String line) {
        return refusal(TEXT + line + "\n");
    }

    private static List<String> refusal(String text) {
        try {
            read(text, Map.of());
            return List.of();
        } catch (ScenarioException refused) {
            return Arrays.asList(refused.explanation().split("\n", -1));
        }
    }
}
