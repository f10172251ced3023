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
record ArbitrageRoute(
        ArbitrageLeg a,
        ArbitrageLeg b,
        int pending,
        OptionalInt best,
        OptionalInt loan,
        double maxTrade,
        boolean atomic) {
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
                index(Quantity.BEST_TRADE.of(route), spec),
                index(Quantity.LOAN_FEE.of(route), spec),
                Math.min(action.high(), -action.low()),
                atomic);
    }

    /** Where a feature is that only some routes have: the best trade, which what it earns follows, or a loan's fee, which the most and the gas follow. */
    private static OptionalInt index(Meaning wanted, ObservationSpec spec) {
        return spec.of(wanted.quantity()).stream()
                        .anyMatch(feature -> feature.meaning().equals(wanted))
                ? OptionalInt.of(spec.index(wanted))
                : OptionalInt.empty();
    }

    /** What is to be paid for a unit that is spent. */
    private double unitCost(Observation observation) {
        return loan.isPresent() ? 1 + observation.value(loan.getAsInt()) : 1;
    }

    private double affordable(Observation observation, ArbitrageLeg from, double scale) {
        int money = loan.isPresent() ? loan.getAsInt() + 1 : from.quoteAvailable();
        return Math.min(observation.value(money), maxTrade * scale);
    }

    /** As much of the trade that the role found as there is money and base for; what the first units earn is at least their part. */
    private RouteOffer observed(Observation observation, int at, int direction, double scale) {
        double wanted = observation.value(at) * direction;
        ArbitrageLeg from = direction > 0 ? a : b;
        ArbitrageLeg to = direction > 0 ? b : a;
        double most = affordable(observation, from, scale);
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
        double unitCost = unitCost(observation);
        double wanted = TwoVenueOptimum.size(buy, loan.isPresent() ? sell.sellingFor(unitCost) : sell);
        if (!(wanted > 0)) {
            return RouteOffer.NONE;
        }
        double sellable = atomic ? Double.POSITIVE_INFINITY : observation.value(to.baseAvailable());
        double size = Math.min(Math.min(buy.bought(affordable(observation, from, scale)), sellable), wanted);
        if (!(size > 0)) {
            return RouteOffer.NONE;
        }
        double cost = buy.cost(size);
        return new RouteOffer(cost, sell.proceeds(size) - cost * unitCost, gas(observation));
    }

    /** Whether an earlier trade of the route is on its way. */
    boolean isPending(Observation observation) {
        return observation.value(pending) > 0;
    }

    /** Gas of both legs and of the loan, quote units. */
    private double gas(Observation observation) {
        double borrowing = loan.isPresent() ? observation.value(loan.getAsInt() + 2) : 0;
        return observation.value(a.gasCost()) + observation.value(b.gasCost()) + borrowing;
    }

    double clamped(double trade) {
        return Math.clamp(trade, -maxTrade, maxTrade);
    }
}
