package catallaxy.scenarios.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.learning.VectorStep;
import catallaxy.agents.market.MarketCourse;
import catallaxy.agents.seat.SeatedLearner;
import catallaxy.agents.training.Checkpoint;
import catallaxy.agents.training.Snapshot;
import catallaxy.agents.training.Trainer;
import catallaxy.agents.training.TrainingListener;
import catallaxy.agents.training.TrainingPlan;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.file.text.ScenarioException;
import catallaxy.scenarios.folder.TrainingSummary;
import catallaxy.scenarios.run.AgentPlans;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Learners of which each has worlds in which it is the only one. */
final class SoloWorldsTest {
    private static final Path SCENARIO = Path.of(System.getProperty("catallaxy.root"), "scenarios", "two-chains.conf");

    @TempDir
    Path out;

    private static Map<String, String> settings(String worlds, String solo) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("duration", "10 m");
        settings.put("agents.fund.cadence", "1 m");
        settings.put("learners.maker.settings.rollout-length", "120");
        settings.put("learners.fund.settings.rollout-length", "10");
        settings.put("learners.risk.settings.rollout-length", "10");
        settings.put("training.rounds", "2");
        settings.put("training.worlds", worlds);
        settings.put("training.solo-worlds", solo);
        settings.put("training.evaluation-episodes", "0");
        settings.put("training.final-episodes", "1");
        return settings;
    }

    private TrainingSummary trained(Map<String, String> settings) throws IOException {
        return TrainingRun.begin(
                ShortTraining.request(new MarketExperiment(ScenarioReader.read(SCENARIO, settings)), 7, out),
                TrainingWatch.SILENT);
    }

    private static float[] fundsWeights(TrainingSummary summary) throws IOException {
        return Checkpoint.read(Path.of(summary.place().checkpoint()))
                .snapshot()
                .tensors()
                .tensor("fund/policy.0.weight")
                .values();
    }

    /** The first of three worlds is the fund's: what it learns there is what it learns without other learners. */
    @Test
    void aLearnerInItsOwnWorldLearnsAsIfThereWereNoOthers() throws IOException {
        TrainingSummary three = trained(settings("3", "1"));
        Map<String, String> lone = settings("1", "0");
        lone.keySet().removeIf(key -> key.startsWith("learners.maker") || key.startsWith("learners.risk"));
        lone.put("learners.maker", "null");
        lone.put("learners.risk", "null");
        float[] alone = fundsWeights(trained(lone));
        assertThat(fundsWeights(three)).isEqualTo(alone);
        assertThat(fundsWeights(trained(settings("1", "0")))).isNotEqualTo(alone);
        assertThat(three.course().steps()).isEqualTo(2 * (120 + 10 + 10));
    }

    /** Does nothing but remember what it is told of each of its worlds. */
    private static final class Recorder implements Learner {
        private final List<List<String>> rows = new ArrayList<>();

        Recorder(int worlds) {
            for (int row = 0; row < worlds; row++) {
                rows.add(new ArrayList<>());
            }
        }

        @Override
        public String algorithm() {
            return "none";
        }

        @Override
        public void act(VectorStep now, float[] actions) {
            Arrays.fill(actions, 0);
        }

        @Override
        public void observe(VectorStep result) {
            int width = result.observations().length / rows.size();
            for (int row = 0; row < rows.size(); row++) {
                float[] seen = Arrays.copyOfRange(result.observations(), row * width, (row + 1) * width);
                rows.get(row)
                        .add(Arrays.toString(seen)
                                + result.rewards()[row]
                                + result.truncated()[row]
                                + result.terminated()[row]);
            }
        }

        @Override
        public long steps() {
            return (long) rows.size() * rows.getFirst().size();
        }

        @Override
        public boolean atBoundary() {
            return true;
        }

        @Override
        public BatchPolicy policy() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, Double> metrics() {
            return Map.of();
        }

        @Override
        public void save(TensorStore tensors, StateWriter rest) {}

        @Override
        public void load(TensorStore tensors, StateReader rest) {}

        @Override
        public void close() {}
    }

    /** What each of these learners is told in two rounds. */
    private static Map<String, List<List<String>>> told(String worlds, String solo, List<String> learners) {
        Scenario scenario = ScenarioReader.read(SCENARIO, settings(worlds, solo));
        Map<String, List<List<String>>> told = new LinkedHashMap<>();
        List<SeatedLearner> seated = scenario.training().learners().stream()
                .filter(each -> learners.contains(each.agent()))
                .map(each -> each.seated(task -> {
                    Recorder recorder = new Recorder(task.worlds());
                    told.put(each.agent(), recorder.rows);
                    return recorder;
                }))
                .toList();
        try (MarketCourse course = new MarketCourse(
                AgentPlans.agents(scenario, SoloWorldsTest.class.getClassLoader()),
                scenario.faultRule(),
                seated,
                scenario.training().rounds(),
                7)) {
            TrainingPlan plan = scenario.training().plan(course.stepsOfRound());
            Trainer trainer = Trainer.begin(course, plan, new TrainingListener() {
                @Override
                public void measured(long steps, Map<String, Double> figures) {}

                @Override
                public void checkpoint(Snapshot snapshot) {}
            });
            trainer.run(() -> false);
            assertThat(trainer.progress().steps()).isEqualTo(plan.steps());
        }
        return told;
    }

    /** Of four worlds the first is all learners', the next are the fund's, the maker's and the risk manager's. */
    @Test
    void eachRowIsOfTheWorldInWhichTheLearnerPlays() {
        List<String> all = List.of("fund", "maker", "risk");
        Map<String, List<List<String>>> mixed = told("4", "1", all);
        Map<String, List<List<String>>> shared = told("4", "0", all);
        for (String agent : all) {
            List<List<String>> rows = Objects.requireNonNull(mixed.get(agent));
            List<List<String>> lone =
                    Objects.requireNonNull(told("4", "0", List.of(agent)).get(agent));
            assertThat(rows).as(agent).hasSize(2);
            assertThat(rows.getFirst())
                    .isEqualTo(Objects.requireNonNull(shared.get(agent)).getFirst());
            assertThat(rows.getLast()).isEqualTo(lone.get(1 + all.indexOf(agent)));
        }
        assertThat(mixed.get("risk"))
                .isNotEqualTo(told("4", "0", List.of("risk")).get("risk"));
    }

    @Test
    void worldsAreEnoughForAllLearners() {
        assertThatThrownBy(() -> trained(settings("5", "2")))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining(
                        "training.solo-worlds: expected at most 1, since 3 learners have 5 worlds, found '2'");
        assertThatThrownBy(() -> trained(settings("-5", "0")))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("training.worlds: expected 1 to 1024");
    }
}
