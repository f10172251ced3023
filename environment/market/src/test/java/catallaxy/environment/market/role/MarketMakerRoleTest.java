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

    private final SeatedMarket seated = new SeatedMarket(
            new SmallMarket().agent("maker", SPEC, 10, 100_000, 50).spec(), 1);

    private int maker() {
        return seated.seat(0).participant();
    }

    private void take(Side side, double base, long id) {
        long lots = seated.market.toLots(BOOK, base);
        seated.market.submit(
                seated.outsider(),
                new MarketCommand.PlaceOrder(BOOK, side, TimeInForce.IOC, id, MarketCommand.ANY_PRICE, lots));
    }

    @Test
    void quotesAroundTheWorldsPriceOnAnEmptyBook() {
        seated.runUntil(11 * SECOND, (agent, values) -> QUOTE);
        assertThat(seated.market.bestBid(BOOK)).isCloseTo(1_998, within(1e-9));
        assertThat(seated.market.bestAsk(BOOK)).isCloseTo(2_002, within(1e-9));
        assertThat(seated.market.limitOrders(BOOK).size(Side.BUY, 0)).isEqualTo(2);
        assertThat(seated.value(0, "spread_bps")).isCloseTo(20, within(1e-6));
        assertThat(seated.value(0, "imbalance")).isZero();
    }

    @Test
    void leavesQuotesInPlaceWhileNothingChanges() {
        seated.runUntil(11 * SECOND, (agent, values) -> QUOTE);
        long orders = nextOrder();
        seated.runUntil(100 * SECOND, (agent, values) -> QUOTE);
        assertThat(nextOrder()).isEqualTo(orders);
        assertThat(seated.market.limitOrders(BOOK).orders(maker()).count()).isEqualTo(2);
    }

    private long nextOrder() {
        return seated.seat(0).copy().nextOrderId();
    }

    @Test
    void replacesAQuoteThatWasPartlyFilled() {
        seated.runUntil(11 * SECOND, (agent, values) -> QUOTE);
        take(Side.BUY, 0.5, 1);
        seated.runUntil(12 * SECOND, (agent, values) -> QUOTE);
        assertThat(seated.market.limitOrders(BOOK).size(Side.SELL, 0)).isCloseTo(1.5, within(1e-9));
        assertThat(seated.value(0, "inventory")).isCloseTo(-0.5, within(1e-9));
        seated.runUntil(21 * SECOND, (agent, values) -> QUOTE);
        assertThat(seated.market.limitOrders(BOOK).size(Side.SELL, 0)).isCloseTo(2, within(1e-9));
    }

    @Test
    void stopsAtTheInventoryBounds() {
        for (int i = 0; i < 10; i++) {
            take(Side.SELL, 2, i);
            seated.runUntil((11 + 10L * i) * SECOND, (agent, values) -> QUOTE);
        }
        assertThat(seated.value(0, "inventory")).isCloseTo(5, within(1e-9));
        assertThat(seated.market.limitOrders(BOOK).size(Side.BUY, 0)).isZero();
        boolean[] mask = new boolean[4];
        seated.roles.getFirst().mask(seated.market, seated.seat(0), mask);
        assertThat(mask).containsExactly(false, true, false, true);
    }

    @Test
    void staysOneTickBehindWhatOthersShow() {
        seated.show(Side.SELL, 1_990, 1, 1);
        seated.show(Side.BUY, 1_989, 1, 2);
        seated.runUntil(11 * SECOND, (agent, values) -> new double[] {-50, -50, 1, 0});
        assertThat(seated.market.bestBid(BOOK)).isCloseTo(1_989.99, within(1e-6));
        seated.runUntil(21 * SECOND, (agent, values) -> new double[] {-50, -50, 1, 1});
        assertThat(seated.market.bestBid(BOOK)).isLessThan(seated.market.bestAsk(BOOK));
        assertThat(seated.market.limitOrders(BOOK).orders(maker()).count()).isEqualTo(2);
        assertThat(seated.market.totals(maker()).fills()).isZero();
    }

    @Test
    void measuresFromWhatOthersShow() {
        seated.show(Side.BUY, 1_990, 1, 1);
        seated.show(Side.SELL, 2_000, 1, 2);
        seated.runUntil(51 * SECOND, (agent, values) -> new double[] {20, -10, 1, 1});
        assertThat(seated.value(0, "mid")).isCloseTo(1_995, within(1e-9));
        assertThat(seated.market.bestAsk(BOOK)).isCloseTo(1_993.01, within(1e-6));
        double volatility = seated.value(0, "volatility");
        seated.runUntil(91 * SECOND, (agent, values) -> QUOTE);
        assertThat(seated.value(0, "volatility")).as("own quotes move nothing").isLessThan(volatility);
    }

    @Test
    void showsScaledSizes() {
        seated.seat(0).limit(9, 0.25);
        seated.runUntil(11 * SECOND, (agent, values) -> QUOTE);
        assertThat(seated.market.limitOrders(BOOK).size(Side.SELL, 0)).isEqualTo(0.5);
    }

    @Test
    void takesBothQuotesAwayForSizeZero() {
        seated.runUntil(11 * SECOND, (agent, values) -> QUOTE);
        seated.runUntil(21 * SECOND, (agent, values) -> new double[4]);
        assertThat(seated.market.limitOrders(BOOK).orders(maker()).count()).isZero();
    }

    @Test
    void chargesForInventoryByTheHour() {
        seated.runUntil(11 * SECOND, (agent, values) -> QUOTE);
        take(Side.SELL, 2, 1);
        seated.runUntil(19 * SECOND, (agent, values) -> QUOTE);
        double[] terms = new double[3];
        seated.roles.getFirst().rewards(seated.market, seated.seat(0), terms);
        double seconds = (seated.market.timeNanos() - 10 * SECOND) / 1e9;
        assertThat(terms[1]).isCloseTo(-0.5 * 4 * seconds / 3600, within(1e-12));
    }

    @Test
    void followsTheFluctuationsOfThePrice() {
        seated.show(Side.BUY, 1_999, 1, 1);
        seated.show(Side.SELL, 2_001, 1, 2);
        for (int i = 0; i < 40; i++) {
            seated.market.submit(
                    seated.outsider(), new MarketCommand.ReplaceOrder(BOOK, 1, i % 2 == 0 ? 199_700 : 199_900, 1_000));
            seated.runUntil((11 + 10L * i) * SECOND, (agent, values) -> SeatedMarket.NOTHING);
        }
        assertThat(seated.value(0, "volatility")).isCloseTo(Math.sqrt(1 / 10.0), within(0.02));
    }

    @Test
    void sellsAllInStepsWhileHalted() {
        for (int level = 0; level < 8; level++) {
            seated.show(Side.BUY, 1_999 - 10 * level, 4, level);
        }
        seated.runUntil(11 * SECOND, (agent, values) -> QUOTE);
        seated.seat(0).limit(9, 0);
        seated.runUntil(31 * SECOND, (agent, values) -> QUOTE);
        assertThat(seated.market.limitOrders(BOOK).orders(maker()).count()).isZero();
        assertThat(seated.market.holding(maker(), EXCHANGE, ETH)).isPositive().isLessThan(50);
        for (int level = 0; level < 8; level++) {
            seated.show(Side.BUY, 1_900 - 10 * level, 10, 100 + level);
        }
        seated.runUntil(100 * SECOND, (agent, values) -> QUOTE);
        assertThat(seated.market.holding(maker(), EXCHANGE, ETH)).isLessThan(0.001);
        assertThat(seated.roles.getFirst().flat(seated.market, seated.seat(0))).isTrue();
        assertThat(seated.market.holding(maker(), EXCHANGE, USDC)).isGreaterThan(190_000);
    }

    @Test
    void waitsWhileNobodyBids() {
        seated.seat(0).limit(9, 0);
        seated.runUntil(100 * SECOND, (agent, values) -> QUOTE);
        assertThat(seated.market.holding(maker(), EXCHANGE, ETH)).isEqualTo(50);
        assertThat(seated.market.totals(maker()).rejected()).isZero();
        assertThat(seated.roles.getFirst().flat(seated.market, seated.seat(0))).isFalse();
    }

    @Test
    void wantsABook() {
        RoleSpec wrong = new RoleSpec.MarketMaker(SmallMarket.POOL_A, 5, 2, 100, 0, 60 * SECOND);
        SmallMarket small = new SmallMarket().agent("maker", wrong, 10, 1, 1);
        assertThatThrownBy(() -> new SeatedMarket(small.spec(), 1))
                .hasMessageContaining("expected an order book, found a");
    }
}
