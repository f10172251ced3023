package catallaxy.environment.market.role;

import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.api.Subject;
import catallaxy.environment.api.view.Factors;
import catallaxy.environment.api.view.Gateway;
import catallaxy.environment.api.view.MarketMap;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.List;

/**
 * Keeps what it owns on the pool's chain in one range of prices.
 *
 * <p>Features, actions and reward terms: {@code docs/roles.md}. The reward {@code ΔV − B Δp} leaves out what moves of the price do to the
 * base B that the seat owned at the epoch before, in the range too: what is left are fees less the loss versus rebalancing, and costs.
 */
final class RangeManagerRole implements Role {
    static final Quantity IN_RANGE = new Quantity("in_range");
    static final Quantity TO_LOWER = new Quantity("to_lower");
    static final Quantity TO_UPPER = new Quantity("to_upper");
    static final double ROOT_DAYS_PER_YEAR = StrictMath.sqrt(365);

    private static final int VARIANCE = 0;
    private static final int EXPOSURE = VARIANCE + PriceVariance.SLOTS;
    private static final int WORLD_PRICE = EXPOSURE + 1;
    /** A range whose width differs by less from what is wanted is left as it is, since ends lie on ticks. */
    private static final double WIDTH_BAND = 0.1;

    private final RangeManagerSpec spec;
    private final RangeMoving moving;
    private final PriceVariance variance;
    private final Flattening flattening;
    private final Factors<Sight> factors;
    private final ActionSpec actionSpec;

    RangeManagerRole(RangeManagerSpec spec, EngineSpec engine, long durationNanos) {
        VenueSpec pool = engine.venues().get(spec.pool());
        boolean fits = RangeManagerKind.fits(pool, engine.quoteAsset());
        Checks.that(fits, "pool", "a pool with liquidity in ranges against the quote asset", pool.id());
        this.spec = spec;
        this.moving = new RangeMoving(spec);
        this.variance = PriceVariance.ofVenue(spec.pool(), VARIANCE, spec.halfLifeNanos());
        this.flattening = new Flattening(engine, List.of(spec.pool()));
        Subject of = ProviderFactors.subject(engine, spec.pool());
        this.factors = factors(of, durationNanos);
        this.actionSpec = new ActionSpec(List.of(
                new ActionComponent.Continuous(Ranging.WIDTH.of(of), "1", 0, spec.maxWidth(), 0),
                new ActionComponent.Continuous(Ranging.SKEW.of(of), "1", -1, 1, 0),
                new ActionComponent.Continuous(Ranging.REBALANCE.of(of), "1", 0, 1, 1)));
    }

    /** What is looked at for an observation. */
    private record Sight(MarketView market, Seat seat, OwnRange range) implements RoleSight {
        /** Worth of what is in the range, at the pool's price, in units of its quote asset. */
        double position() {
            return range.amounts().base() * range.price() + range.amounts().quote();
        }

        double fees() {
            return range.fees().base() * range.price() + range.fees().quote();
        }

        double provided() {
            double allotted = Rebalancing.allotted(seat, equityAtVenues());
            return allotted > 0 ? position() / allotted : 0;
        }

        double beyond(double sign) {
            return range.isEmpty() ? 0 : 1 + sign * range.offset();
        }
    }

