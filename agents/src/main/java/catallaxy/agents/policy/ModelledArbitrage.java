package catallaxy.agents.policy;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.agents.model.DeskReport;
import catallaxy.agents.model.ModelDesk;
import catallaxy.agents.model.TradeAdvice;
import catallaxy.agents.model.TradeProposal;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The arbitrageur of {@link ClosedFormArbitrage} with auxiliary models beside it, which learn from its own fills, from prices and from
 * base fees. Where they only watch, it decides what it would decide without them. Where they are on, a trade is judged by what is
 * expected of it: its size, and whether it is made at all.
 *
 * <p>What a trade did is read off the account: the change of its balances at both places from the decision until nothing of the trade is
 * on its way. Trades that overlap at a place are not learned from, nor are those whose result no trade can have, because
 * a transfer over a bridge moved the same balances. Two venues of one chain trade in one transaction, of which the models learn
 * the whole and not the parts.
 */
final class ModelledArbitrage implements Agent, Modelled {
    private static final double BPS = 10_000;

    private final ClosedFormArbitrage.Config config;
    private final ArbitrageRoute[] routes;
    private final RouteSite[] sites;
    private final int riskScale;
    private final ModelDesk desk;
    private final List<OpenTrade> open = new ArrayList<>();

    ModelledArbitrage(ClosedFormArbitrage.Config config, AgentContext context) {
        this(
                config,
                ArbitrageRoute.of(context.actions(), context.observations(), ClosedFormArbitrage.atomicRoutes(context)),
                RouteSite.of(context),
                context.observations().index(Quantity.RISK_SCALE.ofSeat()),
                new ModelDesk(config.models()));
    }

    /** The agent of given routes. */
    ModelledArbitrage(
            ClosedFormArbitrage.Config config,
            ArbitrageRoute[] routes,
            RouteSite[] sites,
            int riskScale,
            ModelDesk desk) {
        this.config = config;
        this.routes = routes;
        this.sites = sites;
        this.riskScale = riskScale;
        this.desk = desk;
    }

    /** A trade that could be made, and what the models say of it. */
    private record Candidate(int route, int direction, RouteOffer offer, TradeProposal proposal) {}

    @Override
    public Action decide(Observation observation) {
        see(observation);
        settle(observation);
        double scale = observation.value(riskScale);
        List<Candidate> candidates = candidates(observation, scale);
        noteEdges(observation.timeNanos(), candidates);
        OpenTrade chosen = desk.decides() ? advised(observation, candidates) : closedForm(observation, candidates);
        double[] trades = observation.actions().neutral();
        if (chosen != null) {
            begin(chosen);
            trades[chosen.route()] =
                    routes[chosen.route()].clamped((chosen.buysOnA() ? 1 : -1) * chosen.sizeQuote() / scale);
        }
        return Action.of(trades);
    }

    /** Tells the desk prices and fees. */
    private void see(Observation observation) {
        for (int i = 0; i < routes.length; i++) {
            double middle = (observation.value(routes[i].a().price())
                            + observation.value(routes[i].b().price()))
                    / 2;
            desk.price(sites[i].token(), observation.timeNanos(), middle);
            seeFee(observation, sites[i].a());
            seeFee(observation, sites[i].b());
        }
    }

    private void seeFee(Observation observation, RoutePlace place) {
        if (place.isOnChain()) {
            desk.baseFee(place.chain(), observation.account().blockNumber(place.place()), (double)
                    observation.account().baseFeeWei(place.place()));
        }
    }

    /** Learns from the trades that are no longer on their way. */
    private void settle(Observation observation) {
        for (OpenTrade trade : List.copyOf(open)) {
            if (!routes[trade.route()].isPending(observation)) {
                open.remove(trade);
                RouteSite site = sites[trade.route()];
                trade.settle(desk, site, site.held(observation.account()));
            }
        }
    }

