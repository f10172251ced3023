package catallaxy.environment.market.population;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.api.venue.LimitOrderBook;
import catallaxy.environment.api.venue.MarginMarket;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.trading.Means;
import catallaxy.environment.market.trading.Ticks;
import catallaxy.environment.market.venue.VenueSpec;

/**
 * Trades a derivative towards its index by an immediate-or-cancel order that ends, at the latest, at threshold and fee from it, or at the
 * index itself where it trades for the funding, and buys or sells so much of the asset itself that what the group owns of it and its
 * positions add up to what it owned at the start. It remembers what that was.
 */
final class BasisTrading implements Behaviour {
    private static final double BPS = 1e-4;

    private final BasisSpec spec;
    private final Arrivals arrivals;
    /** {@code [venues]}: base asset owned at the start, whole units. */
    private final double[] initialBase;

    private BasisTrading(BasisSpec spec, Arrivals arrivals, double[] initialBase) {
        this.spec = spec;
        this.arrivals = arrivals;
        this.initialBase = initialBase;
    }

    static BasisTrading open(BasisSpec spec, GroupAccount account, MarketEngine market) {
        double[] owned = spec.venues().stream()
                .mapToDouble(venue -> market.totalHolding(account.participant(), base(market, venue)))
                .toArray();
        return new BasisTrading(spec, Arrivals.open(market, spec.ratePerHour(), account.random()), owned);
    }

    static BasisTrading load(StateReader in, BasisSpec spec, MarketEngine market) {
        Arrivals arrivals = Arrivals.load(in, market, spec.ratePerHour());
        double[] owned = in.doubles();
        if (owned.length != spec.venues().size()) {
            throw new CorruptStateException(spec.id() + ": " + owned.length + " venues, expected "
                    + spec.venues().size());
        }
        return new BasisTrading(spec, arrivals, owned);
    }

    @Override
    public long nextWakeNanos() {
        return arrivals.nextNanos();
    }

    @Override
    public void wake(MarketEngine market, GroupAccount account) {
        if (arrivals.take(market, account.random())) {
            int venue = account.draw(spec.venues());
            double size = GroupAccount.inQuoteOf(market, venue, account.draw(spec.tradeSize()));
            if (Means.isMargined(market, venue)) {
                trade(market, account, venue, size);
            } else {
                hedge(market, account, spec.venues().indexOf(venue));
            }
        }
    }

    private static int base(MarketEngine market, int venue) {
        return market.spec().venues().get(venue).base();
    }

    private void trade(MarketEngine market, GroupAccount account, int venue, double size) {
        MarginMarket positions = market.offered(venue, MarginMarket.class);
        double least = spec.thresholdBps() * BPS + market.feeRate(venue);
        if (spec.fundingPayments() > 0) {
            double paidToShorts = spec.fundingPayments() * positions.expectedFundingRate();
            if (StrictMath.abs(paidToShorts) >= least) {
                order(market, account, venue, paidToShorts > 0 ? Side.SELL : Side.BUY, positions.index(), size);
            }
            return;
        }
        order(market, account, venue, Side.SELL, positions.index() * (1 + least), size);
        order(market, account, venue, Side.BUY, positions.index() * (1 - least), size);
    }

    /** Takes what is beyond a limit, as far as leverage allows. */
    private void order(MarketEngine market, GroupAccount account, int venue, Side side, double limit, double quote) {
        MarginMarket positions = market.offered(venue, MarginMarket.class);
        LimitOrderBook book = market.limitOrders(venue);
        double best = book.price(side.opposite(), 0);
        boolean worthwhile = side == Side.BUY ? best <= limit : best >= limit;
        double base = StrictMath.min(quote / limit, room(market, account, venue, side));
        if (worthwhile && base > 0) {
            double most = StrictMath.min(base, positions.orderable(account.participant(), side, limit));
            long ticks = StrictMath.max(1, Ticks.of(book, side, limit));
            account.place(market, venue, side, TimeInForce.IOC, ticks, book.toLots(most));
        }
    }

    /** By how much the position may still grow on a side, whole units. */
    private double room(MarketEngine market, GroupAccount account, int venue, Side side) {
        MarginMarket positions = market.offered(venue, MarginMarket.class);
        VenueSpec traded = market.spec().venues().get(venue);
        double free = account.spendable(market, market.spec().placeOfVenue(venue), traded.quote());
        double means = positions.margin(account.participant()) + free;
        double position = positions.position(account.participant());
        return spec.maxLeverage() * means / positions.mark() - (side == Side.BUY ? position : -position);
    }

    /** Trades the asset itself against all positions in it. */
    private void hedge(MarketEngine market, GroupAccount account, int index) {
        int venue = spec.venues().get(index);
        int base = base(market, venue);
        double gap = market.totalHolding(account.participant(), base) - initialBase[index];
        for (int other : spec.venues()) {
            boolean counts = Means.isMargined(market, other) && base(market, other) == base;
            gap += counts ? Means.inventory(market, account.participant(), other) : 0;
        }
        int quote = market.spec().venues().get(venue).quote();
        double worth = StrictMath.abs(gap) * market.price(venue) * market.priceAtVenues(quote);
        if (worth > 0) {
            account.trade(market, venue, gap > 0 ? Side.SELL : Side.BUY, worth);
        }
    }

    @Override
    public BasisTrading copy() {
        return new BasisTrading(spec, arrivals.copy(), initialBase);
    }

    @Override
    public void save(StateWriter out) {
        arrivals.save(out);
        out.doubles(initialBase);
    }
}
