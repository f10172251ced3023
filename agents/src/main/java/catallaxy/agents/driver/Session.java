package catallaxy.agents.driver;

import catallaxy.environment.api.Action;
import catallaxy.environment.api.AgentStep;
import catallaxy.environment.api.EnvironmentStep;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.ParallelEnvironment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One run under way, without the agents: the environment, the fault rule and the listener.
 *
 * <p>A driver reads {@link #due}, gathers one {@link Outcome} for each in whatever order it likes, and hands all of them
 * to {@link #apply}, which treats them in the scenario's order. Every driver goes through here, so that rule, order and
 * listener calls cannot differ. Owned by one thread at a time.
 */
public final class Session {
    private final ParallelEnvironment environment;
    private final FaultRule rule;
    private final DriverListener listener;
    private final Map<String, Standing> standings = new LinkedHashMap<>();
    private final Map<String, Action> jointAction = new LinkedHashMap<>();
    private EnvironmentStep current;
    private long steps;
    private long decisions;
    private long faults;

    /** How one agent stands under the rule. */
    private static final class Standing {
        private int consecutiveFaults;
        private boolean retired;
    }

    /** Resets the environment. */
    public Session(ParallelEnvironment environment, long seed, FaultRule rule, DriverListener listener) {
        this.environment = environment;
        this.rule = rule;
        this.listener = listener;
        environment.agents().forEach(agent -> standings.put(agent, new Standing()));
        current = environment.reset(seed);
        listener.step(current);
    }

    /** Whether the environment has made its last step; then {@link #result} tells how the run went. */
    public boolean finished() {
        return current.finished();
    }

    /** The step that the environment made last. */
    EnvironmentStep current() {
        return current;
    }

    /** The agents that decide now, in the scenario's order. */
    public List<AgentStep> due() {
        return current.due();
    }

    /** Whether the agent is to be asked: neither retired nor at the end of its own episode. */
    public boolean asks(AgentStep step) {
        return !step.terminated() && !step.truncated() && !standing(step.agent()).retired;
    }

    /**
     * Applies one outcome for each due agent and runs the environment on.
     *
     * @param outcomes {@code [due().size()]}
     */
    public void apply(Outcome[] outcomes) {
        jointAction.clear();
        List<AgentStep> due = current.due();
        for (int i = 0; i < due.size(); i++) {
            Observation observation = due.get(i).observation();
            Action action = judged(observation, outcomes[i]);
            listener.decided(current.timeNanos(), observation.agent(), observation.epoch(), action);
            jointAction.put(observation.agent(), action);
        }
        decisions += due.size();
        current = environment.step(jointAction);
        steps++;
        listener.step(current);
    }

    /** What there is to say when the environment has finished. */
    public DriverResult result() {
        return new DriverResult(environment.digest(), steps, decisions, faults);
    }

    private Action judged(Observation observation, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered answered -> checked(observation, answered);
            case Outcome.Faulted faulted -> faulted(observation, faulted);
            case Outcome.NotAsked _ -> Action.HOLD;
        };
    }

    private Action checked(Observation observation, Outcome.Answered answered) {
        Optional<Outcome.Faulted> fault = answered.fault(observation);
        if (fault.isPresent()) {
            return faulted(observation, fault.get());
        }
        standing(observation.agent()).consecutiveFaults = 0;
        Action action = Objects.requireNonNull(answered.action());
        if (action instanceof Action.Vector vector
                && observation.actions().asksMasked(vector.values(), observation.mask())) {
            listener.masked(observation.agent(), observation.epoch());
        }
        return action;
    }

    private Action faulted(Observation observation, Outcome.Faulted fault) {
        faults++;
        report(observation, fault);
        Standing standing = standing(observation.agent());
        standing.consecutiveFaults++;
        if (fault.kind() == AgentFault.Kind.STOPPED) {
            retire(observation, standing, "its actor has stopped; it holds for the rest of the run");
        } else if (standing.consecutiveFaults > rule.maxConsecutiveFaults()) {
            String tooOften = standing.consecutiveFaults + " faults in a row; it holds for the rest of the run";
            retire(observation, standing, tooOften);
        }
        return Action.HOLD;
    }

    private void retire(Observation observation, Standing standing, String message) {
        standing.retired = true;
        report(observation, new Outcome.Faulted(AgentFault.Kind.RETIRED, message));
    }

    private void report(Observation observation, Outcome.Faulted fault) {
        listener.fault(new AgentFault(
                observation.agent(),
                observation.epoch(),
                current.timeNanos(),
                fault.kind(),
                fault.message(),
                fault.thrown()));
    }

    private Standing standing(String agent) {
        Standing standing = standings.get(agent);
        if (standing == null) {
            throw new IllegalStateException(
                    "the environment names agent " + agent + ", expected one of " + standings.keySet());
        }
        return standing;
    }
}
