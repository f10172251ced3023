package catallaxy.agents.algorithm;

import catallaxy.agents.learning.ActionSpace;
import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.Activation;
import catallaxy.agents.network.FrozenMlp;
import catallaxy.agents.network.FrozenNetwork;
import catallaxy.environment.api.ActionSpec;

/**
 * What a learner has learned, without exploration and without the network library: a row gets the same answer to the last bit
 * in every batch and on every machine. It may differ in the last bits from the learner's own policy. Owned by one thread.
 */
public final class FrozenPolicy implements BatchPolicy {
    private final FrozenNetwork network;
    private final FrozenNormaliser normaliser;
    private final Head head;
    private final int actionSize;
    private final int maskSize;
    private final float[] row;
    private final float[] outputs;

    /** From a network's outputs to the action of one row. */
    private interface Head {
        void write(float[] outputs, boolean[] masks, int maskOffset, float[] actions, int actionOffset);
    }

    private FrozenPolicy(
            TensorStore tensors, FrozenNetwork network, Head head, int outputs, int features, ActionSpec actions) {
        requireSize("features", features, network.inputs());
        requireSize("outputs", outputs, network.outputs());
        this.network = network;
        this.head = head;
        actionSize = actions.size();
        maskSize = actions.maskSize();
        normaliser = new FrozenNormaliser(tensors, features);
        row = new float[features];
        this.outputs = new float[outputs];
    }

    /**
     * The likeliest label of each choice, or the mean of each quantity, from a perceptron of a learner's tensors.
     *
     * @param activation of its hidden layers
     * @param features   {@code F}
     * @throws IllegalArgumentException if the tensors are not those of such a policy
     */
    public static FrozenPolicy ofActor(TensorStore tensors, Activation activation, int features, ActionSpec actions) {
        return switch (ActionSpace.of(actions)) {
            case ActionSpace.Continuous _ -> ofQuantities(tensors, activation, features, actions);
            case ActionSpace.Discrete choices ->
                new FrozenPolicy(
                        tensors, actor(tensors, activation), labels(choices), choices.logits(), features, actions);
        };
    }

    /**
     * Quantities from a perceptron of a learner's tensors.
     *
     * @param activation of its hidden layers
     * @param features   {@code F}
     * @throws IllegalArgumentException if the tensors are not those of such a policy, or the actions are choices
     */
    public static FrozenPolicy ofQuantities(
            TensorStore tensors, Activation activation, int features, ActionSpec actions) {
        if (!(ActionSpace.of(actions) instanceof ActionSpace.Continuous space)) {
            throw new IllegalArgumentException("expected actions that are quantities, found choices");
        }
        return new FrozenPolicy(
                tensors, actor(tensors, activation), quantities(space), space.size(), features, actions);
    }

    /**
     * The combination of labels with the largest value.
     *
     * @param values   from observations to the value of each combination
     * @param features {@code F}
     * @throws IllegalArgumentException if the network does not fit, or the actions are quantities
     */
    public static FrozenPolicy ofValues(TensorStore tensors, FrozenNetwork values, int features, ActionSpec actions) {
        if (!(ActionSpace.of(actions) instanceof ActionSpace.Discrete choices)) {
            throw new IllegalArgumentException("expected actions that are choices, found quantities");
        }
        return new FrozenPolicy(tensors, values, combination(choices), choices.combinations(), features, actions);
    }

    private static FrozenNetwork actor(TensorStore tensors, Activation activation) {
        return new FrozenMlp(tensors, "policy", activation);
    }

    private static void requireSize(String what, int expected, int found) {
        if (expected != found) {
            throw new IllegalArgumentException(what + ": expected " + expected + ", found " + found);
        }
    }

    private static Head quantities(ActionSpace.Continuous continuous) {
        return (outputs, masks, maskOffset, actions, offset) -> {
            for (int i = 0; i < outputs.length; i++) {
                actions[offset + i] = continuous.denormalised(i, (float) StrictMath.tanh(outputs[i]));
            }
        };
    }

    /** Each component's likeliest label. */
    private static Head labels(ActionSpace.Discrete choices) {
        return (outputs, masks, maskOffset, actions, offset) -> {
            int start = 0;
            for (int i = 0; i < choices.size(); i++) {
                int best = -1;
                for (int j = start; j < start + choices.sizes()[i]; j++) {
                    best = masks[maskOffset + j] && (best < 0 || outputs[j] > outputs[best]) ? j : best;
                }
                actions[offset + i] = Math.max(0, best - start);
                start += choices.sizes()[i];
            }
        };
    }

    /** The combination of labels with the largest value; the last component's vary fastest. */
    private static Head combination(ActionSpace.Discrete choices) {
        return (outputs, masks, maskOffset, actions, offset) -> {
            int best = -1;
            for (int i = 0; i < outputs.length; i++) {
                boolean better = best < 0 || outputs[i] > outputs[best];
                best = better && allowed(choices, i, masks, maskOffset) ? i : best;
            }
            int rest = Math.max(0, best);
            for (int c = choices.size() - 1; c >= 0; c--) {
                actions[offset + c] = rest % choices.sizes()[c];
                rest /= choices.sizes()[c];
            }
        };
    }

    private static boolean allowed(ActionSpace.Discrete choices, int combination, boolean[] masks, int maskOffset) {
        int rest = combination;
        int start = maskOffset + choices.logits();
        boolean allowed = true;
        for (int c = choices.size() - 1; c >= 0; c--) {
            start -= choices.sizes()[c];
            allowed &= masks[start + rest % choices.sizes()[c]];
            rest /= choices.sizes()[c];
        }
        return allowed;
    }

    @Override
    public void act(float[] observations, boolean[] masks, int rows, float[] actions) {
        for (int i = 0; i < rows; i++) {
            normaliser.normalise(observations, i * row.length, 1, row);
            network.forward(row, 0, outputs);
            head.write(outputs, masks, i * maskSize, actions, i * actionSize);
        }
    }
}
