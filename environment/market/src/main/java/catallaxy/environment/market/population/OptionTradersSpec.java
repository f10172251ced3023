package catallaxy.environment.market.population;

import catallaxy.environment.api.setting.NameOf;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.engine.EngineSpec;
import java.util.List;

/**
 * Buys and sells options.
 *
 * @param group           markets of options where it acts
 * @param ratePerHour     mean arrivals per hour
 * @param tradeSize       worth of what the options of a trade are on
 * @param hedgerShare     share of arrivals that buy puts against a fall, in [0, 1]
 * @param overwriterShare share of the others that sell calls on what they own; the rest buy calls or puts because they expect a move
 * @param distanceBps     how far from the price the strikes of the first two are
 * @param closeShare      probability that an arrival closes what the group has of a series instead
 * @param hedgeVenues     where the delta of a trade is hedged, on the chain of the options; none: it is not
 * @param hedgeShare      share of trades whose delta is hedged at once
 */
public record OptionTradersSpec(
        Group group,
        double ratePerHour,
        TradeSize tradeSize,
        double hedgerShare,
        double overwriterShare,
        double distanceBps,
        double closeShare,
        @NameOf(NameOf.Thing.VENUE) List<Integer> hedgeVenues,
        double hedgeShare)
        implements GroupSpec {
    public OptionTradersSpec {
        hedgeVenues = List.copyOf(hedgeVenues);
        Checks.inRange("ratePerHour", ratePerHour, 0, 1e7);
        Checks.inRange("hedgerShare", hedgerShare, 0, 1);
        Checks.inRange("overwriterShare", overwriterShare, 0, 1);
        Checks.inRange("distanceBps", distanceBps, 0, 9_000);
        Checks.inRange("closeShare", closeShare, 0, 1);
        Checks.inRange("hedgeShare", hedgeShare, 0, 1);
    }

    /** Share of arrivals that hedge or overwrite. */
    double ownersShare() {
        return hedgerShare + (1 - hedgerShare) * overwriterShare;
    }

    @Override
    public void check(EngineSpec engine) {
        for (int hedge : hedgeVenues) {
            boolean fits = venues().stream()
                    .allMatch(venue -> engine.placeOfVenue(venue) == engine.placeOfVenue(hedge)
                            && engine.venues().get(venue).base()
                                    == engine.venues().get(hedge).base());
            Checks.that(
                    fits,
                    "hedgeVenues",
                    "venues of the options' chain with the same base",
                    engine.venues().get(hedge).id());
        }
    }
}
