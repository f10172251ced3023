package catallaxy.agents.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

/**
 * An affine layer whose parameters carry noise of learned size: {@code y = (μ + σ ⊙ f(ε') f(ε)ᵀ) x + μ_b + σ_b ⊙ f(ε')},
 * {@code f(x) = sign(x) √|x|}. Fortunato et al. 2018, https://arxiv.org/abs/1706.10295, eq. 9–11. Computed as
 * {@code μx + μ_b + (σ(x ⊙ f(ε)) + σ_b) ⊙ f(ε')}, so that every row of a batch may have noise of its own.
 *
 * @param mean   μ, μ_b
 * @param spread σ, σ_b
 */
public record NoisyLinear(Linear mean, Linear spread) {
    /**
     * Adds {@code name.weight}, {@code name.bias}, {@code name.noise.weight} and {@code name.noise.bias} to the layout: μ
     * uniform in ±1/√inputs, σ constant.
     *
     * @param sigma σ₀: σ begins as σ₀/√inputs; 0.5 in the paper
     */
    public static NoisyLinear add(ParameterLayout layout, String name, int inputs, int outputs, double sigma) {
        Initialiser uniform = Initialiser.Uniform.ofInputs(inputs);
        Initialiser constant = new Initialiser.Constant((float) (sigma / Math.sqrt(inputs)));
        Linear mean = Linear.add(layout, name, inputs, outputs, uniform, uniform);
        return new NoisyLinear(mean, Linear.add(layout, name + ".noise", inputs, outputs, constant, constant));
    }

    /** {@code μx + μ_b}: the layer without noise. */
    public NDArray forward(NDList views, NDArray x) {
        return mean.forward(views, x);
    }

    /**
     * The layer with noise.
     *
     * @param in  f(ε): {@code [B, inputs]}, or {@code [1, inputs]} for all rows alike
     * @param out f(ε'): {@code [B, outputs]} or {@code [1, outputs]}
     */
    public NDArray forward(NDList views, NDArray x, NDArray in, NDArray out) {
        return mean.forward(views, x).add(spread.forward(views, x.mul(in)).mul(out));
    }
}
