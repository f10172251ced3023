package catallaxy.scenarios.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.agents.training.LearnerSpec;
import catallaxy.scenarios.ExitCode;
import catallaxy.scenarios.JsonText;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.learning.LearnerBinding;
import catallaxy.scenarios.folder.TrainingSummary;
import catallaxy.scenarios.training.Experiment;
import catallaxy.scenarios.training.Stage;
import catallaxy.scenarios.training.Trained;
import catallaxy.scenarios.training.TrainingProgram;
import catallaxy.scenarios.training.TrainingRequest;
import catallaxy.scenarios.training.TrainingRun;
import catallaxy.scenarios.training.TrainingWatch;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The maker of a small market learns on the other side of the bridge, where it does what {@link EchoKind} does on this one. */
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class BridgedLearningTest {
    private static final List<String> SMALL = List.of(
            "duration=20 m",
            "agents.maker.cadence=1 m",
            "agents.fund.cadence=1 m",
            "learners.fund.settings.rollout-length=10",
            "learners.risk=null",
            "training.rounds=2",
            "training.worlds=2",
            "training.checkpoint-every=1",
            "training.evaluation-episodes=1",
            "training.final-episodes=2");
    private static final String STATE = "state ";
    private static final int BEGIN = 0;
    private static final int ACT = 1;
    private static final int OBSERVE = 2;
    private static final int POLICY = 3;
    private static final int METRICS = 4;
    private static final int SAVE = 5;
    private static final int LOAD = 6;

    @TempDir
    Path folder;

    private final Set<Integer> asked = new TreeSet<>();
    private long digest;

    private static Map<String, Object> order(Path out, String... agents) {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("environment", "learning");
        order.put("task", "train");
        order.put("scenario", "two-chains");
        order.put("settings", SMALL);
        order.put("agents", List.of(agents));
        order.put("seed", 4);
        order.put("out", out.toString());
        order.put("command", "as the test says");
        return order;
    }

    private static Map<String, Object> order(String task, Path place, String... agents) {
        return Map.of(
                "environment",
                "learning",
                "task",
                task,
                "folder",
                place.toString(),
                "agents",
                List.of(agents),
                "episodes",
                2,
                "seed",
                9);
    }

    /** Answers so many questions, or all of them. */
    private int play(PythonSide python, Map<String, @Nullable Object> opened, int most) throws IOException {
        Map<String, ?> learner =
                PythonSide.object(PythonSide.list(opened.get("learners")).getFirst());
        python.turn();
        int answers = 0;
        while (word(python, "finished") == 0 && answers < most) {
            int command = (int) word(python, "command");
            asked.add(command);
            switch (command) {
                case BEGIN -> digest = 0;
                case ACT, POLICY -> act(python, learner);
                case OBSERVE -> observe(python, learner);
                case METRICS -> python.tell("{\"train/loss\": 0.5}");
                case SAVE -> python.tell(STATE + Base64.getEncoder().encodeToString(EchoKind.state(digest)));
                case LOAD ->
                    digest = ByteBuffer.wrap(
                                    Base64.getDecoder().decode(python.line().substring(STATE.length())))
                            .getLong();
                default -> {}
            }
            answers++;
            python.turn();
        }
        return answers;
    }

    private static long word(PythonSide python, String name) {
        return python.array(name).get(SharedBlock.LONG, 0);
    }

    private static void act(PythonSide python, Map<String, ?> learner) {
        int features = PythonSide.list(learner.get("features")).size();
        List<?> components = PythonSide.list(learner.get("components"));
        for (int i = 0; i < word(python, "rows") * components.size(); i++) {
            int which = i % components.size();
            Map<String, ?> component = PythonSide.object(components.get(which));
            float seen = python.array("observations")
                    .getAtIndex(SharedBlock.FLOAT, i / components.size() * features + which);
            float answer = EchoKind.answer(bound(component, "low"), bound(component, "high"), seen);
            python.array("actions").setAtIndex(SharedBlock.FLOAT, i, answer);
        }
    }

    private static double bound(Map<String, ?> component, String which) {
        return ((Number) Objects.requireNonNull(component.get(which), which)).doubleValue();
    }

    private void observe(PythonSide python, Map<String, ?> learner) {
        int rows = (int) word(python, "rows");
        for (int i = 0; i < rows * PythonSide.list(learner.get("features")).size(); i++) {
            digest = EchoKind.digest(digest, python.array("observations").getAtIndex(SharedBlock.FLOAT, i));
        }
        for (int i = 0; i < rows; i++) {
            digest = EchoKind.digest(digest, python.array("rewards").getAtIndex(SharedBlock.DOUBLE, i));
            boolean terminated = python.array("terminated").get(ValueLayout.JAVA_BYTE, i) != 0;
            boolean truncated = python.array("truncated").get(ValueLayout.JAVA_BYTE, i) != 0;
            digest = EchoKind.digest(digest, terminated ? 1 : truncated ? 2 : 0);
        }
    }

    private static Experiment experiment() {
        Map<String, String> settings = new LinkedHashMap<>(PythonSide.HOST.settings(SMALL));
        settings.put("learners.maker.algorithm", "python");
        return Experiment.read(PythonSide.SCENARIOS.resolve("two-chains.conf"), settings);
    }

    private static TrainingProgram program(LearnerBinding binding) {
        return new TrainingProgram("as the test says", "test", BridgedLearningTest.class.getClassLoader(), binding);
    }

    private TrainingSummary twin() throws IOException {
        LearnerBinding here = (_, learner) -> learner.kind() instanceof PythonKind
                ? new LearnerSpec<>(new EchoKind(), new PythonKind.Config())
                : learner;
        return TrainingRun.begin(
                new TrainingRequest(experiment(), 4, folder.resolve("twin"), program(here)), TrainingWatch.SILENT);
    }

    private static void requireSame(Path checkpoint, TrainingSummary twin) {
        for (String file : List.of("tensors.safetensors", "state.bin")) {
            assertThat(checkpoint.resolve(file))
                    .hasSameBinaryContentAs(Path.of(twin.place().checkpoint()).resolve(file));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theOthersLearnBitForBitAsBesideATwinOnThisSide(boolean watches) throws IOException {
        Path out = folder.resolve("runs");
        try (PythonSide python = new PythonSide(folder, watches)) {
            play(python, python.open(order(out, "maker")), Integer.MAX_VALUE);
            Map<String, ?> summary = python.received();
            assertThat(summary.get("steps")).isEqualTo(2 * 2 * (20 + 20));
            Path checkpoint = Path.of(String.valueOf(summary.get("checkpoint")));
            TrainingSummary twin = twin();
            requireSame(checkpoint, twin);
            Map<String, ?> maker =
                    PythonSide.object(PythonSide.list(summary.get("learners")).getLast());
            assertThat(maker.get("algorithm")).isEqualTo("python");
            assertThat(Files.readString(
                            Path.of(String.valueOf(summary.get("runFolder"))).resolve("metrics.jsonl")))
                    .contains("\"maker/train/loss\":0.5");
        }
    }

    @Test
    void whatPythonLeavesIsInterruptedAndGoesOnBitForBit() throws IOException {
        Path out = folder.resolve("left");
        try (PythonSide python = new PythonSide(folder, false)) {
            play(python, python.open(order(out, "maker")), 90);
        }
        Path run = only(out);
        assertThat(manifest(run).get("status")).isEqualTo("interrupted");
        assertThatThrownBy(() -> TrainingRun.resume(run, program(LearnerBinding.NONE), TrainingWatch.SILENT))
                .hasMessageContaining("learns in Python");
        assertThat(manifest(run).get("status")).isEqualTo("interrupted");
        try (PythonSide python = new PythonSide(folder, true)) {
            play(python, python.open(order("resume", run, "maker")), Integer.MAX_VALUE);
            requireSame(Path.of(String.valueOf(python.received().get("checkpoint"))), twin());
        }
        try (PythonSide python = new PythonSide(folder, true)) {
            asked.clear();
            play(python, python.open(order("evaluate", run, "maker")), Integer.MAX_VALUE);
            assertThat(asked).containsExactly(BEGIN, POLICY, LOAD);
            assertThat(python.received()).containsKey("learners");
        }
        Stage stage = new Stage(Optional.empty(), Map.of());
        try (Trained alone = Trained.load(run, stage, BridgedLearningTest.class.getClassLoader())) {
            assertThatThrownBy(() -> alone.evaluation(1, 1)).hasMessageContaining("learns in Python");
        }
    }

    @Test
    void whatALearnerRaisesEndsTheTraining() throws IOException {
        for (long kind : new long[] {1, 2}) {
            Path out = folder.resolve("raised" + kind);
            try (PythonSide python = new PythonSide(folder, true)) {
                play(python, python.open(order(out, "maker")), 3);
                python.tell("{\"raised\": \"the learner raised\"}");
                python.array("raised").set(SharedBlock.LONG, 0, kind);
                assertThatThrownBy(python::turn).hasMessage("the learner raised");
            }
            assertThat(manifest(only(out)).get("status")).isEqualTo(kind == 1 ? "failed" : "interrupted");
        }
    }

    @Test
    void whatCannotBeTrainedIsToldBeforeAnythingIsWritten() {
        Path out = folder.resolve("none");
        assertThatThrownBy(() -> TrainingRun.begin(
                        new TrainingRequest(experiment(), 4, out, program(LearnerBinding.NONE)), TrainingWatch.SILENT))
                .isInstanceOfSatisfying(
                        UserError.class, told -> assertThat(told.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessageContaining("learners: python learns in Python, which is to start this: catallaxy.train(");
        try (PythonSide python = new PythonSide(folder, true)) {
            assertThatThrownBy(() -> python.open(order(out, "makr")))
                    .hasMessageContaining(
                            "learners.makr: expected one of the agents (arb, fund, maker, risk), found 'makr'");
            Map<String, Object> twice = order(out, "maker");
            twice.put("settings", List.of("learners.maker.algorithm=a2c"));
            assertThatThrownBy(() -> python.open(twice))
                    .hasMessage("learners.maker.algorithm: expected none, since that learner is in Python");
            Map<String, Object> alone = order(out);
            alone.put("settings", List.of("learners.maker.algorithm=python"));
            assertThatThrownBy(() -> python.open(alone)).hasMessage("learners: expected those of maker, found none");
            assertThatThrownBy(() -> python.open(order("teach", out)))
                    .hasMessage("bridge: no such request here: teach");
            assertThatThrownBy(() -> python.open(order("resume", out, "maker")))
                    .hasMessageContaining("expected a checkpoint or a run folder with checkpoints, found none");
        }
        assertThat(out).doesNotExist();
    }

    private static Path only(Path parent) throws IOException {
        try (var made = Files.list(parent)) {
            return made.findFirst().orElseThrow();
        }
    }

    private static Map<String, ?> manifest(Path run) throws IOException {
        return JsonText.read(Files.readString(run.resolve("manifest.json")));
    }
}
