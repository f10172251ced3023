package catallaxy.environment.market.exchange;

import static catallaxy.environment.market.exchange.TestExchange.A;
import static catallaxy.environment.market.exchange.TestExchange.B;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.venue.OpenOrder;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What orders of a market are worth in base units, and whose they are. */
class BookMarketTest {
    private final TestExchange spot = new TestExchange();
    private final BookMarket market = spot.market;

    @ParameterizedTest
    @CsvSource({
        "0, 25000, 0",
        "1, 0, 0",
        "1, 1, 1",
        "40, 25000, 1",
        "41, 25000, 2",
        "1000000, 1, 1",
        "1000001, 1, 2",
        "9223372036854, 1000000, 9223372036854"
    })
    void aFeeIsRoundedUp(long notional, long pips, long fee) {
        assertThat(BookMarket.fee(notional, pips)).isEqualTo(fee);
    }

    @Test
    void aFeeBeyondALongIsAnError() {
        assertThatThrownBy(() -> BookMarket.fee(9_223_372_036_855L, 1_000_000)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> market.notional(Long.MAX_VALUE, 1)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aLotCostsItsTicksAndHoldsItsFeeBesides() {
        assertThat(market.notional(7, 5)).isEqualTo(105);
        assertThat(market.buyHold(7, 5, 25_000)).isEqualTo(110);
        assertThat(market.buyHold(7, 5, 0)).isEqualTo(105);
        assertThat(market.buyHold(40, 1, 25_000)).as("exactly 3").isEqualTo(123);
    }

    /** {@code ticks · 3 · 10⁶} and twice {@code ticks · 3 · lots · 10⁶} stay below 2⁶³. */
    @ParameterizedTest
    @CsvSource({
        "3074457345618, 0, true",
        "3074457345619, 0, false",
        "1537228672809, 1, true",
        "1537228672810, 1, false",
        "1, 1537228672809, true",
        "1, 1537228672810, false",
        "0, 4611686018427, true",
        "0, 4611686018428, false",
    })
    void fitsWhatStaysWithinALong(long ticks, long lots, boolean fits) {
        assertThat(market.fits(ticks, lots)).isEqualTo(fits);
        if (fits) {
            assertThat(market.buyHold(ticks, lots, 1_000_000)).isNotNegative();
            assertThat(BookMarket.fee(market.notional(ticks, lots), 1_000_000)).isNotNegative();
        }
    }

    @Test
    void listsOnesOrdersBidsFirstBestFirstOldestFirst() {
        spot.sell(A, 1, 12, 1);
        spot.sell(A, 2, 11, 2);
        spot.buy(A, 3, 5, 3);
        spot.buy(A, 4, 6, 4);
        spot.buy(A, 5, 6, 5);
        spot.buy(B, 6, 6, 9);
        assertThat(market.orders(A))
                .containsExactly(
                        new OpenOrder(4, Side.BUY, 6, 4),
                        new OpenOrder(5, Side.BUY, 6, 5),
                        new OpenOrder(3, Side.BUY, 5, 3),
                        new OpenOrder(2, Side.SELL, 11, 2),
                        new OpenOrder(1, Side.SELL, 12, 1));
        assertThat(market.openLots(A, 3)).isEqualTo(3);
        assertThat(market.openLots(B, 3)).as("another's number").isZero();
        assertThat(market.isOpen(A, 3, Side.BUY)).isTrue();
        assertThat(market.isOpen(A, 3, Side.SELL)).isFalse();
        assertThat(market.isOpen(A, 6, Side.BUY)).isFalse();
    }

    @Test
    void knowsWhatTradesBeforeAnOrder() {
        spot.buy(A, 1, 6, 3);
        spot.buy(B, 2, 6, 4);
        spot.buy(A, 3, 6, 5);
        assertThat(market.lotsAhead(A, 1)).hasValue(0);
        assertThat(market.lotsAhead(B, 2)).hasValue(3);
        assertThat(market.lotsAhead(A, 3)).hasValue(7);
        spot.replace(B, 2, 6, 1);
        assertThat(market.lotsAhead(A, 3)).as("one that became smaller stays").hasValue(4);
        spot.replace(A, 1, 6, 9);
        assertThat(market.lotsAhead(A, 1)).as("one that became larger is last").hasValue(6);
        assertThat(market.lotsAhead(B, 3)).as("another's number").isEmpty();
    }

    /** Ids begin where others' end: nobody sees another's order by a number that it could not choose. */
    @Test
    void aNumberBeyondTheIdsIsNobodysOrder() {
        spot.buy(B, 2, 6, 4);
        long forged = (((long) B - A) << 40) + 2;
        assertThat(market.openLots(A, forged)).isZero();
        assertThat(market.isOpen(A, forged, Side.BUY)).isFalse();
        assertThat(market.lotsAhead(A, forged)).isEmpty();
    }

    @Test
    void aCopyAndARestoredMarketStandAlone() {
        spot.buy(A, 1, 7, 5);
        spot.sell(B, 2, 9, 4);
        StateWriter out = new StateWriter();
        market.save(out);
        BookMarket copy = market.copy();
        spot.cancel(A, 1);
        spot.sell(B, 3, 8, 1);
        StateReader in = new StateReader(out.toBytes());
        BookMarket restored = BookMarket.load(in, market.venue(), market.spec());
        in.end();
        for (BookMarket each : new BookMarket[] {copy, restored}) {
            assertThat(each.orders(A)).containsExactly(new OpenOrder(1, Side.BUY, 7, 5));
            assertThat(each.orders(B)).containsExactly(new OpenOrder(2, Side.SELL, 9, 4));
            assertThat(each.spec()).isEqualTo(market.spec());
        }
        assertThat(market.orders(B)).hasSize(2);
    }
}
