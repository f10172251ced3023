package catallaxy.environment.market.role;

import static catallaxy.environment.market.trading.SmallMarket.ETH;
import static catallaxy.environment.market.trading.SmallMarket.HOUR;
import static catallaxy.environment.market.trading.SmallMarket.MAIN;
import static catallaxy.environment.market.trading.SmallMarket.POOL_A;
import static catallaxy.environment.market.trading.SmallMarket.POOL_C;
import static catallaxy.environment.market.trading.SmallMarket.ROLLUP;
import static catallaxy.environment.market.trading.SmallMarket.SECOND;
import static catallaxy.environment.market.trading.SmallMarket.USDC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.Lending;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.MarketSpec;
import catallaxy.environment.market.testkit.RoleKit;
import catallaxy.environment.market.trading.Lenders;
import catallaxy.environment.market.trading.SmallMarket;
import catallaxy.environment.market.venue.lending.LendingPool;
import catallaxy.environment.market.venue.lending.ReserveState;
import java.math.BigInteger;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The fund that lends what it holds and borrows against it. Actions: weights on main and rollup, shares of ether and dollars, the loan. */
class PortfolioLendingTest {
    private static final int BANK = SmallMarket.BOOK + 1;
    private static final double FLOOR = 1.5;
    private static final List<RoleSpec.Sleeve> SLEEVES =
            List.of(new RoleSpec.Sleeve(MAIN, ETH, POOL_A), new RoleSpec.Sleeve(ROLLUP, ETH, POOL_C));

    private SeatedMarket seated = new SeatedMarket(spec(), 1);

    private static RoleSpec.Portfolio fund(int venue) {
        return new RoleSpec.Portfolio(SLEEVES, List.of(0), 10, 0.05, OptionalInt.of(venue), FLOOR);
    }

    private static MarketSpec spec() {
        return new SmallMarket()
                .venue(Lenders.bank("bank"))
                .agent("fund", fund(BANK), 60, 50_000, 5)
                .spec();
    }

    private void runHours(double hours, double... action) {
        seated.runUntil(seated.market.timeNanos() + (long) (hours * HOUR), (agent, values) -> action);
    }

    private Lending bank() {
        return seated.market.offered(BANK, Lending.class);
    }

    private int account() {
        return seated.market.accounts().free(seated.seat(0).participant(), MAIN);
    }

    private double health() {
        return bank().health(account());
    }

    private long reverted() {
        return seated.market.totals(seated.seat(0).participant()).reverted();
    }

    private UInt256 dollars() {
        return seated.market.holdings(seated.seat(0).participant()).balance(MAIN, USDC);
    }

    private void outsiderSends(Call call) {
        seated.market.submit(
                seated.outsider(), seated.market.transaction(MAIN, call, seated.market.timeNanos() + HOUR));
    }

    /** Somebody else borrows dollars, so that lenders earn. */
    private void lendOut(double dollars) {
        outsiderSends(bank().supply(ETH, Amount.of(SmallMarket.units(5_000, 18))));
        outsiderSends(bank().borrow(USDC, Amount.of(SmallMarket.units(dollars, 6))));
    }

    private static BigInteger nearest(BigInteger product, BigInteger by) {
        return product.add(by.shiftRight(1)).divide(by);
    }

    /** {@code scaled · (index · (1 + r t / year))}, each to the nearest: what the market's index says, in integers of its own. */
    @Test
    void aDayOfLendingEarnsWhatTheIndexSaysToTheUnit() {
        lendOut(2_000_000);
        runHours(0.2, 0.1, 0.1, 0, 1, 0);
        assertThat(seated.value(0, "supplied.bank.USDC")).isCloseTo(1, within(1e-4));
        UInt256 scaled = scaled();
        seated.runUntil(seated.market.timeNanos() + 24 * HOUR, (agent, values) -> SeatedMarket.NOTHING);
        UInt256 before = dollars();
        ReserveState reserve = seated.market.offered(BANK, LendingPool.class).reserve(1);
        long from = reserve.lastUpdate();
        runHours(0.03, 0.1, 0.1, 0, 0, 0);
        long seconds = seated.market.offered(BANK, LendingPool.class).reserve(1).lastUpdate() - from;
        BigInteger ray = BigInteger.TEN.pow(27);
        BigInteger growth = ray.add(reserve.liquidityRate()
                .toBigInteger()
                .multiply(BigInteger.valueOf(seconds))
                .divide(BigInteger.valueOf(365 * 86_400L)));
        BigInteger index = nearest(reserve.liquidityIndex().toBigInteger().multiply(growth), ray);
        BigInteger due = nearest(scaled.toBigInteger().multiply(index), ray);
        assertThat(seconds).isBetween(86_000L, 88_000L);
        assertThat(dollars().minusExact(before).toBigInteger()).isEqualTo(due);
        assertThat(scaled()).isEqualTo(UInt256.ZERO);
    }

