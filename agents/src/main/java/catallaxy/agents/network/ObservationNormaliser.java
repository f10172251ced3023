package catallaxy.agents.network;

import catallaxy.agents.learning.TensorStore;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.Arrays;

/**
 * Running mean and variance of each feature; {@code (x − mean) / √(variance + 1e-8)}, clipped to ±10. Batches are merged
 * by the formula of Chan, Golub and LeVeque 1979. Engstrom et al. 2020, https://arxiv.org/abs/2005.12729, measure how much
 * it matters. Disabled, it passes observations through.
 */
public final class ObservationNormaliser {
    private static final float CLIP = 10;
    private static final double EPSILON = 1e-8;

    private final boolean enabled;
    private final double[] mean;
    private final double[] variance;
    private final float[] shift;
    private final float[] scale;
    private double count;

    /**
     * A normaliser that has seen nothing: mean 0 and variance 1 of each feature.
     *
     * @param features {@code F}
     * @param enabled  false to pass observations through
     */
    public ObservationNormaliser(int features, boolean enabled) {
        this.enabled = enabled;
        mean = new double[features];
        variance = new double[features];
        shift = new float[features];
        scale = new float[features];
        Arrays.fill(variance, 1);
        refresh();
    }

    /** Takes {@code rows} observations {@code [rows, F]} into account. */
    public void update(float[] observations, int rows) {
        if (!enabled) {
            return;
        }
        for (int f = 0; f < mean.length; f++) {
            merge(f, observations, rows);
        }
        count += rows;
        refresh();
    }

    private void merge(int f, float[] observations, int rows) {
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            sum += observations[i * mean.length + f];
        }
        double batchMean = sum / rows;
        double squares = 0;
        for (int i = 0; i < rows; i++) {
            double deviation = observations[i * mean.length + f] - batchMean;
            squares += deviation * deviation;
        }
        double delta = batchMean - mean[f];
        double total = count + rows;
        double merged = (count == 0 ? 0 : variance[f] * count) + squares + delta * delta * count * rows / total;
        mean[f] += delta * rows / total;
        variance[f] = merged / total;
    }

    private void refresh() {
        for (int f = 0; f < mean.length; f++) {
            shift[f] = enabled ? (float) mean[f] : 0;
            scale[f] = enabled ? (float) (1 / Math.sqrt(variance[f] + EPSILON)) : 1;
        }
    }

    /**
     * Writes the normalised observations.
     *
     * @param observations {@code [rows, F]}
     * @param out          {@code [rows, F]}, may be the same array
     */
    public void normalise(float[] observations, int rows, float[] out) {
        int size = rows * mean.length;
        if (!enabled) {
            System.arraycopy(observations, 0, out, 0, size);
            return;
        }
        for (int i = 0, f = 0; i < size; i++, f = f + 1 == mean.length ? 0 : f + 1) {
            out[i] = Math.clamp((observations[i] - shift[f]) * scale[f], -CLIP, CLIP);
        }
    }

    /** Puts what policies need, {@code normaliser.shift} and {@code normaliser.scale}, and the exact state. */
    public void save(TensorStore tensors, StateWriter rest) {
        tensors.put("normaliser.shift", shift.clone(), shift.length);
        tensors.put("normaliser.scale", scale.clone(), scale.length);
        tensors.note("normaliser.enabled", enabled);
        tensors.note("normaliser.observations", (long) count);
        rest.float64(count).doubles(mean).doubles(variance);
    }

    /** Reads the statistics that {@link #save} wrote, of as many features. */
    public void load(StateReader rest) {
        count = rest.float64();
        System.arraycopy(rest.doubles(), 0, mean, 0, mean.length);
        System.arraycopy(rest.doubles(), 0, variance, 0, variance.length);
        refresh();
    }
}
