package catallaxy.agents.driver;

import catallaxy.environment.api.Action;

/**
 * A decision as {@link DriverListener#decided} heard it.
 *
 * @param timeNanos simulated time
 * @param epoch     of the agent
 */
public record RecordedDecision(long timeNanos, String agent, long epoch, Action action) {}
