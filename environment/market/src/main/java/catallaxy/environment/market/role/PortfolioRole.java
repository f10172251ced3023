package catallaxy.environment.market.role;

import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.view.Gateway;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.trading.Gas;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Holds assets on several chains in chosen weights.
 *
 * <p>Features, actions and reward terms: {@code docs/roles.md}. Weights are shares of the allotted equity, which is the
 * equity times the seat's scale: with a smaller scale the same target means less of everything, and a target equal to the
 * observed weight asks for nothing at any scale.
 */
final class PortfolioRole implements Role {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double SECONDS_PER_YEAR = 365 * 86_400.0;
    private static final double VOLATILITY_HALF_LIFE_SECONDS = 6 * 3_600.0;

    private final RoleSpec.Portfolio spec;
    private final long durationNanos;
    private final List<RoleSpec.Sleeve> sleeves;
    private final int[] chains;
    private final int quote;
    private final Rebalancing rebalancing;
    private final Flattening flattening;
    private final ObservationSpec observationSpec;
    private final ActionSpec actionSpec;

    PortfolioRole(RoleSpec.Portfolio spec, EngineSpec engine, long durationNanos) {
        spec.sleeves().forEach(sleeve -> check(engine, sleeve));
        this.spec = spec;
        this.durationNanos = durationNanos;
        this.sleeves = spec.sleeves();
        this.chains =
                sleeves.stream().mapToInt(RoleSpec.Sleeve::chain).distinct().toArray();
        this.quote = engine.quoteAsset();
        this.rebalancing = new Rebalancing(engine, spec, chains);
        this.flattening = new Flattening(
                engine, sleeves.stream().map(RoleSpec.Sleeve::pool).toList());
        this.observationSpec = features(engine);
        this.actionSpec = new ActionSpec(names(engine).stream()
                .<ActionComponent>map(name -> new ActionComponent.Continuous("weight." + name, "1", 0, 1, 0))
                .toList());
    }

    private static void check(EngineSpec engine, RoleSpec.Sleeve sleeve) {
        VenueSpec venue = engine.venues().get(sleeve.pool());
        boolean fits = venue instanceof VenueSpec.OnChain pool
                && pool.chain() == sleeve.chain()
                && pool.base() == sleeve.asset()
                && pool.quote() == engine.quoteAsset();
        Checks.that(fits, "sleeve pool", "a pool of the sleeve's asset against the quote asset there", venue.id());
    }

    private List<String> names(EngineSpec engine) {
        return sleeves.stream()
                .map(sleeve -> engine.chains().get(sleeve.chain()).id() + "."
                        + engine.assets().get(sleeve.asset()).symbol())
                .toList();
    }

    private ObservationSpec features(EngineSpec engine) {
        Features features = new Features()
                .nonNegative("time_remaining", "s")
                .any("equity", "quote")
                .bounded("risk_scale", "1", 0, 1);
        for (String name : names(engine)) {
            features.nonNegative("weight." + name, "1")
                    .nonNegative("price." + name, "quote")
                    .nonNegative("volatility." + name, "1/√year");
        }
        List<String> chainIds = new ArrayList<>();
        Arrays.stream(chains)
                .forEach(chain -> chainIds.add(engine.chains().get(chain).id()));
        for (String id : chainIds) {
            features.nonNegative("cash_weight." + id, "1").nonNegative("gas_cost." + id, "quote");
        }
        return features.spec();
    }

    @Override
    public String name() {
        return spec.role();
    }

    @Override
    public ObservationSpec observationSpec() {
        return observationSpec;
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
        return sleeves.size() * EwmaVariance.SLOTS;
    }

    /** From which chain the latest bridge transfer is still to depart. */
    @Override
    public int registerCount() {
        return 1;
    }

    @Override
    public void open(MarketView market, Seat seat) {
        Role.super.open(market, seat);
        for (int i = 0; i < sleeves.size(); i++) {
            EwmaVariance.open(seat.memory(), i * EwmaVariance.SLOTS, logPrice(market, i));
        }
    }

    @Override
    public void advance(MarketView market, Seat seat) {
        double seconds = (market.timeNanos() - seat.epochNanos()) / NANOS_PER_SECOND;
        for (int i = 0; i < sleeves.size(); i++) {
            int at = i * EwmaVariance.SLOTS;
            EwmaVariance.add(seat.memory(), at, logPrice(market, i), seconds, VOLATILITY_HALF_LIFE_SECONDS);
        }
        Role.super.advance(market, seat);
    }

    private double logPrice(MarketView market, int sleeve) {
        double price = market.prices().of(sleeves.get(sleeve).pool());
        return price > 0 ? StrictMath.log(price) : 0;
    }

    @Override
    public void observe(MarketView market, Seat seat, double[] values) {
        double equity = market.holdings(seat.participant()).equityAtVenues();
        double perYear = StrictMath.sqrt(SECONDS_PER_YEAR);
        int i = 0;
        values[i++] = (durationNanos - market.timeNanos()) / NANOS_PER_SECOND;
        values[i++] = equity;
        values[i++] = seat.scale();
        double allotted = Rebalancing.allotted(seat, equity);
        for (int sleeve = 0; sleeve < sleeves.size(); sleeve++) {
            double worth = Rebalancing.worth(market, seat, sleeves.get(sleeve));
            values[i++] = allotted > 0 ? worth / allotted : 0;
            values[i++] = market.prices().of(sleeves.get(sleeve).pool());
            values[i++] = EwmaVariance.deviation(seat.memory(), sleeve * EwmaVariance.SLOTS) * perYear;
        }
        for (int chain = 0; chain < chains.length; chain++) {
            double cash = market.holdings(seat.participant()).free(chains[chain], quote);
            values[i++] = equity > 0 ? cash / equity : 0;
            values[i++] = Gas.ofSwapQuote(market, firstPool(chains[chain]));
        }
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
            mask[i] = !seat.halted()
                    && market.dealings(seat.participant())
                                    .pending(sleeves.get(i).chain())
                            == 0;
        }
    }

    @Override
    public void act(MarketView market, Gateway gateway, Seat seat, double[] action) {
        rebalancing.act(market, gateway, seat, action);
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
        double costs = seat.costs(market);
        terms[0] = seat.equityChange(market) + costs;
        terms[1] = -costs;
    }
}
