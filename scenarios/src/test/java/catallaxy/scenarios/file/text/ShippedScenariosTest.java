package catallaxy.scenarios.file.text;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.market.population.RecordedSpec;
import catallaxy.scenarios.file.CandleFixture;
import catallaxy.scenarios.file.FlowFixture;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

public class ShippedScenariosTest {
    public static final Path FOLDER = Path.of(System.getProperty("catallaxy.root"), "scenarios");
    private static final Path DATA = Path.of(System.getProperty("catallaxy.root"), "..", "shared", "data", "ohlcv");

    @TempDir
    static Path folder;

    @Test
    void twoChainsReadAgainFromItsResolvedTextIsTheSame() {
        Scenario scenario = ScenarioReader.read(FOLDER.resolve("two-chains.conf"), Map.of());
        assertThat(scenario.market().agents()).hasSize(4);
        requireSameAgain(scenario);
    }

    @Test
    void flashCrashIncludesTwoChainsAndChangesIt() {
        Scenario scenario = ScenarioReader.read(FOLDER.resolve("flash-crash.conf"), Map.of());
        assertThat(scenario.market().name()).isEqualTo("flash-crash");
        assertThat(scenario.market().engine().world().shocks()).hasSize(2);
        assertThat(scenario.market().agents()).hasSize(4);
        requireSameAgain(scenario);
    }

    @Test
    void arbitrageReadAgainFromItsResolvedTextIsTheSame() {
        Scenario scenario = ScenarioReader.read(FOLDER.resolve("arbitrage.conf"), Map.of());
        assertThat(scenario.market().engine().chains()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(scenario.market().engine().venues()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(scenario.market().agents()).hasSize(3);
        requireSameAgain(scenario);
    }

    @ParameterizedTest
    @CsvSource({
        "bull-and-bear, trader",
        "collateral-desk, keeper",
        "liquidity-desk, learner",
        "seasons, fund",
        "risk-desk, risk"
    })
    void scenariosOfOneLearnerReadAgainFromTheirResolvedTextAreTheSame(String name, String agent) {
        Scenario scenario = ScenarioReader.read(FOLDER.resolve(name + ".conf"), Map.of());
        assertThat(scenario.training().learners())
                .singleElement()
                .satisfies(learner -> assertThat(learner.agent()).isEqualTo(agent));
        requireSameAgain(scenario);
    }

    @Test
    void replayNeedsOneSettingForAFileOfTheUsualLayout() throws IOException {
        Map<String, String> file =
                Map.of("candles.file", CandleFixture.write(folder).toString());
        Scenario scenario = ScenarioReader.read(FOLDER.resolve("replay.conf"), file);
        assertThat(scenario.market().durationNanos()).isEqualTo(10 * 3_600_000_000_000L);
        assertThat(scenario.candles())
                .singleElement()
                .satisfies(report -> assertThat(report.rows()).isEqualTo(10));
        requireSameAgain(scenario);
    }

    @Test
    void lobReplayNeedsOneSettingForAFileOfBinance() throws IOException {
        Map<String, String> file =
                Map.of("population.flow.file", FlowFixture.write(folder).toString());
        Scenario scenario = ScenarioReader.read(FOLDER.resolve("lob-replay.conf"), file);
        assertThat(scenario.market().population())
                .singleElement()
                .isInstanceOfSatisfying(
                        RecordedSpec.class,
                        flow -> assertThat(flow.flow().messages()).hasSizeGreaterThan(5_000));
        requireSameAgain(scenario);
    }

    @Test
    void theDigestFollowsTheContentOfTheCandlesAndNotTheirPlace() throws IOException {
        Path here = CandleFixture.write(folder);
        Path there = Files.copy(here, folder.resolve("copy.csv"));
        Path other = Files.writeString(
                folder.resolve("other.csv"), Files.readString(here).replace(",101\n", ",101.5\n"));
        assertThat(replayDigest(there)).isEqualTo(replayDigest(here)).isNotEqualTo(replayDigest(other));
    }

    @Test
    void replayReadsRecordedHourlyAndDailyCandles() {
        Assumptions.assumeTrue(Files.isDirectory(DATA), "recorded candles are absent");
        Scenario hourly = ScenarioReader.read(
                FOLDER.resolve("replay.conf"),
                Map.of(
                        "candles.file",
                                DATA.resolve("coinbase_btcusd_1h_2017-2019.csv").toString(),
                        "candles.banner-lines", "1",
                        "candles.time-column", "date",
                        "candles.time-format", "yyyy-MM-dd hh-a"));
        assertThat(hourly.candles().getFirst().rows()).isEqualTo(20_111);
        Scenario daily = ScenarioReader.read(
                FOLDER.resolve("replay.conf"),
                Map.of(
                        "candles.file",
                                DATA.resolve("bitstamp_btc_eth_ltc_usd_1d.csv").toString(),
                        "candles.time-column", "#1",
                        "candles.column-prefix", "ETH:"));
        assertThat(daily.candles().getFirst().gaps()).hasSizeLessThanOrEqualTo(1);
        assertThat(daily.market().durationNanos()).isEqualTo(30 * 86_400_000_000_000L);
    }

    private static String replayDigest(Path candles) {
        Map<String, String> overrides = Map.of("candles.file", candles.toString());
        return ScenarioReader.read(FOLDER.resolve("replay.conf"), overrides)
                .file()
                .configDigest();
    }

    private static void requireSameAgain(Scenario scenario) {
        Scenario again = ScenarioReader.readText("again.conf", scenario.file().resolved(), Map.of());
        assertThat(again.market())
                .usingRecursiveComparison()
                .withEqualsForType(Double::equals, Double.class)
                .isEqualTo(scenario.market());
        assertThat(again.policies()).isEqualTo(scenario.policies());
        assertThat(again.faultRule()).isEqualTo(scenario.faultRule());
        assertThat(again.recording()).isEqualTo(scenario.recording());
        assertThat(again.seed()).isEqualTo(scenario.seed());
        assertThat(again.file().resolved()).isEqualTo(scenario.file().resolved());
        assertThat(again.file().configDigest()).isEqualTo(scenario.file().configDigest());
    }
}
