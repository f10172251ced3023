package catallaxy.environment.market.testkit;

import catallaxy.environment.api.Action;
import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.AgentStep;
import catallaxy.environment.api.EnvironmentStep;
import catallaxy.environment.api.Feature;
import catallaxy.environment.api.Observation;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.MarketEnvironment;
import catallaxy.environment.market.MarketSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The conformance kit of roles and factors: acts at random in every seat of a market and looks whether the seats keep what drivers,
 * learners and planners rely on. A kind's own test calls {@link #check} with a market that has a seat of it, and expects nothing.
 *
 * <ul>
 *   <li>Features are finite and within their bounds; rewards are finite.
 *   <li>The same seed and actions lead to the same trace.
 *   <li>A fork that is taken on the way has the original's future: what changes is in the seat, not in the role.
 *   <li>Nothing is made or lost.
 * </ul>
 */
public final class RoleKit {
    private static final int MOST = 20;

    private final long seed;
    private final List<String> violations = new ArrayList<>();

    private RoleKit(long seed) {
        this.seed = seed;
    }

    /**
     * What the seats of a market do not keep; nothing where they keep everything.
     *
     * @param spec with an agent in each seat that is checked; runs for as long as it says, three times
     */
    public static List<String> check(MarketSpec spec, long seed) {
        RoleKit kit = new RoleKit(seed);
        kit.run(spec);
        return kit.violations.subList(0, Math.min(kit.violations.size(), MOST));
    }

    private void run(MarketSpec spec) {
        MarketEnvironment original = new MarketEnvironment(spec);
        EnvironmentStep middle = until(original, original.reset(seed), spec.durationNanos() / 2);
        MarketEnvironment fork = original.fork();
        until(original, middle, Long.MAX_VALUE);
        original.market().checkConservation().violations().forEach(each -> violations.add("not conserved: " + each));
        until(fork, middle, Long.MAX_VALUE);
        expectTrace("a fork has another future than the original", original, fork);
        MarketEnvironment again = new MarketEnvironment(spec);
        until(again, again.reset(seed), Long.MAX_VALUE);
        expectTrace("the same seed and actions lead to another trace", original, again);
    }

    private void expectTrace(String violation, MarketEnvironment expected, MarketEnvironment found) {
        if (!found.digest().equals(expected.digest())) {
            violations.add(violation);
        }
    }

    private EnvironmentStep until(MarketEnvironment environment, EnvironmentStep from, long timeNanos) {
        EnvironmentStep step = from;
        while (!step.finished() && step.timeNanos() < timeNanos) {
            Map<String, Action> actions = new TreeMap<>();
            for (AgentStep due : step.due()) {
                look(due);
                actions.put(due.agent(), Action.of(drawn(due.observation())));
            }
            step = environment.step(actions);
        }
        return step;
    }

    private void look(AgentStep due) {
        Observation seen = due.observation();
        for (int i = 0; i < seen.spec().size(); i++) {
            Feature feature = seen.spec().features().get(i);
            double value = seen.value(i);
            if (!(value >= feature.low() && value <= feature.high()) || Double.isInfinite(value)) {
                violations.add("agent " + due.agent() + ": " + feature.name() + " is " + value + ", not within "
                        + feature.low() + " to " + feature.high());
            }
        }
        if (!Double.isFinite(due.reward())) {
            violations.add("agent " + due.agent() + ": a reward of " + due.reward());
        }
    }

    /** A function of seed, agent and epoch, so that a fork decides as its original; the neutral value where the mask forbids all. */
    private double[] drawn(Observation seen) {
        RandomStream random = RandomStream.of(seed, "testkit/role/" + seen.agent() + "/" + seen.epoch());
        List<ActionComponent> components = seen.actions().components();
        double[] values = new double[components.size()];
        int offset = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = drawn(components.get(i), seen.mask(), offset, random);
            offset += components.get(i).maskSize();
        }
        return values;
    }

    private static double drawn(ActionComponent component, boolean[] mask, int offset, RandomStream random) {
        return switch (component) {
            case ActionComponent.Continuous quantity ->
                mask[offset]
                        ? quantity.low() + random.nextDouble() * (quantity.high() - quantity.low())
                        : quantity.neutral();
            case ActionComponent.Discrete choice -> {
                int label = random.nextInt(choice.maskSize());
                yield mask[offset + label] ? label : choice.neutral();
            }
        };
    }
}
