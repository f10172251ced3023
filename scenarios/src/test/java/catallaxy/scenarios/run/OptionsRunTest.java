package catallaxy.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.scenarios.file.Scenario;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigValue;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two chains with a market of options, on which somebody keeps a collar over two expiries. */
final class OptionsRunTest {
    @TempDir
    private Path out;

    private static Scenario scenario(String duration, String... more) {
        String[] options = {
            "venues.options={kind=options, chain=rollup, base=ETH, quote=USDC, strikes=[2900, 3000, 3100], expiry-hours=[1, 2],"
                    + " vault-base=200, vault-quote=800000, volatility=0.6}",
            "agents.collar={role=trader, cadence=1 m, venues=[rollup-ETH-USDC], holdings.rollup { ETH=60, USDC=200000 },"
                    + " policy { kind=class, class=%s, settings.venue=options }}"
                            .formatted(OptionTrader.class.getName()),
        };
        String[] all = new String[options.length + more.length];
        System.arraycopy(options, 0, all, 0, options.length);
        System.arraycopy(more, 0, all, options.length, more.length);
        return ShortRun.twoChains(duration, all);
    }

    private static Config parts(ShortRun run) {
        assertThat(run.summary().getInt("conservation.violations")).isZero();
        Config parts = run.agent("collar").getConfig("attribution");
        double sum = 0;
        for (ConfigValue part : parts.root().values()) {
            sum += ((Number) part.unwrapped()).doubleValue();
        }
        assertThat(sum).isCloseTo(run.figure("collar", "pnl"), within(2e-9));
        return parts;
    }

    @Test
    void whatOptionsEarnIsInTheClaims() {
        ShortRun run = ShortRun.of(scenario("3 h"), 1, out);
        Config parts = parts(run);
        assertThat(parts.getDouble("claims"))
                .as("time passes, volatility stays")
                .isNotZero();
        assertThat(parts.getDouble("transfers")).as("what the spread costs").isNegative();
        assertThat(parts.getDouble("inventory"))
                .as("what the price does to them")
                .isNotZero();
        assertThat(run.agent("collar").getLong("reverted")).isZero();
        assertThat(Math.abs(run.figure("collar", "pnl"))).isLessThan(20_000);
    }

    @Test
    void everyDriverGivesTheSameDay() {
        ShortRun batched = ShortRun.of(scenario("80 m"), 2, out);
        ShortRun actors = ShortRun.of(scenario("80 m"), 2, DriverKind.ACTORS, OptionalLong.empty(), out);
        assertThat(actors.digest()).isEqualTo(batched.digest());
    }

    @Test
    void blocksThatAreReplacedTakeTheirOptionsWithThem() {
        ShortRun run = ShortRun.of(scenario("90 m", "chains.rollup.reorganisations={probability=0.2,depth=3}"), 1, out);
        parts(run);
        assertThat(run.summary().getConfigList("chains").stream()
                        .mapToInt(each -> each.getInt("reorganisations"))
                        .sum())
                .isPositive();
    }
}
