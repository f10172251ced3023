package catallaxy.environment.market.role;

import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.api.Subject;
import catallaxy.environment.api.view.Factors;
import catallaxy.environment.api.view.Gateway;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.trading.Gas;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Holds assets on several chains in chosen weights.
 *
 * <p>Features, actions and reward terms: {@code docs/roles.md}. Weights are shares of the allotted equity, which is the
 * equity times the seat's scale: with a smaller scale the same target means less of everything, and a target equal to the
 * observed weight asks for nothing at any scale.
 */
final class PortfolioRole implements Role {
    private static final long VOLATILITY_HALF_LIFE_NANOS = 6 * 3_600_000_000_000L;

    private final RoleSpec.Portfolio spec;
    private final long durationNanos;
    private final List<RoleSpec.Sleeve> sleeves;
    private final List<PriceVariance> variances = new ArrayList<>();
    private final int[] chains;
    private final int quote;
    private final Optional<FundLending> lending;
    private final Rebalancing rebalancing;
    private final Optional<LendingSteps> unwinding;
    private final Flattening flattening;
    private final Factors<Sight> factors;
    private final ActionSpec actionSpec;

    PortfolioRole(RoleSpec.Portfolio spec, EngineSpec engine, long durationNanos) {
        spec.sleeves().forEach(sleeve -> check(engine, sleeve));
        this.spec = spec;
        this.durationNanos = durationNanos;
        this.sleeves = spec.sleeves();
        for (RoleSpec.Sleeve sleeve : sleeves) {
            int slot = variances.size() * PriceVariance.SLOTS;
            variances.add(PriceVariance.ofVenue(sleeve.pool(), slot, VOLATILITY_HALF_LIFE_NANOS));
        }
        this.chains =
                sleeves.stream().mapToInt(RoleSpec.Sleeve::chain).distinct().toArray();
        this.quote = engine.quoteAsset();
        this.lending = FundLending.of(engine, spec);
        this.rebalancing = new Rebalancing(engine, spec, chains, lending);
        this.unwinding = lending.map(place -> new LendingSteps(place, engine, spec));
        this.flattening = new Flattening(
                engine, sleeves.stream().map(RoleSpec.Sleeve::pool).toList());
        this.factors = factors(engine);
        this.actionSpec = new ActionSpec(actions(engine));
    }

    private List<ActionComponent> actions(EngineSpec engine) {
        List<ActionComponent> actions = new ArrayList<>();
        holdings(engine)
                .forEach(each -> actions.add(new ActionComponent.Continuous(Quantity.WEIGHT.of(each), "1", 0, 1, 0)));
        lending.ifPresent(place -> actions.addAll(place.actions()));
        return actions;
    }

    private static void check(EngineSpec engine, RoleSpec.Sleeve sleeve) {
        VenueSpec venue = engine.venues().get(sleeve.pool());
        boolean fits = venue instanceof VenueSpec.OnChain pool
                && pool.chain() == sleeve.chain()
                && pool.base() == sleeve.asset()
                && pool.quote() == engine.quoteAsset();
        Checks.that(fits, "sleeve pool", "a pool of the sleeve's asset against the quote asset there", venue.id());
    }

    private List<Subject> holdings(EngineSpec engine) {
        return sleeves.stream()
                .<Subject>map(sleeve -> new Subject.Holding(
                        engine.chains().get(sleeve.chain()).id(),
                        engine.assets().get(sleeve.asset()).symbol()))
                .toList();
    }

    /** What is looked at for an observation; {@code allotted} and {@code equity} in quote units. */
    private record Sight(MarketView market, Seat seat, double equity, double allotted) implements RoleSight {
        static Sight of(MarketView market, Seat seat) {
            double equity = market.holdings(seat.participant()).equityAtVenues();
            return new Sight(market, seat, equity, Rebalancing.allotted(seat, equity));
        }

        double weight(double worth) {
            return allotted > 0 ? worth / allotted : 0;
        }

        double cashWeight(int chain, int quote) {
            return equity > 0 ? holdings().free(chain, quote) / equity : 0;
        }
    }

