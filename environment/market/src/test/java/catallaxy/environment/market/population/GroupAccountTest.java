package catallaxy.environment.market.population;

import static catallaxy.environment.market.trading.SmallMarket.BOOK;
import static catallaxy.environment.market.trading.SmallMarket.ETH;
import static catallaxy.environment.market.trading.SmallMarket.MAIN;
import static catallaxy.environment.market.trading.SmallMarket.POOL_A;
import static catallaxy.environment.market.trading.SmallMarket.SECOND;
import static catallaxy.environment.market.trading.SmallMarket.USDC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.trace.BookEvent;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.trading.SmallMarket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every group draws and trades with. */
final class GroupAccountTest {
    private static final int DRAWS = 40_000;
    private static final double SIGMAS = 4.5;

    private final MarketEngine market = MarketEngine.of(new SmallMarket().engine(), 1);
    private final GroupAccount account =
            new GroupAccount(market.openParticipant("group", SmallMarket.everywhere(1e6, 1e3)), stream(1));
    private final List<MarketEvent> events = new ArrayList<>();

    private static RandomStream stream(long seed) {
        return RandomStream.of(seed, "test/group");
    }

    private void run(long seconds) {
        market.observe(events::add);
        long end = market.timeNanos() + seconds * SECOND;
        while (market.hasEventUntil(end)) {
            market.advance();
        }
    }

