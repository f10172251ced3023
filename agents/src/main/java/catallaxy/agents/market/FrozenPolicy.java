package catallaxy.agents.market;

import catallaxy.agents.learning.ActionSpace;
import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.FrozenNetwork;
import catallaxy.environment.api.ActionSpec;
import java.util.List;

/**
 * What a learner has learned, without exploration and without the network library: a row gets the same answer to the last bit
 * in every batch and on every machine. It may differ in the last bits from the learner's own policy. Owned by one thread.
 */
public final class FrozenPolicy implements BatchPolicy {
    /** The algorithms whose policies have a frozen form. */
    public static final List<String> ALGORITHMS = List.of("a2c", "ddpg", "dqn", "ppo", "rainbow", "td3");

    private static final float CLIP = 10;

    private final FrozenNetwork network;
    private final float[] shift;
    private final float[] scale;
    private final boolean normalises;
    private final Head head;
    private final int actionSize;
    private final int maskSize;
    private final float[] row;
    private final float[] outputs;

    /** From a network's outputs to the action of one row. */
    private interface Head {
        void write(float[] outputs, boolean[] masks, int maskOffset, float[] actions, int actionOffset);
    }

    /**
     * Reads the policy from a learner's tensors.
     *
     * @param form     how it is computed
     * @param features {@code F}
     * @throws IllegalArgumentException if the tensors are not those of such a policy
     */
    public FrozenPolicy(TensorStore tensors, PolicyForm form, int features, ActionSpec actions) {
        String algorithm = form.algorithm();
        ActionSpace space = ActionSpace.of(actions);
        actionSize = space.size();
        maskSize = actions.maskSize();
        head = switch (algorithm) {
            case "ppo", "a2c" -> space instanceof ActionSpace.Discrete choices ? labels(choices) : quantities(space);
            case "td3", "ddpg" -> quantities(space);
            case "dqn", "rainbow" -> combination(discrete(algorithm, space));
            default ->
                throw new IllegalArgumentException(
                        "algorithm: expected one of " + String.join(", ", ALGORITHMS) + ", found " + algorithm);
        };
        network = form.network(tensors);
        requireSize("features", features, network.inputs());
        requireSize("outputs", outputsOf(algorithm, space), network.outputs());
        shift = tensors.get("normaliser.shift", features);
        scale = tensors.get("normaliser.scale", features);
        normalises = !isOnly(shift, 0) || !isOnly(scale, 1);
        row = new float[features];
        outputs = new float[network.outputs()];
    }

    private static boolean isOnly(float[] values, float value) {
        for (float each : values) {
            if (each != value) {
                return false;
            }
        }
        return true;
    }

    private static void requireSize(String what, int expected, int found) {
        if (expected != found) {
            throw new IllegalArgumentException(what + ": expected " + expected + ", found " + found);
        }
    }

    private static int outputsOf(String algorithm, ActionSpace space) {
        if (!(space instanceof ActionSpace.Discrete choices)) {
            return space.size();
        }
        return algorithm.equals("dqn") || algorithm.equals("rainbow") ? choices.combinations() : choices.logits();
    }

    private static ActionSpace.Discrete discrete(String algorithm, ActionSpace space) {
        if (space instanceof ActionSpace.Discrete choices) {
            return choices;
        }
        throw new IllegalArgumentException(algorithm + ": expected actions that are choices, found quantities");
    }

    private static Head quantities(ActionSpace space) {
        if (!(space instanceof ActionSpace.Continuous continuous)) {
            throw new IllegalArgumentException("expected actions that are quantities, found choices");
        }
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
            normalise(observations, i * row.length);
            network.forward(row, 0, outputs);
            head.write(outputs, masks, i * maskSize, actions, i * actionSize);
        }
    }

    private void normalise(float[] observations, int offset) {
        for (int f = 0; f < row.length; f++) {
            float x = observations[offset + f];
            row[f] = normalises ? Math.clamp((x - shift[f]) * scale[f], -CLIP, CLIP) : x;
        }
    }
}
