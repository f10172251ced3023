package catallaxy.environment.market.role;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.engine.Endowment;
import java.util.List;

/**
 * An agent's seat in the market; which agent decides there is the driver's business.
 *
 * @param id              name, unique among agents
 * @param role            kind of seat and its settings
 * @param cadenceNanos    time between two decisions, positive
 * @param firstEpochNanos time of the first decision
 * @param latencyNanos    what its own line adds to the delay of each message, on top of the chain's or exchange's
 * @param latencyJitter   what its own line adds to the jitter of the chain or exchange, share of the floor
 * @param endowments      what it owns at the start
 * @param factors         what it observes beside what its role shows
 */
public record SeatSpec(
        String id,
        RoleSpec role,
        long cadenceNanos,
        long firstEpochNanos,
        long latencyNanos,
        double latencyJitter,
        List<Endowment> endowments,
        List<FactorKind> factors) {
    public SeatSpec {
        endowments = List.copyOf(endowments);
        factors = List.copyOf(factors);
        Checks.inRange("cadenceNanos", cadenceNanos, 1_000_000L, 31_536_000_000_000_000L);
        Checks.inRange("firstEpochNanos", firstEpochNanos, 0, 31_536_000_000_000_000L);
        Checks.inRange("latencyNanos", latencyNanos, 0, 60_000_000_000L);
        Checks.inRange("latencyJitter", latencyJitter, 0, 10);
    }

    /** A seat that shows what its role shows. */
    public SeatSpec(
            String id,
            RoleSpec role,
            long cadenceNanos,
            long firstEpochNanos,
            long latencyNanos,
            List<Endowment> endowments) {
        this(id, role, cadenceNanos, firstEpochNanos, latencyNanos, endowments, List.of());
    }

    /** A seat whose line adds no jitter. */
    public SeatSpec(
            String id,
            RoleSpec role,
            long cadenceNanos,
            long firstEpochNanos,
            long latencyNanos,
            List<Endowment> endowments,
            List<FactorKind> factors) {
        this(id, role, cadenceNanos, firstEpochNanos, latencyNanos, 0, endowments, factors);
    }
}
