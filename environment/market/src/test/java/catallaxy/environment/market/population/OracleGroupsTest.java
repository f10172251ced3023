package catallaxy.environment.market.population;

import static catallaxy.environment.market.trading.SmallMarket.ETH;
import static catallaxy.environment.market.trading.SmallMarket.HOUR;
import static catallaxy.environment.market.trading.SmallMarket.MAIN;
import static catallaxy.environment.market.trading.SmallMarket.POOL_A;
import static catallaxy.environment.market.trading.SmallMarket.POOL_B;
import static catallaxy.environment.market.trading.SmallMarket.SECOND;
import static catallaxy.environment.market.trading.SmallMarket.USDC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.Lending;
import catallaxy.environment.api.venue.PriceFeed;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.engine.Endowment;
import catallaxy.environment.market.oracle.OracleKind;
import catallaxy.environment.market.oracle.OracleSpec;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.trading.SmallMarket;
import catallaxy.environment.market.venue.feed.FeedSpec;
import catallaxy.environment.market.venue.lending.FlashLending;
import catallaxy.environment.market.venue.lending.LendingSpec;
import catallaxy.environment.market.venue.lending.LendingTerms;
import catallaxy.environment.market.venue.lending.RateCurve;
import catallaxy.environment.market.venue.lending.RiskBounds;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reporters of a feed, attackers of an oracle, and stewards of a lending market's risk. */
final class OracleGroupsTest {
    private static final int FEED = SmallMarket.BOOK + 1;
    private static final int BANK = SmallMarket.BOOK + 2;
    private static final List<String> REPORTERS = List.of("r0", "r1", "r2");

    private final List<MarketEvent.TransactionExecuted> executed = new ArrayList<>();

    private static SmallMarket market(OracleKind oracle, double volatility) {
        List<Integer> looked = oracle == OracleKind.MEDIAN ? List.of(FEED) : List.of(POOL_A);
        return new SmallMarket()
                .volatility(volatility)
                .venue(new FeedSpec("feed", MAIN, List.of(ETH, USDC), REPORTERS, 2, 600, 50))
                .venue(new LendingSpec(
                        "bank",
                        MAIN,
                        List.of(terms(ETH, SmallMarket.units(1_000, 18)), terms(USDC, SmallMarket.units(12e6, 6))),
                        new OracleSpec(oracle, MAIN, List.of(ETH, USDC), 1_800, looked, 0),
                        new FlashLending.Terms(5, 0),
                        List.of("steward"),
                        new RiskBounds(300, 60, 3_000, 9_000)));
    }

    private static LendingTerms terms(int asset, UInt256 supplied) {
        UInt256 ray = UInt256.parse("1" + "0".repeat(27));
        UInt256 tenth = ray.dividedBy(UInt256.of(10));
        RateCurve curve = new RateCurve(ray.minusExact(tenth), UInt256.ZERO, tenth, ray);
        return new LendingTerms(asset, 7_500, 8_000, 10_500, 1_000, 0, curve, supplied);
    }

    private static ReporterSpec reporter(String id, ReporterFault fault, double biasBps) {
        return new ReporterSpec(new Group(id, List.of(FEED), 100_000), 10 * SECOND, 5, fault, HOUR, biasBps);
    }

    private static GroupSpec attacker() {
        return new OracleAttackerSpec(new Group("attacker", List.of(BANK), 10_000), HOUR, POOL_A, 1_000);
    }

    private static GroupSpec steward(boolean adaptive) {
        return new RiskStewardSpec(
                new Group("steward", List.of(BANK), 100_000), 60 * SECOND, adaptive, HOUR, HOUR, 3, 500, 10);
    }

    private Town town(OracleKind oracle, double volatility, GroupSpec... groups) {
        Town town = new Town(market(oracle, volatility), 1, groups);
        town.market.observe(event -> {
            if (event instanceof MarketEvent.TransactionExecuted each) {
                executed.add(each);
            }
        });
        return town;
    }

    private List<MarketEvent.TransactionExecuted> of(Town town, int group) {
        return executed.stream()
                .filter(each -> each.participant() == town.participant(group))
                .toList();
    }

    private static PriceFeed feed(Town town) {
        return town.market.offered(FEED, PriceFeed.class);
    }

    private static Lending bank(Town town) {
        return town.market.offered(BANK, Lending.class);
    }

    private static double answer(Town town) {
        return feed(town).answerE8(ETH).doubleValue() / 1e8;
    }

    private static double owned(Town town, int group, int asset) {
        return town.market.ledger().balanceAsDouble(town.market.accounts().free(town.participant(group), MAIN), asset);
    }

