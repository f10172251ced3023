package catallaxy.environment.market.engine;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.api.venue.BookOrder;
import catallaxy.environment.api.venue.BookTrade;
import catallaxy.environment.api.venue.LimitOrderBook;
import catallaxy.environment.api.venue.OpenOrder;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is seen of a book, against the orders that their owners see. */
class SeenBookTest {
    private static final int BOOK = TestMarket.ETH_BOOK;
    private static final int MOST = 16;
    private static final int NOBODY = -1;
    private static final int PARTICIPANTS = 4;
    private static final double TICK = 0.01;
    private static final double LOT = 0.0001;

    private final MarketEngine market = MarketEngine.of(TestMarket.spec(), 1);

    private MarketEngine populated() {
        for (int i = 0; i < PARTICIPANTS; i++) {
            market.openParticipant("p" + i, TestMarket.plenty());
        }
        return market;
    }

    private void place(int who, Side side, long id, long ticks, long lots) {
        market.submit(who, new MarketCommand.PlaceOrder(BOOK, side, TimeInForce.GTC, id, ticks, lots));
    }

    private void settle() {
        long until = market.timeNanos() + 1_000_000_000L;
        while (market.hasEventUntil(until)) {
            market.advance();
        }
    }

    /** Lots by price in ticks, best first, of all orders but one participant's. */
    private static SortedMap<Long, Long> levels(MarketEngine market, Side side, int without) {
        SortedMap<Long, Long> levels =
                new TreeMap<>(side == Side.BUY ? Comparator.<Long>reverseOrder() : Comparator.<Long>naturalOrder());
        for (int owner = 0; owner < PARTICIPANTS; owner++) {
            for (OpenOrder order : market.orders(owner, BOOK)) {
                if (order.side() == side && owner != without) {
                    levels.merge(order.priceTicks(), order.lots(), Long::sum);
                }
            }
        }
        return levels;
    }

    private static double[] expected(SortedMap<Long, Long> levels, int count) {
        double[] into = new double[2 * count + 2];
        into[0] = -1;
        into[count + 1] = -1;
        int at = 1;
        for (var level : levels.entrySet()) {
            if (at <= count) {
                into[at] = level.getKey() * TICK;
                into[count + 1 + at] = level.getValue() * LOT;
                at++;
            }
        }
        return into;
    }

    private static void compare(MarketEngine market, String when) {
        LimitOrderBook book = market.limitOrders(BOOK);
        for (Side side : Side.values()) {
            SortedMap<Long, Long> all = levels(market, side, NOBODY);
            for (int count : List.of(1, 5, MOST)) {
                double[] seen = new double[2 * count + 2];
                seen[0] = -1;
                seen[count + 1] = -1;
                book.levels(side, count, seen, 1, count + 2);
                assertThat(seen).as("%s %s of %d", when, side, count).containsExactly(expected(all, count));
                for (int who = 0; who < PARTICIPANTS; who++) {
                    book.takeableLevels(who, side, count, seen, 1, count + 2);
                    assertThat(seen)
                            .as("%s %s of %d without %d", when, side, count, who)
                            .containsExactly(expected(levels(market, side, who), count));
                }
            }
            double[] best = expected(all, MOST + 1);
            for (int level = 0; level <= MOST; level++) {
                boolean there = level < Math.min(MOST, all.size());
                assertThat(book.price(side, level)).isEqualTo(Double.valueOf(there ? best[1 + level] : Double.NaN));
                assertThat(book.size(side, level)).isEqualTo(there ? best[MOST + 3 + level] : 0);
            }
        }
    }

    @Test
    void isTheSumOfWhatTheOwnersSee() {
        for (long seed = 1; seed <= 3; seed++) {
            MarketEngine random = MarketEngine.of(TestMarket.spec(0.8, 0.2), seed);
            for (int i = 0; i < PARTICIPANTS; i++) {
                random.openParticipant("p" + i, TestMarket.plenty());
            }
            RandomParticipants participants = new RandomParticipants(seed);
            int orders = 0;
            for (int event = 0; event < 2_000; event++) {
                participants.act(random, PARTICIPANTS);
                random.advance();
                if (event % 20 == 0) {
                    compare(random, "seed " + seed + " event " + event);
                    orders += levels(random, Side.BUY, NOBODY).size();
                }
            }
            assertThat(orders).as("levels of seed %d", seed).isPositive();
        }
    }

