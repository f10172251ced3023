package catallaxy.scenarios.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.market.Market;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Trades that close each other or do not, by hand; ETH is at 2000 in the beginning. */
final class LegsTest {
    private static final long SECOND = 1_000_000_000L;
    private static final int BOOK = RandomMarket.ETH_BOOK;
    private static final int POOL = RandomMarket.ETH_MAINNET;

    private final Market market = Market.of(RandomMarket.spec(1), 1);
    private final WorldMarks marks = new WorldMarks(market.engine());
    private final AgentProfit profit = new AgentProfit(marks, 4);
    private final Legs legs = new Legs(
            marks, List.of(profit), List.of(new int[] {BOOK, POOL}, new int[0], new int[0], new int[0]), 60 * SECOND);

    LegsTest() {
        price(2_000);
    }

    private void price(double price) {
        marks.moved(RandomMarket.ETH, price);
    }

    /** A trade at a price, booked as those who see it do. */
    private Leg trade(long seconds, int venue, double quantity, double price, boolean taken) {
        BigDecimal base = BigDecimal.valueOf(quantity);
        BigDecimal quote = base.multiply(BigDecimal.valueOf(price)).negate();
        BigDecimal edge = base.multiply(marks.of(RandomMarket.ETH)).add(quote);
        profit.parts().add(Part.SPREAD, edge);
        Leg leg = new Leg(
                new Leg.Traded(0, venue, RandomMarket.ETH, RandomMarket.USDC, seconds * SECOND, taken),
                new Leg.Slice(base, quote, edge),
                marks);
        legs.add(leg);
        return leg;
    }

    private double of(Part part) {
        return profit.parts().of(part).doubleValue();
    }

    @Test
    void aPurchaseAndASaleElsewhereAreWhatWasReceivedLessWhatWasPaid() {
        trade(0, POOL, 1, 1990, true);
        price(2010);
        trade(9, BOOK, -1, 2004, true);
        assertThat(of(Part.ARBITRAGE)).isEqualTo(14);
        assertThat(of(Part.SPREAD)).isZero();
        assertThat(of(Part.INVENTORY)).as("what the price did between them").isEqualTo(-10);
        price(2500);
        legs.bookUntil(100 * SECOND);
        assertThat(of(Part.ADVERSE_SELECTION)).isZero();
    }

    @Test
    void theCommonQuantityIsClosedAndTheRestStays() {
        trade(0, POOL, 3, 1990, true);
        trade(1, BOOK, -1, 2004, true);
        assertThat(of(Part.ARBITRAGE)).isEqualTo(14);
        assertThat(of(Part.SPREAD)).isEqualTo(20);
        trade(2, BOOK, -4, 2001, true);
        assertThat(of(Part.ARBITRAGE)).isEqualTo(14 + 2 * 11);
        assertThat(of(Part.SPREAD)).isEqualTo(2);
        price(1999);
        legs.bookUntil(63 * SECOND);
        assertThat(of(Part.ADVERSE_SELECTION))
                .as("two are sold before a fall of one")
                .isEqualTo(2);
    }

    @Test
    void theSameVenueTheSameSideRestingOrdersAndOldTradesCloseNothing() {
        trade(0, POOL, 1, 1990, true);
        trade(1, POOL, -1, 2004, true);
        trade(2, BOOK, 1, 1990, true);
        trade(3, BOOK, -5, 2001, false);
        assertThat(of(Part.ARBITRAGE))
                .as("of the purchases only the sale in the pool")
                .isEqualTo(14);
        trade(70, BOOK, -1, 2004, true);
        assertThat(of(Part.ARBITRAGE)).isEqualTo(14);
    }

    @Test
    void tradesOfOneTransactionDoNotCloseEachOther() {
        Leg one = leg(POOL, 1);
        Leg other = leg(BOOK, -1);
        legs.add(List.of(one, other));
        assertThat(of(Part.ARBITRAGE)).isZero();
        assertThat(one.isOpen() && other.isOpen()).isTrue();
    }

    private Leg leg(int venue, double quantity) {
        BigDecimal base = BigDecimal.valueOf(quantity);
        return new Leg(
                new Leg.Traded(0, venue, RandomMarket.ETH, RandomMarket.USDC, 0, true),
                new Leg.Slice(base, base.negate(), BigDecimal.TEN),
                marks);
    }

    @Test
    void adverseSelectionIsWhatThePriceDidUntilTheHorizon() {
        trade(0, BOOK, 2, 1999, false);
        price(1990);
        assertThat(legs.unbooked()[0]).isEqualByComparingTo("-20");
        legs.bookUntil(60 * SECOND);
        assertThat(of(Part.ADVERSE_SELECTION)).as("its horizon has not ended").isZero();
        legs.bookUntil(60 * SECOND + 1);
        price(3000);
        legs.bookUntil(600 * SECOND);
        assertThat(of(Part.ADVERSE_SELECTION)).isEqualTo(-20);
        assertThat(of(Part.SPREAD)).isEqualTo(2);
        assertThat(legs.unbooked()[0]).isZero();
    }

    @Test
    void whatIsUndoneLeavesNothingBehind() {
        Leg bought = trade(0, POOL, 3, 1990, true);
        price(2010);
        Leg sold = trade(1, BOOK, -2, 2004, true);
        legs.undo(bought);
        assertThat(of(Part.ARBITRAGE)).isZero();
        assertThat(of(Part.INVENTORY)).isZero();
        assertThat(of(Part.SPREAD)).as("that of the sale").isEqualTo(-12);
        assertThat(sold.isOpen()).isTrue();
        price(2000);
        legs.bookUntil(62 * SECOND);
        assertThat(of(Part.ADVERSE_SELECTION)).as("that of the sale").isEqualTo(20);
        legs.undo(sold);
        assertThat(profit.parts().total()).isZero();
        assertThat(of(Part.ADVERSE_SELECTION)).isZero();
    }

    /** A third of a trade does not come out even; what is booked sums all the same. */
    @Test
    void quotientsLoseNothing() {
        trade(0, POOL, 3, 1990.123, true);
        trade(1, BOOK, -1.7, 2004.321, true);
        trade(2, BOOK, -0.9, 2004.321, true);
        BigDecimal edges = BigDecimal.valueOf(3)
                .multiply(BigDecimal.valueOf(9.877))
                .add(BigDecimal.valueOf(2.6).multiply(BigDecimal.valueOf(4.321)));
        assertThat(profit.parts().total()).isEqualByComparingTo(edges);
    }
}
