package catallaxy.environment.market.population;

import static catallaxy.environment.market.trading.SmallMarket.BOOK;
import static catallaxy.environment.market.trading.SmallMarket.ETH;
import static catallaxy.environment.market.trading.SmallMarket.HOUR;
import static catallaxy.environment.market.trading.SmallMarket.MAIN;
import static catallaxy.environment.market.trading.SmallMarket.POOL_A;
import static catallaxy.environment.market.trading.SmallMarket.SECOND;
import static catallaxy.environment.market.trading.SmallMarket.USDC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.venue.OptionMarket;
import catallaxy.environment.api.venue.OptionRight;
import catallaxy.environment.market.oracle.OracleKind;
import catallaxy.environment.market.oracle.OracleSpec;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.trading.SmallMarket;
import catallaxy.environment.market.venue.option.MarginTerms;
import catallaxy.environment.market.venue.option.OptionSeries;
import catallaxy.environment.market.venue.option.OptionSpec;
import catallaxy.environment.market.venue.option.QuotedSurface;
import catallaxy.environment.market.venue.option.VolatilitySurface;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Those who trade options, with a vault of calls and puts at 1,900, 2,000 and 2,100 over one and three days. */
final class OptionGroupsTest {
    private static final int OPTIONS = BOOK + 1;
    private static final List<String> STRIKES = List.of("1900", "2000", "2100");
    private static final MarginTerms THIN = new MarginTerms(0.1, 0.2, 0.01, 1, 0.05);

    private final List<MarketEvent.VenueChanged> changes = new ArrayList<>();

    private static SmallMarket market(double volatility, Optional<MarginTerms> margin) {
        List<OptionSeries> series = new ArrayList<>();
        for (long days : List.of(1L, 3L)) {
            for (String strike : STRIKES) {
                for (OptionRight right : OptionRight.values()) {
                    series.add(new OptionSeries(
                            right,
                            SmallMarket.units(Double.parseDouble(strike), 6),
                            SmallMarket.units(1, 18),
                            24 * days * HOUR));
                }
            }
        }
        OptionSpec.Terms terms = new OptionSpec.Terms(
                QuotedSurface.flat(new VolatilitySurface(-0.2, 0.8, 0.4)), 0.7, 0, 0.03, 0.5, OptionSpec.Demand.NONE);
        return new SmallMarket()
                .volatility(volatility)
                .venue(new OptionSpec(
                        "options",
                        MAIN,
                        ETH,
                        USDC,
                        series,
                        SmallMarket.units(500, 18),
                        SmallMarket.units(1e6, 6),
                        0.003,
                        terms,
                        margin,
                        new OracleSpec(OracleKind.WORLD, MAIN, List.of(ETH, USDC), 1_800)));
    }

    private static OptionTradersSpec traders(double hedgers, double overwriters, double closing, List<Integer> hedge) {
        return new OptionTradersSpec(
                new Group("traders", List.of(OPTIONS), 4_000_000),
                30,
                new TradeSize(6_000, 0),
                hedgers,
                overwriters,
                450,
                closing,
                hedge,
                1);
    }

    private Town town(double volatility, Optional<MarginTerms> margin, GroupSpec... groups) {
        return town(1, volatility, margin, groups);
    }

    private Town town(long seed, double volatility, Optional<MarginTerms> margin, GroupSpec... groups) {
        Town town = new Town(market(volatility, margin), seed, groups);
        town.market.observe(event -> {
            if (event instanceof MarketEvent.VenueChanged change) {
                changes.add(change);
            }
        });
        return town;
    }

    private List<MarketEvent.VenueChanged> told(String change) {
        return changes.stream().filter(each -> each.change().equals(change)).toList();
    }

    private static OptionMarket.Series series(Town town, MarketEvent.VenueChanged change) {
        int index = (int) change.details().getFirst().units().longValueExact();
        return town.market.offered(OPTIONS, OptionMarket.class).series().get(index);
    }

    @Test
    void hedgersBuyPutsBelowThePrice() {
        Town town = town(0, Optional.empty(), traders(1, 0, 0, List.of()));
        town.runUntil(HOUR);
        assertThat(told("bought")).hasSizeGreaterThan(10);
        assertThat(told("sold")).isEmpty();
        for (MarketEvent.VenueChanged each : told("bought")) {
            assertThat(series(town, each).right()).isEqualTo(OptionRight.PUT);
            assertThat(series(town, each).strike()).isEqualTo(1_900);
            assertThat(each.details().get(1).units().doubleValue() / 1e18).isCloseTo(3, within(1e-6));
        }
        assertThat(told("bought").stream()
                        .map(each -> series(town, each).expiryNanos())
                        .distinct())
                .as("both expiries")
                .hasSize(2);
    }

    @Test
    void overwritersSellCallsAboveIt() {
        Town town = town(0, Optional.empty(), traders(0, 1, 0, List.of()));
        town.runUntil(HOUR);
        assertThat(told("bought")).isEmpty();
        assertThat(told("sold")).hasSizeGreaterThan(10);
        assertThat(told("sold"))
                .allMatch(each -> series(town, each).right() == OptionRight.CALL
                        && series(town, each).strike() == 2_100);
    }

