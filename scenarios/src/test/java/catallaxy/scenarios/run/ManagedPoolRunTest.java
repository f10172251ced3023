package catallaxy.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.scenarios.file.Scenario;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigValue;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The day of two chains with pools of one manager on the rollup, on which everybody trades and one provides ranges. */
final class ManagedPoolRunTest {
    @TempDir
    private Path out;

    private static Scenario scenario(String duration, String... more) {
        String pool = "{kind=uniswap-v4, chain=rollup, base=%s, quote=USDC, reserve-base=worth 2000000,"
                + " reserve-quote=2000000, fee-pips=%d, range-percent=30, protocol-fee-pips=100}";
        Stream<String> managed = Stream.of(
                "venues.managed-ETH=" + pool.formatted("ETH", 500),
                "venues.managed-BTC=" + pool.formatted("BTC", 3_000),
                "population.managed={kind=noise, venues=[managed-ETH, managed-BTC], rate-per-hour=200,"
                        + " trade-size { mean=2000 }}",
                "agents.arb.routes=[managed-ETH~spot-ETH-USDC, managed-BTC~spot-BTC-USDC]",
                "agents.provider={role=trader, cadence=1 m, venues=[managed-ETH], holdings.rollup { ETH=60, USDC=200000 },"
                        + " policy { kind=class, class=" + RangeProvider.class.getName()
                        + ", settings.venue=managed-ETH }}");
        return ShortRun.twoChains(
                duration, Stream.concat(managed, Stream.of(more)).toArray(String[]::new));
    }

    private static void holds(ShortRun run) {
        assertThat(run.summary().getInt("conservation.violations")).isZero();
        for (Config agent : run.summary().getConfigList("agents")) {
            double sum = 0;
            for (ConfigValue part : agent.getConfig("attribution").root().values()) {
                sum += ((Number) part.unwrapped()).doubleValue();
            }
            assertThat(sum).isCloseTo(agent.getDouble("pnl"), within(2e-9));
            assertThat(agent.getDouble("attribution.transfers")).isCloseTo(0, within(1e-5));
        }
    }

    @Test
    void arbitrageurAndProviderEarnAndTheirPartsSum() {
        ShortRun run = ShortRun.of(scenario("4 h"), 1, out);
        holds(run);
        assertThat(run.figure("arb", "fills")).isGreaterThan(10);
        assertThat(run.figure("arb", "attribution.arbitrage")).isPositive();
        assertThat(run.agent("provider").getDouble("attribution.claims")).isNotZero();
        assertThat(run.agent("provider").getLong("reverted")).isZero();
    }

    /** On a chain whose blocks are replaced, and whose users pay for their data, too. */
    @Test
    void whatIsReplacedIsTakenBackFromTheManager() {
        ShortRun run = ShortRun.of(
                scenario(
                        "1 h",
                        "chains.rollup.reorganisations={probability=0.05, depth=4}",
                        "exchanges.spot.deposit-confirmations=5",
                        "chains.mainnet.blob-fork=bpo2",
                        "chains.rollup.settles-on=mainnet"),
                2,
                out);
        holds(run);
        assertThat(run.summary().getConfigList("chains").stream()
                        .mapToDouble(chain -> chain.getDouble("reorganisations"))
                        .sum())
                .isGreaterThan(20);
    }
}