    private UInt256 scaled() {
        return seated.market
                .offered(BANK, LendingPool.class)
                .position(account())
                .supplied()
                .get(1);
    }

    @Test
    void claimsAndDebtsCountInEquityAndWeights() {
        runHours(0.5, 0.1, 0.1, 0, 0, 0);
        double equity = seated.equity(0);
        double weight = seated.value(0, "weight.main.ETH");
        runHours(0.5, 0.1, 0.1, 1, 0.5, 0.5);
        assertThat(bank().owed(account(), USDC)).isGreaterThan(5_000);
        assertThat(seated.equity(0)).isCloseTo(equity, within(0.5));
        assertThat(seated.value(0, "weight.main.ETH")).isCloseTo(weight, within(1e-3));
        assertThat(seated.value(0, "supplied.bank.ETH")).isCloseTo(1, within(1e-3));
        assertThat(seated.value(0, "supplied.bank.USDC")).isCloseTo(0.5, within(1e-3));
        assertThat(seated.value(0, "borrowed.bank.USDC")).isCloseTo(0.5, within(0.01));
        assertThat(seated.value(0, "health.bank")).isCloseTo(health(), within(1e-12));
        assertThat(reverted()).isZero();
    }

    /** With nothing in its way a whole loan ends at the floor, and no lower. */
    @Test
    void aWholeLoanEndsAtTheFloor() {
        runHours(1, 0.4, 0, 1, 0, 1);
        assertThat(health()).isBetween(FLOOR, FLOOR * 1.02);
        assertThat(bank().utilisation(USDC)).isPositive().isEqualTo(seated.value(0, "utilisation.bank.USDC"));
        assertThat(seated.value(0, "borrow_rate.bank.USDC")).isEqualTo(bank().borrowRate(USDC));
        assertThat(seated.value(0, "supply_rate.bank.USDC")).isEqualTo(bank().supplyRate(USDC));
    }

    /** The loan is that of what stays supplied, so that half of it can be taken out. */
    @Test
    void aWholeLoanOfHalfTheCollateralEndsAtTheFloorToo() {
        runHours(1, 0.4, 0, 1, 0, 1);
        runHours(2, 0.4, 0, 0.5, 0, 1);
        assertThat(seated.value(0, "supplied.bank.ETH")).isCloseTo(0.5, within(0.02));
        assertThat(health()).isBetween(FLOOR, FLOOR * 1.05);
    }

    @Test
    void weightsAreReachedFromWhatIsLent() {
        runHours(0.5, 0.4, 0.1, 1, 1, 0);
        assertThat(seated.value(0, "weight.main.ETH")).isCloseTo(0.4, within(1e-3));
        assertThat(seated.value(0, "weight.rollup.ETH")).isCloseTo(0.1, within(1e-3));
        runHours(2, 0.1, 0.6, 1, 1, 0);
        assertThat(seated.value(0, "weight.main.ETH")).isCloseTo(0.1, within(1e-3));
        assertThat(seated.value(0, "weight.rollup.ETH"))
                .as("dollars that were lent went over the bridge, as with a fund that lends nothing")
                .isCloseTo(rollupWeightWithoutLending(), within(2e-3));
        assertThat(seated.value(0, "supplied.bank.ETH")).isCloseTo(1, within(2e-3));
        assertThat(reverted()).isZero();
    }

