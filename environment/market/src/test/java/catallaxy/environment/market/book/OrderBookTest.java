package catallaxy.environment.market.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of the book one by one, and what must hold for any commands. */
class OrderBookTest {
    private static final int SEEDS = 20;

    private final List<String> events = new ArrayList<>();
    private final BookListener log = new BookListener() {
        @Override
        public void filled(
                long makerId,
                long takerId,
                int makerOwner,
                int takerOwner,
                long priceTicks,
                long lots,
                long makerRemaining) {
            events.add(
                    takerId + " takes " + lots + " of " + makerId + " at " + priceTicks + ", leaves " + makerRemaining);
        }

        @Override
        public void cancelled(long orderId, int owner, Side side, long priceTicks, long lots, CancelReason reason) {
            events.add(orderId + " loses " + lots + " " + reason);
        }
    };

    private OrderBook book = new OrderBook();

    private OrderStatus limit(long id, int owner, Side side, long price, long lots, TimeInForce timeInForce) {
        return book.limit(id, owner, side, price, lots, timeInForce, log);
    }

    private OrderStatus rest(long id, int owner, Side side, long price, long lots) {
        return limit(id, owner, side, price, lots, TimeInForce.GTC);
    }

    @Test
    void bestPriceThenOldestTradesFirstAtTheMakersPrice() {
        rest(1, 1, Side.SELL, 101, 5);
        rest(2, 1, Side.SELL, 100, 5);
        rest(3, 1, Side.SELL, 100, 5);
        assertThat(rest(4, 2, Side.BUY, 101, 12)).isEqualTo(OrderStatus.FILLED);
        assertThat(events)
                .containsExactly(
                        "4 takes 5 of 2 at 100, leaves 0",
                        "4 takes 5 of 3 at 100, leaves 0",
                        "4 takes 2 of 1 at 101, leaves 3");
    }

    @Test
    void goodTillCancelledRestsWhatIsLeft() {
        rest(1, 1, Side.SELL, 100, 5);
        assertThat(rest(2, 2, Side.BUY, 100, 8)).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        assertThat(book.bestPriceTicks(Side.BUY)).isEqualTo(100);
        assertThat(book.lots(2)).isEqualTo(3);
        assertThat(book.isEmpty(Side.SELL)).isTrue();
    }

