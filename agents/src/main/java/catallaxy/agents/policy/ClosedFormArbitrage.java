package catallaxy.agents.policy;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Meaning;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.api.Subject;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.role.RoleSpec;
import catallaxy.environment.market.role.Routing;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The arbitrageur that trades the closed-form optimum between two venues: buy where the base asset is cheap, sell where it
 * is dear, as much as earns most after fees, and only if that exceeds gas and a smallest profit.
 *
 * <p>The sizes are those of {@link TwoVenueOptimum}; for two pools the optimum is that of Angeris, Kao, Chiang, Noyes and
 * Chitra 2019, "An analysis of Uniswap markets", https://arxiv.org/abs/1911.03380, and for more venues the convex routing
 * of Angeris, Evans, Chitra and Boyd 2022, https://arxiv.org/abs/2204.05238, is an upper bound. Sizes are cut at the
 * quote asset available where it buys, the base asset available where it sells (not between two pools of one chain, whose
 * legs are one transaction), and the role's largest trade; profit is concave in the size, so the cut size is the best one
 * allowed.
 *
 * <p>Of a route between contracts of which one has liquidity in ranges, the role computes the optimum stretch by stretch, and the agent takes it from
 * there, less in proportion where it lacks money.
 *
 * <p>The action is in quote units spent on the buying side; profit and gas are in quote units.
 *
 * <p>Deviations: of a book only the visible levels are used; one route an epoch, the one that earns most, because routes
 * share balances; routes with legs or refills under way wait; the prices may have moved when a transaction is included, for
 * which the smallest profit is the margin.
 */
public final class ClosedFormArbitrage implements Agent {
    private static final int LEVELS = 5;

    /**
     * Settings.
     *
     * @param minProfitQuote smallest profit after fees and gas for which it trades, quote units
     * @param minProfitBps   the same relative to the amount spent, basis points
     */
    public record Config(double minProfitQuote, double minProfitBps) implements PolicySpec {
        public Config {
            Checks.inRange("minProfitQuote", minProfitQuote, 0, 1e15);
            Checks.inRange("minProfitBps", minProfitBps, 0, 10_000);
        }

        @Override
        public String policy() {
            return "closed-form-arbitrage";
        }

        @Override
        public Class<?> seat() {
            return Routing.class;
        }
    }

    private final Config config;
    private final Route[] routes;
    private final int riskScale;

    ClosedFormArbitrage(Config config, AgentContext context) {
        this(config, context.observations(), context.actions(), atomicRoutes(context));
    }

    /**
     * The agent of given specs.
     *
     * @param atomic {@code [routes]}, in the order of the first actions, true where both legs go in one transaction, which sells what it has just bought
     */
    ClosedFormArbitrage(Config config, ObservationSpec observations, ActionSpec actions, boolean... atomic) {
        this.config = config;
        routes = new Route[atomic.length];
        for (int i = 0; i < routes.length; i++) {
            ActionComponent component = actions.components().get(i);
            routes[i] = Route.of((ActionComponent.Continuous) component, observations, atomic[i]);
        }
        riskScale = observations.index(Quantity.RISK_SCALE.ofSeat());
    }

    /** Two pools of one chain. */
    private static boolean[] atomicRoutes(AgentContext context) {
        List<VenueSpec> venues = context.market().engine().venues();
        List<RoleSpec.Route> routes = ((Routing) context.seat().role()).routes();
        boolean[] atomic = new boolean[routes.size()];
        for (int i = 0; i < atomic.length; i++) {
            atomic[i] = venues.get(routes.get(i).venueA()) instanceof VenueSpec.OnChain a
                    && venues.get(routes.get(i).venueB()) instanceof VenueSpec.OnChain b
                    && a.chain() == b.chain();
        }
        return atomic;
    }

    /**
     * A trade that is worthwhile by itself.
     *
     * @param route  index of the action's component
     * @param trade  its value: quote units spent, negative where base is bought on the second venue
     * @param profit after fees and gas, quote units
     */
    record Found(int route, double trade, double profit) {}

    /** The best trade of each route and direction that is worthwhile, in the order of the routes. */
    List<Found> found(Observation observation) {
        List<Found> found = new ArrayList<>();
        double scale = observation.value(riskScale);
        for (int i = 0; i < routes.length; i++) {
            for (int direction = 1; direction >= -1; direction -= 2) {
                Trade trade = routes[i].best(observation, direction, scale);
                if (trade.profit() > 0 && isWorthwhile(trade)) {
                    found.add(new Found(i, routes[i].clamped(direction * trade.quoteSpent() / scale), trade.profit()));
                }
            }
        }
        return found;
    }

    @Override
    public Action decide(Observation observation) {
        double[] trades = observation.actions().neutral();
        double best = 0;
        for (Found each : found(observation)) {
            if (each.profit() > best) {
                best = each.profit();
                Arrays.fill(trades, 0, routes.length, 0);
                trades[each.route()] = each.trade();
            }
        }
        return Action.of(trades);
    }