    @Test
    void reportersFollowTheWorldByTransactionsThatTheyPay() {
        Town town = town(
                OracleKind.MEDIAN,
                0.5,
                reporter("r0", ReporterFault.HONEST, 0),
                reporter("r1", ReporterFault.HONEST, 0),
                reporter("r2", ReporterFault.HONEST, 0));
        double gas = owned(town, 0, ETH);
        town.runUntil(3 * HOUR);
        double world = town.market.worldPrice(ETH);
        assertThat(answer(town)).isCloseTo(world, within(0.012 * world));
        assertThat(feed(town).ageSeconds(ETH)).isLessThan(700);
        assertThat(bank(town).price(ETH)).isEqualTo(answer(town));
        assertThat(of(town, 0)).hasSizeGreaterThan(15).allMatch(MarketEvent.TransactionExecuted::succeeded);
        assertThat(owned(town, 0, ETH)).isLessThan(gas);
        assertThat(town.market.checkConservation().violations()).isEmpty();
    }

    @Test
    void oneFaultyReporterOfThreeChangesLittle() {
        for (ReporterFault fault : List.of(ReporterFault.BRIBED, ReporterFault.STUCK, ReporterFault.SILENT)) {
            Town town = town(
                    OracleKind.MEDIAN,
                    0.5,
                    reporter("r0", ReporterFault.HONEST, 0),
                    reporter("r1", ReporterFault.HONEST, 0),
                    reporter("r2", fault, 5_000));
            town.runUntil(6 * HOUR);
            double world = town.market.worldPrice(ETH);
            assertThat(answer(town)).as("%s", fault).isCloseTo(world, within(0.015 * world));
            boolean reports = feed(town).reportAgeSeconds(2, ETH) < 1_200;
            assertThat(reports).as("%s", fault).isEqualTo(fault != ReporterFault.SILENT);
        }
    }

    /** The negative control: two bribed ones of three are the median. */
    @Test
    void twoBribedReportersOfThreeAreTheMedian() {
        Town town = town(
                OracleKind.MEDIAN,
                0,
                reporter("r0", ReporterFault.HONEST, 0),
                reporter("r1", ReporterFault.BRIBED, 5_000),
                reporter("r2", ReporterFault.BRIBED, 5_000));
        town.runUntil(2 * HOUR);
        assertThat(answer(town)).isCloseTo(3_000, within(10.0));
    }

    @Test
    void whoIsNoReporterIsRefused() {
        Town town = town(OracleKind.MEDIAN, 0, reporter("stranger", ReporterFault.HONEST, 0));
        town.runUntil(HOUR);
        assertThat(of(town, 0)).as("it knows, and sends nothing").isEmpty();
        int liar = town.market.openParticipant("liar", List.of(new Endowment(MAIN, ETH, SmallMarket.units(10, 18))));
        Call lie = feed(town).report(ETH, UInt256.of(1));
        town.market.submit(liar, town.market.transaction(MAIN, lie, Long.MAX_VALUE));
        town.runUntil(HOUR + 60 * SECOND);
        assertThat(executed.getLast().reason()).isEqualTo("Feed: NO_REPORTER");
        assertThat(feed(town).answerE8(ETH)).isEqualTo(UInt256.ZERO);
        assertThat(bank(town).health(0)).as("without a debt").isInfinite();
        assertThat(bank(town).price(ETH)).isZero();
    }

    /** The same program: it succeeds where the pool's price of the moment is read, and there alone. */
    @Test
    void anAttackSucceedsAgainstASpotPriceAlone() {
        for (OracleKind oracle : OracleKind.values()) {
            executed.clear();
            Town town = town(
                    oracle,
                    0,
                    attacker(),
                    reporter("r0", ReporterFault.HONEST, 0),
                    reporter("r1", ReporterFault.HONEST, 0));
            double before = owned(town, 0, USDC);
            double ether = owned(town, 0, ETH);
            town.runUntil(HOUR + 60 * SECOND);
            boolean spot = oracle == OracleKind.SPOT;
            assertThat(of(town, 0)).as("%s", oracle).isNotEmpty();
            assertThat(of(town, 0).getFirst().succeeded()).as("%s", oracle).isEqualTo(spot);
            if (spot) {
                assertThat(owned(town, 0, USDC)).isGreaterThan(before + 500_000);
                assertThat(bank(town).utilisation(USDC)).isGreaterThan(0.5);
            } else {
                assertThat(of(town, 0).getFirst().reason()).as("%s", oracle).isEqualTo("36");
                assertThat(owned(town, 0, USDC)).isEqualTo(before);
                assertThat(owned(town, 0, ETH)).as("it has paid gas").isLessThan(ether);
                assertThat(bank(town).utilisation(USDC)).isZero();
            }
            assertThat(town.market.checkConservation().violations()).isEmpty();
        }
    }

    /** Where arbitrage has put the pool right, the lenders have lost what the attacker has. */
    @Test
    void theLendersPay() {
        GroupSpec informed = new FundamentalSpec(
                new Group("informed", List.of(POOL_A), 50_000_000), 600, new TradeSize(500_000, 0.1), 10);
        Town town = town(OracleKind.SPOT, 0, attacker(), informed);
        town.runUntil(6 * HOUR);
        double debt = bank(town).owed(town.market.accounts().free(town.participant(0), MAIN), USDC);
        assertThat(town.market.price(POOL_A)).isCloseTo(2_000, within(30.0));
        assertThat(bank(town).badDebt()).isGreaterThan(0.5 * debt).isGreaterThan(500_000);
    }

