package catallaxy.scenarios.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.agents.learning.VectorStep;
import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.scenarios.file.TrainingReader;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Worlds over the bridge are those of the program. */
final class BridgedWorldsTest {
    private static final int WORLDS = 5;
    private static final int STEPS = 700;

    @TempDir
    Path folder;

    static List<String> problems() throws IOException {
        try (Stream<Path> files = Files.list(PythonSide.SCENARIOS.resolve("solved"))) {
            return files.filter(file -> !TrainingReader.isForEvolution(file, Map.of()))
                    .map(file -> "solved/" + String.valueOf(file.getFileName()).replace(".conf", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("problems")
    void everyProblemIsTheOneThatIsTrainedIn(String name) {
        VectorEnvironment direct = TrainingReader.read(PythonSide.SCENARIOS.resolve(name + ".conf"), Map.of())
                .problem()
                .environment(WORLDS);
        VectorStep step = VectorStep.of(direct);
        float[] actions = new float[WORLDS * direct.actionSpec().size()];
        Random random = new Random(3);
        int ends = 0;
        try (PythonSide python = new PythonSide(folder, true)) {
            python.open(Map.of("environment", "vector", "scenario", name, "worlds", WORLDS));
            direct.reset(9, step);
            python.reset(9);
            assertSame(python, step, false);
            for (int i = 0; i < STEPS; i++) {
                draw(direct.actionSpec(), random, actions);
                SharedBlock.write(actions, python.array("actions"));
                python.turn();
                direct.step(actions, step);
                ends += assertSame(python, step, true);
            }
        }
        assertThat(ends).as("episodes that ended").isPositive();
    }

    private static void draw(ActionSpec spec, Random random, float[] actions) {
        for (int i = 0; i < actions.length; i++) {
            ActionComponent each = spec.components().get(i % spec.size());
            actions[i] = switch (each) {
                case ActionComponent.Discrete choice ->
                    random.nextInt(choice.labels().size());
                case ActionComponent.Continuous quantity ->
                    (float) (quantity.low() + random.nextDouble() * (quantity.high() - quantity.low()));
            };
        }
    }

    /** The number of episodes that have just ended. */
    private static int assertSame(PythonSide python, VectorStep step, boolean stepped) {
        float[] rows = new float[step.observations().length];
        SharedBlock.read(python.array("observations"), rows);
        assertThat(rows).containsExactly(step.observations());
        for (int i = 0; i < step.masks().length; i++) {
            assertThat(python.array("masks").get(ValueLayout.JAVA_BYTE, i))
                    .isEqualTo(step.masks()[i] ? (byte) 1 : (byte) 0);
        }
        return stepped ? assertSameAnswer(python, step, rows) : 0;
    }

    private static int assertSameAnswer(PythonSide python, VectorStep step, float[] rows) {
        int ends = 0;
        for (int i = 0; i < step.worlds(); i++) {
            assertThat(python.array("rewards").getAtIndex(SharedBlock.DOUBLE, i))
                    .isEqualTo(step.rewards()[i]);
            int end = step.terminated()[i] ? 1 : step.truncated()[i] ? 2 : 0;
            assertThat((int) python.array("ends").get(ValueLayout.JAVA_BYTE, i)).isEqualTo(end);
            ends += end == 0 ? 0 : 1;
        }
        assertThat(python.array("ended").get(SharedBlock.LONG, 0)).isEqualTo(ends);
        if (ends > 0) {
            SharedBlock.read(python.array("final"), rows);
            assertThat(rows).containsExactly(step.next());
        }
        return ends;
    }

    @Test
    void aSeatIsSeenAsItsLearnerWouldSeeIt() {
        try (PythonSide python = new PythonSide(folder, true)) {
            Map<String, ?> opened = python.open(Map.of(
                    "environment", "vector",
                    "scenario", "two-chains",
                    "settings", List.of("duration=10 m", "agents.maker.cadence=1 m"),
                    "agent", "maker",
                    "worlds", 2));
            assertThat(PythonSide.list(opened.get("components")))
                    .as("the learner of the scenario corrects two of the maker's numbers")
                    .hasSize(2)
                    .allMatch(each ->
                            String.valueOf(PythonSide.object(each).get("name")).startsWith("residual."));
            python.reset(1);
            for (int i = 0; i < 9; i++) {
                python.turn();
                assertThat(python.array("ended").get(SharedBlock.LONG, 0)).isZero();
            }
            python.turn();
            assertThat(python.array("ended").get(SharedBlock.LONG, 0)).isEqualTo(2);
            assertThat(python.ask(Map.of("request", "optimum")))
                    .containsEntry("error", "a seat of a market has no known optimum");
        }
    }
}
