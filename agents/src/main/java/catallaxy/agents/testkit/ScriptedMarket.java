package catallaxy.agents.testkit;

import catallaxy.environment.api.Account;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.AgentStep;
import catallaxy.environment.api.EnvironmentStep;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.ParallelEnvironment;
import catallaxy.environment.base.check.NearestWord;
import catallaxy.environment.base.digest.TraceDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A market that plays a script of observations, whatever the agents do, and records what they did: for tests of agents.
 *
 * <p>Each line of the script is one epoch of one or more agents. Rewards are 0. The last step of a run holds all agents
 * with their last observation, truncated. The digest covers seed, times and actions. Owned by one thread at a time; a new
 * {@link #reset} forgets the actions. Write the script before the first reset.
 */
public final class ScriptedMarket implements ParallelEnvironment {
    private final Map<String, ScriptedSeat> seats = new LinkedHashMap<>();
    private final List<Line> script = new ArrayList<>();
    private TraceDigest digest = new TraceDigest();
    private int next = -1;

    private static final class ScriptedSeat {
        private final ObservationSpec observations;
        private final ActionSpec actions;
        private final List<Action> taken = new ArrayList<>();
        private double[] last;
        private Account account = Account.NONE;
        private long epoch;

        ScriptedSeat(ObservationSpec observations, ActionSpec actions) {
            this.observations = observations;
            this.actions = actions;
            last = new double[observations.size()];
        }

        ScriptedSeat copy() {
            ScriptedSeat copy = new ScriptedSeat(observations, actions);
            copy.taken.addAll(taken);
            copy.last = last;
            copy.account = account;
            copy.epoch = epoch;
            return copy;
        }

        Observation observe(String agent, long timeNanos) {
            boolean[] mask = new boolean[actions.maskSize()];
            Arrays.fill(mask, true);
            return new Observation(agent, epoch, timeNanos, observations, last.clone(), actions, mask, account);
        }
    }

    private record Line(long timeNanos, Map<String, double[]> observations) {}

    /** Says what an agent has, whatever it does: its observations show it. */
    public ScriptedMarket account(String agent, Account account) {
        seat(agent).account = account;
        return this;
    }

    /** Adds an agent; the order of adding is the market's order of agents. */
    public ScriptedMarket agent(String agent, ObservationSpec observations, ActionSpec actions) {
        seats.put(agent, new ScriptedSeat(observations, actions));
        return this;
    }

    /** Adds an epoch of one agent. Values are named; features that are not named are 0. */
    public ScriptedMarket epoch(long timeNanos, String agent, Map<String, Double> values) {
        return epoch(timeNanos, Map.of(agent, values));
    }

    /**
     * Adds an epoch of several agents at once.
     *
     * @throws IllegalArgumentException if an agent or a feature is unknown, or time does not go on
     */
    public ScriptedMarket epoch(long timeNanos, Map<String, Map<String, Double>> valuesByAgent) {
        if (!script.isEmpty() && timeNanos <= script.getLast().timeNanos()) {
            throw new IllegalArgumentException("epoch at " + timeNanos + " ns after one at "
                    + script.getLast().timeNanos() + " ns");
        }
        Map<String, double[]> observations = new LinkedHashMap<>();
        valuesByAgent.forEach((agent, values) -> observations.put(agent, inOrder(agent, values)));
        script.add(new Line(timeNanos, observations));
        return this;
    }

    private double[] inOrder(String agent, Map<String, Double> named) {
        double[] values = new double[seat(agent).observations.size()];
        named.forEach((name, value) -> values[seat(agent).observations.index(name)] = value);
        return values;
    }

    /** What the agent did, by epoch; holds that were not asked for are included. */
    public List<Action> actions(String agent) {
        return List.copyOf(seat(agent).taken);
    }

    /** The observation of the agent's first epoch in the script, for a test without a run. */
    public Observation firstObservation(String agent) {
        for (Line line : script) {
            double[] values = line.observations().get(agent);
            if (values != null) {
                ScriptedSeat seat = new ScriptedSeat(seat(agent).observations, seat(agent).actions);
                seat.last = values;
                seat.account = seat(agent).account;
                return seat.observe(agent, line.timeNanos());
            }
        }
        throw new IllegalArgumentException("no epoch of agent " + agent + " in the script");
    }

    @Override
    public List<String> agents() {
        return List.copyOf(seats.keySet());
    }

    @Override
    public ObservationSpec observationSpec(String agent) {
        return seat(agent).observations;
    }

    @Override
    public ActionSpec actionSpec(String agent) {
        return seat(agent).actions;
    }

    @Override
    public List<String> rewardTerms(String agent) {
        return List.of();
    }

    @Override
    public EnvironmentStep reset(long seed) {
        digest = new TraceDigest().add(seed);
        next = 0;
        for (ScriptedSeat seat : seats.values()) {
            seat.taken.clear();
            seat.epoch = 0;
        }
        return current();
    }

    @Override
    public EnvironmentStep step(Map<String, Action> jointAction) {
        if (next < 0 || next >= script.size()) {
            throw new IllegalStateException("step before reset or after the end of the script");
        }
        Line line = script.get(next);
        digest.add(line.timeNanos());
        for (Map.Entry<String, ScriptedSeat> seat : seats.entrySet()) {
            if (line.observations().containsKey(seat.getKey())) {
                take(seat.getValue(), jointAction.getOrDefault(seat.getKey(), Action.HOLD));
            } else if (jointAction.containsKey(seat.getKey())) {
                throw new IllegalArgumentException("agent " + seat.getKey() + " is not due");
            }
        }
        digest.endEvent();
        next++;
        return current();
    }

    private void take(ScriptedSeat seat, Action action) {
        seat.taken.add(action);
        seat.epoch++;
        digest.add(action.toString());
    }

    private EnvironmentStep current() {
        boolean finished = next == script.size();
        long timeNanos = script.isEmpty()
                ? 0
                : script.get(Math.min(next, script.size() - 1)).timeNanos();
        List<AgentStep> due = new ArrayList<>();
        for (Map.Entry<String, ScriptedSeat> seat : seats.entrySet()) {
            double[] values = finished
                    ? seat.getValue().last
                    : script.get(next).observations().get(seat.getKey());
            if (values != null) {
                seat.getValue().last = values;
                Observation observation = seat.getValue().observe(seat.getKey(), timeNanos);
                due.add(new AgentStep(observation, 0, new double[0], false, finished));
            }
        }
        return new EnvironmentStep(timeNanos, due, finished);
    }

    @Override
    public ScriptedMarket fork() {
        ScriptedMarket fork = new ScriptedMarket();
        seats.forEach((agent, seat) -> fork.seats.put(agent, seat.copy()));
        fork.script.addAll(script);
        fork.digest = digest.copy();
        fork.next = next;
        return fork;
    }

    @Override
    public String digest() {
        return digest.hex();
    }

    private ScriptedSeat seat(String agent) {
        ScriptedSeat seat = seats.get(agent);
        if (seat == null) {
            throw new IllegalArgumentException(NearestWord.missing("agent", agent, agents()));
        }
        return seat;
    }
}
