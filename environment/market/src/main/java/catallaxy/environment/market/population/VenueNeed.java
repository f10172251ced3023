package catallaxy.environment.market.population;

import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.List;
import java.util.function.Predicate;

/**
 * On which venues a group can act.
 *
 * @param fits     whether it can act on a venue
 * @param expected what such venues are, as a user is told
 */
public record VenueNeed(Predicate<VenueSpec> fits, String expected) {
    /** Order books. */
    public static final VenueNeed BOOKS = new VenueNeed(VenueSpec.Book.class::isInstance, "order books only");

    /** Whatever exchanges two assets. */
    public static final VenueNeed TRADED =
            new VenueNeed(venue -> Kinds.registered().trades(venue), "venues where two assets are traded");

    /** Markets of derivatives. */
    public static final VenueNeed DERIVATIVES = new VenueNeed(
            venue -> venue instanceof VenueSpec.Book book && book.derivative().isPresent(),
            "perpetuals and futures only");

    /** Contracts that offer a capability. */
    public static VenueNeed offering(Class<?> capability, String expected) {
        return offering(List.of(capability), expected);
    }

    /** Contracts that offer one of some capabilities. */
    public static VenueNeed offering(List<Class<?>> capabilities, String expected) {
        return new VenueNeed(
                venue -> venue instanceof VenueSpec.OnChain contract
                        && Kinds.registered().capabilities(contract).stream().anyMatch(capabilities::contains),
                expected);
    }
}
