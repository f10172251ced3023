package catallaxy.environment.market.engine;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.trace.BookEvent;
import org.junit.jupiter.api.Test;

/** What may still fill between a decision and its effect. */
class ExposureTest {
    private static final int BOOK = TestMarket.ETH_BOOK;
    private static final long SECOND = 1_000_000_000L;

    private final MarketEngine market = MarketEngine.of(TestMarket.spec(), 1);
    private final int maker = market.openParticipant("maker", TestMarket.plenty());
    private final int taker = market.openParticipant("taker", TestMarket.plenty());

    private void place(int who, Side side, TimeInForce force, long id, long ticks, long lots) {
        market.submit(who, new MarketCommand.PlaceOrder(BOOK, side, force, id, ticks, lots));
    }

    private void settle() {
        long until = market.timeNanos() + SECOND;
        while (market.hasEventUntil(until)) {
            market.advance();
        }
    }

    @Test
    void countsAnOrderOnItsWayAndOnceItIsThere() {
        place(maker, Side.BUY, TimeInForce.GTC, 1, 199_000, 70);
        assertThat(market.isUnderWay(maker, BOOK, 1)).isTrue();
        assertThat(market.isUnderWay(maker, BOOK, 2)).isFalse();
        assertThat(market.isUnderWay(taker, BOOK, 1)).isFalse();
        assertThat(market.isUnderWay(maker, TestMarket.BTC_BOOK, 1)).isFalse();
        assertThat(market.lotsUnderWay(maker, BOOK, Side.BUY)).isEqualTo(70);
        assertThat(market.exposedLots(maker, BOOK, Side.BUY)).isEqualTo(70);
        assertThat(market.exposedLots(maker, BOOK, Side.SELL)).isZero();
        assertThat(market.exposedLots(maker, TestMarket.BTC_BOOK, Side.BUY)).isZero();
        settle();
        assertThat(market.isUnderWay(maker, BOOK, 1)).isFalse();
        assertThat(market.lotsUnderWay(maker, BOOK, Side.BUY)).isZero();
        assertThat(market.exposedLots(maker, BOOK, Side.BUY)).isEqualTo(70);
        assertThat(market.exposedLots(taker, BOOK, Side.BUY)).isZero();
    }

    @Test
    void countsAnOrderUntilItsCancellationHasArrived() {
        place(maker, Side.SELL, TimeInForce.POST_ONLY, 1, 201_000, 70);
        settle();
        market.submit(maker, new MarketCommand.CancelOrder(BOOK, 1));
        place(maker, Side.SELL, TimeInForce.POST_ONLY, 2, 202_000, 50);
        assertThat(market.exposedLots(maker, BOOK, Side.SELL)).isEqualTo(120);
        settle();
        assertThat(market.exposedLots(maker, BOOK, Side.SELL)).isEqualTo(50);
        market.submit(maker, new MarketCommand.CancelAllOrders(BOOK));
        assertThat(market.exposedLots(maker, BOOK, Side.SELL)).isEqualTo(50);
        settle();
        assertThat(market.exposedLots(maker, BOOK, Side.SELL)).isZero();
    }

    @Test
    void countsWhatIsLeftOfAPartialFill() {
        place(maker, Side.SELL, TimeInForce.GTC, 1, 201_000, 70);
        settle();
        place(taker, Side.BUY, TimeInForce.IOC, 1, MarketCommand.ANY_PRICE, 30);
        assertThat(market.exposedLots(taker, BOOK, Side.BUY)).isEqualTo(30);
        settle();
        assertThat(market.exposedLots(taker, BOOK, Side.BUY)).isZero();
        assertThat(market.exposedLots(maker, BOOK, Side.SELL)).isEqualTo(40);
    }

    /** The old order may fill whole before its replacement arrives, which then is refused, or fill but for one lot. */
    @Test
    void countsAReplacementBesideWhatItReplaces() {
        place(maker, Side.SELL, TimeInForce.GTC, 1, 201_000, 70);
        market.submit(maker, new MarketCommand.ReplaceOrder(BOOK, 1, 201_500, 90));
        assertThat(market.exposedLots(maker, BOOK, Side.SELL)).isEqualTo(160);
        assertThat(market.exposedLots(maker, BOOK, Side.BUY)).isZero();
        settle();
        assertThat(market.exposedLots(maker, BOOK, Side.SELL)).isEqualTo(90);
        market.submit(maker, new MarketCommand.ReplaceOrder(BOOK, 1, 202_000, 20));
        market.submit(maker, new MarketCommand.ReplaceOrder(BOOK, 77, 202_000, 1_000));
        assertThat(market.exposedLots(maker, BOOK, Side.SELL)).isEqualTo(110);
        assertThat(market.lotsUnderWay(maker, BOOK, Side.SELL)).isEqualTo(20);
        settle();
        assertThat(market.exposedLots(maker, BOOK, Side.SELL)).isEqualTo(20);
    }

