package catallaxy.scenarios.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.training.Checkpoint;
import catallaxy.agents.training.CheckpointFolder;
import catallaxy.scenarios.ExitCode;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.file.learning.LearnerBinding;
import catallaxy.scenarios.file.text.ScenarioException;
import catallaxy.scenarios.folder.RecordFields;
import catallaxy.scenarios.folder.RunSummary;
import catallaxy.scenarios.folder.SmallScores;
import catallaxy.scenarios.folder.TrainingScore;
import catallaxy.scenarios.folder.TrainingSummary;
import catallaxy.scenarios.run.AgentPlans;
import catallaxy.scenarios.run.DriverKind;
import catallaxy.scenarios.run.RunRequest;
import catallaxy.scenarios.run.Simulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three learners in one small market: trained, interrupted, resumed, and put into the seats of runs. */
final class MarketTrainingTest {
    private static final Path SCENARIO = Path.of(System.getProperty("catallaxy.root"), "scenarios", "two-chains.conf");
    private static final Map<String, String> SMALL = Map.of(
            "duration", "20 m",
            "agents.fund.cadence", "1 m",
            "learners.maker.settings.rollout-length", "120",
            "learners.fund.settings.rollout-length", "10",
            "learners.risk.settings.rollout-length", "10",
            "training.rounds", "3",
            "training.worlds", "2",
            "training.checkpoint-every", "1",
            "training.evaluation-episodes", "1",
            "training.final-episodes", "2");

    @TempDir
    static Path out;

    private static Path trained = Path.of("");
    private static TrainingSummary summary = SmallScores.summary(SmallScores.NONE);

    /** Stops after so many rounds. */
    private static final class Patience implements TrainingWatch {
        private final int rounds;
        private int asked;

        private Patience(int rounds) {
            this.rounds = rounds;
        }

        static Patience of(int rounds) {
            return new Patience(rounds);
        }

        @Override
        public void note(String sentence) {}

        @Override
        public void progress(
                long steps, long total, double stepsPerSecond, double secondsLeft, Map<String, Double> figures) {}

        @Override
        public boolean interrupted() {
            asked++;
            return asked >= rounds;
        }
    }

    private static Scenario scenario(Map<String, String> more) {
        Map<String, String> settings = new LinkedHashMap<>(SMALL);
        more.keySet().stream()
                .filter(key -> key.endsWith(".settings"))
                .forEach(key -> settings.keySet().removeIf(other -> other.startsWith(key + ".")));
        settings.putAll(more);
        return ScenarioReader.read(SCENARIO, settings);
    }

    private static TrainingRequest request(String parent) {
        return request(parent, Map.of());
    }

    private static TrainingRequest request(String parent, Map<String, String> more) {
        return ShortTraining.request(new MarketExperiment(scenario(more)), 5, out.resolve(parent));
    }

    @BeforeAll
    static void train() throws IOException {
        summary = TrainingRun.begin(request("whole"), Patience.of(1000));
        trained = Path.of(summary.place().checkpoint());
    }

    @Test
    void scoresEachLearnerAgainstItsBaselineAndARandomPolicy() {
        List<TrainingScore.Learner> learners = summary.score().learners();
        assertThat(learners).extracting(TrainingScore.Learner::agent).containsExactly("fund", "maker", "risk");
        assertThat(learners.get(1).baseline().policy()).isEqualTo("avellaneda-stoikov");
        for (TrainingScore.Learner each : learners) {
            assertThat(each.overBaseline().reward().mean())
                    .isCloseTo(
                            each.evaluation().mean() - each.baseline().scores().mean(), within(1e-6));
            assertThat(each.overRandom().trading().mean())
                    .isCloseTo(each.evaluation().tradingMean() - each.random().tradingMean(), within(1e-6));
            assertThat(each.together().isKnown()).isTrue();
        }
        assertThat(summary.course().steps()).isEqualTo(3 * 2 * (240 + 20 + 20));
        assertThat(RecordFields.known(summary))
                .containsKeys("scenario", "rounds", "worlds", "learners")
                .doesNotContainKeys("algorithm", "problem", "evaluation", "referee");
    }

