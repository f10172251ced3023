package catallaxy.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.scenarios.file.Scenario;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    void theMetricsTellOfVolatilitiesAndOfWhatIsOpen() throws IOException {
        ShortRun run = ShortRun.of(
                scenario(
                        "100 m",
                        "population.views={kind=option-traders, venues=[options], rate-per-hour=60, hedge-venues=[rollup-ETH-USDC]}",
                        "agents.collar.factors=[option-market]"),
                1,
                out);
        List<String> metrics = Files.readAllLines(run.files().metrics());
        assertThat(metrics.getLast())
                .contains(
                        "\"venue/options/implied_volatility/2\":0.",
                        "\"venue/options/open_interest/call\":",
                        "\"venue/options/put_call_ratio\":")
                .containsPattern("\"venue/options/gamma_exposure\":-?[0-9]*[1-9]");
        assertThat(run.summary().getInt("conservation.violations")).isZero();
    }

    /** A writer with a margin: claims, inventory and the rest still sum to the profit. */
    @Test
    void marginsAndSharesAreClaims() {
        ShortRun run = ShortRun.of(
                scenario(
                        "3 h",
                        "venues.options.writing=margin",
                        "venues.options.demand=1",
                        "population.views={kind=option-traders, venues=[options], rate-per-hour=60}",
                        "population.keepers={kind=liquidators, venues=[options]}"),
                1,
                out);
        parts(run);
    }

    /** Of a file beside the scenario: the first volatility is the level, and a smile that leans to low strikes stays so. */
    @Test
    void theSurfaceIsFittedToAFile() throws IOException {
        Path quotes = Files.writeString(out.resolve("quotes.csv"), """
                expiry-hours,strike,forward,volatility
                24,2700,3000,0.95
                24,3000,3000,0.8
                24,3300,3000,0.75
                240,2700,3000,0.8
                240,3000,3000,0.7
                240,3300,3000,0.68
                """);
        String key = "venues.options.quotes-file=\"" + quotes + "\"";
        ShortRun run = ShortRun.of(scenario("20 m", key, "venues.options.volatility-half-life-hours=0"), 1, out);
        String last = Files.readAllLines(run.files().metrics()).getLast();
        assertThat(last).containsPattern("implied_volatility/2\":0\\.(79|8[0-9])");
        Files.writeString(quotes, "expiry-hours,strike,forward,volatility\n24,2700,3000,much\n");
        assertThatThrownBy(() -> scenario("20 m", key))
                .hasMessageContaining("venues.options.quotes-file")
                .hasMessageContaining("line 2 has a positive volatility, not much");
        assertThatThrownBy(() -> scenario("20 m", "venues.options.quotes-file=nowhere.csv"))
                .hasMessageContaining("the name of a file of at most 1 MiB");
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
