package catallaxy.agents.policy;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.agents.driver.AgentPlan;
import catallaxy.environment.base.check.NearestWord;
import catallaxy.environment.market.MarketEnvironment;
import catallaxy.environment.market.MarketSpec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The agents of a market: which policy decides in each seat, and how it is made. Immutable; may be shared between threads.
 *
 * @param policies of each agent, by its id
 */
public record MarketAgents(MarketSpec market, Map<String, PolicySpec> policies, AgentFactory factory) {
    public MarketAgents {
        policies = Collections.unmodifiableMap(new LinkedHashMap<>(policies));
    }

    /** The same market with another policy in one seat. */
    public MarketAgents with(String agent, PolicySpec policy) {
        Map<String, PolicySpec> changed = new LinkedHashMap<>(policies);
        changed.put(agent, policy);
        return new MarketAgents(market, changed, factory);
    }

    /** Everybody's plan in the run of a seed, in the market's order. */
    public List<AgentPlan> plans(long seed) {
        return market.agents().stream()
                .map(seat -> factory.plan(policy(seat.id()), context(seat.id(), seed)))
                .toList();
    }

    /** The agent's own policy, with nothing remembered. */
    public Agent agent(String agent, long seed) {
        AgentContext context = context(agent, seed);
        return factory.create(policy(agent), context);
    }

    /** The policy of the agent of this id; an unknown one throws. */
    public PolicySpec policy(String agent) {
        return Objects.requireNonNull(policies.get(agent), agent);
    }

    /** What the agent is told in the run of a seed. */
    public AgentContext context(String agent, long seed) {
        MarketEnvironment environment = new MarketEnvironment(market);
        return new AgentContext(
                agent,
                market,
                market.agents().get(index(agent)),
                environment.observationSpec(agent),
                environment.actionSpec(agent),
                seed,
                policy(agent) instanceof UserAgent user ? user.settings() : Map.of());
    }

    /**
     * Position of the agent in the market's order.
     *
     * @throws IllegalArgumentException if there is none
     */
    public int index(String agent) {
        for (int i = 0; i < market.agents().size(); i++) {
            if (market.agents().get(i).id().equals(agent)) {
                return i;
            }
        }
        throw new IllegalArgumentException(NearestWord.missing("agent", agent, List.copyOf(policies.keySet())));
    }
}
