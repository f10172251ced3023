package catallaxy.environment.market.engine;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.venue.BookOrder;
import catallaxy.environment.api.venue.BookTrade;
import catallaxy.environment.api.venue.LimitOrderBook;
import catallaxy.environment.api.venue.OwnOrders;
import catallaxy.environment.market.book.OrderBook;
import catallaxy.environment.market.exchange.TradeTape;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** A book as it stands. Owned by the market's thread. */
final class SeenBook implements LimitOrderBook {
    private static final double PIPS = 1e6;
    private static final int MOST_LEVELS = 16;

    private final MarketState state;
    private final int venue;
    private final long[] levelPrices = new long[MOST_LEVELS];
    private final long[] levelLots = new long[MOST_LEVELS];

    SeenBook(MarketState state, int venue) {
        this.state = state;
        this.venue = venue;
    }

    private OrderBook book() {
        return state.book(venue).book();
    }

    @Override
    public double tickSize() {
        return state.layout.units().tickSize(venue);
    }

    @Override
    public double lotSize() {
        return state.layout.units().lotSize(venue);
    }

    @Override
    public long toTicks(double price) {
        return state.layout.units().toTicks(venue, price);
    }

    @Override
    public long toLots(double base) {
        return state.layout.units().toLots(venue, base);
    }

    @Override
    public double takerFeeRate() {
        EngineSpec spec = state.layout.spec();
        int exchange = ((VenueSpec.Book) spec.venues().get(venue)).exchange();
        return spec.exchanges().get(exchange).takerFeePips() / PIPS;
    }

    @Override
    public double price(Side side, int level) {
        OptionalLong ticks = level < MOST_LEVELS ? book().levelPriceTicks(side, level) : OptionalLong.empty();
        return ticks.isPresent() ? ticks.getAsLong() * tickSize() : Double.NaN;
    }

    @Override
    public double size(Side side, int level) {
        return level < read(side, level + 1) ? levelLots[level] * lotSize() : 0;
    }

    @Override
    public void levels(Side side, int count, double[] into, int pricesAt, int sizesAt) {
        write(read(side, count), count, into, pricesAt, sizesAt);
    }

    @Override
    public void takeableLevels(int participant, Side side, int count, double[] into, int pricesAt, int sizesAt) {
        int seen = book().takeableDepth(participant, side, count, levelPrices, levelLots);
        write(seen, count, into, pricesAt, sizesAt);
    }

    private void write(int seen, int count, double[] into, int pricesAt, int sizesAt) {
        double tick = tickSize();
        double lot = lotSize();
        for (int level = 0; level < count; level++) {
            into[pricesAt + level] = level < seen ? levelPrices[level] * tick : 0;
            into[sizesAt + level] = level < seen ? levelLots[level] * lot : 0;
        }
    }

    private int read(Side side, int most) {
        return book().depth(side, Math.min(most, MOST_LEVELS), levelPrices, levelLots);
    }

    @Override
    public List<BookTrade> trades(int most) {
        TradeTape tape = state.book(venue).tape();
        return IntStream.range(0, Math.min(most, tape.size()))
                .mapToObj(back -> new BookTrade(
                        tape.priceTicks(back) * tickSize(), tape.lots(back) * lotSize(), tape.taker(back)))
                .toList();
    }

    @Override
    public List<BookOrder> restingOrders(Side side, int most) {
        List<BookOrder> orders = new ArrayList<>();
        book().forEachShown(side, (id, owner, itsSide, priceTicks, lots) -> {
            if (orders.size() < most) {
                orders.add(new BookOrder(priceTicks * tickSize(), lots * lotSize()));
            }
        });
        return List.copyOf(orders);
    }

    @Override
    public OwnOrders orders(int participant) {
        return new SeenOrders(
                state.book(venue),
                state.network.connection(participant, state.layout.spec().placeOfVenue(venue)),
                participant);
    }
}