    /** Itself: it remembers nothing. */
    @Override
    public ClosedFormArbitrage copy() {
        return this;
    }

    private boolean isWorthwhile(Trade trade) {
        return trade.profit() >= config.minProfitQuote()
                && trade.profit() >= trade.quoteSpent() * config.minProfitBps() / 10_000;
    }

    /** What spending {@code quoteSpent} earns after fees and gas. */
    private record Trade(double quoteSpent, double profit) {
        static final Trade NONE = new Trade(0, 0);
    }

    /** Two venues, where to find them in an observation, and the largest trade. */
    private record Route(LegFeatures a, LegFeatures b, int pending, OptionalInt best, double maxTrade, boolean atomic) {
        static Route of(ActionComponent.Continuous action, ObservationSpec spec, boolean atomic) {
            Subject.Route route = (Subject.Route) action.meaning().subject();
            return new Route(
                    LegFeatures.of(route.a(), spec),
                    LegFeatures.of(route.b(), spec),
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
        private Trade observed(Observation observation, int at, int direction, double scale) {
            double wanted = observation.value(at) * direction;
            LegFeatures from = direction > 0 ? a : b;
            LegFeatures to = direction > 0 ? b : a;
            double most = Math.min(observation.value(from.quoteAvailable()), maxTrade * scale);
            double sellable = atomic
                    ? Double.POSITIVE_INFINITY
                    : observation.value(to.baseAvailable()) * observation.value(to.price());
            double spent = Math.min(wanted, Math.min(most, sellable));
            double gas = observation.value(from.gasCost()) + observation.value(to.gasCost());
            return spent > 0 ? new Trade(spent, observation.value(at + 1) * spent / wanted - gas) : Trade.NONE;
        }

        /** The best trade with base bought on a (direction 1) or on b (−1), as it is after the seat's scale. */
        Trade best(Observation observation, int direction, double scale) {
            if (observation.value(pending) > 0) {
                return Trade.NONE;
            }
            if (best.isPresent()) {
                return observed(observation, best.getAsInt(), direction, scale);
            }
            LegFeatures from = direction > 0 ? a : b;
            LegFeatures to = direction > 0 ? b : a;
            TradingLeg buy = from.leg(observation);
            TradingLeg sell = to.leg(observation);
            double wanted = TwoVenueOptimum.size(buy, sell);
            if (!(wanted > 0)) {
                return Trade.NONE;
            }
            double affordable = Math.min(observation.value(from.quoteAvailable()), maxTrade * scale);
            double sellable = atomic ? Double.POSITIVE_INFINITY : observation.value(to.baseAvailable());
            double size = Math.min(Math.min(buy.bought(affordable), sellable), wanted);
            if (!(size > 0)) {
                return Trade.NONE;
            }
            double gas = observation.value(from.gasCost()) + observation.value(to.gasCost());
            double cost = buy.cost(size);
            return new Trade(cost, sell.proceeds(size) - cost - gas);
        }

        double clamped(double trade) {
            return Math.clamp(trade, -maxTrade, maxTrade);
        }
    }

    /** Positions of one leg's features. */
    @SuppressWarnings("ArrayRecordComponent")
    private record LegFeatures(
            int price,
            int fee,
            int reserveBase,
            int reserveQuote,
            int[] bid,
            int[] bidSize,
            int[] ask,
            int[] askSize,
            int gasCost,
            int baseAvailable,
            int quoteAvailable) {
        static LegFeatures of(Subject.Leg leg, ObservationSpec spec) {
            return new LegFeatures(
                    spec.index(Quantity.PRICE.of(leg)),
                    spec.index(Quantity.FEE.of(leg)),
                    spec.index(Quantity.RESERVE_BASE.of(leg)),
                    spec.index(Quantity.RESERVE_QUOTE.of(leg)),
                    levels(Quantity.BID, leg, spec),
                    levels(Quantity.BID_SIZE, leg, spec),
                    levels(Quantity.ASK, leg, spec),
                    levels(Quantity.ASK_SIZE, leg, spec),
                    spec.index(Quantity.GAS_COST.of(leg)),
                    spec.index(Quantity.BASE_AVAILABLE.of(leg)),
                    spec.index(Quantity.QUOTE_AVAILABLE.of(leg)));
        }

        private static int[] levels(Quantity of, Subject.Leg leg, ObservationSpec spec) {
            return IntStream.rangeClosed(1, LEVELS)
                    .map(level -> spec.index(of.of(new Subject.Level(leg, level))))
                    .toArray();
        }

        TradingLeg leg(Observation o) {
            double x = o.value(reserveBase);
            return x > 0
                    ? new TradingLeg.Pool(x, o.value(reserveQuote), 1 - o.value(fee))
                    : new TradingLeg.Book(at(o, bid), at(o, bidSize), at(o, ask), at(o, askSize), o.value(fee));
        }

        private static double[] at(Observation observation, int[] features) {
            double[] values = new double[features.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = observation.value(features[i]);
            }
            return values;
        }
    }
}
