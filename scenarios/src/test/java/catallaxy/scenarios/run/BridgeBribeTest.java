package catallaxy.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.scenarios.file.text.ScenarioException;
import catallaxy.scenarios.report.Report;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the shipped scenario of bribed validators shows, in the figures that a run leaves. */
final class BridgeBribeTest {
    @TempDir
    private Path out;

    private ShortRun run(String... settings) {
        ShortRun run = ShortRun.of(ShortRun.scenario("bridge-bribe", "2 h", settings), 1, out);
        assertThat(run.summary().getInt("conservation.violations")).isZero();
        return run;
    }

    private static Config bridge(ShortRun run) {
        return run.summary().getConfigList("bridges").getFirst();
    }

    private static double last(ShortRun run, String metric) throws IOException {
        List<String> lines = Files.readAllLines(run.files().metrics());
        return ConfigFactory.parseString(lines.getLast()).getDouble("\"" + metric + "\"");
    }

    @Test
    void theBribePaysAndTheLossIsAccountedFor() throws IOException {
        ShortRun run = run();
        Config bridge = bridge(run);
        assertThat(bridge.getDouble("costOfCorruption")).isEqualTo(968_400);
        assertThat(bridge.getDouble("bribes")).isEqualTo(968_400);
        assertThat(bridge.getDouble("slashed")).isEqualTo(1_200_000);
        assertThat(bridge.getDouble("forgersGain")).isBetween(1e6, bridge.getDouble("forgedWorth"));
        assertThat(bridge.getDouble("shortfallWorth"))
                .as("the same ether at another price")
                .isCloseTo(bridge.getDouble("forgedWorth"), within(0.02 * bridge.getDouble("forgedWorth")));
        assertThat(bridge.getDouble("returned")).as("who came late").isPositive();
        assertThat(last(run, "bridge/canonical/backing")).isLessThan(0.1);
        assertThat(last(run, "venue/wrapped/price")).isLessThan(0.6 * last(run, "venue/pool/price"));
    }

    /** The controls: where no quorum is for sale, where it costs too much, and where messages wait, the vault stays full. */
    @ParameterizedTest
    @CsvSource({
        "bridges.canonical.committee.incorruptible=4",
        "bridges.canonical.committee.future-income=2000000",
        "population.briber.capital=1000000",
        "population.briber.least-gain=1e9"
    })
    void elseNothingHappens(String setting) throws IOException {
        ShortRun run = run(setting);
        Config bridge = bridge(run);
        assertThat(bridge.getDouble("bribes")).isZero();
        assertThat(bridge.getDouble("shortfallWorth")).isZero();
        assertThat(bridge.getDouble("returned")).isZero();
        assertThat(last(run, "bridge/canonical/backing")).isEqualTo(1);
        assertThat(last(run, "venue/wrapped/price"))
                .isCloseTo(last(run, "venue/pool/price"), within(0.1 * last(run, "venue/pool/price")));
    }

    @Test
    void aRateLimitBoundsTheLoss() {
        Config bridge = bridge(run("bridges.canonical.rate-limit.amounts=[500]", "population.briber.least-gain=0"));
        assertThat(bridge.getDouble("forgedWorth")).isPositive().isLessThan(500 * 3_100);
    }

    @Test
    void bothDriversGiveTheSameDigest() {
        var scenario = ShortRun.scenario("bridge-bribe", "1 h");
        ShortRun batch = ShortRun.of(scenario, 1, DriverKind.BATCH, OptionalLong.empty(), out);
        ShortRun actors = ShortRun.of(scenario, 1, DriverKind.ACTORS, OptionalLong.empty(), out);
        assertThat(bridge(batch).getDouble("forgedWorth")).isPositive();
        assertThat(actors.digest()).isEqualTo(batch.digest());
    }

    @Test
    void theReportShowsCostProfitShortfallAndStakes() throws IOException {
        Path html = out.resolve("page.html");
        Report.write(List.of(run().folder()), Optional.empty(), html);
        assertThat(Files.readString(html))
                .contains("What forged messages of bridges cost", "Cost of corruption", "968,400.00", "1,200,000.00")
                .contains("Backing of bridges");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "bridges.canonical.committee.stakes=[200000, 0]; stakes: expected above 0",
                "bridges.canonical.committee.votes=[1, 2]; votes: expected nothing, or those of each of the 9 validators",
                "bridges.canonical.committee.quorum=10; votes: expected at least the quorum of 10 altogether",
                "bridges.canonical.committee.incorruptible=10; stakes: expected those of at least 10 validators",
                "bridges.canonical.committee.detection-probability=1.2; detection-probability: expected 0 to 1",
                "bridges.canonical.committee.chalenge-window=1h; challenge-window",
                "bridges.canonical.custody=liquidity; custody: expected lock-and-mint where a committee attests messages",
                "bridges.canonical.committee.stakes=[]; one with a committee",
                "population.briber.bridge=canonnical; canonical",
                "population.holders.venues=[pool]; venues on sidechain"
            })
    void whatIsWrongIsToldWithItsKey(String setting, String told) {
        assertThatThrownBy(() -> ShortRun.scenario("bridge-bribe", "1 h", setting))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining(told);
    }
}
