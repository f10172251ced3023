package catallaxy.agents.training;

import catallaxy.agents.learning.ActionSpace;
import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.LearningTask;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.Activation;
import catallaxy.agents.network.Compute;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.setting.Key;
import catallaxy.environment.base.registry.Named;
import java.util.Optional;

/**
 * A kind of learner, and with it an algorithm: the one thing that is registered, by its class name in
 * {@code META-INF/services/catallaxy.agents.training.LearnerKind}. Immutable; a class without state and with a public
 * constructor without arguments.
 *
 * @param <C> the settings, a public record. Each component is a key of scenario files, called as {@link Key} says: whole and other
 *            numbers, true or false, text, words of an enumeration, lists of numbers, or a record of further keys. What its
 *            constructor refuses with an {@code InvalidValueException} is told to the user as a mistake of that key
 */
public interface LearnerKind<C extends Record> extends Named {
    /** The record of its settings, which is this kind's alone. */
    Class<C> config();

    /**
     * What it is, in one sentence with its source, without its full stop, for {@code catallaxy list learners}; each component of the
     * settings then says its key with {@link Key}. Empty where {@code training-reference.conf}, the manual of the program's own, says it.
     */
    Optional<String> summary();

    /** Whether it plans on the positions of a game, and can do nothing else: {@link LearningTask#game}. */
    default boolean plans() {
        return false;
    }

    /**
     * Whether it can act where so many players move: 0 where there are no positions to plan on, 1 on a plan, 2 in a game against oneself. By
     * default learners that plan want positions, and the others no opponent.
     */
    default boolean suits(int players) {
        return plans() ? players > 0 : players < 2;
    }

    /** Whether it can give such actions. */
    boolean gives(ActionSpace actions);

    /**
     * A learner at its beginning.
     *
     * @param compute for networks; stays open longer than the learner
     * @throws IllegalArgumentException if it cannot give such actions
     */
    Learner create(C config, LearningTask task, Compute compute);

    /**
     * The policy in the tensors that its learner saved, without exploration and in plain Java: a row gets the same answer to the
     * last bit in every batch and on every machine.
     *
     * @param features {@code F}
     * @throws IllegalArgumentException if the tensors are not those of such a learner
     */
    BatchPolicy policy(C config, TensorStore tensors, int features, ActionSpec actions);

    /** Activation of its policy where that is a perceptron; see {@link PolicyForm#perceptron}. */
    default Optional<Activation> perceptron(C config) {
        return Optional.empty();
    }

    /** Transitions that it remembers; 0 without a replay buffer. */
    default int bufferSize(C config) {
        return 0;
    }

    /**
     * Transitions up to the first update, in so many worlds; 0 where every training ends with one. A shorter training learns
     * nothing.
     */
    default long firstUpdate(C config, int worlds) {
        return 0;
    }

    /** The key of its settings that, lowered, brings the first update nearer; empty where there is none. */
    default Optional<String> firstUpdateKey() {
        return Optional.empty();
    }

    /** Steps of each world between two moments at which it can be saved. */
    default int rolloutLength(C config) {
        return 1;
    }
}
