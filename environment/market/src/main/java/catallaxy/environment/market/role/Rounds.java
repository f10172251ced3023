package catallaxy.environment.market.role;

import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.Feature;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.api.view.Factors;
import catallaxy.environment.api.view.Gateway;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.arbitrage.SimpleCycles;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The cycles of more than two venues that an arbitrageur may trade: all simple ones of its venues on one chain up to its longest, through no
 * contract twice. They begin with the quote asset where they contain it. Immutable.
 */
final class Rounds {
    /** More would be more than an action can list. */
    static final int MOST = 64;

    private static final int SHORTEST = 3;

    private final RoleSpec.Arbitrage spec;
    private final List<Round> all;

    Rounds(EngineSpec engine, RoleSpec.Arbitrage spec) {
        this.spec = spec;
        all = all(engine.venues(), engine.quoteAsset(), spec);
        Checks.that(
                all.size() <= MOST,
                "maxCycle",
                "one up to which there are at most " + MOST + " cycles of the seat's venues",
                spec.maxCycle());
        Checks.that(
                !all.isEmpty() || !spec.routes().isEmpty(),
                "maxCycle",
                "one up to which there is a cycle of the seat's venues, where it has no routes",
                spec.maxCycle());
    }

    /** A swap at a venue, in one direction. */
    private record Swap(VenueSpec.OnChain at, int venue, Integer from, Integer to)
            implements SimpleCycles.Edge<Integer> {
        /** Venues of one contract are one: the first of two swaps would change what the second gives. */
        @Override
        public Object carrier() {
            return at.host();
        }
    }

    /** The cycles of a seat, at most {@link #MOST} of them and one. */
    static List<Round> all(List<VenueSpec> venues, int quoteAsset, RoleSpec.Arbitrage spec) {
        List<Round> all = new ArrayList<>();
        swaps(venues, spec)
                .forEach(swaps -> SimpleCycles.visit(swaps, spec.maxCycle(), path -> {
                    List<Swap> turned = turned(path, quoteAsset);
                    boolean once = turned.getFirst().venue() < turned.getLast().venue();
                    if (path.size() >= SHORTEST && once && all.size() <= MOST) {
                        all.add(round(turned));
                    }
                }));
        return List.copyOf(all);
    }

    /** Of each chain. */
    private static List<List<Swap>> swaps(List<VenueSpec> venues, RoleSpec.Arbitrage spec) {
        List<List<Swap>> swaps = new ArrayList<>();
        TreeSet<Integer> passed = new TreeSet<>(spec.cycleVenues());
        spec.routes().forEach(route -> passed.addAll(List.of(route.venueA(), route.venueB())));
        for (int venue : passed) {
            if (venues.get(venue) instanceof VenueSpec.OnChain at
                    && Kinds.registered().trades(at)
                    && at.isPair()) {
                while (swaps.size() <= at.chain()) {
                    swaps.add(new ArrayList<>());
                }
                swaps.get(at.chain()).add(new Swap(at, venue, at.base(), at.quote()));
                swaps.get(at.chain()).add(new Swap(at, venue, at.quote(), at.base()));
            }
        }
        return swaps;
    }

    private static List<Swap> turned(List<Swap> path, int quoteAsset) {
        List<Swap> turned = new ArrayList<>(path);
        for (int leg = 0; leg < path.size(); leg++) {
            if (path.get(leg).from() == quoteAsset) {
                turned = new ArrayList<>(path.subList(leg, path.size()));
                turned.addAll(path.subList(0, leg));
            }
        }
        return turned;
    }

    private static Round round(List<Swap> path) {
        return new Round(
                path.getFirst().at().chain(),
                path.getFirst().from(),
                path.stream().map(Swap::venue).toList(),
                path.stream().map(swap -> swap.at().id()).toList());
    }

    int size() {
        return all.size();
    }

    /** The venues of all of them. */
    List<Integer> venues() {
        return all.stream().flatMap(round -> round.venues().stream()).distinct().toList();
    }

    /** One of each: the part of the best input. */
    List<ActionComponent> actions() {
        return all.stream()
                .<ActionComponent>map(
                        round -> new ActionComponent.Continuous(Quantity.ROUND.of(round.subject()), "1", -1, 1, 0))
                .toList();
    }

    /** Lists what is seen of each. */
    <S extends RoleSight> void list(Factors.Listing<S> factors) {
        for (Round round : all) {
            factors.bounded(
                    Quantity.PENDING.of(round.subject()),
                    "1",
                    0,
                    1,
                    seen -> isPending(seen.market(), seen.seat(), round) ? 1 : 0);
            List<Feature> best = List.of(
                    new Feature(
                            Quantity.BEST_TRADE.of(round.subject()),
                            "quote",
                            Double.NEGATIVE_INFINITY,
                            Double.POSITIVE_INFINITY),
                    new Feature(Quantity.BEST_PROFIT.of(round.subject()), "quote", 0, Double.POSITIVE_INFINITY),
                    new Feature(Quantity.GAS_COST.of(round.subject()), "quote", 0, Double.POSITIVE_INFINITY));
            factors.group(best, (seen, values, at) -> round.write(seen.market(), means(seen.seat()), values, at));
        }
    }

    private static boolean isPending(MarketView market, Seat seat, Round round) {
        return UnderWay.on(market, seat, round.chain());
    }

    private Round.Means means(Seat seat) {
        return new Round.Means(
                seat.participant(), spec.flashLoans(), spec.maxTradeQuote() * seat.scale(), spec.maxSlippage());
    }

    /** Writes which may be made now, from a place on. */
    void mask(MarketView market, Seat seat, boolean[] mask, int from) {
        for (int i = 0; i < all.size(); i++) {
            mask[from + i] = !seat.halted() && !isPending(market, seat, all.get(i));
        }
    }

    /** Sends what an action says of them, from a place on. */
    void act(MarketView market, Gateway gateway, Seat seat, double[] action, int from) {
        for (int i = 0; i < all.size(); i++) {
            if (action[from + i] != 0 && !isPending(market, seat, all.get(i))) {
                all.get(i).send(market, gateway, means(seat), action[from + i]);
            }
        }
    }
}
