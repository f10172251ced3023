package catallaxy.agents.driver;

import catallaxy.environment.api.Action;
import catallaxy.environment.api.EnvironmentStep;

/**
 * What hears everything that a driver does, in canonical order, the same under every driver.
 *
 * <p>Called by one thread at a time, with everything of the previous call visible. For each epoch: for each due agent in
 * the scenario's order {@code fault} or {@code masked} if there was one, then {@code decided}; after that {@code step}. What it throws ends
 * the run and is thrown by {@link Driver#run}.
 */
public interface DriverListener {
    DriverListener NONE = new DriverListener() {};

    /** For work that bears no fault, such as training: the first ends it. */
    DriverListener STRICT = new DriverListener() {
        @Override
        public void fault(AgentFault fault) {
            throw AgentFailedException.of(fault);
        }
    };

    /** The environment has been reset, or has run on to the next epoch. */
    default void step(EnvironmentStep step) {}

    /**
     * An agent's decision is about to be applied.
     *
     * @param timeNanos simulated time
     * @param epoch     of the agent
     * @param action    what is applied: {@link Action#HOLD} after a fault
     */
    default void decided(long timeNanos, String agent, long epoch, Action action) {}

    /** An agent that was due gave no valid decision; {@link Action#HOLD} is applied in its place. */
    default void fault(AgentFault fault) {}

    /** A part of a valid decision asks for what its mask forbids; that part has no effect. */
    default void masked(String agent, long epoch) {}
}
