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

import catallaxy.environment.api.venue.Lending;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.chain.BuildingSpec;
import catallaxy.environment.market.oracle.OracleKind;
import catallaxy.environment.market.oracle.OracleSpec;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.trading.SmallMarket;
import catallaxy.environment.market.venue.lending.FlashLending;
import catallaxy.environment.market.venue.lending.LendingSpec;
import catallaxy.environment.market.venue.lending.LendingTerms;
import catallaxy.environment.market.venue.lending.RateCurve;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Borrowers and liquidators at a lending market of ether and dollars. */
final class LoanGroupsTest {
    private static final int BANK = BOOK + 1;

    private final List<MarketEvent.VenueChanged> changes = new ArrayList<>();

    private static SmallMarket market(double volatility) {
        return market(volatility, OracleKind.WORLD, 0);
    }

    /** A market whose debts grow by so much a year at least. */
    private static SmallMarket market(double volatility, OracleKind oracle, long ratePerYear) {
        return new SmallMarket()
                .volatility(volatility)
                .venue(new LendingSpec(
                        "bank",
                        MAIN,
                        List.of(
                                terms(ETH, SmallMarket.units(1_000, 18), ratePerYear),
                                terms(USDC, SmallMarket.units(5e6, 6), ratePerYear)),
                        new OracleSpec(oracle, MAIN, List.of(ETH, USDC), 1_800),
                        new FlashLending.Terms(5, 0)));
    }

    private static LendingTerms terms(int asset, UInt256 supplied, long ratePerYear) {
        UInt256 ray = UInt256.parse("1" + "0".repeat(27));
        UInt256 tenth = ray.dividedBy(UInt256.of(10));
        UInt256 base = ray.timesExact(UInt256.of(ratePerYear));
        RateCurve curve = new RateCurve(ray.minusExact(tenth), base, tenth, ray);
        return new LendingTerms(asset, 7_500, 8_000, 10_500, 1_000, 0, curve, supplied);
    }

    private static GroupSpec borrowers(boolean leveraged, double repayShare) {
        return new BorrowersSpec(
                new Group("borrowers", List.of(BANK), 4_000_000),
                30,
                new TradeSize(20_000, 0),
                1.02,
                leveraged,
                repayShare,
                0.25);
    }

    private static GroupSpec liquidators(double leastGain) {
        return new LiquidatorsSpec(new Group("liquidators", List.of(BANK), 4_000_000), 15 * SECOND, leastGain);
    }

