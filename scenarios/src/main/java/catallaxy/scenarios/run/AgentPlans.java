package catallaxy.scenarios.run;

import catallaxy.agents.driver.AgentPlan;
import catallaxy.agents.policy.AgentCreationException;
import catallaxy.agents.policy.AgentFactory;
import catallaxy.agents.policy.MarketAgents;
import catallaxy.agents.policy.PolicySpec;
import catallaxy.scenarios.file.AgentPolicy;
import catallaxy.scenarios.file.Scenario;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From a scenario's policies to the plans by which a driver fills the seats. */
public final class AgentPlans {
    private AgentPlans() {}

    /** The agents of a scenario. */
    public static MarketAgents agents(Scenario scenario, ClassLoader userClasses) {
        Map<String, PolicySpec> policies = new LinkedHashMap<>();
        scenario.policies().forEach(each -> policies.put(each.agent(), each.policy()));
        return new MarketAgents(scenario.market(), policies, new AgentFactory(userClasses));
    }

    /**
     * Seats everybody once, as a run does before it begins.
     *
     * @return for each agent that cannot be seated, in the scenario's order, why; none if all can
     */
    public static Map<String, String> misfits(Scenario scenario, ClassLoader userClasses) {
        MarketAgents agents = agents(scenario, userClasses);
        Map<String, String> misfits = new LinkedHashMap<>();
        for (AgentPolicy each : scenario.policies()) {
            try {
                agents.agent(each.agent(), scenario.seed());
            } catch (AgentCreationException other) {
                misfits.put(each.agent(), String.valueOf(other.getMessage()));
            }
        }
        return misfits;
    }

    /** How each seat is filled, in the order of the scenario's agents. */
    public static List<AgentPlan> of(Scenario scenario, long seed, ClassLoader userClasses) {
        return agents(scenario, userClasses).plans(seed);
    }
}
