package catallaxy.scenarios.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.agents.driver.DriverResult;
import catallaxy.agents.training.TrainingEnd;
import catallaxy.environment.api.EnvironmentStep;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.MarketEnvironment;
import catallaxy.environment.market.MarketSpec;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.population.GroupSpec;
import catallaxy.environment.market.trace.BookEvent;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.file.TrainingReader;
import catallaxy.scenarios.file.TrainingScenario;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That benchmarks measure what they are named for. */
class WorkloadsTest {
    private static final Path SCENARIOS = Path.of(System.getProperty("catallaxy.root"), "scenarios");

    private static Workload cartPole(TrainingEnd end, String target, String steps) {
        Map<String, String> overrides =
                Map.of("training.steps", steps, "training.target-rollout", target, "training.evaluation-episodes", "0");
        return LearningWorkloads.training("cart-pole", overrides, end);
    }

    @Test
    void aTrainingThatDoesNotReachItsTargetMissesItsEnd() {
        assertThatThrownBy(() -> cartPole(TrainingEnd.TARGET, "475", "512").run(3))
                .isInstanceOf(MissedEndException.class)
                .hasMessage("the training with seed 1 ended after 512 steps by its steps, expected by its target");
    }

    @Test
    void aTrainingThatEndsBeforeItsBudgetMissesItsEnd() {
        assertThatThrownBy(() -> cartPole(TrainingEnd.STEPS, "5", "8192").run(1))
                .isInstanceOf(MissedEndException.class)
                .hasMessageEndingWith("by its target, expected by its steps");
    }

    @Test
    void everySeedHasToReachIt() {
        Workload easy = cartPole(TrainingEnd.TARGET, "15", "20480");
        assertThat(easy.run(2)).isEqualTo(easy.run(2)).isNotEqualTo(easy.run(1));
    }

    /** Three trainings with one seed would take the same number of steps, of which the checksum is made with powers of 31. */
    @Test
    void eachTrainingHasASeedOfItsOwn() {
        Workload learned = cartPole(TrainingEnd.TARGET, "60", "102400");
        assertThat(learned.run(3)).isNotEqualTo((31 * 31 + 31 + 1) * learned.run(1));
    }

    /** The checksum is the number of steps. */
    @Test
    void aBudgetOfWholeRolloutsIsTakenToTheStep() {
        assertThat(cartPole(TrainingEnd.STEPS, "475", "512").run(1)).isEqualTo(512);
    }

    @Test
    void theBudgetOfTheMarketMakingBenchmarkIsOfWholeRollouts() {
        TrainingScenario shipped = shipped("cartea-jaimungal");
        int rollout = 256 * 50;
        assertThat(shipped.plan().worlds() * 50).isEqualTo(rollout);
        assertThat(1_011_200 % rollout).isZero();
        assertThat(benchmark("ppo-cartea-jaimungal").description()).contains("1,011,200 steps", "79 rollouts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cart-pole", "cartea-jaimungal"})
    void trainingsOfOneThreadHaveOne(String scenario) {
        assertThat(shipped(scenario).compute().threads()).isEqualTo(1);
    }

    @Test
    void theDayHasItsFourAgents() {
        assertThat(ScenarioReader.read(SCENARIOS.resolve("two-chains.conf"), Map.of())
                        .market()
                        .agents())
                .hasSize(4);
        assertThat(benchmark("day-batch").description()).contains("four agents");
    }

    @Test
    void theLargeLedgerIsOfItsSizeAndSparse() {
        LedgerWorkload workload = new LedgerWorkload();
        Ledger ledger = workload.ledger();
        long held = 0;
        for (int account = 1; account < ledger.accounts(); account++) {
            for (int asset = 0; asset < ledger.assets(); asset++) {
                held += ledger.covers(account, asset, UInt256.ONE) ? 1 : 0;
            }
        }
        assertThat(ledger.accounts()).isEqualTo(3_500);
        assertThat(ledger.assets()).isEqualTo(150);
        assertThat(held).isEqualTo(10_000);
        assertThat(benchmark("fork-ledger").description())
                .endsWith("a ledger of 3,500 accounts and 150 assets, 10,000 balances held");
        assertThat(workload.run(7)).isEqualTo(workload.run(7)).isEqualTo(7 * ledger.operations());
    }

    @Test
    void agentsThatDoNotDecideDoNotCount() {
        assertThatCode(() -> MarketWorkloads.requireSound(new DriverResult("", 9, 9, 0)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> MarketWorkloads.requireSound(new DriverResult("", 9, 9, 2)))
                .isInstanceOf(MissedEndException.class)
                .hasMessage("expected agents that decide, found 2 faults");
    }

    @ParameterizedTest
    @CsvSource({
        "cartea-jaimungal-environment-batched, 4096",
        "network-inference-1-thread, 4096",
        "network-inference-2-threads, 4096",
        "network-training-1-thread, 4096",
        "network-training-2-threads, 4096"
    })
    void roundsAreOfWholeBatches(String name, int batch) {
        assertThat(benchmark(name).operations() % batch).isZero();
    }

    @Test
    void aTargetIsReachedOverSeveralSeeds() {
        assertThat(benchmark("ppo-cart-pole").operations()).isGreaterThanOrEqualTo(3);
        assertThat(benchmark("ppo-cart-pole").description())
                .endsWith("mean of the seeds 1 to " + benchmark("ppo-cart-pole").operations());
    }

    private static TrainingScenario shipped(String name) {
        return TrainingReader.read(SCENARIOS.resolve("solved").resolve(name + ".conf"), Map.of());
    }

    private static Benchmark benchmark(String name) {
        return Benchmarks.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** So many messages rest and leave in 39 minutes that the day of 6.5 hours has about half a million. */
    @Test
    void theAgentDayHasItsTradersAndMessages() {
        MarketSpec day = BookMarkets.agentDay("39 m");
        assertThat(day.population()).hasSize(1_117).extracting(GroupSpec::id).doesNotHaveDuplicates();
        int[] messages = new int[1];
        MarketEnvironment environment = new MarketEnvironment(
                day, market -> market.observe(event -> messages[0] += isMessage(event) ? 1 : 0), market -> market);
        environment.reset(1);
        assertThat(messages[0]).isBetween(45_000, 55_000);
    }

    private static boolean isMessage(MarketEvent event) {
        return event instanceof BookEvent.OrderRested || event instanceof BookEvent.OrderCancelled;
    }

    @Test
    void theLearningEnvironmentHasItsMakersAndMessages() {
        Scenario scenario = BookMarkets.environment(100, 3, 50);
        MarketEnvironment environment = new MarketEnvironment(scenario.market());
        assertThat(environment.agents()).hasSize(3);
        int[] orders = new int[1];
        MarketEnvironment observed = new MarketEnvironment(
                scenario.market(),
                market -> market.observe(event -> orders[0] += isMessage(event) ? 1 : 0),
                market -> market);
        EnvironmentStep step = observed.reset(1);
        int epochs = 0;
        while (!step.finished()) {
            assertThat(step.due()).hasSize(3);
            step = observed.step(Map.of());
            epochs++;
        }
        assertThat(epochs).as("the first and 50 steps").isEqualTo(51);
        assertThat(orders[0]).as("of 5,000 messages, seven in ten rest").isBetween(3_000, 7_000);
    }

    @Test
    void worldsOfTheLearningEnvironmentDiffer() {
        Workload two = BookMarkets.environments(1, 2);
        assertThat(two.run(200)).isEqualTo(two.run(200)).isNotEqualTo(two.run(198));
    }
}
