package catallaxy.environment.market.role;

import static catallaxy.environment.market.role.LearnerFeatures.ratio;
import static catallaxy.environment.market.role.LearnerFeatures.relative;

import catallaxy.environment.api.Meaning;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.api.Subject;
import java.util.List;

/** What a learner sees of a portfolio's seat. */
final class PortfolioFeatures {
    private static final double BPS = 10_000;
    private static final double TEN_BPS = 1_000;
    private static final Quantity GAP = new Quantity("gap");
    private static final Quantity TREND = new Quantity("trend");
    private static final List<Quantity> AS_THEY_ARE = List.of(
            Quantity.WEIGHT,
            Quantity.CASH_WEIGHT,
            Quantity.VOLATILITY,
            Quantity.SUPPLIED,
            Quantity.BORROWED,
            Quantity.UTILISATION);
    private static final List<Quantity> RATES = List.of(Quantity.SUPPLY_RATE, Quantity.BORROW_RATE);

    private PortfolioFeatures() {}

    static void list(ObservationSpec observed, LearnerFeatures all) {
        all.add("risk_scale", now -> now.value("risk_scale"));
        for (int i = 0; i < observed.size(); i++) {
            int index = i;
            Meaning meaning = observed.features().get(i).meaning();
            Quantity quantity = meaning.quantity();
            if (AS_THEY_ARE.contains(quantity)) {
                all.add(meaning, now -> now.value(index));
            } else if (RATES.contains(quantity)) {
                all.add(meaning, now -> now.value(index) * 10);
            } else if (quantity.equals(Quantity.HEALTH)) {
                all.add(meaning, now -> now.value(index) - 1);
            } else if (quantity.equals(Quantity.GAS_COST)) {
                all.add(meaning, now -> ratio(now.value(index), now.value("equity")) * BPS);
            } else if (quantity.equals(Quantity.PRICE) && meaning.subject() instanceof Subject.Holding sleeve) {
                price(observed, sleeve, all);
            }
        }
    }

    private static void price(ObservationSpec observed, Subject.Holding sleeve, LearnerFeatures all) {
        int price = observed.index(Quantity.PRICE.of(sleeve));
        ObservedIndices same = ObservedIndices.of(
                observed,
                Quantity.PRICE,
                other -> other instanceof Subject.Holding of && of.asset().equals(sleeve.asset()));
        all.add(GAP.of(sleeve), now -> relative(now.value(price), same.mean(now)) * TEN_BPS);
        var trend = all.departure(36, now -> now.value(price));
        all.add(TREND.of(sleeve), now -> trend.applyAsDouble(now) * 100);
    }
}
