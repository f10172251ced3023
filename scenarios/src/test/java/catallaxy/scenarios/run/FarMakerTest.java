package catallaxy.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A maker whose quotes are as large as its bound, at an exchange ten seconds away where everybody trades. */
final class FarMakerTest {
    private static final double BOUND = 2;
    private static final double INITIAL = 100;

    @TempDir
    Path out;

    private double[] inventories(long seed, String latency) throws IOException {
        ShortRun run = ShortRun.of(
                ShortRun.twoChains(
                        "20 m",
                        "agents.maker.max-inventory=" + BOUND,
                        "agents.maker.quote-size=2",
                        "agents.maker.cadence=1 s",
                        "exchanges.spot.latency=" + latency,
                        "population.noise-on-books.rate-per-hour=20000"),
                seed,
                out);
        assertThat(run.figure("maker", "fills")).as("seed %d", seed).isGreaterThan(3);
        return Files.readAllLines(run.files().metrics()).stream()
                .map(ConfigFactory::parseString)
                .mapToDouble(FarMakerTest::inventory)
                .toArray();
    }

    private static double inventory(Config metrics) {
        return metrics.getDouble("\"agent/maker/inventory/ETH\"") - INITIAL;
    }

    @Test
    void keepsItsBoundAndTradesBothWays() throws IOException {
        for (long seed = 1; seed <= 2; seed++) {
            double[] inventories = inventories(seed, "10 s");
            double least = Arrays.stream(inventories).min().orElseThrow();
            double most = Arrays.stream(inventories).max().orElseThrow();
            assertThat(most).as("seed %d", seed).isLessThanOrEqualTo(BOUND + 1e-9);
            assertThat(least).as("seed %d", seed).isGreaterThanOrEqualTo(-BOUND - 1e-9);
            assertThat(most - least).as("seed %d", seed).isGreaterThan(BOUND / 2);
        }
    }
}