    @Test
    void everyLearnerHasLearnedSomething() throws IOException {
        Checkpoint checkpoint = Checkpoint.read(trained);
        for (String agent : List.of("maker", "fund", "risk")) {
            float[] moment = checkpoint
                    .snapshot()
                    .tensors()
                    .tensor(agent + "/adam.first_moment")
                    .values();
            assertThat(moment).as(agent).isNotEqualTo(new float[moment.length]);
        }
    }

    @Test
    void anInterruptedRunGoesOnBitForBit() throws IOException {
        assertThatThrownBy(() -> TrainingRun.begin(request("stopped"), Patience.of(1)))
                .isInstanceOf(TrainingInterruptedException.class);
        Path folder;
        try (var folders = Files.list(out.resolve("stopped"))) {
            folder = folders.findFirst().orElseThrow();
        }
        TrainingSummary resumed = ShortTraining.resume(folder, Patience.of(1000));
        Path checkpoint = Path.of(resumed.place().checkpoint());
        assertThat(Files.mismatch(checkpoint.resolve("tensors.safetensors"), trained.resolve("tensors.safetensors")))
                .isEqualTo(-1);
        assertThat(Files.mismatch(checkpoint.resolve("state.bin"), trained.resolve("state.bin")))
                .isEqualTo(-1);
        assertThat(resumed.score().learners()).isEqualTo(summary.score().learners());
    }

    @Test
    void learnersFromAMemoryTakeSeatsToo() throws IOException {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("learners.fund.algorithm", "td3");
        settings.put(
                "learners.fund.settings", "{ hidden = [8], learning-starts = 10, batch-size = 8, buffer-size = 1000 }");
        settings.put("learners.risk.algorithm", "dqn");
        settings.put("learners.risk.levels", "[0, 0.5, 1]");
        settings.put(
                "learners.risk.settings", "{ hidden = [8], learning-starts = 10, batch-size = 8, buffer-size = 1000 }");
        TrainingSummary both = TrainingRun.begin(request("memory", settings), Patience.of(1000));
        assertThat(both.score().learners())
                .extracting(TrainingScore.Learner::algorithm)
                .containsExactlyInAnyOrder("td3", "dqn", "ppo");
        for (String other : List.of("rainbow", "muzero")) {
            settings.put("learners.risk.algorithm", other);
            TrainingSummary trainedToo = TrainingRun.begin(request(other, settings), Patience.of(1000));
            assertThat(trainedToo.score().learners())
                    .extracting(TrainingScore.Learner::algorithm)
                    .contains(other);
        }
    }

    @Test
    void itsReportShowsScoresAndCurvesOfEveryLearner() throws IOException {
        String report = Files.readString(Path.of(summary.place().runFolder()).resolve("report.html"));
        for (String agent : List.of("maker", "fund", "risk")) {
            assertThat(report).contains(">" + agent + "<small>", agent + ": mean return", agent + "/train/value_loss");
        }
        assertThat(report)
                .contains("avellaneda-stoikov", "Over baseline", "Among the learned")
                .doesNotContain("did not complete");
    }

    @Test
    void policiesPlayInOtherScenariosThatHaveTheirAgents() {
        ClassLoader classes = MarketTrainingTest.class.getClassLoader();
        TrainedMarket longer = TrainedMarket.load(
                trained, (_, _) -> scenario(Map.of("duration", "30 m")), classes, LearnerBinding.NONE);
        assertThat(longer.score(1, 3)).isNotEqualTo(trainedIn(classes).score(1, 3));
        Map<String, String> fewer =
                Map.of("agents.fund", "null", "learners.fund", "null", "agents.risk", "null", "learners.risk", "null");
        assertThatThrownBy(() -> TrainedMarket.load(
                        trained, (_, _) -> ScenarioReader.read(SCENARIO, fewer), classes, LearnerBinding.NONE))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("expected the agents whose policies the checkpoint has, found no fund, no risk");
    }

    private static TrainedMarket trainedIn(ClassLoader classes) {
        return TrainedMarket.load(
                trained,
                (checkpoint, text) -> ScenarioReader.readText(checkpoint, text, Map.of()),
                classes,
                LearnerBinding.NONE);
    }