    @Test
    void sixteenLevelsAreSeenOfMore() {
        populated();
        for (int i = 0; i < 20; i++) {
            place(i % PARTICIPANTS, Side.BUY, i, 199_000 - i, 10 + i);
        }
        settle();
        compare(market, "twenty");
        assertThat(market.limitOrders(BOOK).price(Side.BUY, MOST - 1)).isEqualTo(198_985 * TICK);
        assertThat(market.limitOrders(BOOK).price(Side.BUY, MOST)).isNaN();
    }

    @Test
    void anEmptyBookShowsNothing() {
        populated();
        compare(market, "empty");
        assertThat(market.limitOrders(BOOK).orders(0).count()).isZero();
        assertThat(market.limitOrders(BOOK).orders(0).open()).isEmpty();
    }

    @Test
    void ownOrdersComeBidsFirstBestFirstOldestFirst() {
        populated();
        place(1, Side.SELL, 1, 202_000, 5);
        place(1, Side.BUY, 2, 198_000, 6);
        place(0, Side.BUY, 2, 199_500, 9);
        place(1, Side.BUY, 3, 199_000, 7);
        place(1, Side.BUY, 4, 199_000, 8);
        settle();
        assertThat(market.limitOrders(BOOK).orders(1).open())
                .containsExactly(
                        new OpenOrder(3, Side.BUY, 199_000, 7),
                        new OpenOrder(4, Side.BUY, 199_000, 8),
                        new OpenOrder(2, Side.BUY, 198_000, 6),
                        new OpenOrder(1, Side.SELL, 202_000, 5));
        assertThat(market.limitOrders(BOOK).orders(1).count()).isEqualTo(4);
        assertThat(market.limitOrders(BOOK).orders(1).lots(2)).isEqualTo(6);
        assertThat(market.limitOrders(BOOK).orders(0).lots(4)).isZero();
    }

    /** Ticks of 0.01 USDC, lots of 0.0001 ETH, 400 pips. */
    @Test
    void unitsAndFeeAreThoseOfTheSpec() {
        LimitOrderBook book = market.limitOrders(BOOK);
        assertThat(book.tickSize()).isEqualTo(TICK);
        assertThat(book.lotSize()).isEqualTo(LOT);
        assertThat(book.takerFeeRate()).isEqualTo(0.0004);
        assertThat(book.toTicks(1_999.994)).isEqualTo(199_999);
        assertThat(book.toTicks(1_999.996)).isEqualTo(200_000);
        assertThat(book.toTicks(0.001)).isEqualTo(1);
        assertThat(book.toLots(0.00029)).isEqualTo(2);
        assertThat(book.toLots(-1)).isZero();
    }

    @Test
    void showsTheLatestTradesAndEachOrderWithoutItsOwner() {
        populated();
        place(0, Side.SELL, 1, 200_000, 5);
        settle();
        market.submit(1, new MarketCommand.PlaceOrder(BOOK, Side.SELL, TimeInForce.GTC, 1, 200_000, 30).showing(4));
        settle();
        place(2, Side.BUY, 1, 200_000, 7);
        place(3, Side.BUY, 1, 199_000, 2);
        settle();
        place(1, Side.SELL, 2, 199_000, 1);
        settle();
        LimitOrderBook book = market.offered(BOOK, LimitOrderBook.class);
        assertThat(book.trades(2))
                .containsExactly(
                        new BookTrade(199_000 * TICK, LOT, Side.SELL), new BookTrade(2_000, 2 * LOT, Side.BUY));
        assertThat(book.trades(9)).hasSize(3).last().isEqualTo(new BookTrade(2_000, 5 * LOT, Side.BUY));
        assertThat(book.restingOrders(Side.SELL, 9)).containsExactly(new BookOrder(2_000, 2 * LOT));
        assertThat(book.restingOrders(Side.BUY, 9)).containsExactly(new BookOrder(199_000 * TICK, LOT));
        assertThat(book.restingOrders(Side.BUY, 0)).isEmpty();
        assertThat(book.size(Side.SELL, 0)).as("hidden lots").isEqualTo(2 * LOT);
    }
}
