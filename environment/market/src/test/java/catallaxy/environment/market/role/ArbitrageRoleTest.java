package catallaxy.environment.market.role;

import static catallaxy.environment.market.trading.SmallMarket.BOOK;
import static catallaxy.environment.market.trading.SmallMarket.ETH;
import static catallaxy.environment.market.trading.SmallMarket.EXCHANGE;
import static catallaxy.environment.market.trading.SmallMarket.HOUR;
import static catallaxy.environment.market.trading.SmallMarket.MAIN;
import static catallaxy.environment.market.trading.SmallMarket.POOL_A;
import static catallaxy.environment.market.trading.SmallMarket.POOL_B;
import static catallaxy.environment.market.trading.SmallMarket.POOL_C;
import static catallaxy.environment.market.trading.SmallMarket.SECOND;
import static catallaxy.environment.market.trading.SmallMarket.USDC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.market.trading.SmallMarket;
import catallaxy.environment.market.venue.uniswapv2.ConstantProduct;
import catallaxy.environment.market.venue.uniswapv3.UniswapV3Spec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Arbitrage between pools of one chain, between chains, and against the book. */
class ArbitrageRoleTest {
    private static final double FEE = 0.003;

    private static SeatedMarket seated(double priceB, double usdc, double eth, RoleSpec.Route... routes) {
        RoleSpec spec = new RoleSpec.Arbitrage(List.of(routes), 1_000_000, 0.01, 0.5, List.of(0));
        return new SeatedMarket(
                new SmallMarket()
                        .priceB(priceB)
                        .agent("arb", spec, 20, usdc, eth)
                        .spec(),
                1);
    }

    /** The best size of a trade that buys in a pool (x, y of base and quote) and sells in another (u, v). */
    private static double bestSize(double x, double y, double u, double v) {
        double g = 1 - FEE;
        return (g * StrictMath.sqrt(x * y * u * v) - y * u) / (g * u + g * g * x);
    }

    private static double[] once(SeatedMarket seated, double... sizes) {
        return seated.market.timeNanos() <= 20 * SECOND ? sizes : new double[sizes.length];
    }

    @Test
    void makesThePredictedProfitBetweenTwoPools() {
        SeatedMarket seated = seated(2_060, 1_000_000, 1, new RoleSpec.Route(POOL_A, POOL_B));
        double size = bestSize(5_000, 10_000_000, 5_000, 10_300_000);
        double bought = ConstantProduct.amountOut(size, 10_000_000, 5_000, FEE);
        double predicted = ConstantProduct.amountOut(bought, 5_000, 10_300_000, FEE) - size;
        seated.runUntil(HOUR, (agent, values) -> once(seated, size));
        int arb = seated.seat(0).participant();
        double cash = seated.market.totalHolding(arb, USDC);
        assertThat(predicted).isGreaterThan(500);
        assertThat(cash - 3_000_000).isCloseTo(predicted, within(0.01));
        assertThat(seated.market.totals(arb).gasPaidQuote()).isPositive().isLessThan(0.1);
        double gap = seated.market.price(POOL_B) / seated.market.price(POOL_A);
        assertThat(gap).as("what is left of the gap is the fees").isCloseTo(1 / (1 - FEE) / (1 - FEE), within(1e-4));
    }

    @Test
    void buysOnTheOtherPoolForANegativeSize() {
        SeatedMarket seated = seated(1_940, 1_000_000, 1, new RoleSpec.Route(POOL_A, POOL_B));
        seated.runUntil(HOUR, (agent, values) -> once(seated, -50_000));
        assertThat(seated.market.totalHolding(seated.seat(0).participant(), USDC))
                .isGreaterThan(3_000_000);
    }

    @Test
    void neverLosesOnAPathThatWasToWin() {
        SeatedMarket seated = seated(2_060, 1_000_000, 1, new RoleSpec.Route(POOL_A, POOL_B));
        seated.runUntil(20 * SECOND, (agent, values) -> once(seated, 70_000));
        var rival = new catallaxy.environment.api.command.Call.Swap(
                List.of(POOL_A, POOL_B), USDC, SmallMarket.units(72_000, 6), SmallMarket.units(1, 6));
        var ahead = seated.market.transaction(MAIN, rival, HOUR);
        seated.market.submit(
                seated.outsider(),
                new catallaxy.environment.api.command.MarketCommand.SubmitTransaction(
                        MAIN,
                        rival,
                        ahead.nonce(),
                        ahead.gasLimit(),
                        10 * ahead.maxFeePerGasWei(),
                        5 * ahead.maxFeePerGasWei(),
                        HOUR));
        seated.runUntil(HOUR, (agent, values) -> new double[1]);
        int arb = seated.seat(0).participant();
        assertThat(seated.market.totals(arb).reverted()).isEqualTo(1);
        assertThat(seated.market.totalHolding(arb, USDC)).isEqualTo(3_000_000);
    }

    @Test
    void tradesPoolAgainstBookWithTheSameAmountOnBothSides() {
        SeatedMarket seated = seated(2_000, 200_000, 50, new RoleSpec.Route(POOL_A, BOOK));
        seated.show(Side.BUY, 2_050, 5, 1);
        seated.show(Side.BUY, 2_049, 100, 2);
        seated.runUntil(HOUR, (agent, values) -> once(seated, 20_000));
        int arb = seated.seat(0).participant();
        double before = 150;
        assertThat(seated.market.totalHolding(arb, ETH)).isCloseTo(before, within(0.01));
        assertThat(seated.market.totals(arb).fills()).isGreaterThanOrEqualTo(2);
        double sold = 50 - seated.market.holding(arb, EXCHANGE, ETH);
        assertThat(sold).isCloseTo(20_000 * (1 - FEE) / 2_000, within(0.05));
        assertThat(seated.market.totalHolding(arb, USDC)).isGreaterThan(600_000 + 350);
    }