    @Test
    void whichLearnerDivergedIsSaid() {
        TrainingRequest wild = request("diverged", Map.of("learners.fund.settings.learning-rate", "1e30"));
        assertThatThrownBy(() -> TrainingRun.begin(wild, Patience.of(1000)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("training diverged: fund: gradient of norm NaN at update ");
    }

    @Test
    void aRolloutThatDoesNotFitTheRoundsIsRefusedBeforeAnythingIsWritten() {
        TrainingRequest odd = request("odd", Map.of("learners.maker.settings.rollout-length", "100"));
        assertThatThrownBy(() -> TrainingRun.begin(odd, Patience.of(1000)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("rollout-length: expected a divisor of its 240 decisions");
        assertThat(out.resolve("odd")).doesNotExist();
    }

    private static Map<String, String> seated(String path) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String agent : List.of("maker", "fund", "risk")) {
            settings.put("agents." + agent + ".policy", "{ kind = checkpoint, path = \"" + path + "\" }");
        }
        return settings;
    }

    private static RunSummary run(Scenario scenario, DriverKind driver) throws IOException {
        return Simulation.run(
                new RunRequest(
                        scenario,
                        9,
                        driver,
                        out.resolve("runs"),
                        "catallaxy run",
                        "test",
                        MarketTrainingTest.class.getClassLoader(),
                        OptionalLong.empty()),
                timeNanos -> {});
    }

    @Test
    void trainedPoliciesDriveTheActors() throws IOException {
        Scenario scenario = scenario(seated(trained.toString()));
        RunSummary batch = run(scenario, DriverKind.BATCH);
        assertThat(run(scenario, DriverKind.ACTORS).subject().digest())
                .isEqualTo(batch.subject().digest());
        assertThat(run(scenario(Map.of()), DriverKind.BATCH).subject().digest())
                .isNotEqualTo(batch.subject().digest());
        String manifest = Files.readString(Path.of(batch.subject().runFolder()).resolve("manifest.json"));
        assertThat(manifest).contains("\"checkpoints\"").contains("\"sha256\"");
    }

    @Test
    void aDamagedCheckpointIsRefusedAsCorrupt() throws IOException {
        Path copy = Files.createDirectories(out.resolve("damaged").resolve(CheckpointFolder.name(1)));
        for (String name : List.of("manifest.json", "state.bin", "tensors.safetensors")) {
            Files.copy(trained.resolve(name), copy.resolve(name));
        }
        byte[] tensors = Files.readAllBytes(copy.resolve("tensors.safetensors"));
        tensors[tensors.length / 2] = (byte) (tensors[tensors.length / 2] ^ 1);
        Files.write(copy.resolve("tensors.safetensors"), tensors);
        assertThatThrownBy(() -> scenario(seated(copy.toString())))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.exitCode()).isEqualTo(ExitCode.CORRUPT))
                .hasMessageContaining("checksum");
    }

    @Test
    void aCheckpointThatDoesNotFitTheSeatIsRefusedWithWhatDiffers() {
        Scenario fewerPools = scenario(Map.of(
                "agents.fund.pools",
                "[mainnet-ETH-USDC, rollup-ETH-USDC]",
                "agents.fund.policy",
                "{ kind = checkpoint, path = \"" + trained + "\" }"));
        assertThat(AgentPlans.misfits(fewerPools, MarketTrainingTest.class.getClassLoader()))
                .containsOnlyKeys("fund")
                .hasEntrySatisfying(
                        "fund", why -> assertThat(why).contains("features: trained with", "weight.mainnet.BTC"));
    }

    @Test
    void aCheckpointOfAnotherRoleOrPlaceIsRefused() {
        assertThatThrownBy(() -> scenario(Map.of(
                        "agents.arb.policy", "{ kind = checkpoint, agent = maker, path = \"" + trained + "\" }")))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("a policy for role arbitrage, not for market-maker");
        assertThatThrownBy(() -> scenario(seated("nowhere")))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("expected a checkpoint");
        assertThatThrownBy(() -> scenario(Map.of(
                        "agents.maker.policy", "{ kind = checkpoint, agent = arb, path = \"" + trained + "\" }")))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("a learner of");
    }
}
