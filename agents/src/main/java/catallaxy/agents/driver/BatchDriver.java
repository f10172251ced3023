package catallaxy.agents.driver;

import catallaxy.environment.api.AgentStep;
import catallaxy.environment.api.ParallelEnvironment;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The driver that calls the agents one after the other: the fastest one. Environment, agents and listener are called on one
 * thread, which is not the caller's.
 */
public final class BatchDriver implements Driver {
    @Override
    public DriverResult run(
            ParallelEnvironment environment,
            long seed,
            List<AgentPlan> plans,
            FaultRule rule,
            DriverListener listener) {
        return DecisionWatch.over(rule.decisionTimeoutNanos(), () -> watched(environment, seed, plans, rule, listener));
    }

    private static DriverResult watched(
            ParallelEnvironment environment,
            long seed,
            List<AgentPlan> plans,
            FaultRule rule,
            DriverListener listener) {
        Map<String, SeatedAgent> seated = new LinkedHashMap<>();
        for (AgentPlan plan : AgentPlan.inOrder(environment.agents(), plans)) {
            seated.put(plan.agent(), new SeatedAgent(plan));
        }
        Session session = new Session(environment, seed, rule, listener);
        while (!session.finished()) {
            session.apply(ask(session, seated));
        }
        return session.result();
    }

    private static Outcome[] ask(Session session, Map<String, SeatedAgent> seated) {
        List<AgentStep> due = session.due();
        Outcome[] outcomes = new Outcome[due.size()];
        Arrays.fill(outcomes, Outcome.NOT_ASKED);
        for (int i = 0; i < outcomes.length; i++) {
            SeatedAgent agent = seated.get(due.get(i).agent());
            if (agent != null && session.asks(due.get(i))) {
                outcomes[i] = agent.decide(due.get(i));
            }
        }
        return outcomes;
    }
}
