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

/** Hours of two chains with a lending market, borrowers and liquidators, and a fall of a seventh. */
final class LendingRunTest {
    @TempDir
    private Path out;

    private static Scenario scenario(String duration, String... more) {
        String[] bank = {
            "venues.bank={kind=lending, chain=mainnet, assets=[ETH, USDC], supply=[worth 1000000, 2000000]}",
            "population.debtors={kind=borrowers, venues=[bank], rate-per-hour=20, trade-size.mean=8000}",
            "population.seizers={kind=liquidators, venues=[bank]}",
            "world.shocks.fall={at=1 h, asset=ETH, change=-0.14}"
        };
        String[] all = new String[bank.length + more.length];
        System.arraycopy(bank, 0, all, 0, bank.length);
        System.arraycopy(more, 0, all, bank.length, more.length);
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

    @Test
    void whoBorrowsHasInterestAmongItsClaimsAndItsPartsSum() {
        ShortRun run = ShortRun.of(
                scenario(
                        "3 h",
                        "agents.taker={role=trader, cadence=1 m, venues=[mainnet-ETH-USDC], holdings.mainnet"
                                + " { ETH=60, USDC=1000 }, policy { kind=class, class=%s, settings.venue=bank }}"
                                        .formatted(LoanTaker.class.getName())),
                1,
                out);
        holds(run);
        assertThat(run.agent("taker").getLong("reverted")).isZero();
        assertThat(run.figure("taker", "attribution.claims")).isNegative();
        assertThat(run.figure("taker", "attribution.inventory"))
                .as("60 ether at 3,000 fell by a seventh")
                .isBetween(-30_000.0, -20_000.0);
    }

    @Test
    void theMetricsTellOfTheMarketAndTheSummaryOfPairsAlone() throws IOException {
        ShortRun run = ShortRun.of(scenario("2 h"), 1, out);
        holds(run);
        List<String> metrics = Files.readAllLines(run.files().metrics());
        assertThat(metrics.getLast())
                .contains(
                        "\"venue/bank/bad_debt\":0.0",
                        "\"venue/bank/utilisation/USDC\":0.",
                        "\"venue/bank/borrow_rate/ETH\":")
                .doesNotContain("venue/bank/price");
        assertThat(run.summary().getConfigList("venues"))
                .extracting(venue -> venue.getString("id"))
                .doesNotContain("bank");
    }

    /** It has no price at which one could trade, and pools lend nothing. */
    @Test
    void whoTradesPairsAndWhoLendsIsToldWhereItCannot() {
        assertThatThrownBy(() -> scenario("1 h", "population.noise-on-books.venues=[bank]"))
                .hasMessageContaining("population.noise-on-books.venues: expected venues where two assets are traded");
        assertThatThrownBy(() -> scenario("1 h", "population.others={kind=liquidators, venues=[mainnet-ETH-USDC]}"))
                .hasMessageContaining(
                        "population.others.venues: expected lending markets, and markets of options whose");
        assertThatThrownBy(() -> scenario("1 h", "agents.fund.pools=[bank]"))
                .hasMessageContaining("agents.fund.pools: expected pools against the quote asset only");
    }

    @Test
    void everyDriverGivesTheSameHours() {
        Scenario hours = scenario("90 m");
        ShortRun batched = ShortRun.of(hours, 2, out);
        ShortRun actors = ShortRun.of(hours, 2, DriverKind.ACTORS, OptionalLong.empty(), out);
        assertThat(actors.digest()).isEqualTo(batched.digest());
    }

    @Test
    void blocksThatAreReplacedTakeNothingWithThem() {
        ShortRun run = ShortRun.of(scenario("2 h", "chains.mainnet.reorganisations={probability=0.2,depth=3}"), 1, out);
        holds(run);
        assertThat(run.summary().getConfigList("chains").getFirst().getInt("reorganisations"))
                .isPositive();
    }
}
