package catallaxy.environment.market.role;

import catallaxy.environment.api.Feature;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.api.Subject;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.venue.ConstantProductPool;
import catallaxy.environment.api.venue.LimitOrderBook;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.api.view.Factors;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.trading.Gas;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What an arbitrageur sees of one venue: price, fee, reserves of a constant-product pool or else five levels, the gas of a swap, and what
 * it can spend there. The levels are others' orders of a book, or what a venue on a chain quotes. Whole units; 0 for whatever a venue of
 * this kind has not.
 */
final class VenueView {
    private static final int LEVELS = 5;

    private static final int PRICE = 0;
    private static final int FEE = 1;
    private static final int RESERVES = 2;
    private static final int BIDS = 4;
    private static final int ASKS = BIDS + 2 * LEVELS;
    private static final int GAS_COST = ASKS + 2 * LEVELS;
    private static final int BASE_AVAILABLE = GAS_COST + 1;
    private static final int QUOTE_AVAILABLE = GAS_COST + 2;
    private static final int SIZE = QUOTE_AVAILABLE + 1;

    private final int venue;
    private final int place;
    private final int base;
    private final int quote;
    private final boolean isOnChain;

    VenueView(EngineSpec engine, int venue) {
        VenueSpec spec = engine.venues().get(venue);
        this.venue = venue;
        this.place = engine.placeOfVenue(venue);
        this.base = spec.base();
        this.quote = spec.quote();
        this.isOnChain = spec instanceof VenueSpec.OnChain;
    }

    /** Lists the factors of the venue that is seen as {@code leg}, in the order in which {@link #look} writes them. */
    void list(Factors.Listing<? extends RoleSight> all, Subject.Leg leg) {
        List<Feature> features = new ArrayList<>();
        features.add(feature(Quantity.PRICE, leg, "quote"));
        features.add(feature(Quantity.FEE, leg, "1"));
        features.add(feature(Quantity.RESERVE_BASE, leg, "base"));
        features.add(feature(Quantity.RESERVE_QUOTE, leg, "quote"));
        addLevels(features, Quantity.BID, Quantity.BID_SIZE, leg);
        addLevels(features, Quantity.ASK, Quantity.ASK_SIZE, leg);
        features.add(feature(Quantity.GAS_COST, leg, "quote"));
        features.add(feature(Quantity.BASE_AVAILABLE, leg, "base"));
        features.add(feature(Quantity.QUOTE_AVAILABLE, leg, "quote"));
        all.group(
                features, (seen, values, at) -> look(seen.market(), seen.seat().participant(), values, at));
    }

    private static Feature feature(Quantity quantity, Subject of, String unit) {
        return new Feature(quantity.of(of), unit, 0, Double.POSITIVE_INFINITY);
    }

    /** Prices, then sizes. */
    private static void addLevels(List<Feature> features, Quantity price, Quantity size, Subject.Leg leg) {
        for (int level = 1; level <= LEVELS; level++) {
            features.add(feature(price, new Subject.Level(leg, level), "quote"));
        }
        for (int level = 1; level <= LEVELS; level++) {
            features.add(feature(size, new Subject.Level(leg, level), "base"));
        }
    }

    /** Writes what is seen of the venue now, as listed. */
    private void look(MarketView market, int participant, double[] seen, int at) {
        Arrays.fill(seen, at, at + SIZE, 0);
        seen[at + PRICE] = market.prices().of(venue);
        seen[at + FEE] = market.prices().feeRate(venue);
        if (isOnChain) {
            lookOnChain(market, seen, at);
        } else {
            LimitOrderBook book = market.offered(venue, LimitOrderBook.class);
            book.takeableLevels(participant, Side.BUY, LEVELS, seen, at + BIDS, at + BIDS + LEVELS);
            book.takeableLevels(participant, Side.SELL, LEVELS, seen, at + ASKS, at + ASKS + LEVELS);
        }
        seen[at + BASE_AVAILABLE] = Gas.spendable(market, participant, place, base);
        seen[at + QUOTE_AVAILABLE] = Gas.spendable(market, participant, place, quote);
    }

    private void lookOnChain(MarketView market, double[] seen, int at) {
        seen[at + GAS_COST] = Gas.ofSwapQuote(market, venue);
        ConstantProductPool pool =
                market.venue(venue, ConstantProductPool.class).orElse(null);
        if (pool != null) {
            seen[at + RESERVES] = pool.base();
            seen[at + RESERVES + 1] = pool.quote();
        } else {
            Quoting quotes = market.offered(venue, Quoting.class);
            QuotedLevels.of(quotes, base, Side.BUY, LEVELS).write(seen, at + BIDS);
            QuotedLevels.of(quotes, quote, Side.SELL, LEVELS).write(seen, at + ASKS);
        }
    }
}
