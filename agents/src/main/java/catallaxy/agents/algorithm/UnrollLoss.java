package catallaxy.agents.algorithm;

/**
 * The loss of a model along an {@link UnrollBatch}, mean over its rows, with its derivatives by the networks' outputs:
 *
 * <pre>
 *   Σ_k w_k (−Σ_a π_k(a) ln p_k(a) + c_v H(z_k, v_k)) + Σ_k w_k H(u_k, r_k)
 * </pre>
 *
 * H is the cross entropy of a number's {@link CompressedSupport} distribution; w is 1 where the unrolling begins, 1/K at each further step.
 */
final class UnrollLoss {
    private final UnrollBatch batch;
    private final CompressedSupport support;
    private final double valueWeight;
    private final float[] wanted;
    private double policyLoss;
    private double valueLoss;
    private double rewardLoss;

    UnrollLoss(UnrollBatch batch, CompressedSupport support, double valueWeight) {
        this.batch = batch;
        this.support = support;
        this.valueWeight = valueWeight;
        wanted = new float[support.atoms()];
    }

    /**
     * Derivatives by the predictions.
     *
     * @param outputs {@code [(K + 1) · B, A + atoms]}
     */
    float[] ofPredictions(float[] outputs) {
        float[] derivative = new float[outputs.length];
        int rows = batch.values().length;
        int width = outputs.length / rows;
        int actions = width - wanted.length;
        for (int row = 0; row < rows; row++) {
            int at = row * width;
            double weight = row < batch.size() ? 1.0 / batch.size() : further();
            policyLoss += crossEntropy(outputs, at, actions, batch.policies(), row * actions, weight, derivative);
            support.write(batch.values()[row], wanted, 0);
            valueLoss +=
                    crossEntropy(outputs, at + actions, wanted.length, wanted, 0, valueWeight * weight, derivative);
        }
        return derivative;
    }

    /**
     * Derivatives by the rewards.
     *
     * @param outputs {@code [K · B, atoms]}
     */
    float[] ofRewards(float[] outputs) {
        float[] derivative = new float[outputs.length];
        for (int row = 0; row < batch.rewards().length; row++) {
            support.write(batch.rewards()[row], wanted, 0);
            rewardLoss += crossEntropy(outputs, row * wanted.length, wanted.length, wanted, 0, further(), derivative);
        }
        return derivative;
    }

    /** The weight of a row beyond the beginning. */
    private double further() {
        return 1.0 / (batch.size() * batch.steps());
    }

    /**
     * {@code −weight Σ t ln p}, p the softmax of {@code width} logits from {@code at} on. Writes its derivative by them,
     * {@code weight (p Σt − t)}: nothing where all of t is 0.
     */
    private static double crossEntropy(
            float[] logits, int at, int width, float[] target, int from, double weight, float[] derivative) {
        double highest = Double.NEGATIVE_INFINITY;
        double mass = 0;
        for (int i = 0; i < width; i++) {
            highest = Math.max(highest, logits[at + i]);
            mass += target[from + i];
        }
        double total = 0;
        for (int i = 0; i < width; i++) {
            total += StrictMath.exp(logits[at + i] - highest);
        }
        double loss = 0;
        double logTotal = StrictMath.log(total);
        for (int i = 0; i < width; i++) {
            double log = logits[at + i] - highest - logTotal;
            loss -= target[from + i] * log;
            derivative[at + i] = (float) (weight * (mass * StrictMath.exp(log) - target[from + i]));
        }
        return weight * loss;
    }

    double policyLoss() {
        return policyLoss;
    }

    double valueLoss() {
        return valueLoss;
    }

    double rewardLoss() {
        return rewardLoss;
    }
}
