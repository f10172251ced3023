package catallaxy.agents.policy;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.agents.execution.ActionValues;
import catallaxy.agents.execution.ExecutionChoice;
import catallaxy.agents.execution.ExecutionSight;
import catallaxy.agents.execution.ExecutionTally;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.execution.ExecutionSpec;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * The executor that learns while it trades on which chain, with whose money, how large and with how much slippage a trade is executed best:
 * ε-greedy on {@link ActionValues}. At each epoch at which something is open it learns from what has happened since its last decision, and
 * decides anew; while an execution is under way it holds.
 */
public final class ExecutionLearner implements Agent {
    /**
     * Settings.
     *
     * @param models       whether it learns; else it believes every promise, and tries nothing
     * @param learningRate α, the part of an error by which a value moves
     * @param discount     γ of what comes after the next decision
     * @param epsilon      probability of a random choice at first
     * @param epsilonLeast probability below which that of a random choice does not fall
     * @param epsilonDecay factor of the probability from one decision to the next
     */
    public record Config(
            Models models,
            double learningRate,
            double discount,
            double epsilon,
            double epsilonLeast,
            double epsilonDecay)
            implements PolicySpec {
        public Config {
            Checks.inRange("learningRate", learningRate, 0, 1);
            Checks.inRange("discount", discount, 0, 0.9999);
            Checks.inRange("epsilon", epsilon, 0, 1);
            Checks.inRange("epsilonLeast", epsilonLeast, 0, 1);
            Checks.inRange("epsilonDecay", epsilonDecay, 0, 1);
        }

        boolean isOn() {
            return models == Models.ON;
        }

        @Override
        public String policy() {
            return "execution-learner";
        }

        @Override
        public Class<?> seat() {
            return ExecutionSpec.class;
        }
    }

    /** Whether what was learned is used. */
    public enum Models {
        OFF,
        ON
    }

    private final Config config;
    private final ExecutionSight sight;
    private final ActionValues values;
    private final ExecutionTally tally;
    private final RandomStream random;
    private double epsilon;
    private double reward;
    private @Nullable ExecutionChoice last;

    ExecutionLearner(Config config, AgentContext context) {
        this(
                config,
                new ExecutionSight(context.observations(), context.market().engine(), (ExecutionSpec)
                        context.seat().role()),
                new ActionValues(config.isOn() ? config.learningRate() : 0, config.discount()),
                ExecutionTally.of(
                        (ExecutionSpec) context.seat().role(), context.market().engine()),
                context.randomStream());
        epsilon = config.isOn() ? config.epsilon() : 0;
    }

    private ExecutionLearner(
            Config config, ExecutionSight sight, ActionValues values, ExecutionTally tally, RandomStream random) {
        this.config = config;
        this.sight = sight;
        this.values = values;
        this.tally = tally;
        this.random = random;
    }

    @Override
    public Action decide(Observation observation) {
        if (sight.hasEnded(observation)) {
            reward += sight.reward(observation);
            tally.ended(sight.realised(observation));
        }
        List<ExecutionChoice> open = sight.choices(observation);
        if (open.size() == 1) {
            return Action.HOLD;
        }
        ExecutionChoice best = best(open);
        learn(values.of(best));
        ExecutionChoice chosen = random.nextDouble() < epsilon ? open.get(random.nextInt(open.size())) : best;
        epsilon = config.isOn()
                ? StrictMath.max(StrictMath.min(epsilon, config.epsilonLeast()), epsilon * config.epsilonDecay())
                : 0;
        tally.chosen(chosen, confidence(best, open));
        last = chosen;
        return chosen.isHold() ? Action.HOLD : Action.of(1 + chosen.option(), chosen.size(), chosen.slippage());
    }

    private ExecutionChoice best(List<ExecutionChoice> open) {
        ExecutionChoice best = open.getFirst();
        for (ExecutionChoice each : open) {
            best = values.of(each) > values.of(best) ? each : best;
        }
        return best;
    }

    private void learn(double best) {
        values.decided(best);
        if (last != null) {
            values.learn(last, reward, best);
        }
        reward = 0;
    }

    /** That the best choice is better than the best of another option. */
    private double confidence(ExecutionChoice best, List<ExecutionChoice> open) {
        List<ExecutionChoice> others =
                open.stream().filter(each -> each.option() != best.option()).toList();
        return others.isEmpty() ? 1 : values.confidence(best, best(others));
    }

    @Override
    public SequencedMap<String, Double> figures() {
        return tally.figures();
    }

    @Override
    public ExecutionLearner copy() {
        ExecutionLearner copy = new ExecutionLearner(config, sight, values.copy(), tally.copy(), random.copy());
        copy.epsilon = epsilon;
        copy.reward = reward;
        copy.last = last;
        return copy;
    }
}
