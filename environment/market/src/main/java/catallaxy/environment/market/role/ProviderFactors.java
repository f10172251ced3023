package catallaxy.environment.market.role;

import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.api.Subject;
import catallaxy.environment.api.venue.Liquidity;
import catallaxy.environment.api.view.Factors;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.venue.VenueSpec;

/** What a liquidity provider observes: of each pool the pool itself, what lies there, and what became of it. Immutable. */
final class ProviderFactors {
    private static final double SECONDS_PER_YEAR = 365 * 86_400.0;

    private final Factors<Sight> factors;

    ProviderFactors(RoleSpec.LiquidityProvider spec, EngineSpec engine, long durationNanos, Hedging hedging) {
        factors = factors(spec, engine, durationNanos, hedging);
    }

    /** What the numbers are. */
    ObservationSpec spec() {
        return factors.spec();
    }

    /** Writes the numbers. */
    void write(MarketView market, Seat seat, double[] values) {
        factors.write(Sight.of(market, seat), values);
    }

    static Subject subject(EngineSpec engine, int venue) {
        VenueSpec of = engine.venues().get(venue);
        return new Subject.Venue(
                of.id(),
                engine.assets().get(of.base()).symbol(),
                engine.assets().get(of.quote()).symbol());
    }

    /** What is looked at for an observation; {@code equity} and {@code allotted} in quote units. */
    record Sight(MarketView market, Seat seat, double equity, double allotted) implements RoleSight {
        static Sight of(MarketView market, Seat seat) {
            double equity = market.holdings(seat.participant()).equityAtVenues();
            return new Sight(market, seat, equity, Rebalancing.allotted(seat, equity));
        }

        PoolAccount account(int index) {
            return new PoolAccount(seat, index);
        }

        double gap(int pool) {
            double price = reference(market, pool);
            return price > 0 ? market.prices().of(pool) / price - 1 : 0;
        }

        double position(int pool) {
            return Depositing.share(market, seat, pool) * Depositing.depth(market, pool);
        }

        double provided(int pool) {
            return allotted > 0 ? position(pool) / allotted : 0;
        }
    }

    /** Price of a pool's base asset as venues show it. */
    static double reference(MarketView market, int pool) {
        return market.prices().atVenues(market.map().venue(pool).base());
    }

    private static Factors<Sight> factors(
            RoleSpec.LiquidityProvider spec, EngineSpec engine, long durationNanos, Hedging hedging) {
        Factors.Listing<Sight> all = Factors.<Sight>list()
                .nonNegative(Quantity.TIME_REMAINING.ofSeat(), "s", seen -> seen.secondsUntil(durationNanos))
                .any(Quantity.EQUITY.ofSeat(), "quote", Sight::equity)
                .bounded(Quantity.RISK_SCALE.ofSeat(), "1", 0, 1, RoleSight::riskScale);
        for (int i = 0; i < spec.pools().size(); i++) {
            int pool = spec.pools().get(i);
            addPool(all, subject(engine, pool), pool);
            addAccount(all, subject(engine, pool), i, pool);
        }
        for (int i = 0; i < spec.hedges().size(); i++) {
            int index = i;
            all.any(
                    Quantity.EXPOSURE.of(subject(engine, spec.hedges().get(i))),
                    "base",
                    seen -> hedging.exposure(seen.market(), seen.seat(), index));
        }
        return all.done();
    }

    private static void addPool(Factors.Listing<Sight> all, Subject of, int pool) {
        all.nonNegative(
                        Quantity.PRICE.of(of),
                        "quote",
                        seen -> seen.market().prices().of(pool))
                .any(Quantity.GAP.of(of), "1", seen -> seen.gap(pool))
                .nonNegative(
                        Quantity.FEE.of(of), "1", seen -> seen.market().prices().feeRate(pool))
                .nonNegative(Quantity.DEPTH.of(of), "quote", seen -> Depositing.depth(seen.market(), pool))
                .nonNegative(Quantity.PROVIDED.of(of), "1", seen -> seen.provided(pool))
                .nonNegative(Quantity.POSITION.of(of), "quote", seen -> seen.position(pool))
                .bounded(
                        Quantity.POOL_SHARE.of(of),
                        "1",
                        0,
                        1,
                        seen -> Depositing.share(seen.market(), seen.seat(), pool))
                .nonNegative(Quantity.DEPOSIT_GAS.of(of), "quote", seen -> Depositing.gasQuote(seen.market(), pool));
    }

    private static void addAccount(Factors.Listing<Sight> all, Subject of, int index, int pool) {
        double perYear = StrictMath.sqrt(SECONDS_PER_YEAR);
        all.nonNegative(
                        Quantity.VOLATILITY.of(of),
                        "1/√year",
                        seen -> seen.account(index).volatility() * perYear)
                .nonNegative(
                        Quantity.LOSS_RATE.of(of),
                        "1/year",
                        seen -> seen.account(index).lossRate(seen.market().offered(pool, Liquidity.class))
                                * SECONDS_PER_YEAR)
                .any(
                        Quantity.FEE_YIELD.of(of),
                        "1/year",
                        seen -> seen.account(index).feeYield() * SECONDS_PER_YEAR)
                .nonNegative(
                        Quantity.VOLUME.of(of),
                        "quote",
                        seen -> seen.account(index).volume())
                .any(
                        Quantity.FEES_EARNED.of(of),
                        "quote",
                        seen -> seen.account(index).fees())
                .any(
                        Quantity.OVER_HOLDING.of(of),
                        "quote",
                        seen -> seen.account(index).overHolding())
                .any(
                        Quantity.OVER_REBALANCING.of(of),
                        "quote",
                        seen -> seen.account(index).overRebalancing());
    }
}