    @Test
    void aStewardLowersThresholdsInStormsAndRaisesThemInCalm() {
        Town storm = town(OracleKind.WORLD, 2.5, steward(true));
        storm.runUntil(4 * HOUR);
        Town calm = town(OracleKind.WORLD, 0.05, steward(true));
        calm.runUntil(4 * HOUR);
        assertThat(bank(storm).threshold(ETH)).isBetween(0.85 / 1.05 - 0.1, 0.95 / 1.05 - 0.02);
        assertThat(bank(calm).threshold(ETH))
                .as("next to a fall of none")
                .isCloseTo(1 / 1.05, within(0.06))
                .isGreaterThan(bank(storm).threshold(ETH));
        assertThat(bank(calm).loanToValue(ETH)).isLessThan(bank(calm).threshold(ETH));
        Town fixed = town(OracleKind.WORLD, 2.5, steward(false));
        fixed.runUntil(4 * HOUR);
        assertThat(bank(fixed).threshold(ETH)).isEqualTo(0.8);
    }

    @Test
    void onlyAStewardSetsTermsAndOnlyWithinBounds() {
        Town town = town(OracleKind.WORLD, 0, steward(false), attacker());
        assertThat(terms(town, 1, 0.76, 0.81)).isEqualTo("Steward: INVALID_CALLER");
        assertThat(terms(town, 0, 0.75, 0.84)).as("too far at once").isEqualTo("Steward: UPDATE_NOT_IN_RANGE");
        assertThat(terms(town, 0, 0.82, 0.81)).as("above the threshold").isEqualTo("Steward: UPDATE_NOT_IN_RANGE");
        assertThat(terms(town, 0, 0.77, 0.82)).isEmpty();
        assertThat(bank(town).threshold(ETH)).isEqualTo(0.82);
        assertThat(terms(town, 0, 0.77, 0.83)).isEqualTo("Steward: DEBOUNCE_NOT_RESPECTED");
        town.runUntil(town.market.timeNanos() + 120 * SECOND);
        assertThat(terms(town, 0, 0.79, 0.85)).isEmpty();
        Town again = town.reloaded();
        assertThat(bank(again).threshold(ETH)).isEqualTo(0.85);
        assertThat(bank(town.copy()).loanToValue(ETH)).isEqualTo(0.79);
    }

    private String terms(Town town, int group, double loan, double threshold) {
        executed.clear();
        Call set = bank(town).setTerms(ETH, loan, threshold);
        town.market.submit(town.participant(group), town.market.transaction(MAIN, set, Long.MAX_VALUE));
        while (of(town, group).isEmpty()) {
            town.market.advance();
        }
        return of(town, group).getFirst().reason();
    }

    @Test
    void copiesAndReloadedTownsGoOnAlike() {
        Town town = town(
                OracleKind.MEDIAN,
                0.8,
                steward(true),
                attacker(),
                reporter("r0", ReporterFault.HONEST, 0),
                reporter("r1", ReporterFault.BRIBED, 3_000),
                reporter("r2", ReporterFault.STUCK, 0));
        town.runUntil(2 * HOUR);
        Town copy = town.copy();
        Town reloaded = town.reloaded();
        for (Town each : List.of(town, copy, reloaded)) {
            each.runUntil(5 * HOUR);
        }
        assertThat(copy.bytes()).isEqualTo(town.bytes());
        assertThat(reloaded.bytes()).isEqualTo(town.bytes());
        assertThat(bank(town).threshold(ETH)).isNotEqualTo(0.8);
    }

    /** Without a dollar of its own: it borrows, liquidates, sells at the pool and repays. */
    @Test
    void aLiquidatorWithoutCapitalEarnsByFlashLoans() {
        GroupSpec borrowers = new BorrowersSpec(
                new Group("borrowers", List.of(BANK), 4_000_000), 30, new TradeSize(20_000, 0), 1.02, false, 0, 0);
        GroupSpec poor = new LiquidatorsSpec(new Group("poor", List.of(BANK), 20), 15 * SECOND, 0, 0, true);
        GroupSpec informed = new FundamentalSpec(
                new Group("informed", List.of(POOL_A, POOL_B), 50_000_000), 600, new TradeSize(50_000, 0.1), 10);
        Town town = town(OracleKind.WORLD, 4, borrowers, poor, informed);
        double before = owned(town, 1, USDC);
        double gas = owned(town, 1, ETH);
        town.runUntil(12 * HOUR);
        assertThat(of(town, 1)).isNotEmpty().anyMatch(MarketEvent.TransactionExecuted::succeeded);
        double earned = owned(town, 1, USDC) - before + (owned(town, 1, ETH) - gas) * town.market.worldPrice(ETH);
        assertThat(earned).isGreaterThan(200);
        assertThat(town.market.checkConservation().violations()).isEmpty();
    }
}
