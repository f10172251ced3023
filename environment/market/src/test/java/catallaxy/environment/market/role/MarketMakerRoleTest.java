package catallaxy.environment.market.role;

import static catallaxy.environment.market.trading.SmallMarket.BOOK;
import static catallaxy.environment.market.trading.SmallMarket.ETH;
import static catallaxy.environment.market.trading.SmallMarket.EXCHANGE;
import static catallaxy.environment.market.trading.SmallMarket.SECOND;
import static catallaxy.environment.market.trading.SmallMarket.USDC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.market.trading.SmallMarket;
import org.junit.jupiter.api.Test;

/** The market maker's quotes, bounds, reward and halt. */
class MarketMakerRoleTest {
    private static final RoleSpec.MarketMaker SPEC = new RoleSpec.MarketMaker(BOOK, 5, 2, 100, 0.5, 60 * SECOND);
    private static final double[] QUOTE = {10, 10, 1, 1};

    private final Table table =
            new Table(new SmallMarket().agent("maker", SPEC, 10, 100_000, 50).spec(), 1);

    private int maker() {
        return table.seat(0).participant();
    }

    private void take(Side side, double base, long id) {
        long lots = table.market.toLots(BOOK, base);
        table.market.submit(
                table.outsider(),
                new MarketCommand.PlaceOrder(BOOK, side, TimeInForce.IOC, id, MarketCommand.ANY_PRICE, lots));
    }

    @Test
    void quotesAroundTheWorldsPriceOnAnEmptyBook() {
        table.runUntil(11 * SECOND, (agent, values) -> QUOTE);
        assertThat(table.market.bestBid(BOOK)).isCloseTo(1_998, within(1e-9));
        assertThat(table.market.bestAsk(BOOK)).isCloseTo(2_002, within(1e-9));
        assertThat(table.market.limitOrders(BOOK).size(Side.BUY, 0)).isEqualTo(2);
        assertThat(table.value(0, "spread_bps")).isCloseTo(20, within(1e-6));
        assertThat(table.value(0, "imbalance")).isZero();
    }

    @Test
    void leavesQuotesInPlaceWhileNothingChanges() {
        table.runUntil(11 * SECOND, (agent, values) -> QUOTE);
        long orders = nextOrder();
        table.runUntil(100 * SECOND, (agent, values) -> QUOTE);
        assertThat(nextOrder()).isEqualTo(orders);
        assertThat(table.market.limitOrders(BOOK).orders(maker()).count()).isEqualTo(2);
    }

    private long nextOrder() {
        return table.seat(0).copy().nextOrderId();
    }

    @Test
    void replacesAQuoteThatWasPartlyFilled() {
        table.runUntil(11 * SECOND, (agent, values) -> QUOTE);
        take(Side.BUY, 0.5, 1);
        table.runUntil(12 * SECOND, (agent, values) -> QUOTE);
        assertThat(table.market.limitOrders(BOOK).size(Side.SELL, 0)).isCloseTo(1.5, within(1e-9));
        assertThat(table.value(0, "inventory")).isCloseTo(-0.5, within(1e-9));
        table.runUntil(21 * SECOND, (agent, values) -> QUOTE);
        assertThat(table.market.limitOrders(BOOK).size(Side.SELL, 0)).isCloseTo(2, within(1e-9));
    }

    @Test
    void stopsAtTheInventoryBounds() {
        for (int i = 0; i < 10; i++) {
            take(Side.SELL, 2, i);
            table.runUntil((11 + 10L * i) * SECOND, (agent, values) -> QUOTE);
        }
        assertThat(table.value(0, "inventory")).isCloseTo(5, within(1e-9));
        assertThat(table.market.limitOrders(BOOK).size(Side.BUY, 0)).isZero();
        boolean[] mask = new boolean[4];
        table.roles.getFirst().mask(table.market, table.seat(0), mask);
        assertThat(mask).containsExactly(false, true, false, true);
    }

    @Test
    void staysOneTickBehindWhatOthersShow() {
        table.show(Side.SELL, 1_990, 1, 1);
        table.show(Side.BUY, 1_989, 1, 2);
        table.runUntil(11 * SECOND, (agent, values) -> new double[] {-50, -50, 1, 0});
        assertThat(table.market.bestBid(BOOK)).isCloseTo(1_989.99, within(1e-6));
        table.runUntil(21 * SECOND, (agent, values) -> new double[] {-50, -50, 1, 1});
        assertThat(table.market.bestBid(BOOK)).isLessThan(table.market.bestAsk(BOOK));
        assertThat(table.market.limitOrders(BOOK).orders(maker()).count()).isEqualTo(2);
        assertThat(table.market.totals(maker()).fills()).isZero();
    }

