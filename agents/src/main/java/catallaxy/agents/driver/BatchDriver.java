package catallaxy.agents.driver;

import catallaxy.agents.Agent;
import catallaxy.environment.market.learning.AgentStep;
import catallaxy.environment.market.learning.ParallelEnvironment;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The driver that calls the agents one after the other on the caller's thread: the fastest one. No agent can be late; one
 * that never returns stops the run, which only the actors' driver survives.
 */
public final class BatchDriver implements Driver {
    @Override
    public DriverResult run(
            ParallelEnvironment environment,
            long seed,
            List<AgentPlan> plans,
            FaultRule rule,
            DriverListener listener) {
        Map<String, Place> places = new LinkedHashMap<>();
        for (AgentPlan plan : Seats.inOrder(environment.agents(), plans)) {
            places.put(plan.agent(), new Place(plan.fresh()));
        }
        Session session = new Session(environment, seed, rule, listener);
        while (!session.finished()) {
            session.apply(ask(session, places));
        }
        return session.result();
    }

    private static Outcome[] ask(Session session, Map<String, Place> places) {
        List<AgentStep> due = session.due();
        Outcome[] outcomes = new Outcome[due.size()];
        Arrays.fill(outcomes, Outcome.NOT_ASKED);
        for (int i = 0; i < outcomes.length; i++) {
            Place place = places.get(due.get(i).agent());
            if (place != null && session.asks(due.get(i))) {
                outcomes[i] = place.decide(due.get(i));
            }
        }
        return outcomes;
    }

    /** The agent in one seat; it is made anew after it threw. */
    private static final class Place {
        private final Supplier<Agent> fresh;
        private @Nullable Agent agent;

        Place(Supplier<Agent> fresh) {
            this.fresh = fresh;
            agent = fresh.get();
        }

        Outcome decide(AgentStep step) {
            try {
                if (agent == null) {
                    agent = fresh.get();
                }
                return new Outcome.Answered(agent.decide(step.observation()));
            } catch (Throwable thrown) {
                agent = null;
                return fault(thrown);
            }
        }

        private static Outcome fault(Throwable thrown) {
            if (Outcome.isFatal(thrown)) {
                throw (VirtualMachineError) thrown;
            }
            return Outcome.threw(thrown);
        }
    }
}
