package catallaxy.environment.market;

import catallaxy.environment.api.Action;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.AgentStep;
import catallaxy.environment.api.EnvironmentStep;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.ParallelEnvironment;
import catallaxy.environment.market.role.Role;
import catallaxy.environment.market.role.Seat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The market as a parallel multi-agent environment.
 *
 * <p>An epoch is a moment at which at least one agent is due. All agents that are due at that moment observe the same
 * state; a supervisor's decision is applied before those of whom it supervises. Rewards count from an agent's previous epoch. The horizon
 * truncates every agent; an agent whose equity is gone is terminated and is not asked again.
 */
public final class MarketEnvironment implements ParallelEnvironment {
    private final MarketSpec spec;
    private final Role[] roles;
    private final List<String> agents;
    private final Consumer<Market> onReset;
    private final UnaryOperator<Market> onDecided;
    private final DecisionOrder order;
    private final boolean[] terminated;
    private final List<Integer> due = new ArrayList<>();
    private @Nullable Market market;
    private boolean finished = true;

    /** An environment in which nobody but the agents looks at the market. */
    public MarketEnvironment(MarketSpec spec) {
        this(spec, market -> {}, market -> market);
    }

    /**
     * An environment that shows its market to others: at the start of each episode, and between epochs.
     *
     * @param onReset is given the market of each new episode before its first event, to observe its trace
     * @param onDecided is given the market after the decisions of each epoch, when it can be saved, and returns the one
     *                  to go on with
     */
    public MarketEnvironment(MarketSpec spec, Consumer<Market> onReset, UnaryOperator<Market> onDecided) {
        this.spec = spec;
        this.onReset = onReset;
        this.onDecided = onDecided;
        this.roles = Market.roles(spec);
        this.agents = spec.agents().stream().map(each -> each.id()).toList();
        this.order = new DecisionOrder(spec.agents());
        this.terminated = new boolean[agents.size()];
    }

    private MarketEnvironment(MarketEnvironment of) {
        spec = of.spec;
        roles = of.roles;
        agents = of.agents;
        onReset = market -> {};
        onDecided = market -> market;
        order = of.order;
        terminated = of.terminated.clone();
        due.addAll(of.due);
        market = of.market == null ? null : of.market.fork();
        finished = of.finished;
    }

    @Override
    public List<String> agents() {
        return agents;
    }

    @Override
    public ObservationSpec observationSpec(String agent) {
        return roles[index(agent)].observationSpec();
    }

    @Override
    public ActionSpec actionSpec(String agent) {
        return roles[index(agent)].actionSpec();
    }

    @Override
    public List<String> rewardTerms(String agent) {
        return roles[index(agent)].rewardTerms();
    }

    private int index(String agent) {
        int index = agents.indexOf(agent);
        if (index < 0) {
            throw new IllegalArgumentException("no agent '" + agent + "' among " + agents);
        }
        return index;
    }

    /** The market of the present episode, for looking at. */
    public Market market() {
        if (market == null) {
            throw new IllegalStateException("reset comes before everything else");
        }
        return market;
    }

    @Override
    public EnvironmentStep reset(long seed) {
        return begin(Market.of(spec, seed));
    }

    /** Starts an episode in the middle: in a market that was restored or forked between two epochs. */
    public EnvironmentStep resume(Market restored) {
        return begin(restored);
    }

    private EnvironmentStep begin(Market episode) {
        market = episode;
        finished = false;
        for (int agent = 0; agent < terminated.length; agent++) {
            terminated[agent] = isRuined(episode.seat(agent));
        }
        onReset.accept(episode);
        return runOn(episode);
    }

    @Override
    public EnvironmentStep step(Map<String, Action> jointAction) {
        Market present = market();
        if (finished) {
            throw new IllegalStateException("the run is over; reset comes first");
        }
        requireDue(present, jointAction);
        for (int agent : order.of(due)) {
            present.decide(agent, jointAction.getOrDefault(agents.get(agent), Action.HOLD));
        }
        Market next = onDecided.apply(present);
        market = next;
        return runOn(next);
    }

