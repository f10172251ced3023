package catallaxy.environment.api;

import java.util.List;

/**
 * The world at one decision epoch.
 *
 * @param timeNanos simulated time since the start
 * @param due       the agents that decide now, in the scenario's order; the last step holds every agent
 * @param finished  whether the run is over: no further {@code step} is allowed
 */
public record EnvironmentStep(long timeNanos, List<AgentStep> due, boolean finished) {
    public EnvironmentStep {
        due = List.copyOf(due);
    }
}
