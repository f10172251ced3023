package catallaxy.environment.market.role;

import static catallaxy.environment.market.role.LearnerFeatures.ratio;
import static catallaxy.environment.market.role.LearnerFeatures.relative;

import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.api.Subject;
import java.util.ArrayList;
import java.util.List;

/** What a learner sees of a trader's seat. */
final class TraderFeatures {
    private static final double TEN_BPS = 1_000;
    private static final Quantity GAP = new Quantity("gap");

    private TraderFeatures() {}

    static void list(ObservationSpec observed, LearnerFeatures all) {
        all.add("risk_scale", now -> now.value("risk_scale"));
        List<Subject.Venue> venues = ObservedIndices.subjects(observed, Quantity.PRICE, Subject.Venue.class);
        for (Subject.Venue venue : venues) {
            venue(observed, venue, all);
        }
        shares(observed, venues, all);
    }

    private static void venue(ObservationSpec observed, Subject.Venue venue, LearnerFeatures all) {
        int price = observed.index(Quantity.PRICE.of(venue));
        int bid = observed.index(Quantity.BID.of(venue));
        int ask = observed.index(Quantity.ASK.of(venue));
        int traded = observed.index(Quantity.VOLUME.of(venue));
        ObservedIndices same = ObservedIndices.of(
                observed,
                Quantity.PRICE,
                other -> other instanceof Subject.Venue of
                        && of.base().equals(venue.base())
                        && of.quote().equals(venue.quote()));
        all.add(venue.named("spread"), now -> relative(now.value(ask), now.value(bid)) * TEN_BPS);
        all.add(GAP.of(venue), now -> relative(now.value(price), same.mean(now)) * TEN_BPS);
        for (int epochs : new int[] {1, 12, 144}) {
            var trend = all.departure(epochs, now -> now.value(price));
            double unit = TEN_BPS / StrictMath.sqrt(epochs);
            all.add(venue.named("trend_" + epochs), now -> trend.applyAsDouble(now) * unit);
        }
        LearnerFeatures.Returns returns = all.returns(now -> now.value(price));
        all.add(Quantity.VOLATILITY.of(venue), now -> returns.deviation(now) * TEN_BPS);
        all.add(Quantity.VOLUME.of(venue), all.flow(144, now -> now.value(traded)));
    }

    /** What each base asset makes of the equity, at the price of the first of its venues. */
    private static void shares(ObservationSpec observed, List<Subject.Venue> venues, LearnerFeatures all) {
        List<String> bases = new ArrayList<>();
        for (Subject.Venue venue : venues) {
            String base = venue.base();
            if (!bases.contains(base)) {
                bases.add(base);
                int price = observed.index(Quantity.PRICE.of(venue));
                ObservedIndices held = ObservedIndices.of(
                        observed,
                        Quantity.HOLDING,
                        of -> of instanceof Subject.Holding holding
                                && holding.asset().equals(base));
                all.add("share." + base, now -> ratio(held.sum(now) * now.value(price), now.value("equity")));
            }
        }
    }
}
