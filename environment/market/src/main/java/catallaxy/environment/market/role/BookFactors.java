package catallaxy.environment.market.role;

import catallaxy.environment.api.Subject;
import catallaxy.environment.api.view.Factor;
import catallaxy.environment.api.view.MarketMap;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Factors of each order book of a market. */
final class BookFactors {
    private BookFactors() {}

    /**
     * Those of every book, in the scenario's order.
     *
     * @throws IllegalArgumentException if there is none
     */
    static List<Factor<FactorSight>> of(
            String kind, EngineSpec engine, BiFunction<Integer, Subject, List<Factor<FactorSight>>> ofBook) {
        List<Factor<FactorSight>> factors = IntStream.range(0, engine.venues().size())
                .filter(venue -> engine.venues().get(venue) instanceof VenueSpec.Book)
                .boxed()
                .flatMap(venue -> ofBook.apply(venue, subject(engine.map(), venue)).stream())
                .toList();
        if (factors.isEmpty()) {
            throw new IllegalArgumentException(kind + ": the market has no order book");
        }
        return factors;
    }

    private static Subject subject(MarketMap map, int venue) {
        MarketMap.Venue at = map.venue(venue);
        return new Subject.Venue(
                at.id(),
                map.assets().get(at.base()).symbol(),
                map.assets().get(at.quote()).symbol());
    }
}
