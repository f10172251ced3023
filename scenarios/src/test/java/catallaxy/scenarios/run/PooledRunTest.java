package catallaxy.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.scenarios.file.Scenario;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hours of two chains with a pool of three assets beside the others, in whose pairs everybody trades. */
final class PooledRunTest {
    @TempDir
    private Path out;

    private static Scenario scenario(String duration, String... more) {
        String[] pools = {
            "venues.basket={kind=balancer-weighted, chain=mainnet, assets=[BTC, ETH, USDC], balances=[25, 500, 3000000],"
                    + " weights=[1, 1, 2], fee-bps=10}",
            "venues.like={kind=stable-swap, chain=rollup, assets=[ETH, USDC], balances=[4000, 4000], amplification=2}",
            "agents.arb.routes=[basket.ETH-USDC~spot-ETH-USDC, basket.BTC-USDC~spot-BTC-USDC]",
            "agents.fund.pools=[basket.ETH-USDC, basket.BTC-USDC, rollup-ETH-USDC, rollup-BTC-USDC]",
            "population.noise-on-basket={kind=noise, venues=[basket.ETH-USDC, basket.BTC-USDC], rate-per-hour=120,"
                    + " trade-size{mean=4000}}"
        };
        String[] all = new String[pools.length + more.length];
        System.arraycopy(pools, 0, all, 0, pools.length);
        System.arraycopy(more, 0, all, pools.length, more.length);
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
        }
    }

    private static Set<String> traders(ShortRun run, String venue) throws IOException {
        Set<String> traders = new TreeSet<>();
        for (String line : Files.readAllLines(run.files().trades())) {
            String[] fields = line.split(",", -1);
            if (fields[2].equals(venue)) {
                traders.add(fields[1]);
            }
        }
        return traders;
    }

    @Test
    void fundAndArbitrageurTradeThePairsOfABasket() throws IOException {
        ShortRun run = ShortRun.of(scenario("3 h"), 1, out);
        holds(run);
        assertThat(traders(run, "basket.ETH-USDC")).contains("arb", "fund");
        assertThat(run.figure("arb", "attribution.arbitrage")).isPositive();
        assertThat(run.figure("fund", "attribution.fees")).isNegative();
    }

    /** A deposit of one asset pays its fee and is a claim until it is redeemed. */
    @Test
    void sharesOfABasketAreClaims() {
        String provider =
                ("agents.provider={role=trader, cadence=1 m, venues=[basket.ETH-USDC], holdings.mainnet { ETH=10,"
                                + " USDC=200000 }, policy { kind=class, class=%s, settings.venue=basket.ETH-USDC }}")
                        .formatted(BasketProvider.class.getName());
        ShortRun run = ShortRun.of(scenario("3 h", provider), 1, out);
        holds(run);
        Config agent = run.agent("provider");
        assertThat(agent.getLong("reverted")).isZero();
        assertThat(agent.getDouble("attribution.claims")).isNotZero();
        assertThat(agent.getDouble("attribution.lossVersusRebalancing")).isZero();
        double entry = agent.getDouble("attribution.transfers");
        assertThat(entry)
                .as("half of 10,000 pays 10 bps and moves the price by 17")
                .isBetween(-16.0, -5.0);
        assertThat(Math.abs(agent.getDouble("pnl"))).isLessThan(5_000);
    }

    @Test
    void everyDriverGivesTheSameDay() {
        ShortRun batched = ShortRun.of(scenario("30 m"), 2, out);
        ShortRun actors = ShortRun.of(scenario("30 m"), 2, DriverKind.ACTORS, OptionalLong.empty(), out);
        assertThat(actors.digest()).isEqualTo(batched.digest());
    }

    @Test
    void blocksThatAreReplacedTakeNothingWithThem() {
        ShortRun run = ShortRun.of(scenario("1 h", "chains.mainnet.reorganisations={probability=0.2,depth=3}"), 1, out);
        holds(run);
        assertThat(run.summary().getConfigList("chains").getFirst().getInt("reorganisations"))
                .isPositive();
    }
}
