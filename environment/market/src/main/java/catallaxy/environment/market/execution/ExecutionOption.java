package catallaxy.environment.market.execution;

import catallaxy.environment.api.venue.FlashLender;
import catallaxy.environment.market.chain.ChainSpec;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.role.RoleSpec;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A place for a trade and a purse: a chain, with own money or that of a lender there.
 *
 * @param label  {@code CHAIN} for own money, {@code CHAIN:LENDER} for borrowed
 * @param chain  index
 * @param lender index of the venue that lends; empty for own money
 */
public record ExecutionOption(String label, int chain, OptionalInt lender, ExecutionMethod method) {
    /** All options of routes, chain by chain, own money first, then those who lend and are not traded at, in the scenario's order. */
    static List<ExecutionOption> all(EngineSpec engine, List<RoleSpec.Route> routes) {
        List<ExecutionOption> all = new ArrayList<>();
        for (int chain : chains(engine, routes)) {
            ChainSpec spec = engine.chains().get(chain);
            boolean rollup = spec.kind() == ChainSpec.Kind.ROLLUP;
            all.add(new ExecutionOption(spec.id(), chain, OptionalInt.empty(), ExecutionMethod.of(rollup, false)));
            for (int venue = 0; venue < engine.venues().size(); venue++) {
                if (lends(engine, venue, chain) && !isTraded(routes, venue)) {
                    String label = spec.id() + ":" + engine.venues().get(venue).id();
                    all.add(new ExecutionOption(label, chain, OptionalInt.of(venue), ExecutionMethod.of(rollup, true)));
                }
            }
        }
        return List.copyOf(all);
    }

    /** The chains of routes, in the scenario's order. */
    static List<Integer> chains(EngineSpec engine, List<RoleSpec.Route> routes) {
        return routes.stream()
                .map(route -> engine.placeOfVenue(route.venueA()))
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean isTraded(List<RoleSpec.Route> routes, int venue) {
        return routes.stream().anyMatch(route -> route.venueA() == venue || route.venueB() == venue);
    }

    private static boolean lends(EngineSpec engine, int venue, int chain) {
        return engine.venues().get(venue) instanceof VenueSpec.OnChain contract
                && contract.chain() == chain
                && Kinds.registered().capabilities(contract).contains(FlashLender.class);
    }
}
