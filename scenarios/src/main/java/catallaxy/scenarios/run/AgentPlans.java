package catallaxy.scenarios.run;

import catallaxy.agents.AgentContext;
import catallaxy.agents.driver.AgentPlan;
import catallaxy.agents.policy.AgentFactory;
import catallaxy.agents.policy.UserAgent;
import catallaxy.environment.market.MarketEnvironment;
import catallaxy.scenarios.file.AgentPolicy;
import catallaxy.scenarios.file.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** From a scenario's policies to the plans by which a driver fills the seats. */
public final class AgentPlans {
    private AgentPlans() {}

    /** How each seat is filled, in the order of the scenario's agents. */
    public static List<AgentPlan> of(
            Scenario scenario, MarketEnvironment environment, long seed, ClassLoader userClasses) {
        AgentFactory factory = new AgentFactory(userClasses);
        List<AgentPlan> plans = new ArrayList<>();
        for (int i = 0; i < scenario.policies().size(); i++) {
            AgentPolicy policy = scenario.policies().get(i);
            Map<String, String> settings = policy.policy() instanceof UserAgent user ? user.settings() : Map.of();
            plans.add(factory.plan(
                    policy.policy(),
                    new AgentContext(
                            policy.agent(),
                            scenario.market(),
                            scenario.market().agents().get(i),
                            environment.observationSpec(policy.agent()),
                            environment.actionSpec(policy.agent()),
                            seed,
                            settings)));
        }
        return plans;
    }
}
