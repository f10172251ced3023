package catallaxy.environment.market.role;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.venue.ConstantProductPool;
import catallaxy.environment.api.venue.LimitOrderBook;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.trading.Gas;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.Arrays;
import java.util.Optional;

/**
 * What an arbitrageur sees of one venue: price, fee, reserves of a constant-product pool or else five levels, the gas of a swap, and what
 * it can spend there. The levels are others' orders of a book, or what a venue on a chain quotes. Whole units; 0 for whatever a venue of
 * this kind has not.
 */
final class VenueView {
    private static final int LEVELS = 5;

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

    void list(Features features, String prefix) {
        features.nonNegative(prefix + "price", "quote")
                .nonNegative(prefix + "fee", "1")
                .nonNegative(prefix + "reserve_base", "base")
                .nonNegative(prefix + "reserve_quote", "quote");
        listLevels(features, prefix + "bid_", "quote");
        listLevels(features, prefix + "bid_size_", "base");
        listLevels(features, prefix + "ask_", "quote");
        listLevels(features, prefix + "ask_size_", "base");
        features.nonNegative(prefix + "gas_cost", "quote")
                .nonNegative(prefix + "base_available", "base")
                .nonNegative(prefix + "quote_available", "quote");
    }

    private static void listLevels(Features features, String prefix, String unit) {
        for (int level = 1; level <= LEVELS; level++) {
            features.nonNegative(prefix + level, unit);
        }
    }

    /** Writes the features from {@code at} on; returns where they end. */
    int write(MarketView market, int participant, double[] values, int at) {
        int i = at;
        values[i++] = market.prices().of(venue);
        values[i++] = market.prices().feeRate(venue);
        Optional<ConstantProductPool> pool = market.venue(venue, ConstantProductPool.class);
        values[i++] = pool.map(ConstantProductPool::base).orElse(0.0);
        values[i++] = pool.map(ConstantProductPool::quote).orElse(0.0);
        i = writeLevels(market, participant, Side.BUY, values, i);
        i = writeLevels(market, participant, Side.SELL, values, i);
        values[i++] = isOnChain ? Gas.ofSwapQuote(market, venue) : 0;
        values[i++] = Gas.spendable(market, participant, place, base);
        values[i++] = Gas.spendable(market, participant, place, quote);
        return i;
    }

    private int writeLevels(MarketView market, int participant, Side side, double[] values, int at) {
        if (isOnChain) {
            Arrays.fill(values, at, at + 2 * LEVELS, 0);
            if (market.venue(venue, ConstantProductPool.class).isEmpty()) {
                QuotedLevels.of(market.offered(venue, Quoting.class), side == Side.BUY ? base : quote, side, LEVELS)
                        .write(values, at);
            }
        } else {
            market.offered(venue, LimitOrderBook.class)
                    .takeableLevels(participant, side, LEVELS, values, at, at + LEVELS);
        }
        return at + 2 * LEVELS;
    }
}