    @Test
    void whoExpectsAMoveBuysEitherNextToThePrice() {
        Town town = town(0, Optional.empty(), traders(0, 0, 0, List.of()));
        town.runUntil(4 * HOUR);
        long calls = told("bought").stream()
                .filter(each -> series(town, each).right() == OptionRight.CALL)
                .count();
        int all = told("bought").size();
        assertThat(told("bought")).allMatch(each -> series(town, each).strike() == 2_000);
        assertThat((double) calls).isBetween(0.5 * all - 2.5 * Math.sqrt(all), 0.5 * all + 2.5 * Math.sqrt(all));
    }

    /** Selling what a call moves with the price: the group's ether and its options together do not move. */
    @Test
    void hedgedTradesHaveNoDelta() {
        Town town = town(0, Optional.empty(), traders(0, 0, 0, List.of(POOL_A)));
        double before = town.market.holdings(town.participant(0)).free(MAIN, ETH);
        town.runUntil(HOUR);
        int account = town.market.accounts().free(town.participant(0), MAIN);
        double delta = town.market.offered(OPTIONS, OptionMarket.class).delta(account);
        double change = town.market.holdings(town.participant(0)).free(MAIN, ETH) - before;
        double traded = told("bought").size() * 3.0;
        assertThat(town.market.turnover(POOL_A)).isGreaterThan(traded * 500);
        assertThat(Math.abs(delta + change)).isLessThan(0.05 * traded);
    }

    @Test
    void closersLeaveNothingOpen() {
        Town open = town(0, Optional.empty(), traders(0.5, 0.5, 0, List.of()));
        open.runUntil(6 * HOUR);
        Town closing = town(0, Optional.empty(), traders(0.5, 0.5, 0.5, List.of()));
        closing.runUntil(6 * HOUR);
        assertThat(interest(closing)).isLessThan(interest(open) / 2);
    }

    private static double interest(Town town) {
        OptionMarket options = town.market.offered(OPTIONS, OptionMarket.class);
        double sum = 0;
        for (int i = 0; i < options.series().size(); i++) {
            sum += options.openInterest(i) + Math.abs(options.owed(i));
        }
        return sum;
    }

    @Test
    void whatHasExpiredIsSettled() {
        Town town = town(1, Optional.empty(), traders(0.3, 0.3, 0, List.of()));
        town.runUntil(30 * HOUR);
        OptionMarket options = town.market.offered(OPTIONS, OptionMarket.class);
        int account = town.market.accounts().free(town.participant(0), MAIN);
        for (int i = 0; i < STRIKES.size() * 2; i++) {
            assertThat(options.position(account, i)).isZero();
        }
        assertThat(town.market.checkConservation().violations()).isEmpty();
    }

    @Test
    void liquidatorsCloseWhatWritersCannotKeep() {
        for (long seed = 1; seed <= 4; seed++) {
            Town town = town(
                    seed,
                    9,
                    Optional.of(THIN),
                    traders(0, 1, 0, List.of()),
                    new LiquidatorsSpec(new Group("keepers", List.of(OPTIONS), 100_000), 60 * SECOND, 0));
            town.runUntil(23 * HOUR);
            assertThat(told("liquidated")).allMatch(each -> each.participant() == town.participant(1));
            assertThat(town.market.checkConservation().violations()).isEmpty();
        }
        assertThat(told("sold")).hasSizeGreaterThan(100);
        assertThat(told("liquidated")).isNotEmpty();
    }

    @Test
    void withoutLiquidatorsWritersStayAtRisk() {
        Town town = town(6, Optional.of(THIN), traders(0, 1, 0, List.of()));
        town.runUntil(23 * HOUR);
        assertThat(told("liquidated")).isEmpty();
    }

    @Test
    void aHedgeElsewhereIsRefused() {
        assertThatThrownBy(() -> traders(0, 0, 0, List.of(BOOK))
                        .check(market(0, Optional.empty()).engine()))
                .hasMessageContaining("hedgeVenues");
        assertThatThrownBy(() -> traders(0.6, 1.1, 0, List.of())).hasMessageContaining("overwriterShare");
        assertThat(traders(0.6, 0.5, 0, List.of()).ownersShare()).isCloseTo(0.8, within(1e-12));
    }

    @Test
    void copiesAndSnapshotsHaveTheSameFuture() {
        Town town = town(1, Optional.of(THIN), traders(0.3, 0.3, 0.2, List.of(POOL_A)));
        town.runUntil(5 * HOUR);
        Town copy = town.copy();
        Town reloaded = town.reloaded();
        for (Town each : List.of(town, copy, reloaded)) {
            each.runUntil(30 * HOUR);
        }
        assertThat(copy.digest()).isEqualTo(town.digest());
        assertThat(reloaded.digest()).isEqualTo(town.digest());
        assertThat(reloaded.bytes()).isEqualTo(town.bytes());
    }
}