    @Test
    void measuresFromWhatOthersShow() {
        table.show(Side.BUY, 1_990, 1, 1);
        table.show(Side.SELL, 2_000, 1, 2);
        table.runUntil(51 * SECOND, (agent, values) -> new double[] {20, -10, 1, 1});
        assertThat(table.value(0, "mid")).isCloseTo(1_995, within(1e-9));
        assertThat(table.market.bestAsk(BOOK)).isCloseTo(1_993.01, within(1e-6));
        double volatility = table.value(0, "volatility");
        table.runUntil(91 * SECOND, (agent, values) -> QUOTE);
        assertThat(table.value(0, "volatility")).as("own quotes move nothing").isLessThan(volatility);
    }

    @Test
    void showsScaledSizes() {
        table.seat(0).limit(9, 0.25);
        table.runUntil(11 * SECOND, (agent, values) -> QUOTE);
        assertThat(table.market.limitOrders(BOOK).size(Side.SELL, 0)).isEqualTo(0.5);
    }

    @Test
    void takesBothQuotesAwayForSizeZero() {
        table.runUntil(11 * SECOND, (agent, values) -> QUOTE);
        table.runUntil(21 * SECOND, (agent, values) -> new double[4]);
        assertThat(table.market.limitOrders(BOOK).orders(maker()).count()).isZero();
    }

    @Test
    void chargesForInventoryByTheHour() {
        table.runUntil(11 * SECOND, (agent, values) -> QUOTE);
        take(Side.SELL, 2, 1);
        table.runUntil(19 * SECOND, (agent, values) -> QUOTE);
        double[] terms = new double[3];
        table.roles.getFirst().rewards(table.market, table.seat(0), terms);
        double seconds = (table.market.timeNanos() - 10 * SECOND) / 1e9;
        assertThat(terms[1]).isCloseTo(-0.5 * 4 * seconds / 3600, within(1e-12));
    }

    @Test
    void followsTheFluctuationsOfThePrice() {
        table.show(Side.BUY, 1_999, 1, 1);
        table.show(Side.SELL, 2_001, 1, 2);
        for (int i = 0; i < 40; i++) {
            table.market.submit(
                    table.outsider(), new MarketCommand.ReplaceOrder(BOOK, 1, i % 2 == 0 ? 199_700 : 199_900, 1_000));
            table.runUntil((11 + 10L * i) * SECOND, (agent, values) -> Table.NOTHING);
        }
        assertThat(table.value(0, "volatility")).isCloseTo(Math.sqrt(1 / 10.0), within(0.02));
    }

    @Test
    void sellsAllInStepsWhileHalted() {
        for (int level = 0; level < 8; level++) {
            table.show(Side.BUY, 1_999 - 10 * level, 4, level);
        }
        table.runUntil(11 * SECOND, (agent, values) -> QUOTE);
        table.seat(0).limit(9, 0);
        table.runUntil(31 * SECOND, (agent, values) -> QUOTE);
        assertThat(table.market.limitOrders(BOOK).orders(maker()).count()).isZero();
        assertThat(table.market.holding(maker(), EXCHANGE, ETH)).isPositive().isLessThan(50);
        for (int level = 0; level < 8; level++) {
            table.show(Side.BUY, 1_900 - 10 * level, 10, 100 + level);
        }
        table.runUntil(100 * SECOND, (agent, values) -> QUOTE);
        assertThat(table.market.holding(maker(), EXCHANGE, ETH)).isLessThan(0.001);
        assertThat(table.roles.getFirst().flat(table.market, table.seat(0))).isTrue();
        assertThat(table.market.holding(maker(), EXCHANGE, USDC)).isGreaterThan(190_000);
    }

    @Test
    void waitsWhileNobodyBids() {
        table.seat(0).limit(9, 0);
        table.runUntil(100 * SECOND, (agent, values) -> QUOTE);
        assertThat(table.market.holding(maker(), EXCHANGE, ETH)).isEqualTo(50);
        assertThat(table.market.totals(maker()).rejected()).isZero();
        assertThat(table.roles.getFirst().flat(table.market, table.seat(0))).isFalse();
    }

    @Test
    void wantsABook() {
        RoleSpec wrong = new RoleSpec.MarketMaker(SmallMarket.POOL_A, 5, 2, 100, 0, 60 * SECOND);
        SmallMarket small = new SmallMarket().agent("maker", wrong, 10, 1, 1);
        assertThatThrownBy(() -> new Table(small.spec(), 1)).hasMessageContaining("expected an order book, found a");
    }
}