    @Test
    void staysANumberWhateverIsAskedFor() {
        for (long id = 0; id < 3; id++) {
            place(maker, Side.BUY, TimeInForce.GTC, id, 199_000, Long.MAX_VALUE - 1);
        }
        assertThat(market.exposedLots(maker, BOOK, Side.BUY)).isEqualTo(Long.MAX_VALUE);
        place(maker, Side.SELL, TimeInForce.GTC, 9, 201_000, -5);
        assertThat(market.exposedLots(maker, BOOK, Side.SELL)).isZero();
        settle();
        assertThat(market.exposedLots(maker, BOOK, Side.BUY)).isZero();
    }

    @Test
    void countsTransactionsOnTheirWayToTheirChain() {
        MarketCommand.SubmitTransaction transfer = market.transaction(
                TestMarket.ROLLUP,
                new Call.Transfer(taker, TestMarket.USDC, TestMarket.units(TestMarket.USDC, "5")),
                60 * SECOND);
        market.submit(maker, transfer);
        market.submit(maker, transfer);
        assertThat(market.dealings(maker).pending(TestMarket.ROLLUP)).isEqualTo(2);
        assertThat(market.dealings(maker).pending(TestMarket.MAINNET)).isZero();
        assertThat(market.dealings(taker).pending(TestMarket.ROLLUP)).isZero();
        settle();
        assertThat(market.dealings(maker).pending(TestMarket.ROLLUP)).isEqualTo(2);
        while (market.hasEventUntil(3 * SECOND)) {
            market.advance();
        }
        assertThat(market.dealings(maker).pending(TestMarket.ROLLUP)).isZero();
    }

    /** Whatever the others do: who sends nothing more gets no more than was exposed. */
    @Test
    void nobodyIsFilledBeyondItsExposure() {
        int reached = 0;
        for (long seed = 1; seed <= 20; seed++) {
            MarketEngine crowd = crowd(seed);
            RandomParticipants everybody = new RandomParticipants(seed);
            for (int i = 0; i < 600; i++) {
                everybody.act(crowd, 4);
                crowd.advance();
            }
            long[] exposed = new long[4];
            for (int book = 0; book < 2; book++) {
                for (Side side : Side.values()) {
                    exposed[2 * book + side.code()] = crowd.exposedLots(3, book, side);
                }
            }
            long[] filled = fills(crowd, everybody);
            for (int i = 0; i < exposed.length; i++) {
                assertThat(filled[i]).as("seed %d, %d", seed, i).isLessThanOrEqualTo(exposed[i]);
                reached += filled[i] > 0 ? 1 : 0;
            }
        }
        assertThat(reached).as("cases in which something was filled").isGreaterThan(20);
    }

    private static MarketEngine crowd(long seed) {
        MarketEngine crowd = MarketEngine.of(TestMarket.spec(), seed);
        for (int i = 0; i < 4; i++) {
            crowd.openParticipant("p" + i, TestMarket.plenty());
        }
        return crowd;
    }

    /** Lots that the silent participant 3 buys and sells on each book while the other three go on. */
    private static long[] fills(MarketEngine crowd, RandomParticipants others) {
        long[] filled = new long[4];
        crowd.observe(event -> {
            if (event instanceof BookEvent.OrderFilled fill) {
                int taken = fill.takerSide().code();
                filled[2 * fill.venue() + taken] += fill.taker() == 3 ? fill.lots() : 0;
                filled[2 * fill.venue() + 1 - taken] += fill.maker() == 3 ? fill.lots() : 0;
            }
        });
        for (int i = 0; i < 1_500; i++) {
            others.act(crowd, 3);
            crowd.advance();
        }
        return filled;
    }

    @Test
    void messagesOnTheirWaySurviveForksAndSnapshots() {
        place(maker, Side.SELL, TimeInForce.GTC, 1, 201_000, 70);
        place(taker, Side.BUY, TimeInForce.GTC, 1, 201_000, 30);
        MarketEngine copy = market.copy();
        StateWriter out = new StateWriter();
        market.save(out);
        StateReader in = new StateReader(out.toBytes());
        MarketEngine other = MarketEngine.of(TestMarket.spec(), 2);
        other.openParticipant("maker", TestMarket.plenty());
        other.openParticipant("taker", TestMarket.plenty());
        MarketEngine restored = other.restored(in);
        in.end();
        settle();
        String digest = market.log().digest().hex();
        for (MarketEngine each : new MarketEngine[] {copy, restored}) {
            assertThat(each.exposedLots(maker, BOOK, Side.SELL)).isEqualTo(70);
            assertThat(each.isUnderWay(taker, BOOK, 1)).isTrue();
            while (each.hasEventUntil(SECOND)) {
                each.advance();
            }
            assertThat(each.log().digest().hex()).isEqualTo(digest);
        }
    }
}
