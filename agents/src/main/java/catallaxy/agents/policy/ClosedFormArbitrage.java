package catallaxy.agents.policy;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.agents.model.ModelPlan;
import catallaxy.agents.model.ModelUse;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.role.RoleSpec;
import catallaxy.environment.market.role.Routing;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.ArrayList;
import java.util.List;

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
 * <p>Where flash loans pay for a route's trades, each unit that is spent costs 1 + f, f the loan's fee: of the sizes y the best is that of a sale
 * whose proceeds are divided by 1 + f, and what the lender has bounds it in place of the agent's own money.
 *
 * <p>Of a route between contracts of which one has liquidity in ranges, the role computes the optimum stretch by stretch, and the agent takes it from
 * there, less in proportion where it lacks money.
 *
 * <p>Of a cycle of more than two venues the role computes the best size exactly, and the agent takes all of it.
 *
 * <p>The action is in quote units spent on the buying side; profit and gas are in quote units.
 *
 * <p>Deviations: of a book only the visible levels are used; one route an epoch, the one that earns most, because routes
 * share balances; routes with legs or refills under way wait; the prices may have moved when a transaction is included, for
 * which the smallest profit is the margin.
 */
public final class ClosedFormArbitrage implements Agent {
    /**
     * Settings.
     *
     * @param minProfitQuote smallest profit after fees and gas for which it trades, quote units
     * @param minProfitBps   the same relative to the amount spent, basis points
     * @param models         that judge the trades, in {@link ModelledArbitrage}
     */
    public record Config(double minProfitQuote, double minProfitBps, ModelPlan models) implements PolicySpec {
        /** Without models. */
        public Config(double minProfitQuote, double minProfitBps) {
            this(minProfitQuote, minProfitBps, ModelPlan.NONE);
        }

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
    private final ArbitrageRoute[] routes;
    private final List<ArbitrageCycle> cycles;
    private final int riskScale;

    /** The agent of a seat, with models where there are to be some. */
    static Agent of(Config config, AgentContext context) {
        return config.models().use() == ModelUse.OFF
                ? new ClosedFormArbitrage(config, context)
                : new ModelledArbitrage(config, context);
    }

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
        routes = ArbitrageRoute.of(actions, observations, atomic);
        cycles = ArbitrageCycle.of(actions, observations);
        riskScale = observations.index(Quantity.RISK_SCALE.ofSeat());
    }

    /** Which routes are two pools of one chain. */
    static boolean[] atomicRoutes(AgentContext context) {
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
     * @param route  index of the action's component, of a route or a cycle
     * @param trade  its value: quote units spent, negative where base is bought on the second venue; of a cycle 1, or −1 the other way round
     * @param offer  what it spends and earns
     * @param atomic whether it is one transaction
     */
    record Found(int route, double trade, RouteOffer offer, boolean atomic) {
        /** After fees and gas, quote units. */
        double profit() {
            return offer.profit();
        }
    }

    /** The best trade of each route and direction that is worthwhile, in the order of the routes, then those of the cycles. */
    List<Found> found(Observation observation) {
        List<Found> found = new ArrayList<>();
        double scale = observation.value(riskScale);
        for (int i = 0; i < routes.length; i++) {
            for (int direction = 1; direction >= -1; direction -= 2) {
                RouteOffer trade = routes[i].best(observation, direction, scale);
                if (trade.profit() > 0 && isWorthwhile(trade)) {
                    double value = routes[i].clamped(direction * trade.spent() / scale);
                    found.add(new Found(i, value, trade, routes[i].atomic()));
                }
            }
        }
        for (ArbitrageCycle cycle : cycles) {
            RouteOffer offer = cycle.offer(observation);
            if (offer.profit() > 0 && isWorthwhile(offer)) {
                found.add(new Found(cycle.action(), cycle.direction(observation), offer, true));
            }
        }
        return found;
    }

    /** How many routes and cycles it may trade. */
    int choices() {
        return routes.length + cycles.size();
    }

    @Override
    public Action decide(Observation observation) {
        double[] trades = observation.actions().neutral();
        double best = 0;
        for (Found each : found(observation)) {
            if (each.profit() > best) {
                best = each.profit();
                trades = observation.actions().neutral();
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

    private boolean isWorthwhile(RouteOffer trade) {
        return trade.profit() >= config.minProfitQuote()
                && trade.profit() >= trade.spent() * config.minProfitBps() / 10_000;
    }
}