    private Town town(double volatility, GroupSpec... groups) {
        Town town = new Town(market(volatility), 1, groups);
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

    private static UInt256 amount(MarketEvent.VenueChanged change) {
        return change.details().getFirst().units();
    }

    private static Lending bank(Town town) {
        return town.market.offered(BANK, Lending.class);
    }

    private static int account(Town town, int group) {
        return town.market.accounts().free(town.participant(group), MAIN);
    }

    /** A loan of 20,000 dollars needs 20,000 / 0.75 in ether; 1.02 of that is left. */
    @Test
    void aLoanLeavesWhatItNeedsAndTheCushion() {
        Town town = town(0, borrowers(false, 0));
        town.runUntil(HOUR);
        assertThat(told("borrowed")).hasSizeGreaterThan(10);
        for (MarketEvent.VenueChanged each : told("borrowed")) {
            assertThat(amount(each).doubleValue() / 1e6).isCloseTo(20_000, within(0.01));
        }
        for (MarketEvent.VenueChanged each : told("supplied")) {
            assertThat(amount(each).doubleValue() / 1e18).isCloseTo(20_000 / 0.75 * 1.02 / 2_000, within(1e-6));
        }
        assertThat(bank(town).health(account(town, 0))).isCloseTo(1.02 * 0.8 / 0.75, within(1e-3));
        assertThat(town.market.totals(town.participant(0)).reverted()).isZero();
    }

    /** The bought ether is most of what is left: the pool moves by what was borrowed, and the health is that of any loan. */
    @Test
    void whoIsLeveragedBuysTheCollateralWithTheLoan() {
        Town town = town(0, borrowers(true, 0));
        double before = town.market.holdings(town.participant(0)).free(MAIN, ETH);
        town.runUntil(HOUR);
        int account = account(town, 0);
        double owed = bank(town).owed(account, USDC);
        assertThat(told("lent for a call")).hasSameSizeAs(told("borrowed"));
        assertThat(told("supplied")).hasSize(2 * told("borrowed").size());
        assertThat(bank(town).health(account)).isBetween(1.02 * 0.8 / 0.75, 1.02 * 0.8 / 0.75 + 0.01);
        assertThat(town.market.turnover(POOL_A)).isCloseTo(owed, within(0.001 * owed));
        double own = before - town.market.holdings(town.participant(0)).free(MAIN, ETH);
        assertThat(own).isLessThan(0.35 * bank(town).supplied(account, ETH));
        assertThat(town.market.totals(town.participant(0)).reverted()).isZero();
    }

    @Test
    void whoOwesNothingRepaysNothing() {
        Town town = town(0, borrowers(false, 1));
        town.runUntil(HOUR);
        assertThat(changes).isEmpty();
        assertThat(town.market.totals(town.participant(0)).gasPaidQuote()).isZero();
    }

    @Test
    void aRepaymentIsItsFractionOfTheDebt() {
        Town town = town(0, borrowers(false, 0.5));
        town.runUntil(4 * HOUR);
        assertThat(told("repaid")).hasSizeGreaterThan(20);
        double borrowed = told("borrowed").size() * 20_000.0;
        double repaid = told("repaid").stream()
                .mapToDouble(each -> amount(each).doubleValue() / 1e6)
                .sum();
        double owed = bank(town).owed(account(town, 0), USDC);
        assertThat(owed).isCloseTo(borrowed - repaid, within(50.0)).isLessThan(borrowed / 4);
    }

    @Test
    void liquidatorsPayWhatIsAtRiskAndEarnTheBonus() {
        Town town = town(4, borrowers(false, 0), liquidators(0));
        town.runUntil(60 * HOUR);
        assertThat(told("seized")).hasSizeGreaterThan(2);
        assertThat(told("seized")).allMatch(each -> each.participant() == town.participant(1));
        assertThat(told("repaid for another")).hasSameSizeAs(told("seized"));
        assertThat(bank(town).badDebt()).isZero();
        assertThat(town.market.checkConservation().violations()).isEmpty();
    }

    @Test
    void withoutLiquidatorsDebtsMayGoBad() {
        Town town = town(4, borrowers(false, 0));
        town.runUntil(60 * HOUR);
        assertThat(told("seized")).isEmpty();
        assertThat(bank(town).atRisk()).isNotEmpty();
    }

    /**
     * The bank reads a pool where nobody trades, so that its price stays what it was; debts grow beyond it while the world's price goes
     * its own way. Where that has fallen by more than the bonus, what is seized is worth less than what is paid for it.
     */
    @Test
    void nobodyPaysMoreThanWhatHeGetsIsWorth() {
        int seizing = 0;
        int waiting = 0;
        for (long seed = 1; seed <= 8; seed++) {
            Town town = new Town(market(4, OracleKind.SPOT, 25), seed, borrowers(false, 0), liquidators(0));
            List<Double> gains = new ArrayList<>();
            double[] paid = {0};
            town.market.observe(event -> {
                if (event instanceof MarketEvent.VenueChanged change) {
                    double amount = amount(change).doubleValue();
                    switch (change.change()) {
                        case "repaid for another" -> paid[0] = amount / 1e6;
                        case "seized" -> gains.add(amount / 1e18 * town.market.worldPrice(ETH) / paid[0] - 1);
                        default -> {}
                    }
                }
            });
            town.runUntil(60 * HOUR);
            // From the look to the block the price moves by a hundredth at most.
            assertThat(gains).allMatch(gain -> gain > -0.01);
            seizing += gains.isEmpty() ? 0 : 1;
            waiting += gains.isEmpty() && !bank(town).atRisk().isEmpty() ? 1 : 0;
        }
        assertThat(seizing).isPositive();
        assertThat(waiting).isPositive();
    }

    @Test
    void whatEarnsTooLittleIsLeft() {
        Town town = town(4, borrowers(false, 0), liquidators(1e9));
        town.runUntil(60 * HOUR);
        assertThat(told("seized")).isEmpty();
        assertThat(town.market.totals(town.participant(1)).gasPaidQuote()).isZero();
    }

    private static GroupSpec bidding(String id, double share) {
        return new LiquidatorsSpec(new Group(id, List.of(BANK), 4_000_000), SECOND, 0, share, false);
    }

    @Test
    void whoBidsMoreLiquidatesAndWhoIsOutbidPaysNothing() {
        Town town = new Town(
                market(4).building(BuildingSpec.withBundles(true)),
                1,
                borrowers(false, 0),
                bidding("shy", 0.3),
                bidding("keen", 0.8));
        List<MarketEvent.BundleIncluded> included = new ArrayList<>();
        town.market.observe(event -> {
            if (event instanceof MarketEvent.BundleIncluded each) {
                included.add(each);
            }
        });
        town.runUntil(40 * HOUR);
        assertThat(included)
                .hasSizeGreaterThan(1)
                .allMatch(each -> each.strategy().equals("liquidation"));
        assertThat(included).extracting(MarketEvent.BundleIncluded::participant).containsOnly(town.participant(2));
        assertThat(included).allMatch(each -> !each.bidWei().isZero());
        assertThat(town.market.totals(town.participant(1)).gasPaidQuote()).isZero();
        assertThat(town.market.totals(town.participant(1)).reverted()).isZero();
        assertThat(town.market.checkConservation().violations()).isEmpty();
    }

    @Test
    void bidsNeedAChainThatTakesBundles() {
        GroupSpec keen = bidding("keen", 0.8);
        assertThatThrownBy(() -> keen.check(market(4).engine())).hasMessageContaining("building.bundles = true");
        keen.check(market(4).building(BuildingSpec.withBundles(true)).engine());
        liquidators(0).check(market(4).engine());
    }

    @Test
    void copiesAndSnapshotsHaveTheSameFuture() {
        Town town = town(4, borrowers(true, 0.3), liquidators(0));
        town.runUntil(20 * HOUR);
        Town copy = town.copy();
        Town reloaded = town.reloaded();
        for (Town each : List.of(town, copy, reloaded)) {
            each.runUntil(40 * HOUR);
        }
        assertThat(copy.digest()).isEqualTo(town.digest());
        assertThat(reloaded.digest()).isEqualTo(town.digest());
        assertThat(reloaded.bytes()).isEqualTo(town.bytes());
    }
}