    @Test
    void tradesAcrossChainsAndSeesThePendingLegs() {
        SeatedMarket seated = seated(2_000, 200_000, 50, new RoleSpec.Route(POOL_A, POOL_C));
        seated.runUntil(21 * SECOND, (agent, values) -> new double[] {10_000});
        assertThat(seated.value(0, "a~c.pending")).isEqualTo(1);
        boolean[] mask = new boolean[1];
        seated.roles.getFirst().mask(seated.market, seated.seat(0), mask);
        assertThat(mask[0]).isFalse();
        seated.runUntil(39 * SECOND, (agent, values) -> SeatedMarket.NOTHING);
        assertThat(seated.value(0, "a~c.pending")).isZero();
        int arb = seated.seat(0).participant();
        assertThat(seated.market.totalHolding(arb, ETH)).isCloseTo(150, within(0.01));
        assertThat(seated.market.totals(arb).fills()).isEqualTo(2);
    }

    @Test
    void observesLevelsOfBooksAndReservesOfPools() {
        SeatedMarket seated = seated(2_000, 100_000, 10, new RoleSpec.Route(POOL_A, BOOK));
        seated.show(Side.SELL, 2_010, 3, 1);
        seated.runUntil(SECOND, (agent, values) -> SeatedMarket.NOTHING);
        assertThat(seated.value(0, "a~book.b.ask_1")).isCloseTo(2_010, within(1e-9));
        assertThat(seated.value(0, "a~book.b.ask_size_1")).isCloseTo(3, within(1e-9));
        assertThat(seated.value(0, "a~book.b.bid_1")).isZero();
        assertThat(seated.value(0, "a~book.b.reserve_base")).isZero();
        assertThat(seated.value(0, "a~book.b.gas_cost")).isZero();
        assertThat(seated.value(0, "a~book.a.reserve_base")).isEqualTo(5_000);
        assertThat(seated.value(0, "a~book.a.fee")).isEqualTo(FEE);
        assertThat(seated.value(0, "a~book.a.base_available")).isBetween(9.99, 10.0);
    }

    @Test
    void refillsThePlacesThatRanShort() {
        SeatedMarket seated = seated(2_000, 100_000, 50, new RoleSpec.Route(POOL_A, BOOK));
        seated.show(Side.BUY, 2_100, 40, 1);
        seated.runUntil(61 * SECOND, (agent, values) -> new double[] {30_000});
        int arb = seated.seat(0).participant();
        assertThat(seated.market.holding(arb, EXCHANGE, ETH)).isLessThan(25);
        seated.runUntil(HOUR, (agent, values) -> new double[1]);
        assertThat(seated.market.holding(arb, EXCHANGE, ETH)).isGreaterThan(35);
        assertThat(seated.market.holding(arb, MAIN, USDC)).isGreaterThan(60_000);
    }

    @Test
    void tradesNothingOnAnEmptyBook() {
        SeatedMarket seated =
                seated(2_000, 100_000, 50, new RoleSpec.Route(POOL_A, BOOK), new RoleSpec.Route(BOOK, POOL_C));
        seated.runUntil(HOUR, (agent, values) -> new double[] {-5_000, 5_000});
        assertThat(seated.market.totals(seated.seat(0).participant()).fills()).isZero();
    }

    @Test
    void sellsAllWhileHalted() {
        SeatedMarket seated =
                seated(2_000, 100_000, 50, new RoleSpec.Route(POOL_A, POOL_B), new RoleSpec.Route(POOL_C, BOOK));
        seated.show(Side.BUY, 1_999, 100, 1);
        seated.seat(0).limit(9, 0);
        seated.runUntil(HOUR, (agent, values) -> new double[2]);
        assertThat(seated.roles.getFirst().flat(seated.market, seated.seat(0))).isTrue();
        assertThat(seated.market.totalHolding(seated.seat(0).participant(), ETH))
                .isLessThan(0.02);
    }

    /** The role shows the optimum over ticks; whoever takes it gets the profit that is shown, and leaves nothing. */
    @Test
    void showsTheBestTradeOfARouteWithRanges() {
        RoleSpec.Arbitrage spec = new RoleSpec.Arbitrage(
                List.of(new RoleSpec.Route(POOL_A, SmallMarket.BOOK + 1)), 1e6, 0.01, 0, List.of());
        SeatedMarket seated = new SeatedMarket(
                new SmallMarket()
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
                        .agent("arb", spec, 20, 1_000_000, 10)
                        .spec(),
                1);
        double trade = seated.value(0, "a~ranges.best_trade");
        double profit = seated.value(0, "a~ranges.best_profit");
        assertThat(trade).isPositive();
        assertThat(profit).isGreaterThan(100);
        seated.runUntil(HOUR, (agent, values) -> once(seated, trade));
        double cash = seated.market.totalHolding(seated.seat(0).participant(), USDC);
        assertThat(cash - 3_000_000).isCloseTo(profit, within(1e-4));
        assertThat(seated.value(0, "a~ranges.best_profit")).isCloseTo(0, within(1e-4));
    }
}
