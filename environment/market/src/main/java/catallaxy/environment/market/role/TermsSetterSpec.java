package catallaxy.environment.market.role;

import catallaxy.environment.api.Feature;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.api.setting.NameOf;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.List;
import java.util.Optional;

/**
 * Sets what collateral is good for at a lending market.
 *
 * @param bank           index of a lending market whose risk steward the agent is
 * @param collaterals    assets whose terms it sets; all that are collateral there where there are none
 * @param maxStepBps     most by which one decision changes loan to value or threshold, basis points; the market may allow less
 * @param minChangeBps   smaller changes are left alone, basis points
 * @param halfLifeNanos  of the exponentially weighted volatility that the agent observes
 * @param interestWeight what a unit of interest counts in the reward
 */
public record TermsSetterSpec(
        @NameOf(NameOf.Thing.VENUE) int bank,
        @NameOf(NameOf.Thing.ASSET) List<Integer> collaterals,
        double maxStepBps,
        double minChangeBps,
        long halfLifeNanos,
        double interestWeight)
        implements RoleSpec {
    public TermsSetterSpec {
        collaterals = List.copyOf(collaterals);
        Checks.inRange("maxStepBps", maxStepBps, 1, 10_000);
        Checks.inRange("minChangeBps", minChangeBps, 0, 10_000);
        Checks.inRange("halfLifeNanos", halfLifeNanos, 1_000_000_000L, 31_536_000_000_000_000L);
        Checks.inRange("interestWeight", interestWeight, 0, 1e9);
    }

    /** How the terms of a venue are set; empty where nobody sets them. */
    static Optional<VenueSpec.TermsSteering> steered(VenueSpec venue) {
        return venue instanceof VenueSpec.OnChain contract ? contract.termsSteering() : Optional.empty();
    }

    /** Those of the wanted assets that are collateral, all where none is named, as they are until they are set. */
    static List<VenueSpec.TermsSteering.Reserve> collaterals(VenueSpec.TermsSteering market, List<Integer> wanted) {
        return market.reserves().stream()
                .filter(each -> each.threshold() > 0)
                .filter(each -> wanted.isEmpty() || wanted.contains(each.asset()))
                .toList();
    }

    @Override
    public String role() {
        return "terms-setter";
    }

    @Override
    public Role in(RoleSite site) {
        return new TermsSetterRole(this, site.engine(), site.durationNanos());
    }

    /** Terms and utilisation as they are, the volatility of a day, distances of health factors from 1, bad debt over debts. */
    @Override
    public void learnerFeatures(ObservationSpec observed, LearnerFeatures all) {
        int owed = observed.index(TermsSetterRole.OWED.of(TermsSetterRole.market(observed)));
        for (int i = 0; i < observed.size(); i++) {
            int index = i;
            Feature feature = observed.features().get(i);
            Quantity quantity = feature.meaning().quantity();
            if (TermsSetterRole.PARTS.contains(quantity)) {
                all.add(feature.meaning(), now -> now.value(index));
            } else if (quantity.equals(Quantity.VOLATILITY)) {
                all.add(feature.meaning(), now -> now.value(index) / RangeManagerRole.ROOT_DAYS_PER_YEAR * 10);
            } else if (TermsSetterRole.HEALTHS.contains(quantity)) {
                all.add(feature.meaning(), now -> (now.value(index) - 1) * 4);
            } else if (quantity.equals(TermsSetterRole.BAD_DEBT)) {
                all.add(feature.meaning(), now -> 10 * LearnerFeatures.ratio(now.value(index), now.value(owed)));
            }
        }
    }
}