    private Factors<Sight> factors(EngineSpec engine) {
        Factors.Listing<Sight> all = Factors.<Sight>list()
                .nonNegative(Quantity.TIME_REMAINING.ofSeat(), "s", seen -> seen.secondsUntil(durationNanos))
                .any(Quantity.EQUITY.ofSeat(), "quote", Sight::equity)
                .bounded(Quantity.RISK_SCALE.ofSeat(), "1", 0, 1, RoleSight::riskScale);
        List<Subject> holdings = holdings(engine);
        for (int i = 0; i < holdings.size(); i++) {
            PriceVariance variance = variances.get(i);
            RoleSpec.Sleeve sleeve = sleeves.get(i);
            Subject of = holdings.get(i);
            all.nonNegative(
                            Quantity.WEIGHT.of(of),
                            "1",
                            seen -> seen.weight(rebalancing.worth(seen.market(), seen.seat(), sleeve)))
                    .nonNegative(
                            Quantity.PRICE.of(of),
                            "quote",
                            seen -> seen.market().prices().of(sleeve.pool()))
                    .nonNegative(Quantity.VOLATILITY.of(of), "1/√year", seen -> variance.perRootYear(seen.seat()));
        }
        for (int chain : chains) {
            Subject of = new Subject.Chain(engine.chains().get(chain).id());
            int pool = firstPool(chain);
            all.nonNegative(Quantity.CASH_WEIGHT.of(of), "1", seen -> seen.cashWeight(chain, quote))
                    .nonNegative(Quantity.GAS_COST.of(of), "quote", seen -> Gas.ofSwapQuote(seen.market(), pool));
        }
        lending.ifPresent(place -> place.list(all));
        return all.done();
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

    @Override
    public int memorySize() {
        return sleeves.size() * PriceVariance.SLOTS;
    }

    /** From which chain the latest bridge transfer is still to depart; whether the epoch before was spent at the lending market. */
    @Override
    public int registerCount() {
        return lending.isPresent() ? 2 : 1;
    }

    @Override
    public void open(MarketView market, Seat seat) {
        Role.super.open(market, seat);
        variances.forEach(each -> each.open(market, seat));
    }

    @Override
    public void advance(MarketView market, Seat seat) {
        variances.forEach(each -> each.advance(market, seat));
        Role.super.advance(market, seat);
    }

    @Override
    public void observe(MarketView market, Seat seat, double[] values) {
        factors.write(Sight.of(market, seat), values);
    }

    /** The pool of a chain's first sleeve. */
    private int firstPool(int chain) {
        return sleeves.stream()
                .filter(sleeve -> sleeve.chain() == chain)
                .findFirst()
                .orElseThrow()
                .pool();
    }

    /** A chain takes no orders while transactions of the seat wait there. */
    @Override
    public void mask(MarketView market, Seat seat, boolean[] mask) {
        for (int i = 0; i < mask.length; i++) {
            int chain = i < sleeves.size()
                    ? sleeves.get(i).chain()
                    : lending.orElseThrow().chain();
            mask[i] = !seat.halted() && !UnderWay.on(market, seat, chain);
        }
    }

    @Override
    public void act(MarketView market, Gateway gateway, Seat seat, double[] action) {
        rebalancing.act(market, gateway, seat, action);
    }

    /** Pays back what is owed and takes out what is lent before it sells on that chain. */
    @Override
    public void halt(MarketView market, Gateway gateway, Seat seat) {
        unwinding.ifPresent(steps -> {
            LendingPlan nothing = LendingPlan.nothing(lending.orElseThrow(), market, seat);
            steps.step(market, gateway, seat, nothing, 0);
        });
        flattening.step(market, gateway, seat);
    }

    @Override
    public boolean flat(MarketView market, Seat seat) {
        return unwinding.map(steps -> steps.done(market, seat)).orElse(true) && flattening.done(market, seat);
    }

    @Override
    public void rewards(MarketView market, Seat seat, double[] terms) {
        terms[0] = seat.profit(market);
        terms[1] = -seat.costs(market);
    }
}
