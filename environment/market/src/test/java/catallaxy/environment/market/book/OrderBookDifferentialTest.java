package catallaxy.environment.market.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.api.command.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@link OrderBook} against {@link NaiveOrderBook}: same statuses, same events in the same order, same state. */
class OrderBookDifferentialTest {

    @Test
    void agreesWithTheNaiveBook() {
        Map<OrderStatus, Integer> seen = new EnumMap<>(OrderStatus.class);
        for (int seed = 0; seed < 20; seed++) {
            compare(seed, 5_000, seen, new NaiveOrderBook(prevention(seed)));
        }
        assertThat(seen).as("every status occurs").containsOnlyKeys(OrderStatus.values());
    }

    @Test
    @Tag("long")
    void agreesWithTheNaiveBookOverAMillionCommands() {
        Map<OrderStatus, Integer> seen = new EnumMap<>(OrderStatus.class);
        for (int seed = 100; seed < 120; seed++) {
            compare(seed, 50_000, seen, new NaiveOrderBook(prevention(seed)));
        }
        assertThat(seen).containsOnlyKeys(OrderStatus.values());
    }

    @Test
    void catchesLastInFirstOut() {
        NaiveOrderBook lifo = new NaiveOrderBook(SelfTradePrevention.NONE) {
            @Override
            void enqueue(Deque<Resting> queue, Resting order) {
                queue.addFirst(order);
            }
        };
        assertThatThrownBy(() -> compare(0, 10_000, new EnumMap<>(OrderStatus.class), lifo))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void catchesAnIcebergThatKeepsItsPlace() {
        NaiveOrderBook greedy = new NaiveOrderBook(SelfTradePrevention.NONE) {
            @Override
            void enqueue(Deque<Resting> queue, Resting order) {
                if (order.shown < order.lots) {
                    queue.addFirst(order);
                } else {
                    queue.addLast(order);
                }
            }
        };
        assertThatThrownBy(() -> compare(0, 10_000, new EnumMap<>(OrderStatus.class), greedy))
                .isInstanceOf(AssertionError.class);
    }

    private static SelfTradePrevention prevention(int seed) {
        return SelfTradePrevention.ofCode(seed % 5);
    }

    private static RandomCommands commands(int seed) {
        return switch (seed % 4) {
            case 0 -> new RandomCommands(seed, 1_000, 8, 12);
            case 1 -> new RandomCommands(seed, -3, 60);
            case 2 -> new RandomCommands(seed, 0, Long.MAX_VALUE / 2 - 1);
            default -> new RandomCommands(seed, Long.MIN_VALUE + 50, 40, 30);
        };
    }

    private static void compare(int seed, int count, Map<OrderStatus, Integer> seen, NaiveOrderBook naive) {
        RandomCommands commands = commands(seed);
        OrderBook book = new OrderBook(prevention(seed));
        EventLog actual = new EventLog();
        EventLog expected = new EventLog();
        for (int i = 0; i < count; i++) {
            RandomCommands.Command command = commands.next();
            actual.clear();
            expected.clear();
            OrderStatus status = command.send(book, actual);
            OrderStatus reference = command.send(naive, expected);
            seen.merge(status, 1, Integer::sum);
            if (status != reference || !actual.sameAs(expected) || book.stateHash() != naive.stateHash()) {
                throw new AssertionError("seed " + seed + ", command " + i + " " + command + ": " + status + " "
                        + Arrays.toString(actual.toArray()) + ", naive book: " + reference + " "
                        + Arrays.toString(expected.toArray()));
            }
            if (i % 64 == 0) {
                compareQueries(seed, book, naive);
            }
        }
    }

    private static void compareQueries(int seed, OrderBook book, NaiveOrderBook naive) {
        String at = "seed " + seed;
        assertThat(book.restingOrders()).as(at).isEqualTo(naive.restingOrders());
        for (Side side : Side.values()) {
            assertThat(book.restingOrders(side)).as(at).isEqualTo(naive.restingOrders(side));
            assertThat(book.totalLots(side)).as(at).isEqualTo(naive.totalLots(side));
            assertThat(depth(book, side)).as(at).isEqualTo(depth(naive, side));
            assertThat(levelPrices(book, side)).as(at).isEqualTo(levelPrices(naive, side));
            assertThat(near(1_000, book, side)).as(at).isEqualTo(near(1_000, naive, side));
            assertThat(takeable(book, side)).as(at).isEqualTo(takeable(naive, side));
        }
        for (int owner = 0; owner < 5; owner++) {
            assertThat(ordersOf(owner, book)).as(at).isEqualTo(ordersOf(owner, naive));
        }
        book.forEachOrder((orderId, owner, side, priceTicks, lots) -> {
            assertThat(book.positionInQueue(orderId)).as(at).isEqualTo(naive.positionInQueue(orderId));
            assertThat(book.lotsAhead(orderId)).as(at).isEqualTo(naive.lotsAhead(orderId));
            assertThat(book.priceTicks(orderId)).as(at).isEqualTo(priceTicks);
            assertThat(book.lots(orderId)).as(at).isEqualTo(naive.lots(orderId)).isEqualTo(lots);
            assertThat(book.ordersAt(side, priceTicks)).as(at).isEqualTo(naive.ordersAt(side, priceTicks));
            assertThat(book.lotsAt(side, priceTicks)).as(at).isEqualTo(naive.lotsAt(side, priceTicks));
        });
    }

    private static List<List<Object>> ordersOf(int owner, MatchingEngine book) {
        List<List<Object>> orders = new ArrayList<>();
        book.forEachOrder(
                owner,
                (orderId, itsOwner, side, priceTicks, lots) ->
                        orders.add(List.of(orderId, itsOwner, side, priceTicks, lots)));
        return orders;
    }

    private static long[] near(long centre, MatchingEngine book, Side side) {
        return LongStream.range(centre - 10, centre + 10)
                .flatMap(price -> LongStream.of(book.lotsAt(side, price), book.ordersAt(side, price)))
                .toArray();
    }

    /** What each owner, and one who has no orders, sees of a side, and the prices at which its orders would end. */
    private static String takeable(MatchingEngine book, Side side) {
        StringBuilder text = new StringBuilder();
        for (int owner = 0; owner < 5; owner++) {
            long[] prices = new long[6];
            long[] lots = new long[6];
            text.append(book.takeableDepth(owner, side, 2 * owner, prices, lots))
                    .append(Arrays.toString(prices))
                    .append(Arrays.toString(lots));
            for (long wanted : new long[] {1, 7, 100, Long.MAX_VALUE}) {
                text.append(book.sweepPriceTicks(owner, side, wanted));
            }
        }
        return text.toString();
    }

    /** Prices of the best five levels and of one below the worst. */
    private static List<OptionalLong> levelPrices(OrderBook book, Side side) {
        return IntStream.of(0, 1, 2, 3, 4, book.levels(side))
                .mapToObj(level -> book.levelPriceTicks(side, level))
                .toList();
    }

    private static List<OptionalLong> levelPrices(NaiveOrderBook book, Side side) {
        int levels = book.levels(side);
        long[] prices = new long[levels];
        book.depth(side, prices, new long[levels]);
        return IntStream.of(0, 1, 2, 3, 4, levels)
                .mapToObj(level -> level < levels ? OptionalLong.of(prices[level]) : OptionalLong.empty())
                .toList();
    }

    private static String depth(MatchingEngine book, Side side) {
        long[] prices = new long[5];
        long[] lots = new long[7];
        int levels = book.depth(side, prices, lots);
        return levels + " of " + book.levels(side) + Arrays.toString(prices) + Arrays.toString(lots);
    }
}
