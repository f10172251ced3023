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
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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

    /**
     * What was seen of the venue.
     *
     * @param bids prices of the levels, then their sizes
     * @param asks likewise
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Sight(
            double price,
            double fee,
            double reserveBase,
            double reserveQuote,
            double[] bids,
            double[] asks,
            double gasCost,
            double baseAvailable,
            double quoteAvailable) {}

    /** Lists the factors of a venue that is seen as {@code leg}. */
    static <S> void list(Factors.Listing<S> all, Subject.Leg leg, Function<S, Sight> of) {
        all.nonNegative(Quantity.PRICE.of(leg), "quote", seen -> of.apply(seen).price())
                .nonNegative(Quantity.FEE.of(leg), "1", seen -> of.apply(seen).fee())
                .nonNegative(
                        Quantity.RESERVE_BASE.of(leg),
                        "base",
                        seen -> of.apply(seen).reserveBase())
                .nonNegative(
                        Quantity.RESERVE_QUOTE.of(leg),
                        "quote",
                        seen -> of.apply(seen).reserveQuote());
        listLevels(
                all,
                Quantity.BID,
                Quantity.BID_SIZE,
                leg,
                seen -> of.apply(seen).bids());
        listLevels(
                all,
                Quantity.ASK,
                Quantity.ASK_SIZE,
                leg,
                seen -> of.apply(seen).asks());
        all.nonNegative(
                        Quantity.GAS_COST.of(leg),
                        "quote",
                        seen -> of.apply(seen).gasCost())
                .nonNegative(
                        Quantity.BASE_AVAILABLE.of(leg),
                        "base",
                        seen -> of.apply(seen).baseAvailable())
                .nonNegative(
                        Quantity.QUOTE_AVAILABLE.of(leg),
                        "quote",
                        seen -> of.apply(seen).quoteAvailable());
    }

    /** Prices, then sizes. */
    private static <S> void listLevels(
            Factors.Listing<S> all, Quantity price, Quantity size, Subject.Leg leg, Function<S, double[]> levels) {
        List<Feature> features = new ArrayList<>();
        for (int level = 1; level <= LEVELS; level++) {
            features.add(new Feature(price.of(new Subject.Level(leg, level)), "quote", 0, Double.POSITIVE_INFINITY));
        }
        for (int level = 1; level <= LEVELS; level++) {
            features.add(new Feature(size.of(new Subject.Level(leg, level)), "base", 0, Double.POSITIVE_INFINITY));
        }
        all.group(features, (seen, values, at) -> System.arraycopy(levels.apply(seen), 0, values, at, 2 * LEVELS));
    }

    Sight look(MarketView market, int participant) {
        ConstantProductPool pool = pool(market);
        return new Sight(
                market.prices().of(venue),
                market.prices().feeRate(venue),
                pool == null ? 0 : pool.base(),
                pool == null ? 0 : pool.quote(),
                levels(market, participant, Side.BUY),
                levels(market, participant, Side.SELL),
                isOnChain ? Gas.ofSwapQuote(market, venue) : 0,
                Gas.spendable(market, participant, place, base),
                Gas.spendable(market, participant, place, quote));
    }

    private @Nullable ConstantProductPool pool(MarketView market) {
        return isOnChain ? market.venue(venue, ConstantProductPool.class).orElse(null) : null;
    }

    private double[] levels(MarketView market, int participant, Side side) {
        double[] levels = new double[2 * LEVELS];
        if (!isOnChain) {
            market.offered(venue, LimitOrderBook.class).takeableLevels(participant, side, LEVELS, levels, 0, LEVELS);
        } else if (pool(market) == null) {
            QuotedLevels.of(market.offered(venue, Quoting.class), side == Side.BUY ? base : quote, side, LEVELS)
                    .write(levels, 0);
        }
        return levels;
    }
}