    private static double rollupWeightWithoutLending() {
        RoleSpec plain = new RoleSpec.Portfolio(SLEEVES, List.of(0), 10, 0.05);
        SeatedMarket other = new SeatedMarket(
                new SmallMarket().agent("fund", plain, 60, 50_000, 5).spec(), 1);
        other.runUntil(HOUR / 2, (agent, values) -> new double[] {0.4, 0.1});
        other.runUntil(5 * HOUR / 2, (agent, values) -> new double[] {0.1, 0.6});
        return other.value(0, "weight.rollup.ETH");
    }

    @Test
    void borrowedMoneyBuysMoreThanTheEquity() {
        runHours(3, 0.6, 0.6, 1, 0, 1);
        double main = seated.value(0, "weight.main.ETH");
        double rollup = seated.value(0, "weight.rollup.ETH");
        assertThat(main + rollup).isGreaterThan(0.66 + 0.2);
        assertThat(health()).isGreaterThan(FLOOR * 0.98);
        runHours(3, 0.2, 0.2, 1, 0, 0);
        assertThat(bank().owed(account(), USDC)).isZero();
        assertThat(seated.value(0, "weight.main.ETH")).isCloseTo(0.2, within(2e-3));
    }

    @Test
    void asksForNothingWithWhatItObserves() {
        runHours(1, 0.3, 0.1, 0.7, 0.4, 0.6);
        UInt256 before = dollars();
        for (double scale : new double[] {1, 0.5}) {
            seated.seat(0).limit(9, scale);
            seated.runUntil(seated.market.timeNanos() + HOUR, (agent, values) -> new double[] {
                values[seated.roles.getFirst().observationSpec().index("weight.main.ETH")],
                values[seated.roles.getFirst().observationSpec().index("weight.rollup.ETH")],
                values[seated.roles.getFirst().observationSpec().index("supplied.bank.ETH")],
                values[seated.roles.getFirst().observationSpec().index("supplied.bank.USDC")],
                values[seated.roles.getFirst().observationSpec().index("borrowed.bank.USDC")]
            });
        }
        assertThat(dollars()).isEqualTo(before);
    }

    /** What the fund does by itself leaves the health factor above the floor, or no lower than it was. */
    @Test
    void ownStepsKeepTheFloor() {
        for (long seed = 1; seed <= 12; seed++) {
            seated = new SeatedMarket(spec(), seed);
            FloorWatch watch = new FloorWatch(seed);
            seated.afterEvent = watch::look;
            RandomStream random = RandomStream.of(seed, "actions");
            double[] action = new double[5];
            for (int part = 0; part < 12; part++) {
                for (int i = 0; i < action.length; i++) {
                    action[i] = random.nextBoolean(0.3) ? Math.rint(random.nextDouble()) : random.nextDouble();
                }
                double[] now = action.clone();
                runHours(0.25, now);
            }
            assertThat(seated.market.checkConservation().violations()).isEmpty();
            assertThat(reverted()).as("seed " + seed).isZero();
        }
    }

    /** The watch sees a loan that goes below the floor. */
    @Test
    void theWatchOfTheFloorSeesALoanTooMany() {
        runHours(1, 0.4, 0, 1, 0, 1);
        seated.afterEvent = new FloorWatch(1)::look;
        runHours(0.1, 0.4, 0, 1, 0, 1);
        Call loan = bank().borrow(USDC, Amount.of(SmallMarket.units(2_000, 6)));
        seated.market.submit(
                seated.seat(0).participant(), seated.market.transaction(MAIN, loan, seated.market.timeNanos() + HOUR));
        assertThatThrownBy(() -> runHours(0.1, 0.4, 0, 1, 0, 1)).isInstanceOf(AssertionError.class);
    }

    /** Compares the health factor around each event that changes what is supplied or owed. */
    private final class FloorWatch {
        private final long seed;
        private double before = Double.POSITIVE_INFINITY;
        private List<UInt256> position = List.of();

        FloorWatch(long seed) {
            this.seed = seed;
        }

        void look() {
            LendingPool pool = seated.market.offered(BANK, LendingPool.class);
            List<UInt256> present = List.of(
                    pool.position(account()).supplied().getFirst(),
                    pool.position(account()).supplied().get(1),
                    pool.position(account()).owed().get(1));
            double health = health();
            if (!present.equals(position)) {
                assertThat(health).as("seed " + seed).isGreaterThanOrEqualTo(Math.min(FLOOR, before) - 1e-9);
            }
            assertThat(health).as("seed " + seed).isGreaterThan(1.2);
            before = health;
            position = present;
        }
    }

