package catallaxy.agents.driver;

import catallaxy.environment.api.ParallelEnvironment;
import java.util.List;

/** What runs an environment with agents from reset to the end. The same decisions give the same digest. */
public interface Driver {
    /**
     * Runs one episode; returns when it is over.
     *
     * @param environment owned by the driver until it returns
     * @param plans       one for each of the environment's agents, in any order
     * @throws IllegalArgumentException if the plans are not for exactly the environment's agents
     * @throws RuntimeException         whatever the environment, the listener or the first making of an agent throws; what
     *                                  agents throw later falls under the rule
     */
    DriverResult run(
            ParallelEnvironment environment, long seed, List<AgentPlan> plans, FaultRule rule, DriverListener listener);
}
