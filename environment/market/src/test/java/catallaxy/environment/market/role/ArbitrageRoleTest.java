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
import java.util.List;
import org.junit.jupiter.api.Test;

/** Arbitrage between pools of one chain, between chains, and against the book. */
class ArbitrageRoleTest {
    private static final double FEE = 0.003;

    private static Table table(double priceB, double usdc, double eth, RoleSpec.Route... routes) {
        RoleSpec spec = new RoleSpec.Arbitrage(List.of(routes), 1_000_000, 0.01, 0.5, List.of(0));
        return new Table(
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

    private static double[] once(Table table, double... sizes) {
        return table.market.timeNanos() <= 20 * SECOND ? sizes : new double[sizes.length];
    }

    @Test
    void makesThePredictedProfitBetweenTwoPools() {
        Table table = table(2_060, 1_000_000, 1, new RoleSpec.Route(POOL_A, POOL_B));
        double size = bestSize(5_000, 10_000_000, 5_000, 10_300_000);
        double bought = ConstantProduct.amountOut(size, 10_000_000, 5_000, FEE);
        double predicted = ConstantProduct.amountOut(bought, 5_000, 10_300_000, FEE) - size;
        table.runUntil(HOUR, (agent, values) -> once(table, size));
        int arb = table.seat(0).participant();
        double cash = table.market.totalHolding(arb, USDC);
        assertThat(predicted).isGreaterThan(500);
        assertThat(cash - 3_000_000).isCloseTo(predicted, within(0.01));
        assertThat(table.market.totals(arb).gasPaidQuote()).isPositive().isLessThan(0.1);
        double gap = table.market.price(POOL_B) / table.market.price(POOL_A);
        assertThat(gap).as("what is left of the gap is the fees").isCloseTo(1 / (1 - FEE) / (1 - FEE), within(1e-4));
    }

    @Test
    void buysOnTheOtherPoolForANegativeSize() {
        Table table = table(1_940, 1_000_000, 1, new RoleSpec.Route(POOL_A, POOL_B));
        table.runUntil(HOUR, (agent, values) -> once(table, -50_000));
        assertThat(table.market.totalHolding(table.seat(0).participant(), USDC)).isGreaterThan(3_000_000);
    }

    @Test
    void neverLosesOnAPathThatWasToWin() {
        Table table = table(2_060, 1_000_000, 1, new RoleSpec.Route(POOL_A, POOL_B));
        table.runUntil(20 * SECOND, (agent, values) -> once(table, 70_000));
        var rival = new catallaxy.environment.api.command.Call.Swap(
                List.of(POOL_A, POOL_B), USDC, SmallMarket.units(72_000, 6), SmallMarket.units(1, 6));
        var ahead = table.market.transaction(MAIN, rival, HOUR);
        table.market.submit(
                table.outsider(),
                new catallaxy.environment.api.command.MarketCommand.SubmitTransaction(
                        MAIN,
                        rival,
                        ahead.nonce(),
                        ahead.gasLimit(),
                        10 * ahead.maxFeePerGasWei(),
                        5 * ahead.maxFeePerGasWei(),
                        HOUR));
        table.runUntil(HOUR, (agent, values) -> new double[1]);
        int arb = table.seat(0).participant();
        assertThat(table.market.totals(arb).reverted()).isEqualTo(1);
        assertThat(table.market.totalHolding(arb, USDC)).isEqualTo(3_000_000);
    }

    @Test
    void tradesPoolAgainstBookWithTheSameAmountOnBothSides() {
        Table table = table(2_000, 200_000, 50, new RoleSpec.Route(POOL_A, BOOK));
        table.show(Side.BUY, 2_050, 5, 1);
        table.show(Side.BUY, 2_049, 100, 2);
        table.runUntil(HOUR, (agent, values) -> once(table, 20_000));
        int arb = table.seat(0).participant();
        double before = 150;
        assertThat(table.market.totalHolding(arb, ETH)).isCloseTo(before, within(0.01));
        assertThat(table.market.totals(arb).fills()).isGreaterThanOrEqualTo(2);
        double sold = 50 - table.market.holding(arb, EXCHANGE, ETH);
        assertThat(sold).isCloseTo(20_000 * (1 - FEE) / 2_000, within(0.05));
        assertThat(table.market.totalHolding(arb, USDC)).isGreaterThan(600_000 + 350);
    }

    @Test
    void tradesAcrossChainsAndSeesThePendingLegs() {
        Table table = table(2_000, 200_000, 50, new RoleSpec.Route(POOL_A, POOL_C));
        table.runUntil(21 * SECOND, (agent, values) -> new double[] {10_000});
        assertThat(table.value(0, "a~c.pending")).isEqualTo(1);
        boolean[] mask = new boolean[1];
        table.roles.getFirst().mask(table.market, table.seat(0), mask);
        assertThat(mask[0]).isFalse();
        table.runUntil(39 * SECOND, (agent, values) -> Table.NOTHING);
        assertThat(table.value(0, "a~c.pending")).isZero();
        int arb = table.seat(0).participant();
        assertThat(table.market.totalHolding(arb, ETH)).isCloseTo(150, within(0.01));
        assertThat(table.market.totals(arb).fills()).isEqualTo(2);
    }

    @Test
    void observesLevelsOfBooksAndReservesOfPools() {
        Table table = table(2_000, 100_000, 10, new RoleSpec.Route(POOL_A, BOOK));
        table.show(Side.SELL, 2_010, 3, 1);
        table.runUntil(SECOND, (agent, values) -> Table.NOTHING);
        assertThat(table.value(0, "a~book.b.ask_1")).isCloseTo(2_010, within(1e-9));
        assertThat(table.value(0, "a~book.b.ask_size_1")).isCloseTo(3, within(1e-9));
        assertThat(table.value(0, "a~book.b.bid_1")).isZero();
        assertThat(table.value(0, "a~book.b.reserve_base")).isZero();
        assertThat(table.value(0, "a~book.b.gas_cost")).isZero();
        assertThat(table.value(0, "a~book.a.reserve_base")).isEqualTo(5_000);
        assertThat(table.value(0, "a~book.a.fee")).isEqualTo(FEE);
        assertThat(table.value(0, "a~book.a.base_available")).isBetween(9.99, 10.0);
    }

    @Test
    void refillsThePlacesThatRanShort() {
        Table table = table(2_000, 100_000, 50, new RoleSpec.Route(POOL_A, BOOK));
        table.show(Side.BUY, 2_100, 40, 1);
        table.runUntil(61 * SECOND, (agent, values) -> new double[] {30_000});
        int arb = table.seat(0).participant();
        assertThat(table.market.holding(arb, EXCHANGE, ETH)).isLessThan(25);
        table.runUntil(HOUR, (agent, values) -> new double[1]);
        assertThat(table.market.holding(arb, EXCHANGE, ETH)).isGreaterThan(35);
        assertThat(table.market.holding(arb, MAIN, USDC)).isGreaterThan(60_000);
    }

    @Test
    void tradesNothingOnAnEmptyBook() {
        Table table = table(2_000, 100_000, 50, new RoleSpec.Route(POOL_A, BOOK), new RoleSpec.Route(BOOK, POOL_C));
        table.runUntil(HOUR, (agent, values) -> new double[] {-5_000, 5_000});
        assertThat(table.market.totals(table.seat(0).participant()).fills()).isZero();
    }

    @Test
    void sellsAllWhileHalted() {
        Table table = table(2_000, 100_000, 50, new RoleSpec.Route(POOL_A, POOL_B), new RoleSpec.Route(POOL_C, BOOK));
        table.show(Side.BUY, 1_999, 100, 1);
        table.seat(0).limit(9, 0);
        table.runUntil(HOUR, (agent, values) -> new double[2]);
        assertThat(table.roles.getFirst().flat(table.market, table.seat(0))).isTrue();
        assertThat(table.market.totalHolding(table.seat(0).participant(), ETH)).isLessThan(0.02);
    }
}
