package catallaxy.environment.market.role;

import static catallaxy.environment.market.trading.SmallMarket.BOOK;
import static catallaxy.environment.market.trading.SmallMarket.HOUR;
import static catallaxy.environment.market.trading.SmallMarket.MAIN;
import static catallaxy.environment.market.trading.SmallMarket.POOL_A;
import static catallaxy.environment.market.trading.SmallMarket.POOL_B;
import static catallaxy.environment.market.trading.SmallMarket.POOL_C;
import static catallaxy.environment.market.trading.SmallMarket.SECOND;
import static catallaxy.environment.market.trading.SmallMarket.USDC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.market.trading.Lenders;
import catallaxy.environment.market.trading.SmallMarket;
import catallaxy.environment.market.venue.uniswapv3.UniswapV3Spec;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Arbitrage between pools of one chain that flash loans pay for. */
class ArbitrageLoanTest {
    private static final double LOAN_FEE = 0.0005;
    private static final double KEPT = 0.997;
    private static final RoleSpec.Route ROUTE = new RoleSpec.Route(POOL_A, POOL_B);

    private SeatedMarket seated = seated(2_060, 0);

    private static RoleSpec.Arbitrage spec(RoleSpec.Route... routes) {
        return new RoleSpec.Arbitrage(List.of(routes), 20e6, 0.01, 0.5, List.of(), 1, true);
    }

    /** An arbitrageur with so many dollars, and an ether for gas. */
    private static SeatedMarket seated(double priceB, double dollars) {
        return new SeatedMarket(
                new SmallMarket()
                        .priceB(priceB)
                        .venue(Lenders.bank("bank"))
                        .agent("arb", spec(ROUTE), 20, dollars, 1)
                        .spec(),
                1);
    }

    private double dollars() {
        return seated.market.holding(seated.seat(0).participant(), MAIN, USDC);
    }

    private void once(double size) {
        seated.runUntil(HOUR, (_, _) -> new double[] {seated.market.timeNanos() <= 20 * SECOND ? size : 0});
    }

    /** The best size of a trade that buys at 2,000 and sells at 2,060, where a unit costs as much. */
    private static double best(double unitCost) {
        double a = KEPT * KEPT * 5_000.0 * 10_300_000 / unitCost;
        double b = 10_000_000.0 * 5_000;
        double c = KEPT * (5_000 + KEPT * 5_000);
        return (StrictMath.sqrt(a * b) - b) / c;
    }

    private static BigInteger out(BigInteger in, BigInteger held, BigInteger other) {
        BigInteger kept = in.multiply(BigInteger.valueOf(997));
        return kept.multiply(other)
                .divide(held.multiply(BigInteger.valueOf(1_000)).add(kept));
    }

    private static BigInteger units(double whole, int decimals) {
        return SmallMarket.units(whole, decimals).toBigInteger();
    }

    @Test
    void withNothingOfItsOwnItEarnsWhatTheClosedFormSaysLessTheFee() {
        double size = Math.floor(best(1 + LOAN_FEE) * 1e6) / 1e6;
        BigInteger in = units(size, 6);
        BigInteger ether = out(in, units(10_000_000, 6), units(5_000, 18));
        BigInteger got = out(ether, units(5_000, 18), units(10_300_000, 6));
        BigInteger fee = in.multiply(BigInteger.valueOf(5))
                .add(BigInteger.valueOf(5_000))
                .divide(BigInteger.valueOf(10_000));
        once(size);
        assertThat(size).isGreaterThan(50_000);
        assertThat(seated.market
                        .holdings(seated.seat(0).participant())
                        .balance(MAIN, USDC)
                        .toBigInteger())
                .isEqualTo(got.subtract(in).subtract(fee))
                .isGreaterThan(BigInteger.valueOf(100_000_000));
        assertThat(seated.market.totals(seated.seat(0).participant()).reverted())
                .isZero();
    }

    /** Nearby sizes earn less, so that the fee is rightly in the size. */
    @Test
    void theSizeForALoanIsTheBestOne() {
        double[] earned = new double[3];
        for (int i = 0; i < 3; i++) {
            seated = seated(2_060, 0);
            once(best(1 + LOAN_FEE) * (0.98 + 0.02 * i));
            earned[i] = dollars();
        }
        assertThat(earned[1]).isGreaterThan(earned[0]).isGreaterThan(earned[2]);
        assertThat(best(1 + LOAN_FEE)).isLessThan(best(1));
    }

