package catallaxy.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.scenarios.file.ScenarioReader;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** An agent that buys one second before the end does not raise what its coins are worth, wherever a run states that. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EquityAtTheEndTest {
    private static final double ETH = 2_000;

    @TempDir
    static Path place;

    private ShortRun run;
    private Config buyer;

    @BeforeAll
    void runOnce() throws IOException {
        String shipped = Files.readString(ShortRun.SCENARIOS.resolve("two-chains.conf"));
        Path file = place.resolve("last-minute.conf");
        Files.writeString(file, shipped + """

                agents.buyer {
                  role = trader
                  cadence = 1 s
                  venues = [spot-ETH-USDC]
                  max-trade = 5000000
                  max-slippage = 0.5
                  holdings { spot { ETH = 2000, USDC = 5000000 } }
                  policy = { kind = class, class = "%s" }
                }
                """.formatted(LastMinuteBuyer.class.getName()));
        run = ShortRun.of(ScenarioReader.read(file, Map.of("duration", "10 m")), 1, place.resolve("out"));
        buyer = run.agent("buyer");
    }

    private List<String[]> rows(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.split(",", -1))
                .filter(row -> row[1].equals("buyer"))
                .toList();
    }

    private Config lastMetrics() throws IOException {
        return ConfigFactory.parseString(
                Files.readAllLines(run.files().metrics()).getLast());
    }

    private static double metric(Config metrics, String key) {
        return metrics.getDouble('"' + key + '"');
    }

    /** Every purchase is a gain or loss of (world price − price) · quantity − fee. */
    @Test
    void itsProfitOverHoldingIsWhatItBoughtBelowTheWorldsPrice() throws IOException {
        double world = metric(lastMetrics(), "world/ETH/price");
        double expected = 0;
        List<String[]> fills = rows(run.files().trades());
        assertThat(fills).isNotEmpty();
        for (String[] fill : fills) {
            assertThat(fill[3]).isEqualTo("buy");
            double price = Double.parseDouble(fill[7]);
            expected += (world - price) * Double.parseDouble(fill[6]) - Double.parseDouble(fill[9]);
        }
        assertThat(expected).isLessThan(-200);
        assertThat(buyer.getDouble("pnlOverHolding")).isCloseTo(expected, within(1e-3));
        double drift = world - metric(firstMetrics(), "world/ETH/price");
        assertThat(buyer.getDouble("pnl")).isCloseTo(expected + ETH * drift, within(1e-3));
    }

    private Config firstMetrics() throws IOException {
        return ConfigFactory.parseString(
                Files.readAllLines(run.files().metrics()).getFirst());
    }

    @Test
    void theVenuesShowAGainBesideIt() throws IOException {
        double gain = buyer.getDouble("pnlAtVenues");
        assertThat(gain).isPositive().isGreaterThan(buyer.getDouble("pnl") + 1_000);
        double mid = metric(lastMetrics(), "venue/spot-ETH-USDC/price");
        double world = metric(lastMetrics(), "world/ETH/price");
        double inventory = metric(lastMetrics(), "agent/buyer/inventory/ETH");
        assertThat(buyer.getDouble("finalEquityAtVenues") - buyer.getDouble("finalEquity"))
                .isCloseTo(inventory * (mid - world), within(1e-3));
    }

    @Test
    void everyFileStatesTheSame() throws IOException {
        String[] last = rows(run.files().equity()).getLast();
        assertThat(Double.parseDouble(last[2])).isEqualTo(buyer.getDouble("finalEquity"));
        assertThat(Double.parseDouble(last[4])).isEqualTo(buyer.getDouble("finalEquityAtVenues"));
        assertThat(metric(lastMetrics(), "agent/buyer/equity")).isEqualTo(buyer.getDouble("finalEquity"));
        assertThat(metric(lastMetrics(), "agent/buyer/equity_at_venues"))
                .isEqualTo(buyer.getDouble("finalEquityAtVenues"));
        assertThat(buyer.getDouble("rewards.pnl") + buyer.getDouble("rewards.costs"))
                .isCloseTo(buyer.getDouble("pnl"), within(1e-3));
    }
}
