package catallaxy.environment.market.population;

import static catallaxy.environment.market.trading.SmallMarket.BOOK;
import static catallaxy.environment.market.trading.SmallMarket.ETH;
import static catallaxy.environment.market.trading.SmallMarket.EXCHANGE;
import static catallaxy.environment.market.trading.SmallMarket.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.api.venue.LimitOrderBook;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.trading.SmallMarket;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Ladders in a market whose price stands at 2 000, against their closed form. */
final class BookProvidingTest {
    private static final double FAIR = 2_000;
    private static final double HALF_SPREAD_BPS = 20;
    private static final double STEP_BPS = 10;
    private static final double LEVEL_SIZE = 10_000;
    private static final int LEVELS = 4;
    private static final double CAPITAL = 400_000;

    private static BookProviderSpec dealers(int levels) {
        return new BookProviderSpec(
                new Group("dealers", List.of(BOOK), CAPITAL),
                levels,
                HALF_SPREAD_BPS,
                STEP_BPS,
                LEVEL_SIZE,
                5 * SECOND);
    }

    private final Town town = new Town(new SmallMarket(), 1, dealers(LEVELS));
    private final int dealer = town.participant(0);

    private LimitOrderBook book() {
        return town.market.limitOrders(BOOK);
    }

    private double mid() {
        return (book().price(Side.BUY, 0) + book().price(Side.SELL, 0)) / 2;
    }

    @Test
    void eachLevelStandsAStepFurtherWithItsWorth() {
        town.runUntil(20 * SECOND);
        for (int level = 0; level < LEVELS; level++) {
            double offset = (HALF_SPREAD_BPS + level * STEP_BPS) * 1e-4;
            for (Side side : Side.values()) {
                double price = FAIR * (side == Side.BUY ? 1 - offset : 1 + offset);
                assertThat(book().price(side, level))
                        .as("%s %d", side, level)
                        .isCloseTo(price, within(book().tickSize()));
                assertThat(book().size(side, level))
                        .as("%s %d", side, level)
                        .isCloseTo(LEVEL_SIZE / price, within(2 * book().lotSize()));
            }
        }
        assertThat(book().orders(dealer).count()).isEqualTo(2 * LEVELS);
    }

    @Test
    void aLadderStandsWhileNothingMoves() {
        town.runUntil(20 * SECOND);
        var orders = book().orders(dealer).open();
        town.runUntil(300 * SECOND);
        assertThat(book().orders(dealer).open()).isEqualTo(orders).isNotEmpty();
    }

    /** Who has sold a share of the base asks for as large a share of the half-spread more. */
    @Test
    void theCentreLeansAgainstWhatWasSold() {
        int buyer = town.market.openParticipant("buyer", SmallMarket.everywhere(1e6, 0));
        double initial = CAPITAL / 2 / FAIR;
        double sold = 0;
        long id = 0;
        for (int round = 1; round <= 6; round++) {
            town.runUntil(round * 20L * SECOND);
            double expected = FAIR * (1 + sold / initial * HALF_SPREAD_BPS * 1e-4);
            assertThat(mid()).as("%f sold", sold).isCloseTo(expected, within(book().tickSize()));
            long lots = book().toLots(5);
            town.market.submit(
                    buyer,
                    new MarketCommand.PlaceOrder(BOOK, Side.BUY, TimeInForce.IOC, id++, MarketCommand.ANY_PRICE, lots));
            sold += 5;
        }
        town.runUntil(140 * SECOND);
        assertThat(town.market.holding(buyer, EXCHANGE, ETH)).isCloseTo(30, within(1e-9));
    }

    @Test
    void howFarItLeansMayBeSaid() {
        BookProviderSpec leaning = new BookProviderSpec(
                new Group("dealers", List.of(BOOK), CAPITAL),
                1,
                20,
                10,
                LEVEL_SIZE,
                5 * SECOND,
                OptionalDouble.of(500));
        Town leans = new Town(new SmallMarket(), 1, leaning);
        int buyer = leans.market.openParticipant("buyer", SmallMarket.everywhere(1e6, 0));
        LimitOrderBook book = leans.market.limitOrders(BOOK);
        leans.runUntil(20 * SECOND);
        leans.market.submit(
                buyer,
                new MarketCommand.PlaceOrder(
                        BOOK, Side.BUY, TimeInForce.IOC, 1, MarketCommand.ANY_PRICE, book.toLots(4)));
        leans.runUntil(40 * SECOND);
        double mid = (book.price(Side.BUY, 0) + book.price(Side.SELL, 0)) / 2;
        double share = 4 / (CAPITAL / 2 / FAIR);
        assertThat(mid).isCloseTo(FAIR * (1 + share * 0.05), within(book.tickSize()));
    }

    @Test
    void anotherNumberOfBooksIsCorrupt() {
        StateWriter out = new StateWriter();
        out.doubles(new double[2]).doubles(new double[2]).int64(0).int64(0);
        assertThatThrownBy(() -> BookProviding.load(new StateReader(out.toBytes()), dealers(1)))
                .isInstanceOf(CorruptStateException.class)
                .hasMessage("dealers: 2 and 2 books, expected 1");
    }
}
