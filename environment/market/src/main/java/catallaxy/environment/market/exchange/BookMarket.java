package catallaxy.environment.market.exchange;

import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.venue.OpenOrder;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.book.OrderBook;
import catallaxy.environment.market.book.SelfTradePrevention;
import catallaxy.environment.market.book.StopOrder;
import catallaxy.environment.market.book.StopOrders;
import catallaxy.environment.market.margin.Positions;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One market of an exchange: its book, and what its ticks and lots are worth in base units.
 *
 * <p>A buy order holds {@code lots · (price + fee per lot)} of the quote asset, the fee taken at the dearer of the two
 * rates and rounded up per lot, so that whatever it is charged later is covered. Amounts of the quote asset fit a
 * {@code long}; an order for which they would not is refused. Owned by its exchange.
 */
public final class BookMarket {
    private static final long PIPS = 1_000_000;
    /** Largest quote amount of one order: leaves room to multiply by a fee in pips. */
    private static final long MAX_NOTIONAL = Long.MAX_VALUE / PIPS;

    private final int venue;
    private final VenueSpec.Book spec;
    private final OrderBook book;
    private final StopOrders stops;
    private final TradeTape tape;
    private final Optional<Positions> positions;
    private Optional<ClearingHouse> house = Optional.empty();
    private List<BookMarket> pool = List.of();

    /**
     * A market whose book is empty.
     *
     * @param venue      its index among the scenario's venues
     * @param prevention what its exchange does where an order reaches one of its owner
     */
    public BookMarket(int venue, VenueSpec.Book spec, SelfTradePrevention prevention) {
        this(
                venue,
                spec,
                new OrderBook(prevention),
                new StopOrders(),
                new TradeTape(),
                spec.derivative().map(each -> new Positions(each, spec.quoteUnitsPerTickLot())));
    }

    private BookMarket(
            int venue,
            VenueSpec.Book spec,
            OrderBook book,
            StopOrders stops,
            TradeTape tape,
            Optional<Positions> positions) {
        this.venue = venue;
        this.spec = spec;
        this.book = book;
        this.stops = stops;
        this.tape = tape;
        this.positions = positions;
    }

    /** Index of the market among the scenario's venues. */
    public int venue() {
        return venue;
    }

    /** The scenario's description of the market: its assets, and what a lot and a tick are in base units. */
    public VenueSpec.Book spec() {
        return spec;
    }

    /** The live book; prices in ticks, quantities in lots. */
    public OrderBook book() {
        return book;
    }

    /** The orders that wait for a trade. */
    public StopOrders stops() {
        return stops;
    }

    /** The latest matches. */
    public TradeTape tape() {
        return tape;
    }

    /** The positions of a market of derivatives; empty where the two assets themselves are exchanged. */
    public Optional<Positions> positions() {
        return positions;
    }

    /**
     * The positions of a market of derivatives.
     *
     * @throws java.util.NoSuchElementException if it is none
     */
    public Positions margined() {
        return positions.orElseThrow();
    }

    /**
     * Puts a market of derivatives in the hands of a clearing house.
     *
     * @param shared all markets that share the margin, this one among them
     */
    public void secure(ClearingHouse by, List<BookMarket> shared) {
        house = Optional.of(by);
        pool = List.copyOf(shared);
    }

    /** The clearing house of a market of derivatives, which has been {@link #secure secured}. */
    public ClearingHouse house() {
        return house.orElseThrow();
    }

    /** All markets of derivatives that share the margin of this one, itself among them. */
    List<BookMarket> pool() {
        return pool;
    }

    /** Lots that are left of a participant's open order, a waiting one too; 0 if it is not open. */
    public long openLots(int participant, long clientOrderId) {
        return holds(participant, clientOrderId)
                ? book.lots(Matching.orderId(participant, clientOrderId))
                : waiting(participant, clientOrderId).map(StopOrder::lots).orElse(0L);
    }

    private Optional<StopOrder> waiting(int participant, long clientOrderId) {
        return Matching.isClientOrderId(clientOrderId) && !stops.isEmpty()
                ? stops.find(Matching.orderId(participant, clientOrderId))
                : Optional.empty();
    }

