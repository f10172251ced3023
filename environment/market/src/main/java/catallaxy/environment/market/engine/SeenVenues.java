package catallaxy.environment.market.engine;

import catallaxy.environment.api.venue.Claims;
import catallaxy.environment.api.venue.LimitOrderBook;
import catallaxy.environment.api.venue.Liquidity;
import catallaxy.environment.api.venue.MarginMarket;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the venues of a market offer as they stand, by capability. Books, quotes and liquidity are asked for all the time and so made
 * once; other capabilities are made when somebody asks. Owned by the market's thread.
 */
final class SeenVenues {
    private final EngineView market;
    private final MarketState state;
    /** {@code [venues]}: books; null elsewhere. */
    private final @Nullable LimitOrderBook[] books;
    /** {@code [venues]}: what contracts that are venues offer; null elsewhere. */
    private final @Nullable Quoting[] quoting;
    /** {@code [venues]}: those of them that exchange two assets; null elsewhere. */
    private final @Nullable Quoting[] pricing;

    private final @Nullable Liquidity[] liquidity;

    SeenVenues(EngineView market) {
        this.market = market;
        this.state = market.state;
        int venues = state.layout.spec().venues().size();
        books = new LimitOrderBook[venues];
        quoting = new Quoting[venues];
        pricing = new Quoting[venues];
        liquidity = new Liquidity[venues];
        for (int venue : state.layout.bookVenues()) {
            books[venue] = new SeenBook(state, venue);
        }
        for (int venue : state.layout.chainVenues()) {
            quoting[venue] = onChain(venue, Quoting.class).orElse(null);
            pricing[venue] = state.layout.spec().venues().get(venue).isPair() ? quoting[venue] : null;
            liquidity[venue] = onChain(venue, Liquidity.class).orElse(null);
        }
    }

    /** A capability of a venue, if it offers that. */
    <T> Optional<T> offers(int venue, Class<T> capability) {
        T kept = kept(venue, capability);
        if (kept != null) {
            return Optional.of(kept);
        }
        return isBook(venue) ? margined(venue, capability) : onChain(venue, capability);
    }

    /** A capability that was made once; null if the venue has none such. */
    <T> @Nullable T kept(int venue, Class<T> capability) {
        if (capability == LimitOrderBook.class) {
            return capability.cast(books[venue]);
        } else if (capability.isInstance(quoting[venue])) {
            return capability.cast(quoting[venue]);
        }
        return capability.isInstance(liquidity[venue]) ? capability.cast(liquidity[venue]) : null;
    }

    /** Whether a venue is a book of an exchange; else it is a contract on a chain. */
    boolean isBook(int venue) {
        return state.layout.spec().venues().get(venue) instanceof VenueSpec.Book;
    }

    /** The book that a venue is; null if it is none. */
    @Nullable
    LimitOrderBook book(int venue) {
        return books[venue];
    }

    /** What a contract quotes; null if it is a book, or quotes nothing. */
    @Nullable
    Quoting quoting(int venue) {
        return quoting[venue];
    }

    /** What a contract quotes; null if it is a book, or does not exchange two assets. */
    @Nullable
    Quoting pricing(int venue) {
        return pricing[venue];
    }

    /** The liquidity in a contract; null if nobody can provide any. */
    @Nullable
    Liquidity liquidity(int venue) {
        return liquidity[venue];
    }

    /** What participants may claim from all of them, and from bridges. */
    SeenClaims claims() {
        return SeenClaims.of(state, venue -> onChain(venue, Claims.class));
    }

    private <T> Optional<T> margined(int venue, Class<T> capability) {
        boolean offered = capability == MarginMarket.class
                && state.book(venue).positions().isPresent();
        return offered ? Optional.of(capability.cast(new SeenMargins(state, venue))) : Optional.empty();
    }

    private <T> Optional<T> onChain(int venue, Class<T> capability) {
        return state.layout.contracts().as(capability, venue, state.contract(venue), state.settlement.ledger(), market);
    }
}
