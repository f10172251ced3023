package catallaxy.environment.market.role;

import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Meaning;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.venue.LimitOrderBook;
import catallaxy.environment.api.view.Factors;
import catallaxy.environment.api.view.Gateway;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.trading.Means;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Quotes both sides of an order-book venue.
 *
 * <p>Features, actions and reward terms: {@code docs/roles.md}. Inventory is the deviation of the base asset, wherever it
 * is, from what the seat opened with. The mid-price leaves the seat's own quotes out: if they made the price from which the
 * next ones are measured, every shading for inventory would add to the last.
 */
final class MarketMakerRole implements Role {
    private static final int IMBALANCE_LEVELS = 5;
    private static final double BPS = 1e-4;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_HOUR = 3_600e9;

    private static final int INITIAL_BASE = 0;
    private static final int VARIANCE = 1;

    private static final int BID_OFFSET = 0;
    private static final int ASK_OFFSET = 1;
    private static final int BID_SIZE = 2;
    private static final int ASK_SIZE = 3;

    private final RoleSpec.MarketMaker spec;
    private final long durationNanos;
    private final int base;
    private final int quote;
    private final int place;
    private final int[] references;
    private final Quotes quotes;
    private final Flattening flattening;
    private final Factors<Sight> factors;
    private final ActionSpec actionSpec;

    MarketMakerRole(RoleSpec.MarketMaker spec, EngineSpec engine, long durationNanos) {
        VenueSpec venue = engine.venues().get(spec.venue());
        if (!(venue instanceof VenueSpec.Book book)) {
            throw new IllegalArgumentException("market-maker venue: expected an order book, found " + venue.id());
        }
        this.spec = spec;
        this.durationNanos = durationNanos;
        this.base = book.base();
        this.quote = book.quote();
        this.place = engine.placeOfVenue(spec.venue());
        this.references = references(engine, spec.venue());
        this.quotes = new Quotes(spec.venue());
        this.flattening = new Flattening(engine, List.of(spec.venue()));
        this.factors = factors(
                engine.assets().get(base).symbol(), engine.assets().get(quote).symbol());
        this.actionSpec = actions();
    }

    private static int[] references(EngineSpec engine, int venue) {
        VenueSpec own = engine.venues().get(venue);
        return IntStream.range(0, engine.venues().size())
                .filter(other -> other != venue)
                .filter(other -> engine.venues().get(other).base() == own.base()
                        && engine.venues().get(other).quote() == own.quote())
                .toArray();
    }

    /** What is looked at for an observation; prices in quote units. */
    private record Sight(MarketView market, Seat seat, double mid, double bid, double ask) implements RoleSight {
        double spreadBps() {
            return mid > 0 ? StrictMath.max(0, (ask - bid) / mid / BPS) : 0;
        }
    }

    private Sight sight(MarketView market, Seat seat) {
        double mid = quotes.othersMid(market, seat);
        double bid = orElse(market.prices().bid(spec.venue()), mid);
        double ask = orElse(market.prices().ask(spec.venue()), mid);
        return new Sight(market, seat, mid, bid, ask);
    }

    private Factors<Sight> factors(String base, String quote) {
        String price = quote + "/" + base;
        return Factors.<Sight>list()
                .nonNegative(Quantity.TIME_REMAINING.ofSeat(), "s", seen -> seen.secondsUntil(durationNanos))
                .nonNegative(Meaning.named("mid"), price, Sight::mid)
                .nonNegative(Meaning.named("best_bid"), price, Sight::bid)
                .nonNegative(Meaning.named("best_ask"), price, Sight::ask)
                .nonNegative(Meaning.named("spread_bps"), "bp", Sight::spreadBps)
                .any(Meaning.named("inventory"), base, seen -> inventory(seen.market(), seen.seat()))
                .nonNegative(
                        Meaning.named("cash"), quote, seen -> seen.holdings().free(place, this.quote))
                .nonNegative(
                        Quantity.VOLATILITY.ofSeat(),
                        price + "/√s",
                        seen -> EwmaVariance.deviation(seen.seat().memory(), VARIANCE))
                .bounded(Meaning.named("imbalance"), "1", -1, 1, seen -> imbalance(seen.market()))
                .nonNegative(Meaning.named("reference_price"), price, seen -> referencePrice(seen.market(), seen.mid()))
                .bounded(Quantity.RISK_SCALE.ofSeat(), "1", 0, 1, RoleSight::riskScale)
                .any(Quantity.EQUITY.ofSeat(), "quote", RoleSight::equityAtVenues)
                .nonNegative(
                        Meaning.named("bid_exposure"), base, seen -> exposure(seen.market(), seen.seat(), Side.BUY))
                .nonNegative(
                        Meaning.named("ask_exposure"), base, seen -> exposure(seen.market(), seen.seat(), Side.SELL))
                .done();
    }

    private ActionSpec actions() {
        double most = spec.maxOffsetBps();
        return new ActionSpec(
                List.of(
                        new ActionComponent.Continuous(Quantity.BID_OFFSET.ofSeat(), "bp", -most, most, 0),
                        new ActionComponent.Continuous(Quantity.ASK_OFFSET.ofSeat(), "bp", -most, most, 0),
                        new ActionComponent.Continuous(Quantity.BID_SIZE.ofSeat(), "quote-size", 0, 1, 0),
                        new ActionComponent.Continuous(Quantity.ASK_SIZE.ofSeat(), "quote-size", 0, 1, 0)),
                List.of(
                        new ActionSpec.Detail("bid_offset_bps", "bid_size"),
                        new ActionSpec.Detail("ask_offset_bps", "ask_size")));
    }

