package catallaxy.environment.market.role;

import static catallaxy.environment.market.role.LearnerFeatures.ratio;

import catallaxy.environment.api.Observation;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.api.Subject;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What a learner sees of a liquidity provider's seat. */
final class ProviderFeatures {
    private static final double BPS = 10_000;
    private static final double TEN_BPS = 1_000;
    /** Rates of the order of 1/year per unit: a position that gains its own worth in two months. */
    private static final double RATE = 0.2;

    private static final Quantity NET_YIELD = new Quantity("net_yield");
    private static final Quantity COVER = new Quantity("cover");
    private static final Quantity TREND = new Quantity("trend");

    private ProviderFeatures() {}

    static void list(ObservationSpec observed, LearnerFeatures all) {
        all.add("risk_scale", now -> now.value("risk_scale"));
        List<Subject.Venue> pools = ObservedIndices.subjects(observed, Quantity.PROVIDED, Subject.Venue.class);
        for (Subject.Venue pool : pools) {
            position(observed, pool, all);
            rates(observed, pool, all);
        }
        for (Subject.Venue hedge : ObservedIndices.subjects(observed, Quantity.EXPOSURE, Subject.Venue.class)) {
            exposure(observed, hedge, all);
        }
    }

    private static void position(ObservationSpec observed, Subject.Venue pool, LearnerFeatures all) {
        int gas = observed.index(Quantity.DEPOSIT_GAS.of(pool));
        int gap = observed.index(Quantity.GAP.of(pool));
        int price = observed.index(Quantity.PRICE.of(pool));
        all.add(Quantity.PROVIDED.of(pool), value(observed, Quantity.PROVIDED, pool));
        all.add(Quantity.POOL_SHARE.of(pool), value(observed, Quantity.POOL_SHARE, pool));
        all.add(Quantity.DEPOSIT_GAS.of(pool), now -> ratio(now.value(gas), now.value("equity")) * BPS);
        all.add(Quantity.GAP.of(pool), now -> now.value(gap) * TEN_BPS);
        var trend = all.departure(12, now -> now.value(price));
        all.add(TREND.of(pool), now -> trend.applyAsDouble(now) * 100);
    }

    /** Fees against the expected loss: as a difference, and as a ratio, of which the logarithm is taken. */
    private static void rates(ObservationSpec observed, Subject.Venue pool, LearnerFeatures all) {
        ToDoubleFunction<Observation> fees = value(observed, Quantity.FEE_YIELD, pool);
        ToDoubleFunction<Observation> loss = value(observed, Quantity.LOSS_RATE, pool);
        ToDoubleFunction<Observation> volume = value(observed, Quantity.VOLUME, pool);
        all.add(NET_YIELD.of(pool), now -> (fees.applyAsDouble(now) - loss.applyAsDouble(now)) * RATE);
        all.add(COVER.of(pool), now -> logRatio(fees.applyAsDouble(now), loss.applyAsDouble(now)));
        all.add(Quantity.VOLATILITY.of(pool), value(observed, Quantity.VOLATILITY, pool));
        all.add(Quantity.VOLUME.of(pool), all.flow(144, volume));
    }

    private static double logRatio(double fees, double loss) {
        return fees > 0 && loss > 0 ? StrictMath.log(fees / loss) : 0;
    }

    /** Of the exposure's worth, at the price of the first pool of the asset, to the equity. */
    private static void exposure(ObservationSpec observed, Subject.Venue hedge, LearnerFeatures all) {
        int exposure = observed.index(Quantity.EXPOSURE.of(hedge));
        ObservedIndices prices = ObservedIndices.of(
                observed,
                Quantity.PRICE,
                of -> of instanceof Subject.Venue pool && pool.base().equals(hedge.base()));
        all.add(
                Quantity.EXPOSURE.of(hedge),
                now -> prices.all().isEmpty()
                        ? 0
                        : ratio(now.value(exposure) * prices.mean(now), now.value("equity")) * 10);
    }

    private static ToDoubleFunction<Observation> value(ObservationSpec observed, Quantity quantity, Subject of) {
        int index = observed.index(quantity.of(of));
        return now -> now.value(index);
    }
}
