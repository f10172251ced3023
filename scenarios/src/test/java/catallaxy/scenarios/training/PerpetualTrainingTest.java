package catallaxy.scenarios.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.agents.training.Checkpoint;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.folder.TrainingScore;
import catallaxy.scenarios.folder.TrainingSummary;
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

/** A maker and a trader who learn on a perpetual, where what they hold are positions: trained, interrupted, resumed, evaluated, seated. */
final class PerpetualTrainingTest {
    private static final Path SCENARIO =
            Path.of(System.getProperty("catallaxy.root"), "scenarios", "perp-funding.conf");
    private static final Map<String, String> SMALL = Map.ofEntries(
            Map.entry("duration", "20 m"),
            Map.entry("agents.maker", maker("{ kind = avellaneda-stoikov, gamma = 0.0005, k = 1, horizon = 1 h }")),
            Map.entry("agents.trader", trader("{ kind = hold }")),
            Map.entry("learners.maker.algorithm", "ppo"),
            Map.entry("learners.maker.settings.rollout-length", "120"),
            Map.entry("learners.trader.algorithm", "a2c"),
            Map.entry("training.rounds", "3"),
            Map.entry("training.worlds", "2"),
            Map.entry("training.checkpoint-every", "1"),
            Map.entry("training.evaluation-episodes", "1"),
            Map.entry("training.final-episodes", "2"));

    @TempDir
    static Path out;

    private static Path trained = Path.of("");
    private static List<TrainingScore.Learner> scores = List.of();

    private static String maker(String policy) {
        return "{ role = market-maker, venue = eth-perp, cadence = 10 s, max-inventory = 50, quote-size = 2,"
                + " holdings { derivatives { USDC = 500000 } }, policy = " + policy + " }";
    }

    private static String trader(String policy) {
        return "{ role = trader, venues = [eth-perp], cadence = 30 s, max-trade = 20000,"
                + " holdings { derivatives { USDC = 200000 } }, policy = " + policy + " }";
    }

    private static Scenario scenario(Map<String, String> more) {
        Map<String, String> settings = new LinkedHashMap<>(SMALL);
        settings.putAll(more);
        return ScenarioReader.read(SCENARIO, settings);
    }

    private static TrainingRequest request(String parent) {
        return ShortTraining.request(new MarketExperiment(scenario(Map.of())), 5, out.resolve(parent));
    }

    @BeforeAll
    static void train() throws IOException {
        TrainingSummary summary = TrainingRun.begin(request("whole"), TrainingWatch.SILENT);
        trained = Path.of(summary.place().checkpoint());
        scores = summary.score().learners();
    }

    @Test
    void bothAreScoredAndHaveLearnedSomething() throws IOException {
        assertThat(scores).extracting(TrainingScore.Learner::agent).containsExactly("maker", "trader");
        assertThat(scores)
                .allSatisfy(each -> assertThat(each.evaluation().mean()).isFinite());
        Checkpoint checkpoint = Checkpoint.read(trained);
        assertThat(checkpoint.manifest().origin().observation()).contains("maker/inventory_share");
        for (String agent : List.of("maker", "trader")) {
            float[] moment = checkpoint
                    .snapshot()
                    .tensors()
                    .tensor(agent + "/adam.first_moment")
                    .values();
            assertThat(moment).as(agent).isNotEqualTo(new float[moment.length]);
        }
    }

    @Test
    void anInterruptedTrainingGoesOnBitForBit() throws IOException {
        assertThatThrownBy(() -> TrainingRun.begin(request("stopped"), ShortTraining.at(1, () -> {}, true)))
                .isInstanceOf(TrainingInterruptedException.class);
        Path folder;
        try (var folders = Files.list(out.resolve("stopped"))) {
            folder = folders.findFirst().orElseThrow();
        }
        TrainingSummary resumed = ShortTraining.resume(folder, TrainingWatch.SILENT);
        Path checkpoint = Path.of(resumed.place().checkpoint());
        for (String file : List.of("tensors.safetensors", "state.bin")) {
            assertThat(Files.mismatch(checkpoint.resolve(file), trained.resolve(file)))
                    .as(file)
                    .isEqualTo(-1);
        }
    }

    /** Seated, they have positions, and no ether. */
    @Test
    void whatWasLearnedTakesPositionsUnderEveryDriverAlike() throws IOException {
        String policy = "{ kind = checkpoint, path = \"" + trained + "\" }";
        Scenario seated = scenario(Map.of("agents.maker", maker(policy), "agents.trader", trader(policy)));
        String batch = digest(seated, DriverKind.BATCH);
        assertThat(digest(seated, DriverKind.ACTORS)).isEqualTo(batch);
        assertThat(digest(scenario(Map.of()), DriverKind.BATCH)).isNotEqualTo(batch);
    }

    private static String digest(Scenario scenario, DriverKind driver) throws IOException {
        RunRequest request = new RunRequest(
                scenario,
                9,
                driver,
                out.resolve("runs"),
                "catallaxy run",
                "test",
                PerpetualTrainingTest.class.getClassLoader(),
                OptionalLong.empty());
        return Simulation.run(request, timeNanos -> {}).subject().digest();
    }
}
