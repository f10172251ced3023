package catallaxy.environment.market.oracle;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.List;
import java.util.Optional;

/**
 * An oracle as a scenario describes it.
 *
 * @param chain         whose venues it may look at
 * @param assets        of which it tells prices
 * @param windowSeconds over which it takes averages, where it does
 * @param venues        indices of those at which it looks, in their order; none for all of the chain
 * @param ageSeconds    from which on what was reported is no price any more; 0 for any age
 */
public record OracleSpec(
        OracleKind kind, int chain, List<Integer> assets, long windowSeconds, List<Integer> venues, long ageSeconds) {
    private static final long YEAR_SECONDS = 365 * 86_400L;

    public OracleSpec {
        assets = List.copyOf(assets);
        venues = List.copyOf(venues);
        Checks.inRange("windowSeconds", windowSeconds, 1, YEAR_SECONDS);
        Checks.inRange("ageSeconds", ageSeconds, 0, YEAR_SECONDS);
    }

    /** An oracle that looks at all venues of its chain. */
    public OracleSpec(OracleKind kind, int chain, List<Integer> assets, long windowSeconds) {
        this(kind, chain, assets, windowSeconds, List.of(), 0);
    }

    /** What the venues that it names must be where one of them is not; nothing where all fit. */
    public Optional<String> misfit(List<VenueSpec> all) {
        return venues.stream()
                .flatMap(venue -> kind.misfit(all.get(venue)).stream())
                .findFirst();
    }

    /** An oracle that has noted nothing. */
    public Oracle open() {
        return kind.open(this);
    }

    /** Reads back what {@link Oracle#save} wrote. */
    public Oracle load(StateReader in) {
        return kind.load(this, in);
    }
}
