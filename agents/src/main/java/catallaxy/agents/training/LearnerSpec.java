package catallaxy.agents.training;

import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.LearningTask;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.Activation;
import catallaxy.agents.network.Compute;
import catallaxy.environment.api.ActionSpec;
import java.util.Optional;

/**
 * Which algorithm learns, with its settings. Immutable.
 *
 * @param kind   the algorithm
 * @param config its settings
 */
public record LearnerSpec<C extends Record>(LearnerKind<C> kind, C config) implements PolicyForm {
    /** Name of the algorithm in scenario files and results. */
    public String algorithm() {
        return kind.name();
    }

    /**
     * A learner at its beginning.
     *
     * @param compute stays open longer than the learner
     * @throws IllegalArgumentException if the algorithm cannot give such actions
     */
    public Learner create(LearningTask task, Compute compute) {
        return kind.create(config, task, compute);
    }

    @Override
    public BatchPolicy policy(TensorStore tensors, int features, ActionSpec actions) {
        return kind.policy(config, tensors, features, actions);
    }

    @Override
    public Optional<Activation> perceptron() {
        return kind.perceptron(config);
    }

    /** Transitions that it remembers; 0 without a replay buffer. */
    public int bufferSize() {
        return kind.bufferSize(config);
    }

    /** Transitions up to the first update; see {@link LearnerKind#firstUpdate}. */
    public long firstUpdate(int worlds) {
        return kind.firstUpdate(config, worlds);
    }

    /** Steps of each world between two moments at which it can be saved. */
    public int rolloutLength() {
        return kind.rolloutLength(config);
    }

    /** Why a training of so many transitions would learn nothing; empty where it learns. */
    public Optional<String> idle(long steps, int worlds) {
        long first = firstUpdate(worlds);
        return Math.ceilDiv(steps, worlds) * worlds >= first
                ? Optional.empty()
                : Optional.of(algorithm() + " learns nothing in " + steps + " steps: its first update is after " + first
                        + "; "
                        + kind.firstUpdateKey()
                                .map(key -> "lower " + key + " or ")
                                .orElse("")
                        + "train for longer");
    }
}
