package catallaxy.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.scenarios.file.Scenario;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The day of two chains with two of its pools exchanged for ones with liquidity in ranges, on which everybody goes on trading. */
final class RangedPoolRunTest {
    private static final List<String> POOLS = List.of("mainnet-ETH-USDC", "rollup-ETH-USDC");

    @TempDir
    private Path out;

    private static Scenario scenario(String duration, String... more) {
        String[] exchanged = {
            "venues.mainnet-ETH-USDC.kind=uniswap-v3",
            "venues.mainnet-ETH-USDC.fee-pips=500",
            "venues.mainnet-ETH-USDC.range-percent=30",
            "venues.mainnet-ETH-USDC.reserve-base=worth 1500000",
            "venues.mainnet-ETH-USDC.reserve-quote=1500000",
            "venues.rollup-ETH-USDC.kind=uniswap-v3",
            "venues.rollup-ETH-USDC.protocol-fee-parts=4",
            "population.liquidity.venues=[mainnet-BTC-USDC, rollup-BTC-USDC]"
        };
        String[] all = new String[exchanged.length + more.length];
        System.arraycopy(exchanged, 0, all, 0, exchanged.length);
        System.arraycopy(more, 0, all, exchanged.length, more.length);
        return ShortRun.twoChains(duration, all);
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

    /** Who has traded on one of the pools. */
    private static Set<String> traders(ShortRun run) throws IOException {
        Set<String> traders = new TreeSet<>();
        for (String line : Files.readAllLines(run.files().trades())) {
            String[] fields = line.split(",", -1);
            if (POOLS.contains(fields[2])) {
                traders.add(fields[1]);
            }
        }
        return traders;
    }

    @Test
    void fundAndArbitrageurTradeAndTheirPartsSum() throws IOException {
        ShortRun run = ShortRun.of(scenario("3 h"), 1, out);
        holds(run);
        assertThat(traders(run)).containsExactly("arb", "fund");
        assertThat(run.figure("arb", "attribution.arbitrage")).isPositive();
        assertThat(run.figure("fund", "attribution.fees")).isNegative();
    }

    /** What it puts in ranges counts in its equity, what they earn is in its claims, and the parts of its profit sum. */
    @Test
    void aProviderOfRangesEarnsFeesOnWhatNoBalanceShows() {
        ShortRun run = ShortRun.of(
                scenario(
                        "4 h",
                        "agents.provider={role=trader, cadence=1 m, venues=[mainnet-ETH-USDC], holdings.mainnet"
                                + " { ETH=60, USDC=200000 }, policy { kind=class, class=%s, settings.venue=mainnet-ETH-USDC }}"
                                        .formatted(RangeProvider.class.getName())),
                1,
                out);
        holds(run);
        Config parts = run.agent("provider").getConfig("attribution");
        assertThat(parts.getDouble("claims")).isNotZero();
        assertThat(parts.getDouble("lossVersusRebalancing")).isZero();
        assertThat(Math.abs(run.figure("provider", "pnl"))).isLessThan(20_000);
        assertThat(run.agent("provider").getLong("reverted")).isZero();
        assertThat(run.figure("provider", "gasPaid")).isPositive();
    }

    @Test
    void everyDriverAndASnapshotGiveTheSameDay() {
        Scenario hour = scenario("30 m");
        ShortRun batched = ShortRun.of(hour, 2, out);
        ShortRun actors = ShortRun.of(hour, 2, DriverKind.ACTORS, OptionalLong.empty(), out);
        assertThat(actors.digest()).isEqualTo(batched.digest());
        assertThat(ShortRun.of(scenario("30 m"), 3, out).digest()).isNotEqualTo(batched.digest());
    }

    @Test
    void blocksThatAreReplacedTakeNothingWithThem() {
        ShortRun run = ShortRun.of(
                scenario(
                        "1 h",
                        "chains.mainnet.reorganisations={probability=0.2,depth=3}",
                        "chains.rollup.reorganisations={probability=0.2,depth=3}"),
                1,
                out);
        holds(run);
        assertThat(run.summary().getConfigList("chains").getFirst().getInt("reorganisations"))
                .isPositive();
    }
}