    private Factors<Sight> factors(Subject pool, long durationNanos) {
        return Factors.<Sight>list()
                .nonNegative(Quantity.TIME_REMAINING.ofSeat(), "s", seen -> seen.secondsUntil(durationNanos))
                .any(Quantity.EQUITY.ofSeat(), "quote", RoleSight::equityAtVenues)
                .bounded(Quantity.RISK_SCALE.ofSeat(), "1", 0, 1, RoleSight::riskScale)
                .nonNegative(
                        Quantity.PRICE.of(pool), "quote", seen -> seen.range().price())
                .nonNegative(
                        Quantity.FEE.of(pool),
                        "1",
                        seen -> seen.market().prices().feeRate(spec.pool()))
                .nonNegative(Quantity.VOLATILITY.of(pool), "1/√year", seen -> variance.perRootYear(seen.seat()))
                .nonNegative(Ranging.WIDTH.of(pool), "1", seen -> seen.range().width())
                .bounded(IN_RANGE.of(pool), "1", 0, 1, seen -> seen.range().isInRange() ? 1 : 0)
                .any(TO_LOWER.of(pool), "1", seen -> seen.beyond(1))
                .any(TO_UPPER.of(pool), "1", seen -> seen.beyond(-1))
                .nonNegative(Quantity.FEES_EARNED.of(pool), "quote", Sight::fees)
                .nonNegative(Quantity.POSITION.of(pool), "quote", Sight::position)
                .nonNegative(Quantity.PROVIDED.of(pool), "1", Sight::provided)
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
        return List.of("over_rebalancing", "costs");
    }

    @Override
    public int memorySize() {
        return WORLD_PRICE + 1;
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
        variance.advance(market, seat);
        mark(market, seat);
        Role.super.advance(market, seat);
    }

    private void mark(MarketView market, Seat seat) {
        int base = pair(market).base();
        seat.memory()[EXPOSURE] = market.holdings(seat.participant()).total(base)
                + market.holdings(seat.participant()).claimed(base);
        seat.memory()[WORLD_PRICE] = market.prices().worth(base);
    }

    private MarketMap.Venue pair(MarketView market) {
        return market.map().venue(spec.pool());
    }

    @Override
    public void observe(MarketView market, Seat seat, double[] values) {
        factors.write(new Sight(market, seat, OwnRange.of(market, seat, spec.pool())), values);
    }

    /** Nothing is moved while a transaction of the seat waits on the chain. */
    @Override
    public void mask(MarketView market, Seat seat, boolean[] mask) {
        boolean free = !seat.halted() && !UnderWay.to(market, seat, spec.pool());
        for (int i = 0; i < mask.length; i++) {
            mask[i] = free;
        }
    }

    @Override
    public void act(MarketView market, Gateway gateway, Seat seat, double[] action) {
        boolean[] free = new boolean[actionSpec.size()];
        mask(market, seat, free);
        OwnRange range = OwnRange.of(market, seat, spec.pool());
        double width = action[0];
        if (!free[0]) {
            return;
        }
        if (width == 0) {
            moving.close(market, gateway, range);
        } else if (range.isEmpty() || isOff(range, width, action[1], action[2])) {
            moving.move(market, gateway, seat, range, width, action[1]);
        }
    }

    /** Whether the range is another than is wanted, or the price has strayed from where it was put. */
    private static boolean isOff(OwnRange range, double width, double skew, double rebalance) {
        double wider = StrictMath.log1p(width) / StrictMath.log1p(range.width());
        boolean otherWidth = wider > 1 + WIDTH_BAND || wider < 1 / (1 + WIDTH_BAND);
        boolean strayed = StrictMath.abs(range.offset() + skew) >= StrictMath.max(rebalance, WIDTH_BAND);
        return otherWidth || !range.isInRange() || strayed;
    }

    @Override
    public void halt(MarketView market, Gateway gateway, Seat seat) {
        if (!UnderWay.to(market, seat, spec.pool())) {
            moving.close(market, gateway, OwnRange.of(market, seat, spec.pool()));
        }
        flattening.step(market, gateway, seat);
    }

    @Override
    public boolean flat(MarketView market, Seat seat) {
        return OwnRange.of(market, seat, spec.pool()).isEmpty() && flattening.done(market, seat);
    }

    @Override
    public void rewards(MarketView market, Seat seat, double[] terms) {
        double moved = market.prices().worth(pair(market).base()) - seat.memory()[WORLD_PRICE];
        terms[0] = seat.profit(market) - seat.memory()[EXPOSURE] * moved;
        terms[1] = -seat.costs(market);
    }
}
