package catallaxy.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorldPricesTest {
    @TempDir
    private Path work;

    private WorldPrices prices(String quote) throws IOException {
        Path metrics = Files.writeString(work.resolve("metrics.jsonl"), """
                {"timeSeconds":60,"world/ETH/price":100,"world/USDC/price":0.99}
                {"timeSeconds":120,"world/ETH/price":110}
                {"timeSeconds":120,"world/ETH/price":111}
                {"timeSeconds":180,"world/ETH/price":112}
                """);
        return new WorldPrices(Metrics.read(metrics, _ -> {}), quote);
    }

    @Test
    void aPriceIsThatOfTheLatestSample() throws IOException {
        WorldPrices prices = prices("USDC");
        assertThat(prices.at("ETH", 59.9)).isNaN();
        assertThat(prices.at("ETH", 60)).isEqualTo(100);
        assertThat(prices.at("ETH", 119.9)).isEqualTo(100);
        assertThat(prices.at("ETH", 120)).as("of two at one time the later").isEqualTo(111);
        assertThat(prices.at("ETH", 179.9)).isEqualTo(111);
        assertThat(prices.at("ETH", 1e9)).isEqualTo(112);
        assertThat(prices.at("BTC", 120)).isNaN();
    }

    /** Whatever the world says of it, and before it says anything. */
    @Test
    void theQuoteAssetIsWorthOne() throws IOException {
        assertThat(prices("USDC").at("USDC", 0)).isEqualTo(1);
        assertThat(prices("USDC").at("USDC", 90)).isEqualTo(1);
        assertThat(prices("DAI").at("USDC", 90)).isEqualTo(0.99);
    }
}
