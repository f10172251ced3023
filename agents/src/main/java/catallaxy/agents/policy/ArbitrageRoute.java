package catallaxy.agents.policy;

import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Meaning;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.api.Subject;
import java.util.OptionalInt;

/** Two venues, where to find them in an observation, and the largest trade. */
record ArbitrageRoute(ArbitrageLeg a, ArbitrageLeg b, int pending, OptionalInt best, double maxTrade, boolean atomic) {
    /** The routes, which are the first components of an action: as many as {@code atomic} says something of. */
    static ArbitrageRoute[] of(ActionSpec actions, ObservationSpec observations, boolean... atomic) {
        ArbitrageRoute[] routes = new ArbitrageRoute[atomic.length];
        for (int i = 0; i < routes.length; i++) {
            ActionComponent component = actions.components().get(i);
            routes[i] = of((ActionComponent.Continuous) component, observations, atomic[i]);
        }
        return routes;
    }

    private static ArbitrageRoute of(ActionComponent.Continuous action, ObservationSpec spec, boolean atomic) {
        Subject.Route route = (Subject.Route) action.meaning().subject();
        return new ArbitrageRoute(
                ArbitrageLeg.of(route.a(), spec),
                ArbitrageLeg.of(route.b(), spec),
                spec.index(Quantity.PENDING.of(route)),
                best(route, spec),
                Math.min(action.high(), -action.low()),
                atomic);
    }

    /** Where the trade that earns most is, of a route whose role computes it; what it earns follows. */
    private static OptionalInt best(Subject.Route route, ObservationSpec spec) {
        Meaning best = Quantity.BEST_TRADE.of(route);
        return spec.of(Quantity.BEST_TRADE).stream()
                        .anyMatch(feature -> feature.meaning().equals(best))
                ? OptionalInt.of(spec.index(best))
                : OptionalInt.empty();
    }

    /** As much of the trade that the role found as there is money and base for; what the first units earn is at least their part. */
    private RouteOffer observed(Observation observation, int at, int direction, double scale) {
        double wanted = observation.value(at) * direction;
        ArbitrageLeg from = direction > 0 ? a : b;
        ArbitrageLeg to = direction > 0 ? b : a;
        double most = Math.min(observation.value(from.quoteAvailable()), maxTrade * scale);
        double sellable = atomic
                ? Double.POSITIVE_INFINITY
                : observation.value(to.baseAvailable()) * observation.value(to.price());
        double spent = Math.min(wanted, Math.min(most, sellable));
        return spent > 0
                ? new RouteOffer(spent, observation.value(at + 1) * spent / wanted, gas(observation))
                : RouteOffer.NONE;
    }

    /** The best trade with base bought on a (direction 1) or on b (−1), as it is after the seat's scale. */
    RouteOffer best(Observation observation, int direction, double scale) {
        if (isPending(observation)) {
            return RouteOffer.NONE;
        }
        if (best.isPresent()) {
            return observed(observation, best.getAsInt(), direction, scale);
        }
        ArbitrageLeg from = direction > 0 ? a : b;
        ArbitrageLeg to = direction > 0 ? b : a;
        TradingLeg buy = from.leg(observation);
        TradingLeg sell = to.leg(observation);
        double wanted = TwoVenueOptimum.size(buy, sell);
        if (!(wanted > 0)) {
            return RouteOffer.NONE;
        }
        double affordable = Math.min(observation.value(from.quoteAvailable()), maxTrade * scale);
        double sellable = atomic ? Double.POSITIVE_INFINITY : observation.value(to.baseAvailable());
        double size = Math.min(Math.min(buy.bought(affordable), sellable), wanted);
        if (!(size > 0)) {
            return RouteOffer.NONE;
        }
        double cost = buy.cost(size);
        return new RouteOffer(cost, sell.proceeds(size) - cost, gas(observation));
    }

    /** Whether an earlier trade of the route is on its way. */
    boolean isPending(Observation observation) {
        return observation.value(pending) > 0;
    }

    /** Gas of both legs, quote units. */
    private double gas(Observation observation) {
        return observation.value(a.gasCost()) + observation.value(b.gasCost());
    }

    double clamped(double trade) {
        return Math.clamp(trade, -maxTrade, maxTrade);
    }
}
