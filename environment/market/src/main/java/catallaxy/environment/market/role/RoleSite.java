package catallaxy.environment.market.role;

import catallaxy.environment.market.engine.EngineSpec;
import java.util.List;

/**
 * Where a role is made.
 *
 * @param engine        the market
 * @param durationNanos of the run
 * @param agents        all agents, in the scenario's order
 * @param seats         their seats, for roles that supervise others
 */
public record RoleSite(EngineSpec engine, long durationNanos, List<SeatSpec> agents, SupervisedSeats seats) {
    public RoleSite {
        agents = List.copyOf(agents);
    }

    /** Names of agents. */
    public List<String> names(List<Integer> indices) {
        return indices.stream().map(agent -> agents.get(agent).id()).toList();
    }
}