    @Override
    public String name() {
        return spec.role();
    }

    @Override
    public ObservationSpec observationSpec() {
        return factors.spec();
    }

    @Override
    public ActionSpec actionSpec() {
        return actionSpec;
    }

    @Override
    public List<String> rewardTerms() {
        return List.of("pnl", "inventory_penalty", "costs");
    }

    @Override
    public int memorySize() {
        return VARIANCE + EwmaVariance.SLOTS;
    }

    @Override
    public int registerCount() {
        return Quotes.REGISTERS;
    }

    @Override
    public void open(MarketView market, Seat seat) {
        Role.super.open(market, seat);
        seat.memory()[INITIAL_BASE] = Means.inventory(market, seat.participant(), spec.venue());
        quotes.forget(seat);
        EwmaVariance.open(seat.memory(), VARIANCE, quotes.othersMid(market, seat));
    }

    @Override
    public void advance(MarketView market, Seat seat) {
        double seconds = seat.seconds(market);
        double halfLife = spec.volatilityHalfLifeNanos() / NANOS_PER_SECOND;
        EwmaVariance.add(seat.memory(), VARIANCE, quotes.othersMid(market, seat), seconds, halfLife);
        Role.super.advance(market, seat);
    }

    @Override
    public void observe(MarketView market, Seat seat, double[] values) {
        factors.write(sight(market, seat), values);
    }

    private double exposure(MarketView market, Seat seat, Side side) {
        LimitOrderBook book = quotes.book(market);
        return book.orders(seat.participant()).exposedLots(side) * book.lotSize();
    }

    private static double orElse(double price, double other) {
        return price > 0 ? price : other;
    }

    private double inventory(MarketView market, Seat seat) {
        return Means.inventory(market, seat.participant(), spec.venue()) - seat.memory()[INITIAL_BASE];
    }

    private double imbalance(MarketView market) {
        double[] levels = new double[2 * IMBALANCE_LEVELS];
        double bids = size(market, Side.BUY, levels);
        double asks = size(market, Side.SELL, levels);
        return bids + asks > 0 ? (bids - asks) / (bids + asks) : 0;
    }

    private double size(MarketView market, Side side, double[] levels) {
        quotes.book(market).levels(side, IMBALANCE_LEVELS, levels, 0, IMBALANCE_LEVELS);
        double size = 0;
        for (int i = IMBALANCE_LEVELS; i < levels.length; i++) {
            size += levels[i];
        }
        return size;
    }

    private double referencePrice(MarketView market, double mid) {
        double sum = 0;
        for (int venue : references) {
            sum += market.prices().of(venue);
        }
        return references.length > 0 ? sum / references.length : mid;
    }

    /** What may fill on a side until a bound of the inventory is reached. */
    private double most(MarketView market, Seat seat, Side side) {
        double inventory = inventory(market, seat);
        return side == Side.BUY ? spec.maxInventory() - inventory : spec.maxInventory() + inventory;
    }

    private boolean hasRoom(MarketView market, Seat seat, Side side) {
        return quotes.stale(market, seat, side) < most(market, seat, side);
    }

    @Override
    public void mask(MarketView market, Seat seat, boolean[] mask) {
        boolean bids = !seat.halted() && hasRoom(market, seat, Side.BUY);
        boolean asks = !seat.halted() && hasRoom(market, seat, Side.SELL);
        mask[BID_OFFSET] = bids;
        mask[BID_SIZE] = bids;
        mask[ASK_OFFSET] = asks;
        mask[ASK_SIZE] = asks;
    }

    @Override
    public void act(MarketView market, Gateway gateway, Seat seat, double[] action) {
        double mid = quotes.othersMid(market, seat);
        double full = spec.quoteSize() * seat.scale();
        double bid = mid * (1 - action[BID_OFFSET] * BPS);
        double ask = mid * (1 + action[ASK_OFFSET] * BPS);
        quotes.show(
                market,
                gateway,
                seat,
                new Quotes.Quote(bid, full * action[BID_SIZE], most(market, seat, Side.BUY)),
                new Quotes.Quote(ask, full * action[ASK_SIZE], most(market, seat, Side.SELL)));
    }

    @Override
    public void halt(MarketView market, Gateway gateway, Seat seat) {
        quotes.withdraw(market, gateway, seat);
        flattening.step(market, gateway, seat);
    }

    @Override
    public boolean flat(MarketView market, Seat seat) {
        return flattening.done(market, seat);
    }

    /** The penalty takes the inventory at the end of the interval. */
    @Override
    public void rewards(MarketView market, Seat seat, double[] terms) {
        double inventory = inventory(market, seat);
        double hours = (market.timeNanos() - seat.epochNanos()) / NANOS_PER_HOUR;
        terms[0] = seat.profit(market);
        terms[1] = -spec.inventoryPenalty() * inventory * inventory * hours;
        terms[2] = -seat.costs(market);
    }
}
