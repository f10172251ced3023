package catallaxy.environment.market.role;

import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.api.Subject;
import catallaxy.environment.api.venue.FeeControl;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.api.view.Factors;
import catallaxy.environment.api.view.Gateway;
import catallaxy.environment.api.view.MarketMap;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.trading.Gas;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.List;

/**
 * Sets the fee of a pool whose controller it is.
 *
 * <p>Features, actions and reward terms: {@code docs/roles.md}. What all providers of the pool gained since the epoch before is
 * {@code Δ(quote in − quote out) + p Δ(base in − base out)} at the world's price p of base: fees less what arbitrageurs took, where the
 * providers undo at each epoch what swaps did to their holdings (loss versus rebalancing, https://arxiv.org/abs/2208.06046).
 */
final class FeeSetterRole implements Role {
    static final Quantity FLOW = new Quantity("flow");
    static final double ROOT_MINUTES_PER_YEAR = StrictMath.sqrt(365 * 1_440.0);

    private static final double PIPS = 1e6;
    /** By how much of its price a pool's depth is measured. */
    private static final double DROP = 0.01;

    private static final int PATIENCE_BLOCKS = 5;
    private static final int VARIANCE = 0;
    private static final int NET_BASE = VARIANCE + PriceVariance.SLOTS;
    private static final int NET_QUOTE = NET_BASE + 1;
    private static final int TURNOVER = NET_BASE + 2;
    private static final int VOLUME = NET_BASE + 3;
    private static final int NET_FLOW = NET_BASE + 4;

    private final FeeSetterSpec spec;
    private final PriceVariance variance;
    private final Flattening flattening;
    private final Factors<Sight> factors;
    private final ActionSpec actionSpec;

    FeeSetterRole(FeeSetterSpec spec, EngineSpec engine, long durationNanos) {
        VenueSpec pool = engine.venues().get(spec.pool());
        boolean steered = FeeSetterSpec.steered(pool).isPresent();
        Checks.that(steered, "pool", "a pool whose fee somebody sets", pool.id());
        VenueSpec.FeeSteering fee = FeeSetterSpec.steered(pool).orElseThrow();
        this.spec = spec;
        this.variance = PriceVariance.ofVenue(spec.pool(), VARIANCE, spec.halfLifeNanos());
        this.flattening = new Flattening(engine, List.of(spec.pool()));
        Subject of = new Subject.Venue(
                pool.id(),
                engine.assets().get(pool.base()).symbol(),
                engine.assets().get(pool.quote()).symbol());
        this.factors = factors(of, durationNanos);
        this.actionSpec = new ActionSpec(List.of(new ActionComponent.Continuous(
                Quantity.FEE.of(of), "1", fee.lowPips() / PIPS, fee.highPips() / PIPS, fee.initialPips() / PIPS)));
    }

    /** What is looked at for an observation. */
    private record Sight(MarketView market, Seat seat, int pool) implements RoleSight {
        double fee() {
            return market.offered(pool, FeeControl.class).feePips() / PIPS;
        }

        double remembered(int slot) {
            return seat.memory()[slot];
        }

        /** What moves the price by a hundredth, quote units. */
        double depth() {
            MarketMap.Venue pair = market.map().venue(pool);
            Quoting quotes = market.offered(pool, Quoting.class);
            return quotes.inForDrop(pair.base(), DROP) * quotes.price();
        }
    }

    private Factors<Sight> factors(Subject pool, long durationNanos) {
        return Factors.<Sight>list()
                .nonNegative(Quantity.TIME_REMAINING.ofSeat(), "s", seen -> seen.secondsUntil(durationNanos))
                .any(Quantity.EQUITY.ofSeat(), "quote", RoleSight::equityAtVenues)
                .bounded(Quantity.RISK_SCALE.ofSeat(), "1", 0, 1, RoleSight::riskScale)
                .bounded(Quantity.FEE.of(pool), "1", 0, 1, Sight::fee)
                .nonNegative(
                        Quantity.PRICE.of(pool),
                        "quote",
                        seen -> seen.market().prices().of(spec.pool()))
                .nonNegative(Quantity.VOLATILITY.of(pool), "1/√year", seen -> variance.perRootYear(seen.seat()))
                .nonNegative(Quantity.VOLUME.of(pool), "quote", seen -> seen.remembered(VOLUME))
                .bounded(FLOW.of(pool), "1", -1, 1, seen -> seen.remembered(NET_FLOW))
                .nonNegative(Quantity.DEPTH.of(pool), "quote", Sight::depth)
                .done();
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
        return List.of("liquidity_gain", "costs");
    }

    @Override
    public int memorySize() {
        return NET_FLOW + 1;
    }

    @Override
    public int registerCount() {
        return 0;
    }

    @Override
    public void open(MarketView market, Seat seat) {
        Role.super.open(market, seat);
        variance.open(market, seat);
        mark(market, seat);
    }

    @Override
    public void advance(MarketView market, Seat seat) {
        double[] memory = seat.memory();
        variance.advance(market, seat);
        double net = -memory[NET_QUOTE];
        double before = memory[TURNOVER];
        mark(market, seat);
        memory[VOLUME] = memory[TURNOVER] - before;
        net += memory[NET_QUOTE];
        memory[NET_FLOW] = memory[VOLUME] > 0 ? Math.clamp(net / memory[VOLUME], -1, 1) : 0;
        Role.super.advance(market, seat);
    }

    private void mark(MarketView market, Seat seat) {
        FeeControl.Flow flow = flow(market);
        seat.memory()[NET_BASE] = flow.netBase();
        seat.memory()[NET_QUOTE] = flow.netQuote();
        seat.memory()[TURNOVER] = market.prices().turnover(spec.pool());
    }

    private FeeControl.Flow flow(MarketView market) {
        return market.offered(spec.pool(), FeeControl.class).flow();
    }

    @Override
    public void observe(MarketView market, Seat seat, double[] values) {
        factors.write(new Sight(market, seat, spec.pool()), values);
    }

    @Override
    public void mask(MarketView market, Seat seat, boolean[] mask) {
        mask[0] = !seat.halted() && !UnderWay.to(market, seat, spec.pool());
    }

    @Override
    public void act(MarketView market, Gateway gateway, Seat seat, double[] action) {
        boolean[] free = new boolean[1];
        mask(market, seat, free);
        FeeControl control = market.offered(spec.pool(), FeeControl.class);
        int wanted = (int) Math.clamp(Math.rint(action[0] * PIPS), control.lowestPips(), control.highestPips());
        int change = Math.abs(wanted - control.feePips());
        if (free[0] && change > 0 && change >= spec.minChange() * control.feePips()) {
            int chain = market.map().venue(spec.pool()).place();
            Gas.send(market, gateway, chain, control.setFee(wanted), PATIENCE_BLOCKS);
        }
    }

    /** The fee stays what it is; what the seat owns is sold. */
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
        FeeControl.Flow now = flow(market);
        MarketMap.Venue pair = market.map().venue(spec.pool());
        double base = now.netBase() - seat.memory()[NET_BASE];
        double quote = now.netQuote() - seat.memory()[NET_QUOTE];
        terms[0] = base * market.prices().worth(pair.base())
                + quote * market.prices().worth(pair.quote());
        terms[1] = -seat.costs(market);
    }
}