    private void requireDue(Market present, Map<String, Action> jointAction) {
        int known = 0;
        for (int agent : due) {
            known += jointAction.containsKey(agents.get(agent)) ? 1 : 0;
        }
        if (known == jointAction.size()) {
            return;
        }
        for (String agent : jointAction.keySet()) {
            if (!due.contains(index(agent))) {
                throw new IllegalArgumentException(
                        "agent " + agent + " is not due at " + present.engine().timeNanos());
            }
        }
    }

    private EnvironmentStep runOn(Market present) {
        due.clear();
        int agent = present.runToNextEpoch();
        while (agent >= 0) {
            addDue(agent);
            if (!present.anotherIsDueNow() && !due.isEmpty()) {
                return epoch(present);
            }
            agent = present.runToNextEpoch();
        }
        return end(present);
    }

    private void addDue(int agent) {
        if (!terminated[agent]) {
            due.add(agent);
        }
    }

    private EnvironmentStep epoch(Market present) {
        due.sort(null);
        List<AgentStep> steps = new ArrayList<>(due.size());
        for (int agent : due) {
            steps.add(agentStep(present, agent, false));
        }
        return new EnvironmentStep(present.engine().timeNanos(), steps, false);
    }

    private EnvironmentStep end(Market present) {
        finished = true;
        List<AgentStep> steps = new ArrayList<>(agents.size());
        for (int agent = 0; agent < terminated.length; agent++) {
            steps.add(agentStep(present, agent, true));
        }
        return new EnvironmentStep(present.engine().timeNanos(), steps, true);
    }

    private AgentStep agentStep(Market present, int agent, boolean truncated) {
        Role role = present.role(agent);
        Seat seat = present.seat(agent);
        double[] terms = new double[role.rewardTerms().size()];
        if (!terminated[agent]) {
            role.rewards(present.engine(), seat, terms);
        }
        role.advance(present.engine(), seat);
        Observation observation = observation(present, agent, role, seat);
        terminated[agent] |= isRuined(seat);
        double reward = 0;
        for (double term : terms) {
            reward += term;
        }
        return new AgentStep(observation, reward, terms, terminated[agent], truncated && !terminated[agent]);
    }

    /** Who came with nothing, such as a supervisor, cannot be ruined. */
    private static boolean isRuined(Seat seat) {
        return seat.initialEquity() > 0 && seat.epochEquity() <= 0;
    }

    private Observation observation(Market present, int agent, Role role, Seat seat) {
        double[] values = new double[role.observationSpec().size()];
        boolean[] mask = new boolean[role.actionSpec().maskSize()];
        role.observe(present.engine(), seat, values);
        role.mask(present.engine(), seat, mask);
        return new Observation(
                agents.get(agent),
                seat.epoch() - 1,
                present.engine().timeNanos(),
                role.observationSpec(),
                values,
                role.actionSpec(),
                mask,
                new SeatAccount(present.engine(), seat.participant(), this::fork));
    }

    /** What those observe who are due, in the scenario's order: the same as in the step that made them due. */
    public List<Observation> observed() {
        Market present = market();
        return due.stream()
                .map(agent -> observation(present, agent, present.role(agent), present.seat(agent)))
                .toList();
    }

    @Override
    public MarketEnvironment fork() {
        return new MarketEnvironment(this);
    }

    /**
     * A {@link #fork} for who may not know what comes: it goes on by other chances, {@link Market#divert}, and from the prices that venues
     * show, {@link Market#takeVenuesWord}.
     */
    public MarketEnvironment fork(long luck) {
        MarketEnvironment fork = fork();
        fork.market().divert(luck);
        fork.market().takeVenuesWord();
        return fork;
    }

    @Override
    public String digest() {
        return market().digest();
    }
}
