package catallaxy.environment.market.role;

import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Feature;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.api.Subject;
import catallaxy.environment.api.view.Factors;
import catallaxy.environment.api.view.Gateway;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Trades the same pair on two venues at once, or round a cycle of venues of one chain.
 *
 * <p>Features, actions and reward terms: {@code docs/roles.md}. A route is pending while an order of it is on its
 * way or a transaction of the seat waits on a chain of the route; it then takes no further trade. Refills do not block a route: what is available where is observed.
 */
final class ArbitrageRole implements Role {

    private final RoleSpec.Arbitrage spec;
    private final long durationNanos;
    private final RouteTrade[] trades;
    private final Rounds rounds;
    private final VenueView[] views;
    private final Refilling refilling;
    private final Flattening flattening;
    private final Factors<Sight> factors;
    private final ActionSpec actionSpec;

    ArbitrageRole(RoleSpec.Arbitrage spec, EngineSpec engine, long durationNanos) {
        spec.routes().forEach(route -> check(engine, route));
        Checks.that(
                !spec.flashLoans() || spec.maxCycle() > Routing.PAIRS || isFunded(engine.venues(), spec.routes()),
                "flashLoans",
                "a route between two venues of a chain where a third lends the quote asset",
                "none");
        this.spec = spec;
        this.durationNanos = durationNanos;
        this.trades = spec.routes().stream()
                .map(route -> new RouteTrade(engine, route, spec.maxSlippage(), spec.flashLoans()))
                .toArray(RouteTrade[]::new);
        this.rounds = new Rounds(engine, spec);
        List<Integer> venues = spec.routes().stream()
                .flatMap(route -> Stream.of(route.venueA(), route.venueB()))
                .toList();
        this.views = venues.stream().map(venue -> new VenueView(engine, venue)).toArray(VenueView[]::new);
        this.refilling = new Refilling(engine, venues, spec.rebalanceShare(), spec.bridges());
        this.flattening = new Flattening(
                engine,
                Stream.concat(venues.stream(), rounds.venues().stream())
                        .distinct()
                        .toList());
        this.factors = factors(engine);
        this.actionSpec = new ActionSpec(actions(engine));
    }

    private List<ActionComponent> actions(EngineSpec engine) {
        Stream<ActionComponent> routes = spec.routes().stream()
                .map(route -> new ActionComponent.Continuous(
                        Quantity.TRADE.of(subject(engine, route)),
                        "quote",
                        -spec.maxTradeQuote(),
                        spec.maxTradeQuote(),
                        0));
        Stream<ActionComponent> tip = spec.choosesTip()
                ? Stream.of(new ActionComponent.Continuous(Routing.TIP.ofSeat(), "1", 0, spec.maxTip(), 1))
                : Stream.empty();
        return Stream.of(routes, rounds.actions().stream(), tip)
                .flatMap(each -> each)
                .toList();
    }

    private static void check(EngineSpec engine, RoleSpec.Route route) {
        VenueSpec a = engine.venues().get(route.venueA());
        VenueSpec b = engine.venues().get(route.venueB());
        boolean fits = route.venueA() != route.venueB() && a.base() == b.base() && a.quote() == b.quote();
        Checks.that(fits, "route", "two venues of the same pair", a.id() + " and " + b.id());
    }

    /** Whether flash loans can pay for trades along any of these. */
    static boolean isFunded(List<VenueSpec> venues, List<RoleSpec.Route> routes) {
        return routes.stream().anyMatch(route -> RouteLoan.isThere(venues, route));
    }

    private static Subject.Route subject(EngineSpec engine, RoleSpec.Route route) {
        return new Subject.Route(
                engine.venues().get(route.venueA()).id(),
                engine.venues().get(route.venueB()).id());
    }

    /** What is looked at for an observation. */
    private record Sight(MarketView market, Seat seat) implements RoleSight {}

