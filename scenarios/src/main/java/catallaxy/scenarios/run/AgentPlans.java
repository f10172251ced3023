package catallaxy.scenarios.run;

import catallaxy.agents.driver.AgentPlan;
import catallaxy.agents.policy.AgentCreationException;
import catallaxy.agents.policy.AgentFactory;
import catallaxy.agents.policy.Cast;
import catallaxy.agents.policy.PolicySpec;
import catallaxy.agents.policy.TrainedPolicy;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.AgentPolicy;
import catallaxy.scenarios.file.Scenario;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From a scenario's policies to the plans by which a driver fills the seats. */
public final class AgentPlans {
    private AgentPlans() {}

    /** Who sits in the seats of a scenario. */
    public static Cast cast(Scenario scenario, ClassLoader userClasses) {
        Map<String, PolicySpec> policies = new LinkedHashMap<>();
        scenario.policies().forEach(each -> policies.put(each.agent(), each.policy()));
        return new Cast(scenario.market(), policies, new AgentFactory(userClasses));
    }

    /**
     * Seats every trained policy once.
     *
     * @throws UserError if one does not fit its seat
     */
    public static void requireTrainedFit(Scenario scenario) {
        Cast cast = cast(scenario, AgentPlans.class.getClassLoader());
        for (AgentPolicy each : scenario.policies()) {
            if (each.policy() instanceof TrainedPolicy) {
                try {
                    cast.agent(each.agent(), 0);
                } catch (AgentCreationException other) {
                    throw UserError.usage(String.valueOf(other.getMessage()));
                }
            }
        }
    }

    /** How each seat is filled, in the order of the scenario's agents. */
    public static List<AgentPlan> of(Scenario scenario, long seed, ClassLoader userClasses) {
        return cast(scenario, userClasses).plans(seed);
    }
}
