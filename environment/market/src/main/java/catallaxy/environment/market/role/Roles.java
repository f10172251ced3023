package catallaxy.environment.market.role;

import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.market.engine.EngineSpec;
import java.util.List;

/** The roles of a scenario's agents. */
public final class Roles {
    private Roles() {}

    /**
     * The role of one agent.
     *
     * @param durationNanos of the run
     * @param agents        all agents, in the scenario's order
     * @param agent         index of the one
     * @param seats         the seats, for roles that supervise others
     * @throws IllegalArgumentException if the role's venues, pools or agents, or the seat's factors, do not fit the market
     */
    public static Role of(
            EngineSpec engine, long durationNanos, List<SeatSpec> agents, int agent, SupervisedSeats seats) {
        SeatSpec seat = agents.get(agent);
        RoleSite site = new RoleSite(engine, durationNanos, agents, seats);
        Role role = seat.role().in(site);
        return seat.factors().isEmpty() ? role : new FactoredRole(role, FactoredRole.further(site, seat));
    }

    /** What a seat shows beside what its role does. */
    public static ObservationSpec further(RoleSite site, SeatSpec seat) {
        return FactoredRole.further(site, seat).spec();
    }
}