    private Factors<Sight> factors(EngineSpec engine) {
        Factors.Listing<Sight> all = Factors.<Sight>list()
                .nonNegative(Quantity.TIME_REMAINING.ofSeat(), "s", seen -> seen.secondsUntil(durationNanos))
                .any(Quantity.EQUITY.ofSeat(), "quote", RoleSight::equityAtVenues)
                .bounded(Quantity.RISK_SCALE.ofSeat(), "1", 0, 1, RoleSight::riskScale);
        for (int i = 0; i < trades.length; i++) {
            int route = i;
            Subject.Route of = subject(engine, spec.routes().get(i));
            views[2 * route].list(all, of.a());
            views[2 * route + 1].list(all, of.b());
            all.bounded(Quantity.PENDING.of(of), "1", 0, 1, seen -> pending(seen.market(), seen.seat(), route) ? 1 : 0);
            trades[route].loan().ifPresent(loan -> listLoan(all, of, loan));
            if (trades[route].hasRanges()) {
                List<Feature> best = List.of(
                        new Feature(
                                Quantity.BEST_TRADE.of(of),
                                "quote",
                                Double.NEGATIVE_INFINITY,
                                Double.POSITIVE_INFINITY),
                        new Feature(Quantity.BEST_PROFIT.of(of), "quote", 0, Double.POSITIVE_INFINITY));
                all.group(
                        best,
                        (seen, values, at) ->
                                trades[route].best(seen.market(), loanFee(seen.market(), route), values, at));
            }
        }
        rounds.list(all);
        return all.done();
    }

    private void listLoan(Factors.Listing<Sight> all, Subject.Route of, RouteLoan loan) {
        List<Feature> terms = List.of(
                new Feature(Quantity.LOAN_FEE.of(of), "1", 0, Double.POSITIVE_INFINITY),
                new Feature(Quantity.LOAN_MOST.of(of), "quote", 0, Double.POSITIVE_INFINITY),
                new Feature(Quantity.LOAN_GAS.of(of), "quote", 0, Double.POSITIVE_INFINITY));
        all.group(terms, (seen, values, at) -> {
            RouteLoan.Terms now = loan.terms(seen.market(), spec.maxTradeQuote());
            values[at] = now.fee();
            values[at + 1] = now.most();
            values[at + 2] = now.gasQuote();
        });
    }

    private double loanFee(MarketView market, int route) {
        return trades[route]
                .loan()
                .map(loan -> loan.terms(market, spec.maxTradeQuote()).fee())
                .orElse(0.0);
    }

    @Override
    public String name() {
        return spec.role();
    }

    @Override
    public ObservationSpec observationSpec() {
        return factors.spec();
    }

    @Override
    public ActionSpec actionSpec() {
        return actionSpec;
    }

    @Override
    public List<String> rewardTerms() {
        return List.of("pnl", "costs");
    }

    /** What each place held of each asset at the opening. */
    @Override
    public int memorySize() {
        return refilling.memorySize();
    }

    /** Per route, the first order of its latest trade; then what the refills need. */
    @Override
    public int registerCount() {
        return trades.length + refilling.registerCount();
    }

    @Override
    public void open(MarketView market, Seat seat) {
        Role.super.open(market, seat);
        Arrays.fill(seat.registers(), 0, trades.length, RouteTrade.NO_ORDER);
        refilling.open(market, seat);
    }

    @Override
    public void observe(MarketView market, Seat seat, double[] values) {
        factors.write(new Sight(market, seat), values);
    }

    private boolean pending(MarketView market, Seat seat, int route) {
        return trades[route].waiting(market, seat.participant(), seat.registers()[route]);
    }

    @Override
    public void mask(MarketView market, Seat seat, boolean[] mask) {
        for (int i = 0; i < trades.length; i++) {
            mask[i] = !seat.halted() && !pending(market, seat, i);
        }
        rounds.mask(market, seat, mask, trades.length);
        if (spec.choosesTip()) {
            mask[tip()] = !seat.halted();
        }
    }

    @Override
    public void act(MarketView market, Gateway gateway, Seat seat, double[] action) {
        Gateway tipping = spec.choosesTip() ? new Tipping(gateway, action[tip()]) : gateway;
        for (int i = 0; i < trades.length; i++) {
            double size = action[i] * seat.scale();
            if (size != 0 && !pending(market, seat, i)) {
                seat.registers()[i] = seat.orderIds();
                trades[i].send(market, tipping, seat, size);
            }
        }
        rounds.act(market, tipping, seat, action, trades.length);
        refilling.step(market, gateway, seat, trades.length);
    }

    /** Where the tip is among the actions. */
    private int tip() {
        return trades.length + rounds.size();
    }

    @Override
    public void halt(MarketView market, Gateway gateway, Seat seat) {
        flattening.step(market, gateway, seat);
    }

    @Override
    public boolean flat(MarketView market, Seat seat) {
        return flattening.done(market, seat);
    }

    @Override
    public void rewards(MarketView market, Seat seat, double[] terms) {
        terms[0] = seat.profit(market);
        terms[1] = -seat.costs(market);
    }
}