    @Test
    void ownMoneyIsNeitherNeededNorTouched() {
        seated = seated(2_060, 123);
        once(60_000);
        assertThat(dollars()).isGreaterThan(123 + 200);
        assertThat(seated.market.totals(seated.seat(0).participant()).fills()).isPositive();
    }

    /** The rival takes the gap first: what would have been owed is not there, and the whole never was. */
    @Test
    void whatWouldLoseRevertsAndCostsGasAlone() {
        seated.runUntil(20 * SECOND, (_, _) -> new double[] {best(1 + LOAN_FEE)});
        Call rival =
                new Call.Swap(List.of(POOL_A, POOL_B), USDC, SmallMarket.units(72_000, 6), SmallMarket.units(1, 6));
        MarketCommand.SubmitTransaction ahead = seated.market.transaction(MAIN, rival, HOUR);
        seated.market.submit(
                seated.outsider(),
                new MarketCommand.SubmitTransaction(
                        MAIN,
                        rival,
                        ahead.nonce(),
                        ahead.gasLimit(),
                        10 * ahead.maxFeePerGasWei(),
                        5 * ahead.maxFeePerGasWei(),
                        HOUR));
        seated.runUntil(HOUR, (_, _) -> new double[1]);
        int arb = seated.seat(0).participant();
        assertThat(seated.market.totals(arb).reverted()).isEqualTo(1);
        assertThat(dollars()).isZero();
        assertThat(seated.market.totals(arb).gasPaidQuote()).isPositive();
    }

    @Test
    void aTradeThatPromisesLessThanItOwesIsNotSent() {
        once(-60_000);
        assertThat(seated.market.totals(seated.seat(0).participant()).gasPaidQuote())
                .isZero();
    }

    @Test
    void itSeesWhatALoanCostsAndGives() {
        assertThat(seated.value(0, "a~b.loan_fee")).isCloseTo(LOAN_FEE, within(1e-12));
        assertThat(seated.value(0, "a~b.loan_most")).isEqualTo(5e6);
        assertThat(seated.value(0, "a~b.loan_gas")).isPositive().isLessThan(1);
        assertThat(seated.value(0, "a~b.a.quote_available")).isZero();
    }

    /** The lender has five million; a trade of twenty is made with those. */
    @Test
    void noMoreIsBorrowedThanThereIs() {
        seated = seated(30_000, 0);
        once(20e6);
        double bought = 5e6 * KEPT * 5_000 / (10e6 + 5e6 * KEPT);
        double got = bought * KEPT * 150e6 / (5_000 + bought * KEPT);
        assertThat(dollars()).isCloseTo(got - 5e6 * (1 + LOAN_FEE), within(0.01));
    }

    /** The optimum that the role shows has the loan's fee in it. */
    @Test
    void theBestTradeOfARouteWithRangesIsNetOfTheFee() {
        SmallMarket ranged = new SmallMarket()
                .venue(new UniswapV3Spec(
                        "ranges",
                        0,
                        SmallMarket.ETH,
                        USDC,
                        SmallMarket.units(500, 18),
                        SmallMarket.units(1.05e6, 6),
                        3_000,
                        60,
                        30,
                        1,
                        0,
                        1))
                .venue(Lenders.bank("bank"))
                .agent("arb", spec(new RoleSpec.Route(POOL_A, BOOK + 1)), 20, 0, 1);
        seated = new SeatedMarket(ranged.spec(), 1);
        double profit = seated.value(0, "a~ranges.best_profit");
        assertThat(profit).isGreaterThan(90);
        once(seated.value(0, "a~ranges.best_trade"));
        assertThat(dollars()).isCloseTo(profit, within(1e-4));
    }

    @Test
    void whereNobodyLendsTheKeyIsRefused() {
        SmallMarket nobody = new SmallMarket().agent("arb", spec(new RoleSpec.Route(POOL_A, POOL_C)), 20, 0, 1);
        assertThatThrownBy(() -> new SeatedMarket(nobody.spec(), 1))
                .hasMessageContaining("flashLoans")
                .hasMessageContaining("a third lends");
        SmallMarket themselves = new SmallMarket().agent("arb", spec(ROUTE), 20, 0, 1);
        assertThatThrownBy(() -> new SeatedMarket(themselves.spec(), 1))
                .as("the pools lend, but are locked then")
                .hasMessageContaining("flashLoans");
    }
}
