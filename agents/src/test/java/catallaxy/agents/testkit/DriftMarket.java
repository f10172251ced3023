package catallaxy.agents.testkit;

import catallaxy.environment.api.Action;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.AgentStep;
import catallaxy.environment.api.EnvironmentStep;
import catallaxy.environment.api.Feature;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.ParallelEnvironment;
import catallaxy.environment.base.digest.TraceDigest;
import catallaxy.environment.base.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A small deterministic market with feedback: agent i is due every i + 1 ticks, moves a common price by its action, and the
 * order in which actions are applied matters to the last bit.
 */
public final class DriftMarket implements ParallelEnvironment {
    public static final ObservationSpec OBSERVATIONS =
            new ObservationSpec(List.of(Feature.unbounded("price", "1"), Named.feature("trade.x")));
    public static final ActionSpec ACTIONS = new ActionSpec(List.of(Named.quantity("trade.x", -1, 1)));

    private final List<String> agents;
    private final long ticks;
    private final long[] epochs;
    private TraceDigest digest = new TraceDigest();
    private RandomStream random = RandomStream.of(0, "drift");
    private long tick;
    private double price;

    public DriftMarket(int agents, long ticks) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < agents; i++) {
            names.add("agent-" + i);
        }
        this.agents = List.copyOf(names);
        this.ticks = ticks;
        epochs = new long[agents];
    }

    @Override
    public List<String> agents() {
        return agents;
    }

    @Override
    public ObservationSpec observationSpec(String agent) {
        return OBSERVATIONS;
    }

    @Override
    public ActionSpec actionSpec(String agent) {
        return ACTIONS;
    }

    @Override
    public List<String> rewardTerms(String agent) {
        return List.of();
    }

    @Override
    public EnvironmentStep reset(long seed) {
        digest = new TraceDigest();
        random = RandomStream.of(seed, "drift");
        tick = 0;
        price = 100;
        Arrays.fill(epochs, 0);
        return step();
    }

    @Override
    public EnvironmentStep step(Map<String, Action> jointAction) {
        for (int i = 0; i < agents.size(); i++) {
            if (isDue(i)) {
                apply(jointAction.getOrDefault(agents.get(i), Action.HOLD), i);
            }
        }
        tick++;
        price += random.nextGaussian();
        digest.add(tick).add(price).endEvent();
        return step();
    }

    private void apply(Action action, int agent) {
        double move = action instanceof Action.Vector vector ? vector.value(0) : 0;
        price = price * (1 + 0.01 * move) + 0.1 * move;
        digest.add(agent).add(price);
        epochs[agent]++;
    }

    private boolean isDue(int agent) {
        return tick == ticks || tick % (agent + 1) == 0;
    }

    private EnvironmentStep step() {
        List<AgentStep> due = new ArrayList<>();
        for (int i = 0; i < agents.size(); i++) {
            if (isDue(i)) {
                Observation observation = new Observation(
                        agents.get(i),
                        epochs[i],
                        tick * 1_000_000,
                        OBSERVATIONS,
                        new double[] {price, 0},
                        ACTIONS,
                        new boolean[] {true});
                due.add(new AgentStep(observation, 0, new double[0], false, tick == ticks));
            }
        }
        return new EnvironmentStep(tick * 1_000_000, due, tick == ticks);
    }

    @Override
    public DriftMarket fork() {
        DriftMarket fork = new DriftMarket(agents.size(), ticks);
        System.arraycopy(epochs, 0, fork.epochs, 0, epochs.length);
        fork.digest = digest.copy();
        fork.random = random.copy();
        fork.tick = tick;
        fork.price = price;
        return fork;
    }

    @Override
    public String digest() {
        return digest.hex();
    }
}
