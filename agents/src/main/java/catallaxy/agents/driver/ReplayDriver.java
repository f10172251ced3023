package catallaxy.agents.driver;

import catallaxy.environment.api.AgentStep;
import catallaxy.environment.api.EnvironmentStep;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.ParallelEnvironment;
import java.util.Iterator;
import java.util.List;

/**
 * The driver that applies recorded decisions; there are no agents, so plans and rule are not looked at. An action that is
 * invalid now is a fault, as with any driver.
 */
public final class ReplayDriver implements Driver {
    private final Iterable<RecordedDecision> record;

    /**
     * A driver of the run whose decisions these are.
     *
     * @param record the decisions of one run in the order in which they were heard; read once in each replay
     */
    public ReplayDriver(Iterable<RecordedDecision> record) {
        this.record = record;
    }

    /** @throws ReplayDivergedException if the environment asks for another decision than the next recorded one */
    @Override
    public DriverResult run(
            ParallelEnvironment environment,
            long seed,
            List<AgentPlan> plans,
            FaultRule rule,
            DriverListener listener) {
        Iterator<RecordedDecision> decisions = record.iterator();
        Session session = new Session(environment, seed, rule, listener);
        while (!session.finished()) {
            session.apply(next(session.current(), decisions));
        }
        if (decisions.hasNext()) {
            throw new ReplayDivergedException("the run is over, the record goes on with " + decisions.next());
        }
        return session.result();
    }

    private static Outcome[] next(EnvironmentStep step, Iterator<RecordedDecision> decisions) {
        List<AgentStep> due = step.due();
        Outcome[] outcomes = new Outcome[due.size()];
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = next(step.timeNanos(), due.get(i).observation(), decisions);
        }
        return outcomes;
    }

    private static Outcome next(long timeNanos, Observation observation, Iterator<RecordedDecision> decisions) {
        String expected = observation.agent() + "'s epoch " + observation.epoch() + " at " + timeNanos + " ns";
        if (!decisions.hasNext()) {
            throw new ReplayDivergedException("the record ends before " + expected);
        }
        RecordedDecision next = decisions.next();
        if (!next.agent().equals(observation.agent())
                || next.epoch() != observation.epoch()
                || next.timeNanos() != timeNanos) {
            throw new ReplayDivergedException("expected " + expected + ", the record has " + next.agent() + "'s epoch "
                    + next.epoch() + " at " + next.timeNanos() + " ns");
        }
        return new Outcome.Answered(next.action());
    }
}