    private List<Candidate> candidates(Observation observation, double scale) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < routes.length; i++) {
            for (int direction = 1; direction >= -1; direction -= 2) {
                RouteOffer offer = routes[i].best(observation, direction, scale);
                if (offer.profit() > 0) {
                    candidates.add(new Candidate(i, direction, offer, proposal(observation, i, direction, offer)));
                }
            }
        }
        return candidates;
    }

    private TradeProposal proposal(Observation observation, int route, int direction, RouteOffer offer) {
        ArbitrageRoute of = routes[route];
        RouteSite site = sites[route];
        TradeProposal.Leg a = leg(observation, of.a(), site.a(), direction > 0);
        TradeProposal.Leg b = leg(observation, of.b(), site.b(), direction < 0);
        return new TradeProposal(
                site.name(),
                site.token(),
                observation.timeNanos(),
                offer.promised(),
                offer.spent(),
                offer.gas(),
                direction > 0 ? a : b,
                direction > 0 ? b : a);
    }

    private static TradeProposal.Leg leg(Observation observation, ArbitrageLeg leg, RoutePlace place, boolean buys) {
        return new TradeProposal.Leg(
                place.group(), place.chain(), observation.value(leg.price()), leg.depthQuote(observation, buys));
    }

    private void noteEdges(long timeNanos, List<Candidate> candidates) {
        Map<String, Double> best = new TreeMap<>();
        for (RouteSite site : sites) {
            best.put(site.token(), 0.0);
        }
        for (Candidate each : candidates) {
            best.merge(
                    each.proposal().token(),
                    BPS * each.offer().profit() / each.offer().spent(),
                    Math::max);
        }
        best.forEach((token, edge) -> desk.edge(token, timeNanos, edge));
    }

    /** The trade that earns most by the prices shown, as without models. */
    private @Nullable OpenTrade closedForm(Observation observation, List<Candidate> candidates) {
        Candidate best = null;
        for (Candidate each : candidates) {
            boolean better =
                    best == null || each.offer().profit() > best.offer().profit();
            best = better && isWorthwhile(each.offer()) ? each : best;
        }
        if (best == null) {
            return null;
        }
        desk.advise(best.proposal(), config.minProfitQuote(), config.minProfitBps());
        return opened(observation, best, best.offer().spent());
    }

    private boolean isWorthwhile(RouteOffer offer) {
        return offer.profit() >= config.minProfitQuote()
                && offer.profit() >= offer.spent() * config.minProfitBps() / BPS;
    }

    /** The trade of which most is expected. */
    private @Nullable OpenTrade advised(Observation observation, List<Candidate> candidates) {
        OpenTrade best = null;
        double expected = 0;
        for (Candidate each : candidates) {
            TradeAdvice advice = desk.advise(each.proposal(), config.minProfitQuote(), config.minProfitBps());
            if (advice.go() && advice.expectedQuote() > expected) {
                expected = advice.expectedQuote();
                best = opened(observation, each, advice.sizeQuote());
            }
        }
        return best;
    }

    private OpenTrade opened(Observation observation, Candidate of, double size) {
        RouteSite.Held held = sites[of.route()].held(observation.account());
        return new OpenTrade(of.route(), of.direction() > 0, of.proposal(), size, held, true);
    }

    private void begin(OpenTrade trade) {
        desk.traded(trade.proposal());
        boolean meets = open.stream().anyMatch(other -> sites[other.route()].meets(sites[trade.route()]));
        open.replaceAll(other -> sites[other.route()].meets(sites[trade.route()]) ? other.withOthers() : other);
        open.add(meets ? trade.withOthers() : trade);
    }

    @Override
    public DeskReport report() {
        return desk.report();
    }

    @Override
    public ModelledArbitrage copy() {
        ModelledArbitrage copy = new ModelledArbitrage(config, routes, sites, riskScale, desk.copy());
        copy.open.addAll(open);
        return copy;
    }
}
