package catallaxy.agents.algorithm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import catallaxy.agents.network.Activation;
import catallaxy.agents.network.Mlp;
import catallaxy.agents.network.NoisyLinear;
import catallaxy.agents.network.ParameterLayout;
import catallaxy.environment.base.random.RandomStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A shared body of ReLU layers, and heads for the value of the state and the advantages of its choices:
 * {@code Q(s, a) = V(s) + A(s, a) − mean_a A(s, a)}, atom by atom. Wang et al. 2016, https://arxiv.org/abs/1511.06581, eq. 9;
 * without duelling the second head alone gives Q. It holds no numbers. Immutable.
 */
final class RainbowNetwork {
    private final Mlp body;
    private final List<NoisyLinear> heads;
    private final int choices;
    private final int atoms;

    /**
     * Adds {@code q.0 …} and, duelling, {@code value} and {@code advantage} to the layout.
     *
     * @param atoms numbers for each choice: 1 for an expected value
     * @param sigma σ₀ of the heads' noise
     */
    RainbowNetwork(
            ParameterLayout layout,
            int features,
            List<Integer> hidden,
            boolean duelling,
            int choices,
            int atoms,
            double sigma) {
        this.choices = choices;
        this.atoms = atoms;
        int depth = hidden.size();
        int width = hidden.getLast();
        body = Mlp.uniform(layout, "q", features, hidden.subList(0, depth - 1), width, Activation.RELU);
        heads = new ArrayList<>();
        if (duelling) {
            heads.add(NoisyLinear.add(layout, "advantage", width, choices * atoms, sigma));
            heads.add(NoisyLinear.add(layout, "value", width, atoms, sigma));
        } else {
            heads.add(NoisyLinear.add(layout, "q." + depth, width, choices * atoms, sigma));
        }
    }

    /** The noise of the heads, none of it drawn yet. */
    Noise noise() {
        return new Noise(heads.stream().map(FactorisedNoise::new).toList());
    }

    /** Noise for one use of the network. */
    record Noise(List<FactorisedNoise> heads) {
        void resample(RandomStream random, int rows) {
            heads.forEach(head -> head.resample(random, rows));
        }
    }

    /** {@code [B, choices, atoms]} without noise. */
    NDArray forward(NDList views, NDArray x) {
        NDArray hidden = body.body(views, x);
        return combined(heads.stream().map(head -> head.forward(views, hidden)).toList());
    }

    /** {@code [B, choices, atoms]} with noise. */
    NDArray forward(NDList views, NDArray x, Noise noise, NDManager scope) {
        NDArray hidden = body.body(views, x);
        return combined(noise.heads().stream()
                .map(head -> head.forward(views, hidden, scope))
                .toList());
    }

    private NDArray combined(List<NDArray> answers) {
        NDArray advantages = answers.getFirst().reshape(new Shape(-1, choices, atoms));
        if (answers.size() == 1) {
            return advantages;
        }
        NDArray value = answers.getLast().reshape(new Shape(-1, 1, atoms));
        return advantages.sub(advantages.mean(new int[] {1}, true)).add(value);
    }
}
