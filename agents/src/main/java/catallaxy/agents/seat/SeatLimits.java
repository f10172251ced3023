package catallaxy.agents.seat;

import catallaxy.agents.Agent;
import catallaxy.agents.policy.GrowthOptimal;
import catallaxy.environment.api.ActionComponent.Continuous;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.api.Subject;
import catallaxy.environment.base.check.InvalidValueException;
import catallaxy.environment.market.role.RoleSpec;
import catallaxy.environment.market.role.Routing;
import catallaxy.environment.market.role.Supervising;
import catallaxy.environment.market.role.TwoSided;
import catallaxy.environment.market.role.Weighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Between which values risk limits let each component of a role's action lie now: those of {@link SeatSettings.Limits} that
 * concern the role.
 *
 * <pre>
 *   market maker   size · quote size · scale ≤ inventoryShare · q_max ∓ q − what may still fill on the side; neutral without room
 *                  bid ≤ ref (1 + b),  ask ≥ ref (1 − b)      b the no-arbitrage distance, ref the price elsewhere
 *   portfolio      weight ≤ max(weight now, kellyCap · growth-optimal weight − what the asset's other sleeves have beyond that),
 *                  weight now while the growth-optimal weight is not known
 *   risk manager   scale ≥ minScale                           unless the drawdown is at least haltDrawdown
 *   arbitrageur    buy on a and sell on b only if  bid_b (1 − fee_b) ≥ ask_a (1 + fee_a) (1 + b), and likewise
 * </pre>
 *
 * <p>A quote that would have to lie beyond its bounds to keep the no-arbitrage distance is not made: its size is 0. Immutable.
 */
final class SeatLimits {
    private static final double BPS = 10_000;
    private static final List<Quantity> QUOTES =
            List.of(Quantity.BID_OFFSET, Quantity.ASK_OFFSET, Quantity.BID_SIZE, Quantity.ASK_SIZE);

    private final List<Continuous> components;
    private final ActionSpec spec;
    private final List<Limit> limits = new ArrayList<>();

    /** One limit, as the values that it leaves. */
    private interface Limit {
        Range range(int component, Observation now);
    }

    /** From {@code low} to {@code high}; infinite where a limit says nothing. */
    record Range(double low, double high) {
        private static final Range ANY = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

        private static Range only(double value) {
            return new Range(value, value);
        }

        private static Range from(double low) {
            return new Range(low, Double.POSITIVE_INFINITY);
        }

        private static Range to(double high) {
            return new Range(Double.NEGATIVE_INFINITY, high);
        }
    }

    /**
     * The limits of a seat.
     *
     * @param advisor the seat's own policy, where it is asked
     * @throws IllegalArgumentException if a limit does not fit the role, or the policy does not know what a limit needs
     */
    SeatLimits(SeatSettings.Limits settings, RoleSpec role, List<Continuous> components, Optional<Agent> advisor) {
        this.components = List.copyOf(components);
        spec = new ActionSpec(List.copyOf(components));
        boolean distance = settings.noArbitrageBps().isPresent();
        double share = settings.noArbitrageBps().orElse(0) / BPS;
        if (role instanceof TwoSided maker) {
            add(settings.inventoryShare() < 1, QUOTES, inventory(settings.inventoryShare(), maker));
            add(distance, QUOTES, (component, now) -> quote(component, now, share));
        }
        if (role instanceof Routing) {
            add(distance, List.of(Quantity.TRADE), (component, now) -> route(component, now, share));
        }
        if (role instanceof Supervising) {
            add(settings.minScale() > 0, List.of(Quantity.SCALE), (component, now) -> scale(component, now, settings));
        }
        boolean prices = role instanceof TwoSided || role instanceof Routing;
        require(prices || !distance, "no-arbitrage-bps", "a market maker or an arbitrageur", role);
        if (settings.kellyCap().isPresent()) {
            require(role instanceof Weighting, "kelly-cap", "a portfolio", role);
            add(true, List.of(Quantity.WEIGHT), kelly(settings.kellyCap().getAsDouble(), advisor));
        }
    }

    private static void require(boolean fits, String key, String expected, RoleSpec role) {
        if (!fits) {
            throw new InvalidValueException(key, "in the seat of " + expected, role.role());
        }
    }

    private void add(boolean set, List<Quantity> of, Limit limit) {
        if (set) {
            limits.add((component, now) -> of.contains(quantity(component)) ? limit.range(component, now) : Range.ANY);
        }
    }

    private Limit inventory(double share, TwoSided maker) {
        double limit = share * maker.maxInventory();
        return (component, now) -> {
            double room = isBid(component)
                    ? limit - now.value("inventory") - now.value("bid_exposure")
                    : limit + now.value("inventory") - now.value("ask_exposure");
            Continuous of = components.get(component);
            if (!(room > 0)) {
                return Range.only(of.neutral());
            }
            double full = maker.quoteSize() * now.value("risk_scale");
            return isSize(component) && full > 0 ? Range.to(room / full) : Range.ANY;
        };
    }

    private boolean isBid(int component) {
        Quantity quantity = quantity(component);
        return quantity.equals(Quantity.BID_OFFSET) || quantity.equals(Quantity.BID_SIZE);
    }

    private boolean isSize(int component) {
        Quantity quantity = quantity(component);
        return quantity.equals(Quantity.BID_SIZE) || quantity.equals(Quantity.ASK_SIZE);
    }

    private Quantity quantity(int component) {
        return components.get(component).meaning().quantity();
    }

    private Subject subject(int component) {
        return components.get(component).meaning().subject();
    }

    /** Offsets count outwards from the mid. */
    private Range quote(int component, Observation now, double share) {
        double reference = now.value("reference_price");
        double mid = now.value("mid");
        if (!(mid > 0)) {
            return Range.ANY;
        }
        double nearest = isBid(component)
                ? (1 - reference * (1 + share) / mid) * BPS
                : (reference * (1 - share) / mid - 1) * BPS;
        Continuous of = components.get(component);
        if (!isSize(component)) {
            return Range.from(nearest);
        }
        Continuous offset =
                components.get(spec.index((isBid(component) ? Quantity.BID_OFFSET : Quantity.ASK_OFFSET).ofSeat()));
        return nearest > offset.high() ? Range.only(of.neutral()) : Range.ANY;
    }

    private Range scale(int component, Observation now, SeatSettings.Limits settings) {
        boolean free = now.value(Quantity.DRAWDOWN.of(subject(component))) >= settings.haltDrawdown();
        return free ? Range.ANY : Range.from(settings.minScale());
    }

    private Range route(int component, Observation now, double share) {
        Subject.Route route = (Subject.Route) subject(component);
        Leg a = Leg.of(route.a(), now);
        Leg b = Leg.of(route.b(), now);
        return new Range(
                a.proceeds() >= b.cost() * (1 + share) ? Double.NEGATIVE_INFINITY : 0,
                b.proceeds() >= a.cost() * (1 + share) ? Double.POSITIVE_INFINITY : 0);
    }

    /** What the first unit brings and costs at a venue, fee included; 0 and infinity where a book's side is empty. */
    private record Leg(double proceeds, double cost) {
        static Leg of(Subject.Leg leg, Observation now) {
            double price = now.value(Quantity.PRICE.of(leg));
            double fee = now.value(Quantity.FEE.of(leg));
            boolean pool = now.value(Quantity.RESERVE_BASE.of(leg)) > 0;
            Subject best = new Subject.Level(leg, 1);
            double bid = pool ? price : now.value(Quantity.BID.of(best));
            double ask = pool ? price : now.value(Quantity.ASK.of(best));
            return new Leg(bid * (1 - fee), ask > 0 ? ask * (1 + fee) : Double.POSITIVE_INFINITY);
        }
    }

    private Limit kelly(double cap, Optional<Agent> advisor) {
        if (!(advisor.orElse(null) instanceof GrowthOptimal kelly)) {
            throw new IllegalArgumentException(
                    "kelly-cap: expected a policy that knows growth-optimal weights, such as merton-band, in the seat");
        }
        return (component, now) -> {
            double[] weights = kelly.growthOptimal(now);
            double standing = standing(component, now);
            double most = weights.length == 0 ? standing : room(component, now, cap, weights);
            return Range.to(Math.max(standing, most));
        };
    }

    /** A sleeve's part of the cap, less what the asset's other sleeves hold beyond theirs. */
    private double room(int component, Observation now, double cap, double[] weights) {
        double room = cap * weights[component];
        for (int other = 0; other < weights.length; other++) {
            if (other != component && asset(other).equals(asset(component))) {
                room -= Math.max(0, standing(other, now) - cap * weights[other]);
            }
        }
        return room;
    }

    private double standing(int component, Observation now) {
        return now.value(components.get(component).meaning());
    }

    private String asset(int component) {
        return ((Subject.Holding) subject(component)).asset();
    }

    /** The values that a component may take now, within its own range; where limits contradict each other, the largest low. */
    Range range(int component, Observation now) {
        Continuous of = components.get(component);
        double low = of.low();
        double high = of.high();
        for (Limit limit : limits) {
            Range range = limit.range(component, now);
            low = Math.max(low, range.low());
            high = Math.min(high, range.high());
        }
        low = Math.min(low, of.high());
        return new Range(low, Math.max(high, low));
    }
}
