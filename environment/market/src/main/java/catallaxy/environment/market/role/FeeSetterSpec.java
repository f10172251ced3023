package catallaxy.environment.market.role;

import catallaxy.environment.api.Observation;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.api.setting.NameOf;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.Optional;

/**
 * Sets the fee of a pool.
 *
 * @param pool          index of a pool whose fee the agent controls
 * @param halfLifeNanos of the exponentially weighted volatility that the agent observes
 * @param minChange     part of the present fee by which another must differ to be set
 */
public record FeeSetterSpec(@NameOf(NameOf.Thing.VENUE) int pool, long halfLifeNanos, double minChange)
        implements RoleSpec {
    public FeeSetterSpec {
        Checks.inRange("halfLifeNanos", halfLifeNanos, 1_000_000_000L, 31_536_000_000_000_000L);
        Checks.inRange("minChange", minChange, 0, 1);
    }

    /** How the fee of a venue is set; empty where nobody sets it. */
    static Optional<VenueSpec.FeeSteering> steered(VenueSpec venue) {
        return venue instanceof VenueSpec.OnChain contract ? contract.feeSteering() : Optional.empty();
    }

    @Override
    public String role() {
        return "fee-setter";
    }

    @Override
    public Role in(RoleSite site) {
        return new FeeSetterRole(this, site.engine(), site.durationNanos());
    }

    /** The fee and the volatility of a minute in logarithms, the share of flow that went one way, and the volume over the depth. */
    @Override
    public void learnerFeatures(ObservationSpec observed, LearnerFeatures all) {
        int fee = observed.index(observed.of(Quantity.FEE).getFirst().meaning());
        int volatility =
                observed.index(observed.of(Quantity.VOLATILITY).getFirst().meaning());
        int flow = observed.index(observed.of(FeeSetterRole.FLOW).getFirst().meaning());
        int volume = observed.index(observed.of(Quantity.VOLUME).getFirst().meaning());
        int depth = observed.index(observed.of(Quantity.DEPTH).getFirst().meaning());
        all.add("log_fee", now -> logarithm(now.value(fee)));
        all.add("log_volatility", now -> logarithm(now.value(volatility) / FeeSetterRole.ROOT_MINUTES_PER_YEAR));
        all.add("flow", now -> now.value(flow));
        all.add("volume_over_depth", now -> ratio(now, volume, depth));
    }

    /** Of a part, counted from 0.1 %, and not less than a millionth. */
    private static double logarithm(double part) {
        return StrictMath.log(StrictMath.max(part, 1e-6) / 1e-3);
    }

    private static double ratio(Observation now, int volume, int depth) {
        return StrictMath.log1p(LearnerFeatures.ratio(now.value(volume), now.value(depth)));
    }
}
