package catallaxy.scenarios.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.command.Side;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Orders that come and go, by hand. */
final class RestingQuotesTest {
    private final RestingQuotes quotes = new RestingQuotes(2);

    private void rested(long time, long order, Side side, long lots, long ahead) {
        quotes.rested(time, 0, order, side, lots, 2.0, OptionalLong.of(ahead));
    }

    @Test
    void withoutOrdersNothingIsKnown() {
        assertThat(quotes.orderFillRatio()).isNaN();
        assertThat(quotes.quantityFillRatio()).isNaN();
        assertThat(quotes.aheadAtPlacement()).isNaN();
        assertThat(quotes.twoSidedShare(100)).isZero();
    }

    @Test
    void whatIsFilledIsCountedOnceAnOrderAndByLots() {
        rested(0, 1, Side.BUY, 10, 30);
        rested(0, 2, Side.SELL, 10, 0);
        quotes.filled(5, 0, 1, 4);
        quotes.filled(6, 0, 1, 2);
        quotes.filled(7, 0, 99, 5);
        assertThat(quotes.orders()).isEqualTo(2);
        assertThat(quotes.ordersFilled()).isEqualTo(1);
        assertThat(quotes.orderFillRatio()).isEqualTo(0.5);
        assertThat(quotes.quantityFillRatio()).isEqualTo(0.3);
        assertThat(quotes.aheadAtPlacement()).isEqualTo(30);
        assertThat(quotes.aheadOfFilled()).isEqualTo(60);
    }

    @Test
    void bothSidesStandFromTheSecondOrderToTheLastLotOfEither() {
        rested(10, 1, Side.BUY, 5, 0);
        rested(20, 2, Side.SELL, 5, 0);
        rested(25, 3, Side.SELL, 5, 0);
        quotes.filled(30, 0, 2, 5);
        assertThat(quotes.twoSidedShare(40)).isEqualTo(20.0 / 40);
        quotes.gone(50, 0, 3);
        quotes.gone(55, 0, 3);
        assertThat(quotes.twoSidedShare(100)).isEqualTo(30.0 / 100);
    }

    @Test
    void anOrderThatIsReplacedStandsOnce() {
        rested(0, 1, Side.BUY, 5, 0);
        rested(0, 2, Side.SELL, 5, 0);
        rested(10, 2, Side.SELL, 3, 0);
        quotes.gone(20, 0, 2);
        assertThat(quotes.orders()).isEqualTo(3);
        assertThat(quotes.twoSidedShare(20)).isEqualTo(1);
        assertThat(quotes.twoSidedShare(40)).isEqualTo(0.5);
    }

    @Test
    void sidesOfDifferentBooksDoNotMakeOneMarket() {
        rested(0, 1, Side.BUY, 5, 0);
        quotes.rested(0, 1, 1, Side.SELL, 5, 2.0, OptionalLong.empty());
        assertThat(quotes.twoSidedShare(10)).isZero();
        assertThat(quotes.aheadAtPlacement()).isZero();
    }
}
