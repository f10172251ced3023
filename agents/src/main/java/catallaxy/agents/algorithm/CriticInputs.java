package catallaxy.agents.algorithm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import catallaxy.agents.network.HostTensor;
import java.util.Arrays;

/**
 * What critics read: observations and, beside them, actions of [−1, 1]. Standardised, actions are replaced by
 * {@code z = (a − m) / d}, m and d the mean and the standard deviation of a batch, for each component, d at least 0.001: where
 * policies explore little, all actions lie close together, and a critic would see their differences, which are what its policy
 * climbs, only faintly.
 */
final class CriticInputs {
    private static final float LEAST_DEVIATION = 1e-3f;

    private final int features;
    private final int size;
    private final boolean standardises;
    private final float[] mean;
    private final float[] scale;
    private final HostTensor observations;
    private final HostTensor pairs;
    private final HostTensor means;
    private final HostTensor scales;
    private float[] pair = new float[0];

    /**
     * @param features     {@code F}
     * @param size         {@code A}
     * @param standardises whether z takes the place of a
     */
    CriticInputs(int features, int size, boolean standardises) {
        this.features = features;
        this.size = size;
        this.standardises = standardises;
        mean = new float[size];
        scale = new float[size];
        Arrays.fill(scale, 1);
        observations = new HostTensor(features);
        pairs = new HostTensor(features + size);
        means = new HostTensor(size);
        scales = new HostTensor(size);
    }

    /** {@code F + A}. */
    int width() {
        return features + size;
    }

    /**
     * Standardises by these from now on, if it standardises.
     *
     * @param actions {@code [B, A]}: what was done, with its exploration
     */
    void standardiseBy(float[] actions) {
        if (!standardises) {
            return;
        }
        int rows = actions.length / size;
        for (int i = 0; i < size; i++) {
            double sum = 0;
            for (int b = 0; b < rows; b++) {
                sum += actions[b * size + i];
            }
            double middle = sum / rows;
            double squares = 0;
            for (int b = 0; b < rows; b++) {
                double off = actions[b * size + i] - middle;
                squares += off * off;
            }
            mean[i] = (float) middle;
            scale[i] = 1 / Math.max((float) Math.sqrt(squares / rows), LEAST_DEVIATION);
        }
    }

    /** {@code [B, F]}, to compute actions from. */
    NDArray observations(float[] values, NDManager scope) {
        return observations.fill(values, values.length / features, scope);
    }

    /**
     * {@code [B, F + A]}.
     *
     * @param states  {@code [B, F]}
     * @param actions {@code [B, A]}
     */
    NDArray of(float[] states, float[] actions, NDManager scope) {
        int rows = states.length / features;
        if (pair.length != rows * width()) {
            pair = new float[rows * width()];
        }
        for (int b = 0; b < rows; b++) {
            System.arraycopy(states, b * features, pair, b * width(), features);
            for (int i = 0; i < size; i++) {
                pair[b * width() + features + i] = (actions[b * size + i] - mean[i]) * scale[i];
            }
        }
        return pairs.fill(pair, rows, scope);
    }

    /**
     * {@code [B, F + A]}, differentiable. Gradients read mean and scale where they lie, so that these must outlive the tensors
     * made of them.
     *
     * @param states  {@code [B, F]}
     * @param actions {@code [B, A]}
     */
    NDArray of(NDArray states, NDArray actions, NDManager scope) {
        NDArray read =
                standardises ? actions.sub(means.fill(mean, 1, scope)).mul(scales.fill(scale, 1, scope)) : actions;
        return states.concat(read, 1);
    }
}