    @Test
    void aHaltEndsFlatWithoutDebt() {
        double[][] actions = {{0.4, 0.2, 1, 0, 1}, {1, 0, 1, 1, 1}, {0.6, 0.6, 1, 0, 1}, {0, 0, 0, 1, 1}};
        for (double[] action : actions) {
            seated = new SeatedMarket(spec(), 1);
            runHours(2, action);
            double equity = seated.equity(0);
            assertThat(bank().owed(account(), USDC)).isPositive();
            assertThat(seated.roles.getFirst().flat(seated.market, seated.seat(0)))
                    .isFalse();
            seated.seat(0).limit(9, 0);
            runHours(2, action);
            assertThat(seated.roles.getFirst().flat(seated.market, seated.seat(0)))
                    .isTrue();
            assertThat(bank().owed(account(), USDC)).isZero();
            assertThat(bank().supplied(account(), ETH)).isZero();
            assertThat(bank().supplied(account(), USDC)).isZero();
            assertThat(seated.market.holding(seated.seat(0).participant(), MAIN, ETH))
                    .isLessThan(0.01);
            assertThat(seated.equity(0)).isGreaterThan(0.97 * equity);
            assertThat(seated.market.checkConservation().violations()).isEmpty();
        }
    }

    /** The market has lent all that it holds: the halted fund waits, and goes when somebody pays back. */
    @Test
    void whatIsLentOutIsWaitedFor() {
        runHours(0.5, 0, 0, 0, 1, 0);
        outsiderSends(bank().supply(ETH, Amount.of(SmallMarket.units(9_000, 18))));
        seated.runUntil(seated.market.timeNanos() + 60 * SECOND, (agent, values) -> SeatedMarket.NOTHING);
        double all = bank().held(USDC);
        outsiderSends(bank().borrow(USDC, Amount.of(SmallMarket.units(all - 1, 6))));
        seated.runUntil(seated.market.timeNanos() + 60 * SECOND, (agent, values) -> SeatedMarket.NOTHING);
        seated.seat(0).limit(9, 0);
        runHours(0.5, 0, 0, 0, 0, 0);
        assertThat(seated.roles.getFirst().flat(seated.market, seated.seat(0))).isFalse();
        outsiderSends(bank().repay(USDC, Amount.all()));
        runHours(0.5, 0, 0, 0, 0, 0);
        assertThat(seated.roles.getFirst().flat(seated.market, seated.seat(0))).isTrue();
        assertThat(reverted()).isZero();
    }

    @Test
    void keepsTheKit() {
        MarketSpec whole = spec();
        MarketSpec hours = new MarketSpec("hours", 6 * HOUR, whole.engine(), List.of(), whole.agents());
        for (long seed = 1; seed <= 3; seed++) {
            assertThat(RoleKit.check(hours, seed)).isEmpty();
        }
    }

    @Test
    void onlyALendingMarketOfItsOwnAssetsFits() {
        RoleSite site = new RoleSite(spec().engine(), SECOND, List.of(), SupervisedSeats.none());
        assertThatThrownBy(() -> fund(POOL_A).in(site))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("lending: expected a lending market of a sleeve's asset on its chain, found a");
        RoleSpec elsewhere =
                new RoleSpec.Portfolio(SLEEVES.subList(1, 2), List.of(0), 10, 0.05, OptionalInt.of(BANK), FLOOR);
        assertThatThrownBy(() -> elsewhere.in(site)).hasMessageContaining("found bank");
        assertThatThrownBy(() -> new RoleSpec.Portfolio(SLEEVES, List.of(), 10, 0.05, OptionalInt.of(BANK), 1))
                .hasMessage("healthFloor: expected 1.05 to 100.0, found 1.0");
        Role without = new RoleSpec.Portfolio(SLEEVES, List.of(), 10, 0.05).in(site);
        assertThat(without.actionSpec().size()).isEqualTo(2);
        assertThat(without.registerCount()).isEqualTo(1);
        assertThat(fund(BANK).in(site).actionSpec().size()).isEqualTo(5);
    }
}