    private <E> List<E> only(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The logarithm is normal with mean {@code ln m − σ²/2} and deviation σ, so that the mean is m. */
    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.8})
    void sizesAreLogNormalWithTheirMean(double sigma) {
        double mean = 2_000;
        double sum = 0;
        double logs = 0;
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            double size = account.draw(new TradeSize(mean, sigma));
            double log = StrictMath.log(size / mean) + sigma * sigma / 2;
            sum += size;
            logs += log;
            squares += log * log;
        }
        double ofMean = mean * StrictMath.sqrt((StrictMath.exp(sigma * sigma) - 1) / DRAWS);
        assertThat(sum / DRAWS).isCloseTo(mean, within(SIGMAS * ofMean));
        assertThat(logs / DRAWS).isCloseTo(0, within(SIGMAS * sigma / StrictMath.sqrt(DRAWS)));
        assertThat(squares / DRAWS)
                .isCloseTo(sigma * sigma, within(SIGMAS * sigma * sigma * StrictMath.sqrt(2.0 / DRAWS)));
    }

    @Test
    void aSizeWithoutDeviationIsItsMean() {
        assertThat(account.draw(new TradeSize(750, 0))).isEqualTo(750);
    }

    @Test
    void eachVenueIsEquallyLikely() {
        int[] counts = new int[3];
        for (int i = 0; i < DRAWS; i++) {
            counts[account.draw(List.of(0, 1, 2))]++;
        }
        double deviation = StrictMath.sqrt(DRAWS * (1 / 3.0) * (2 / 3.0));
        for (int count : counts) {
            assertThat((double) count).isCloseTo(DRAWS / 3.0, within(SIGMAS * deviation));
        }
    }

    /** Else a group's draws would depend on which venues it has. */
    @Test
    void aDrawIsOneWord() {
        account.draw(List.of(7));
        assertThat(account.random().counter()).isEqualTo(1);
        account.draw(new TradeSize(1, 1));
        assertThat(account.random().counter()).isEqualTo(2);
    }

    @Test
    void ordersAreNumberedAndLessThanALotIsNone() {
        assertThat(account.place(market, BOOK, Side.BUY, TimeInForce.GTC, 100, 0))
                .isEqualTo(-1);
        assertThat(account.place(market, BOOK, Side.BUY, TimeInForce.GTC, 100, -5))
                .isEqualTo(-1);
        assertThat(account.place(market, BOOK, Side.BUY, TimeInForce.GTC, 100, 5))
                .isZero();
        assertThat(account.place(market, BOOK, Side.SELL, TimeInForce.GTC, 900_000, 5))
                .isEqualTo(1);
        run(1);
        assertThat(only(BookEvent.OrderRested.class))
                .containsExactlyInAnyOrder(rested(0, Side.BUY, 100), rested(1, Side.SELL, 900_000));
    }

    private BookEvent.OrderRested rested(long id, Side side, long ticks) {
        long arrival = only(BookEvent.OrderRested.class).getFirst().timeNanos();
        return new BookEvent.OrderRested(arrival, BOOK, account.participant(), id, side, ticks, 5);
    }

    @Test
    void aTradeOnAPoolSwapsTheWorthInWhatIsPaid() {
        account.trade(market, POOL_A, Side.BUY, 3_000);
        account.trade(market, POOL_A, Side.SELL, 3_000);
        run(15);
        List<MarketEvent.PoolSwapped> swaps = only(MarketEvent.PoolSwapped.class);
        assertThat(swaps).hasSize(2);
        assertThat(swaps.getFirst().zeroForOne()).as("dollars for ether").isFalse();
        assertThat(swaps.getFirst().amountIn()).isEqualTo(SmallMarket.units(3_000, 6));
        assertThat(swaps.getLast().zeroForOne()).isTrue();
        assertThat(swaps.getLast().amountIn()).isEqualTo(SmallMarket.units(1.5, 18));
    }

    @Test
    void aTradeOnABookTakesWhatIsThere() {
        int maker = market.openParticipant("maker", SmallMarket.everywhere(1e6, 1e3));
        GroupAccount other = new GroupAccount(maker, stream(2));
        other.place(market, BOOK, Side.SELL, TimeInForce.GTC, market.toTicks(BOOK, 2_000), market.toLots(BOOK, 5));
        other.place(market, BOOK, Side.BUY, TimeInForce.GTC, market.toTicks(BOOK, 1_990), market.toLots(BOOK, 5));
        run(1);
        account.trade(market, BOOK, Side.BUY, 1_995);
        run(1);
        List<BookEvent.OrderFilled> fills = only(BookEvent.OrderFilled.class);
        assertThat(fills).hasSize(1);
        assertThat(fills.getFirst().takerSide()).isEqualTo(Side.BUY);
        assertThat(fills.getFirst().lots()).as("a whole ether at the mid-price").isEqualTo(market.toLots(BOOK, 1));
        assertThat(market.limitOrders(BOOK).orders(account.participant()).count())
                .isZero();
    }

    @Test
    void worthIsInUnitsOfTheVenuesQuote() {
        assertThat(GroupAccount.inQuoteOf(market, POOL_A, 250)).isEqualTo(250);
        assertThat(market.holding(account.participant(), MAIN, USDC)).isEqualTo(1e6);
        assertThat(market.holding(account.participant(), MAIN, ETH)).isEqualTo(1e3);
    }

    @Test
    void aCopyAndARestoredAccountDrawAndNumberTheSame() {
        for (long seed = 0; seed < 20; seed++) {
            GroupAccount original = new GroupAccount(account.participant(), stream(seed));
            for (long i = 0; i < seed; i++) {
                original.random().nextLong();
                original.place(market, BOOK, Side.BUY, TimeInForce.GTC, 1, 1);
            }
            StateWriter out = new StateWriter();
            original.save(out);
            StateReader in = new StateReader(out.toBytes());
            GroupAccount loaded = GroupAccount.load(in);
            in.end();
            GroupAccount copy = original.copy();
            long next = original.random().nextLong();
            long id = original.place(market, BOOK, Side.BUY, TimeInForce.GTC, 1, 1);
            for (GroupAccount each : List.of(copy, loaded)) {
                assertThat(each.participant()).as("seed %d", seed).isEqualTo(original.participant());
                assertThat(each.random().nextLong()).as("seed %d", seed).isEqualTo(next);
                assertThat(each.place(market, BOOK, Side.BUY, TimeInForce.GTC, 1, 1))
                        .as("seed %d", seed)
                        .isEqualTo(id);
            }
        }
    }
}
