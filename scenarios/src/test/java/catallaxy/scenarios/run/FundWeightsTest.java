package catallaxy.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the fund of a run comes to hold, against the best weights of its beliefs without debt and short positions. */
final class FundWeightsTest {
    @TempDir
    Path out;

    /** Shares of the fund's equity at the end of a run. */
    private record Held(double eth, double btc) {}

    private Held held(String gamma, String eth, String btc, String rho) throws IOException {
        String policy = """
                {kind=merton-band, gamma=%s, risk-free=0.02, cost=0, assets{ETH{mu=%s,sigma=0.2},BTC{mu=%s,sigma=0.2}},
                correlations{BTC-ETH=%s}}""".formatted(gamma, eth, btc, rho);
        ShortRun run = ShortRun.of(
                ShortRun.twoChains("1 h", "agents.fund.policy=" + policy, "agents.fund.cadence=1 m"), 1, out);
        Config last = ConfigFactory.parseString(
                Files.readAllLines(run.files().metrics()).getLast());
        return new Held(share(last, "ETH"), share(last, "BTC"));
    }

    private static double share(Config metrics, String asset) {
        return metrics.getDouble("\"agent/fund/inventory/" + asset + "\"")
                * metrics.getDouble("\"venue/spot-" + asset + "-USDC/price\"")
                / metrics.getDouble("\"agent/fund/equity\"");
    }

    @Test
    void aPoorAssetThatCannotBeSoldShortLeavesTheOtherItsOwnWeight() throws IOException {
        Held held = held("10", "0.12", "0.04", "0.9");
        assertThat(held.eth()).isCloseTo(0.25, within(0.01));
        assertThat(held.btc()).isZero();
    }

    @Test
    void theBudgetGoesToWhatEarnsMostAtTheMargin() throws IOException {
        // Equal slopes 0.08 − 0.08 x = 0.12 − 0.08 (1 − x): a quarter of one and three quarters of the other, where 1
        // and 1.5
        // would be best with debt. Gas and the pools' slippage leave a little in cash.
        Held held = held("2", "0.10", "0.14", "0");
        assertThat(held.eth()).isCloseTo(0.25, within(0.02));
        assertThat(held.btc()).isCloseTo(0.75, within(0.02));
    }
}
