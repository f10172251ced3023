package catallaxy.agents.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import catallaxy.agents.learning.DivergedException;
import catallaxy.agents.learning.TensorStore;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * Adam on one {@link ParameterVector}. {@code m ← β₁m + (1−β₁)g, v ← β₂v + (1−β₂)g²,
 * θ ← θ − α √(1−β₂ᵗ)/(1−β₁ᵗ) m/(√v + ε)}: the second form in section 2 of Kingma and Ba 2015,
 * https://arxiv.org/abs/1412.6980, where ε stands beside the uncorrected √v.
 */
public final class Adam implements AutoCloseable {
    private static final float BETA_1 = 0.9f;
    private static final float BETA_2 = 0.999f;

    private final ParameterVector parameters;
    private final NDArray firstMoment;
    private final NDArray secondMoment;
    private final float epsilon;
    private long updates;

    /**
     * An optimiser of these parameters with moments of zero, in memory of its own until it is closed.
     *
     * @param epsilon 1e-8 in the paper, 1e-5 customary for policy gradients
     */
    public Adam(Compute compute, ParameterVector parameters, float epsilon) {
        this.parameters = parameters;
        this.epsilon = epsilon;
        firstMoment = compute.root().zeros(parameters.flat().getShape());
        secondMoment = compute.root().zeros(parameters.flat().getShape());
    }

    /**
     * One step along the gradient that was collected, which is zero afterwards.
     *
     * @throws DivergedException if the gradient is not finite; nothing was changed then
     */
    public void step(double learningRate) {
        step(learningRate, Double.POSITIVE_INFINITY);
    }

    /**
     * One step along the gradient, shortened to length {@code maxNorm} where it is longer.
     *
     * @return the gradient's length before that
     * @throws DivergedException if the gradient is not finite; nothing was changed then
     */
    public double step(double learningRate, double maxNorm) {
        try (NDArray gradient = parameters.flat().getGradient();
                NDArray length = gradient.norm()) {
            double norm = length.getFloat();
            if (!Double.isFinite(norm)) {
                throw new DivergedException("gradient of norm " + norm + " at update " + (updates + 1));
            }
            apply(gradient, learningRate, (float) Math.min(1, maxNorm / (norm + 1e-6)));
            return norm;
        }
    }

    private void apply(NDArray gradient, double learningRate, float rescale) {
        updates++;
        double correction = Math.sqrt(1 - StrictMath.pow(BETA_2, (double) updates))
                / (1 - StrictMath.pow(BETA_1, (double) updates));
        NDList inputs = new NDList(parameters.flat(), gradient, firstMoment, secondMoment);
        gradient.getNDArrayInternal()
                .adamUpdate(
                        inputs,
                        new NDList(parameters.flat()),
                        (float) learningRate,
                        (float) (learningRate * correction),
                        0,
                        rescale,
                        -1,
                        BETA_1,
                        BETA_2,
                        epsilon,
                        false,
                        false);
    }

    /** t, how many steps were taken. */
    public long updates() {
        return updates;
    }

    /** Puts both moments under {@code prefix}, and notes the settings and how often it was applied. */
    public void save(String prefix, TensorStore tensors, StateWriter rest) {
        tensors.put(prefix + "first_moment", firstMoment.toFloatArray(), parameters.size());
        tensors.put(prefix + "second_moment", secondMoment.toFloatArray(), parameters.size());
        tensors.note(prefix + "beta1", BETA_1);
        tensors.note(prefix + "beta2", BETA_2);
        tensors.note(prefix + "epsilon", epsilon);
        tensors.note(prefix + "updates", updates);
        rest.int64(updates);
    }

    /**
     * Reads moments and number of steps that {@link #save} wrote under the same prefix.
     *
     * @throws IllegalArgumentException if a moment is missing or of another size
     */
    public void load(String prefix, TensorStore tensors, StateReader rest) {
        ParameterVector.overwrite(firstMoment, tensors.get(prefix + "first_moment", parameters.size()));
        ParameterVector.overwrite(secondMoment, tensors.get(prefix + "second_moment", parameters.size()));
        updates = rest.int64();
    }

    @Override
    public void close() {
        firstMoment.close();
        secondMoment.close();
    }
}