    /** Whether an order is open; a number that no participant can choose would name another's. */
    private boolean holds(int participant, long clientOrderId) {
        return Matching.isClientOrderId(clientOrderId) && book.contains(Matching.orderId(participant, clientOrderId));
    }

    /** Shown lots at the price of a participant's open order that trade before it; empty if it does not rest. */
    public OptionalLong lotsAhead(int participant, long clientOrderId) {
        return holds(participant, clientOrderId)
                ? OptionalLong.of(book.lotsAhead(Matching.orderId(participant, clientOrderId)))
                : OptionalLong.empty();
    }

    /** Open orders of a participant: bids first, best price first, oldest first; then stop orders in their order. */
    public List<OpenOrder> orders(int participant) {
        List<OpenOrder> orders = new ArrayList<>();
        book.forEachOrder(
                participant,
                (id, owner, side, priceTicks, lots) -> orders.add(new OpenOrder(
                        Matching.clientOrderId(id),
                        side,
                        priceTicks,
                        lots,
                        book.shownLots(id),
                        MarketCommand.NO_STOP)));
        stops.forEach(
                participant,
                stop -> orders.add(new OpenOrder(
                        Matching.clientOrderId(stop.orderId()),
                        stop.side(),
                        stop.priceTicks(),
                        stop.lots(),
                        0,
                        stop.stopTicks())));
        return orders;
    }

    /** Lots of a participant that may still fill on a side: resting, hidden and waiting ones; the greatest {@code long} if they are more. */
    public long openLots(int participant, Side side) {
        long resting = book.lotsOf(participant, side);
        long waiting = stops.lotsOf(participant, side);
        return waiting > Long.MAX_VALUE - resting ? Long.MAX_VALUE : resting + waiting;
    }

    /** Whether an order of a participant is open on a side. */
    public boolean isOpen(int participant, long clientOrderId, Side side) {
        return holds(participant, clientOrderId)
                ? book.side(Matching.orderId(participant, clientOrderId)) == side
                : waiting(participant, clientOrderId)
                        .filter(stop -> stop.side() == side)
                        .isPresent();
    }

    /** Quote base units for {@code lots} at a price, without fees. */
    public long notional(long priceTicks, long lots) {
        return Math.multiplyExact(Math.multiplyExact(priceTicks, spec.quoteUnitsPerTickLot()), lots);
    }

    /** Quote base units that a buy order holds. */
    public long buyHold(long priceTicks, long lots, long feePips) {
        long perLot = priceTicks * spec.quoteUnitsPerTickLot();
        return (perLot + fee(perLot, feePips)) * lots;
    }

    /** Fee in quote base units, rounded up. */
    public static long fee(long notional, long feePips) {
        return Math.ceilDiv(Math.multiplyExact(notional, feePips), PIPS);
    }

    /** Whether all amounts of such an order stay within a {@code long}. */
    public boolean fits(long priceTicks, long lots) {
        return priceTicks <= MAX_NOTIONAL / spec.quoteUnitsPerTickLot() && lots <= mostLots(spec, priceTicks);
    }

    /** Lots of the largest order at a price whose amounts stay within a {@code long}; the price itself must. */
    public static long mostLots(VenueSpec.Book spec, long priceTicks) {
        return MAX_NOTIONAL / 2 / Math.max(1, priceTicks * spec.quoteUnitsPerTickLot());
    }

    /** An independent market with the same resting orders and positions, which is still to be {@link #secure secured}. */
    public BookMarket copy() {
        return new BookMarket(venue, spec, book.copy(), stops.copy(), tape.copy(), positions.map(Positions::copy));
    }

    /** Writes book, stop orders, latest matches and positions; index and spec are the scenario's. */
    public void save(StateWriter out) {
        book.save(out);
        stops.save(out);
        tape.save(out);
        positions.ifPresent(each -> each.save(out));
    }

    /** Reads the market that {@link #save} wrote; the other arguments are those of the construction. */
    public static BookMarket load(StateReader in, int venue, VenueSpec.Book spec) {
        return new BookMarket(
                venue,
                spec,
                OrderBook.load(in),
                StopOrders.load(in),
                TradeTape.load(in),
                spec.derivative().map(each -> Positions.load(in, each, spec.quoteUnitsPerTickLot())));
    }
}
