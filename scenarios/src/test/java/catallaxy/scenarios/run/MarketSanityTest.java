package catallaxy.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a market with these agents in it must look like, whatever the seed. */
final class MarketSanityTest {
    private static final List<String> CHAINS = List.of("mainnet", "rollup");
    private static final List<String> PAIRS = List.of("ETH-USDC", "BTC-USDC");
    private static final double FEES = 0.0035;
    private static final double SPREAD_AND_GAS = 0.002;

    @TempDir
    Path out;

    @Test
    void theArbitrageurHoldsPoolsAndBookTogetherAndEarnsByIt() throws IOException {
        for (long seed = 1; seed <= 3; seed++) {
            ShortRun with = ShortRun.of(ShortRun.twoChains("2 h"), seed, out);
            ShortRun without =
                    ShortRun.of(ShortRun.twoChains("2 h", "agents.arb.policy.min-profit=1000000000"), seed, out);
            double[] gaps = gaps(with);
            assertThat(share(gaps, FEES + SPREAD_AND_GAS)).as("seed %d", seed).isGreaterThan(0.9);
            assertThat(mean(gaps)).as("seed %d", seed).isLessThan(0.75 * mean(gaps(without)));
            assertThat(without.figure("arb", "fills")).isZero();
            assertThat(beyondHolding(with, "arb")).as("seed %d", seed).isPositive();
        }
    }

    @Test
    void theHaltBoundsTheDrawdown() {
        for (long seed = 1; seed <= 2; seed++) {
            ShortRun with = crash(seed, "0.04", "0.004", "0.006");
            ShortRun without = crash(seed, "1", "1", "1");
            for (String agent : List.of("maker", "fund", "arb")) {
                assertThat(with.figure(agent, "maxDrawdown"))
                        .as("%s, seed %d", agent, seed)
                        .isLessThan(0.065)
                        .isLessThan(without.figure(agent, "maxDrawdown"));
            }
            assertThat(without.figure("maker", "maxDrawdown"))
                    .as("seed %d", seed)
                    .isGreaterThan(0.08);
        }
    }

    private ShortRun crash(long seed, String drawdown, String valueAtRisk, String shortfall) {
        return ShortRun.of(
                ShortRun.scenario(
                        "flash-crash",
                        "4 h",
                        "world.shocks.crash.at=3 h",
                        "world.shocks.recovery.at=200 m",
                        "agents.risk.policy.drawdown=" + drawdown,
                        "agents.risk.policy.value-at-risk=" + valueAtRisk,
                        "agents.risk.policy.expected-shortfall=" + shortfall),
                seed,
                out);
    }

    /** PnL less that of keeping what the agent had at the start, quote units. */
    private static double beyondHolding(ShortRun run, String agent) throws IOException {
        List<Config> metrics = metrics(run);
        double profit = run.figure(agent, "pnl");
        for (String asset : List.of("ETH", "BTC")) {
            String price = "\"world/" + asset + "/price\"";
            double change =
                    metrics.getLast().getDouble(price) - metrics.getFirst().getDouble(price);
            profit -= metrics.getFirst().getDouble("\"agent/" + agent + "/inventory/" + asset + "\"") * change;
        }
        return profit;
    }

    /** How far each pool is from its book at each sample, as a fraction. */
    private static double[] gaps(ShortRun run) throws IOException {
        return metrics(run).stream()
                .flatMapToDouble(line -> CHAINS.stream()
                        .flatMapToDouble(chain -> PAIRS.stream()
                                .mapToDouble(pair ->
                                        Math.abs(price(line, chain + "-" + pair) / price(line, "spot-" + pair) - 1))))
                .toArray();
    }

    private static double price(Config line, String venue) {
        return line.getDouble("\"venue/" + venue + "/price\"");
    }

    private static List<Config> metrics(ShortRun run) throws IOException {
        return Files.readAllLines(run.files().metrics()).stream()
                .map(ConfigFactory::parseString)
                .toList();
    }

    private static double share(double[] gaps, double bound) {
        return Arrays.stream(gaps).filter(gap -> gap <= bound).count() / (double) gaps.length;
    }

    private static double mean(double[] gaps) {
        return Arrays.stream(gaps).average().orElseThrow();
    }
}