    @Test
    void immediateOrCancelAndMarketNeverRest() {
        rest(1, 1, Side.SELL, 100, 5);
        assertThat(limit(2, 2, Side.BUY, 99, 8, TimeInForce.IOC)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(limit(3, 2, Side.BUY, 100, 2, TimeInForce.IOC)).isEqualTo(OrderStatus.FILLED);
        assertThat(book.market(4, 2, Side.BUY, 8, log)).isEqualTo(OrderStatus.PARTIALLY_FILLED_THEN_CANCELLED);
        assertThat(book.restingOrders()).isZero();
        assertThat(events)
                .containsExactly(
                        "2 loses 8 UNFILLED",
                        "3 takes 2 of 1 at 100, leaves 3",
                        "4 takes 3 of 1 at 100, leaves 0",
                        "4 loses 5 UNFILLED");
    }

    @Test
    void fillOrKillTradesWholeOrNotAtAll() {
        rest(1, 1, Side.SELL, 100, 5);
        rest(2, 1, Side.SELL, 101, 5);
        long before = book.stateHash();
        assertThat(limit(3, 2, Side.BUY, 101, 11, TimeInForce.FOK)).isEqualTo(OrderStatus.REJECTED_FOK);
        assertThat(limit(3, 2, Side.BUY, 100, 6, TimeInForce.FOK)).isEqualTo(OrderStatus.REJECTED_FOK);
        assertThat(book.stateHash()).isEqualTo(before);
        assertThat(events).isEmpty();
        assertThat(limit(3, 2, Side.BUY, 101, 10, TimeInForce.FOK)).isEqualTo(OrderStatus.FILLED);
        assertThat(book.restingOrders()).isZero();
    }

    @Test
    void postOnlyRestsOrIsRejected() {
        rest(1, 1, Side.SELL, 100, 5);
        assertThat(limit(2, 2, Side.BUY, 100, 1, TimeInForce.POST_ONLY)).isEqualTo(OrderStatus.REJECTED_POST_ONLY);
        assertThat(limit(2, 2, Side.BUY, 99, 1, TimeInForce.POST_ONLY)).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(book.replacePostOnly(2, 100, 1, log)).isEqualTo(OrderStatus.REJECTED_POST_ONLY);
        assertThat(book.priceTicks(2)).isEqualTo(99);
        assertThat(events).isEmpty();
    }

    @Test
    void replaceKeepsThePlaceOnlyWhenTheQuantityShrinksAtTheSamePrice() {
        for (int id = 1; id <= 4; id++) {
            rest(id, 1, Side.BUY, 100, 5);
        }
        book.replace(1, 100, 3, log);
        book.replace(2, 100, 6, log);
        book.replace(3, 101, 5, log);
        book.replace(3, 100, 5, log);
        assertThat(book.positionInQueue(1)).isZero();
        assertThat(book.positionInQueue(4)).isEqualTo(1);
        assertThat(book.positionInQueue(2)).isEqualTo(2);
        assertThat(book.positionInQueue(3)).isEqualTo(3);
        assertThat(book.lotsAhead(3)).isEqualTo(3 + 5 + 6);
        assertThat(book.lotsAt(Side.BUY, 100)).isEqualTo(3 + 5 + 6 + 5);
    }

    @Test
    void replaceThatReachesTheOtherSideTrades() {
        rest(1, 1, Side.SELL, 100, 5);
        rest(2, 2, Side.BUY, 90, 5);
        assertThat(book.replace(2, 100, 8, log)).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        assertThat(events).containsExactly("2 takes 5 of 1 at 100, leaves 0");
        assertThat(book.lots(2)).isEqualTo(3);
    }

    @Test
    void selfTradePreventionHasFiveModes() {
        assertThat(selfTrade(SelfTradePrevention.NONE)).isEqualTo(OrderStatus.PARTIALLY_FILLED_THEN_CANCELLED);
        assertThat(events)
                .containsExactly(
                        "3 takes 5 of 1 at 100, leaves 0", "3 takes 5 of 2 at 100, leaves 0", "3 loses 2 UNFILLED");
        assertThat(selfTrade(SelfTradePrevention.CANCEL_RESTING))
                .isEqualTo(OrderStatus.PARTIALLY_FILLED_THEN_CANCELLED);
        assertThat(events)
                .containsExactly("1 loses 5 SELF_TRADE", "3 takes 5 of 2 at 100, leaves 0", "3 loses 7 UNFILLED");
        assertThat(selfTrade(SelfTradePrevention.CANCEL_TAKING)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(events).containsExactly("3 loses 12 SELF_TRADE");
        assertThat(book.restingOrders()).isEqualTo(2);
        assertThat(selfTrade(SelfTradePrevention.CANCEL_BOTH)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(events).containsExactly("1 loses 5 SELF_TRADE", "3 loses 12 SELF_TRADE");
        assertThat(book.contains(2)).isTrue();
        assertThat(selfTrade(SelfTradePrevention.DECREMENT)).isEqualTo(OrderStatus.PARTIALLY_FILLED_THEN_CANCELLED);
        assertThat(events)
                .containsExactly(
                        "1 loses 5 SELF_TRADE",
                        "3 loses 5 SELF_TRADE",
                        "3 takes 5 of 2 at 100, leaves 0",
                        "3 loses 2 UNFILLED");
    }

    @Test
    void theLargerOfTwoOrdersThatDecrementEachOtherKeepsTheDifference() {
        book = new OrderBook(SelfTradePrevention.DECREMENT);
        rest(1, 7, Side.SELL, 100, 5);
        rest(2, 8, Side.SELL, 100, 5);
        events.clear();
        assertThat(limit(3, 7, Side.BUY, 100, 2, TimeInForce.GTC)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(events).containsExactly("1 loses 2 SELF_TRADE", "3 loses 2 SELF_TRADE");
        assertThat(book.lots(1)).isEqualTo(3);
        assertThat(book.positionInQueue(1)).as("keeps its place").isZero();
        assertThat(limit(4, 7, Side.BUY, 100, 9, TimeInForce.GTC)).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        assertThat(book.lots(4)).as("9 less 3 lost and 5 traded").isEqualTo(1);
        rest(5, 7, Side.SELL, 101, 4);
        assertThat(book.replace(4, 101, 6, log)).as("nothing traded").isEqualTo(OrderStatus.ACCEPTED);
        assertThat(book.lots(4)).isEqualTo(2);
    }

    private OrderStatus selfTrade(SelfTradePrevention prevention) {
        book = new OrderBook(prevention);
        rest(1, 7, Side.SELL, 100, 5);
        rest(2, 8, Side.SELL, 100, 5);
        events.clear();
        return limit(3, 7, Side.BUY, 100, 12, TimeInForce.IOC);
    }

    @Test
    void fillOrKillCountsOnlyWhatSelfTradePreventionLetsTrade() {
        for (SelfTradePrevention prevention : SelfTradePrevention.values()) {
            book = new OrderBook(prevention);
            rest(1, 8, Side.SELL, 100, 5);
            rest(2, 7, Side.SELL, 100, 5);
            rest(3, 8, Side.SELL, 100, 5);
            boolean ownTrade = prevention == SelfTradePrevention.NONE;
            boolean skipsOwn = ownTrade || prevention == SelfTradePrevention.CANCEL_RESTING;
            assertThat(fillOrKill(15)).as("%s", prevention).isEqualTo(ownTrade);
            assertThat(fillOrKill(10)).as("%s", prevention).isEqualTo(skipsOwn);
            assertThat(fillOrKill(5)).as("%s", prevention).isTrue();
        }
    }

    private boolean fillOrKill(long lots) {
        return book.copy().limit(9, 7, Side.BUY, 100, lots, TimeInForce.FOK, log) == OrderStatus.FILLED;
    }

    @Test
    void rejectsWhatIsNoOrder() {
        rest(1, 1, Side.BUY, 100, 5);
        assertThat(rest(1, 1, Side.BUY, 100, 5)).isEqualTo(OrderStatus.DUPLICATE_ORDER);
        assertThat(rest(2, 1, Side.BUY, 100, 0)).isEqualTo(OrderStatus.INVALID_LOTS);
        assertThat(rest(2, 1, Side.BUY, 100, Long.MAX_VALUE - 4)).isEqualTo(OrderStatus.REJECTED_CAPACITY);
        assertThat(book.cancel(2, log)).isEqualTo(OrderStatus.UNKNOWN_ORDER);
        assertThat(book.replace(2, 100, 1, log)).isEqualTo(OrderStatus.UNKNOWN_ORDER);
        assertThat(book.replace(1, 100, -1, log)).isEqualTo(OrderStatus.INVALID_LOTS);
        assertThat(events).isEmpty();
        assertThatThrownBy(() -> book.lots(2)).hasMessageContaining("order 2");
        assertThatThrownBy(() -> book.bestPriceTicks(Side.SELL)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void takesAnyPriceAndId() {
        rest(Long.MIN_VALUE, 1, Side.BUY, Long.MIN_VALUE, 1);
        rest(Long.MAX_VALUE, 1, Side.SELL, Long.MAX_VALUE, 1);
        rest(0, 1, Side.SELL, 0, 1);
        rest(-1, 1, Side.BUY, -1, 1);
        assertThat(book.bestPriceTicks(Side.BUY)).isEqualTo(-1);
        assertThat(book.bestPriceTicks(Side.SELL)).isZero();
        assertThat(book.market(5, 2, Side.BUY, 2, log)).isEqualTo(OrderStatus.FILLED);
        assertThat(book.market(6, 2, Side.SELL, 2, log)).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void ownersOrdersComeInPriceTimeOrder() {
        rest(1, 1, Side.SELL, 102, 1);
        rest(2, 1, Side.BUY, 99, 1);
        rest(3, 2, Side.BUY, 100, 1);
        rest(4, 1, Side.BUY, 100, 1);
        rest(5, 1, Side.SELL, 101, 1);
        List<Long> ids = new ArrayList<>();
        book.forEachOrder(1, (orderId, owner, side, priceTicks, lots) -> ids.add(orderId));
        assertThat(ids).containsExactly(4L, 2L, 5L, 1L);
    }

    @Test
    void theNextSliceOfAnIcebergComesLastWithinTheSameMatching() {
        iceberg(1, 1, 100, 12, 5);
        rest(2, 2, Side.SELL, 100, 3);
        assertThat(book.lotsAt(Side.SELL, 100)).isEqualTo(8);
        assertThat(book.lots(1)).isEqualTo(12);
        assertThat(book.shownLots(1)).isEqualTo(5);
        assertThat(book.totalLots(Side.SELL)).isEqualTo(15);
        events.clear();
        assertThat(limit(3, 3, Side.BUY, 100, 9, TimeInForce.IOC)).isEqualTo(OrderStatus.FILLED);
        assertThat(events)
                .containsExactly(
                        "3 takes 5 of 1 at 100, leaves 7",
                        "3 takes 3 of 2 at 100, leaves 0",
                        "3 takes 1 of 1 at 100, leaves 6");
        assertThat(book.shownLots(1)).as("of the second slice").isEqualTo(4);
        rest(4, 2, Side.SELL, 100, 1);
        assertThat(book.positionInQueue(4)).isEqualTo(1);
        assertThat(book.lotsAhead(4)).as("hidden lots trade behind").isEqualTo(4);
    }

    @Test
    void anIcebergThatBecomesSmallerLosesHiddenLotsFirst() {
        iceberg(1, 1, 100, 12, 5);
        rest(2, 2, Side.SELL, 100, 3);
        assertThat(book.replace(1, 100, 7, log)).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(book.shownLots(1)).isEqualTo(5);
        assertThat(book.replace(1, 100, 4, log)).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(book.shownLots(1)).isEqualTo(4);
        assertThat(book.positionInQueue(1)).as("keeps its place").isZero();
        assertThat(book.replace(1, 100, 11, log)).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(book.shownLots(1)).as("hides again").isEqualTo(5);
        assertThat(book.positionInQueue(1)).isEqualTo(1);
        assertThat(book.cancel(1, log)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(events).containsExactly("1 loses 11 REQUESTED");
        assertThat(book.totalLots(Side.SELL)).isEqualTo(3);
    }

    @Test
    void hiddenLotsFillWholeOrdersAndAreInNobodysDepth() {
        iceberg(1, 1, 100, 12, 5);
        long[] prices = new long[2];
        long[] lots = new long[2];
        assertThat(book.depth(Side.SELL, prices, lots)).isEqualTo(1);
        assertThat(lots[0]).isEqualTo(5);
        assertThat(book.takeableDepth(2, Side.SELL, 2, prices, lots)).isEqualTo(1);
        assertThat(lots[0]).isEqualTo(5);
        assertThat(book.sweepPriceTicks(2, Side.SELL, 9)).hasValue(100);
        assertThat(limit(2, 2, Side.BUY, 100, 13, TimeInForce.FOK)).isEqualTo(OrderStatus.REJECTED_FOK);
        assertThat(limit(2, 2, Side.BUY, 100, 12, TimeInForce.FOK)).isEqualTo(OrderStatus.FILLED);
        assertThat(book.restingOrders()).isZero();
        assertThat(book.iceberg(3, 1, Side.SELL, 100, 5, 0, TimeInForce.GTC, log))
                .isEqualTo(OrderStatus.INVALID_LOTS);
    }

    @Test
    void anIcebergIsNoDust() {
        int most = MatchingEngine.MOST_SLICES;
        assertThat(book.iceberg(1, 1, Side.SELL, 100, 3L * most + 1, 3, TimeInForce.GTC, log))
                .isEqualTo(OrderStatus.INVALID_LOTS);
        iceberg(1, 1, 100, 3L * most, 3);
        assertThat(book.replace(1, 101, 3L * most + 1, log)).isEqualTo(OrderStatus.INVALID_LOTS);
        assertThat(book.lots(1)).as("left as it was").isEqualTo(3L * most);
        assertThat(book.replace(1, 101, 3L * most - 1, log)).isEqualTo(OrderStatus.ACCEPTED);
    }

    private void iceberg(long id, int owner, long price, long lots, long shown) {
        assertThat(book.iceberg(id, owner, Side.SELL, price, lots, shown, TimeInForce.POST_ONLY, log))
                .isEqualTo(OrderStatus.ACCEPTED);
    }

    @Test
    void isNeverCrossedAndLosesNoLots() {
        for (int seed = 0; seed < SEEDS; seed++) {
            RandomCommands commands = new RandomCommands(seed, 100, 10, seed % 2 == 0 ? 0 : 20);
            Balance balance = new Balance();
            book = new OrderBook(SelfTradePrevention.ofCode(seed % 5));
            for (int i = 0; i < 2_000; i++) {
                balance.send(commands.next(), book);
                assertThat(book.totalLots(Side.BUY) + book.totalLots(Side.SELL))
                        .as("seed %d, command %d", seed, i)
                        .isEqualTo(balance.open);
                boolean crossed = !book.isEmpty(Side.BUY)
                        && !book.isEmpty(Side.SELL)
                        && book.bestPriceTicks(Side.BUY) >= book.bestPriceTicks(Side.SELL);
                assertThat(crossed).as("seed %d, command %d", seed, i).isFalse();
            }
        }
    }

    /** Lots that entered the market less those that left it. */
    private static final class Balance implements BookListener {
        private long open;

        void send(RandomCommands.Command command, OrderBook book) {
            boolean replaces = (command.kind() == 4 || command.kind() == 5) && book.contains(command.orderId());
            long before = replaces ? book.lots(command.orderId()) : 0;
            boolean enters = command.kind() != 3;
            long opened = open;
            open += enters ? command.lots() * (command.kind() == 6 ? 5 : 1) - before : 0;
            if (command.send(book, this).isRejection()) {
                open = opened;
            }
        }

        @Override
        public void filled(
                long makerId,
                long takerId,
                int makerOwner,
                int takerOwner,
                long priceTicks,
                long lots,
                long makerRemaining) {
            open -= 2 * lots;
        }

        @Override
        public void cancelled(long orderId, int owner, Side side, long priceTicks, long lots, CancelReason reason) {
            open -= lots;
        }
    }

    @Test
    void copyIsIndependentAndHasTheSameFuture() {
        for (int seed = 0; seed < SEEDS; seed++) {
            RandomCommands commands = new RandomCommands(seed, 100, 20, 15);
            book = new OrderBook();
            run(commands, 500, book);
            long hash = book.stateHash();
            OrderBook fork = book.copy();
            run(new RandomCommands(seed + 1, 100, 20), 500, fork);
            assertThat(book.stateHash()).as("seed %d", seed).isEqualTo(hash);
            assertSameFuture(seed, book, book.copy(), commands);
        }
    }

    @Test
    void loadedBookHasTheSameBytesAndTheSameFuture() {
        for (int seed = 0; seed < SEEDS; seed++) {
            RandomCommands commands = new RandomCommands(seed, 100, 20, 15);
            book = new OrderBook(SelfTradePrevention.ofCode(seed % 5));
            run(commands, 500, book);
            byte[] saved = bytes(book);
            StateReader in = new StateReader(saved);
            OrderBook loaded = OrderBook.load(in);
            in.end();
            assertThat(bytes(loaded)).as("seed %d", seed).isEqualTo(saved);
            assertSameFuture(seed, book, loaded, commands);
        }
    }

    @Test
    void refusesBytesThatAreNoBook() {
        rest(1, 1, Side.BUY, 100, 5);
        rest(2, 1, Side.BUY, 99, 5);
        rest(3, 1, Side.SELL, 101, 5);
        byte[] saved = bytes(book);
        for (int i = 0; i < saved.length; i++) {
            byte[] altered = saved.clone();
            altered[i] ^= (byte) 0x80;
            try {
                OrderBook loaded = OrderBook.load(new StateReader(altered));
                assertThat(bytes(loaded)).as("byte %d", i).isEqualTo(altered);
            } catch (CorruptStateException expected) {
                assertThat(expected).hasMessageMatching("(?s).+");
            }
        }
    }

    private static void run(RandomCommands commands, int count, OrderBook book) {
        for (int i = 0; i < count; i++) {
            commands.next().send(book, BookListener.SILENT);
        }
    }

    private static void assertSameFuture(int seed, OrderBook one, OrderBook two, RandomCommands commands) {
        EventLog first = new EventLog();
        EventLog second = new EventLog();
        for (int i = 0; i < 500; i++) {
            RandomCommands.Command command = commands.next();
            assertThat(command.send(two, second)).as("seed %d", seed).isEqualTo(command.send(one, first));
        }
        assertThat(second.toArray()).as("seed %d", seed).isEqualTo(first.toArray());
        assertThat(two.stateHash()).as("seed %d", seed).isEqualTo(one.stateHash());
    }

    private static byte[] bytes(OrderBook book) {
        StateWriter out = new StateWriter();
        book.save(out);
        return out.toBytes();
    }
}
