package catallaxy.scenarios.run;

import catallaxy.agents.Agent;
import catallaxy.agents.driver.AgentPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What the agents of a run tell of themselves when it is over: those that sat there last. May be shared between threads. */
final class ToldFigures {
    private final Map<String, Agent> seated = new ConcurrentHashMap<>();

    /** The same plans, of which it is known whom they have made last. */
    List<AgentPlan> watching(List<AgentPlan> plans) {
        return plans.stream()
                .map(plan -> new AgentPlan(plan.agent(), () -> {
                    Agent made = plan.fresh().get();
                    seated.put(plan.agent(), made);
                    return made;
                }))
                .toList();
    }

    /** The figures of an agent by name; none of one that tells nothing. */
    Map<String, Double> of(String agent) {
        return Optional.ofNullable(seated.get(agent))
                .<Map<String, Double>>map(each -> new TreeMap<>(each.figures()))
                .orElse(Map.of());
    }
}
