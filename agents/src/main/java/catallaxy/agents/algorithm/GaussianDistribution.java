package catallaxy.agents.algorithm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import catallaxy.agents.learning.ActionSpace;
import catallaxy.agents.network.Initialiser;
import catallaxy.agents.network.ParameterLayout;
import catallaxy.environment.base.random.RandomStream;
import java.util.Arrays;

/**
 * Independent Gaussians around tanh of the network's sums, whose log standard deviations do not depend on the observation: they
 * are parameters of their own, which then follow the means among the outputs, or go by a schedule. Actions live in [−1, 1]; a
 * sample beyond is clipped where the environment takes it, and learned from as it was drawn. A mean beyond the bounds would
 * have all its samples clipped, and so no gradient: hence tanh. A component that a mask forbids is drawn all the same, and not
 * learned from.
 *
 * <p>With {@code z = (a − μ)/σ} the derivatives of the log-density are {@code z/σ} by μ and {@code z² − 1} by log σ.
 */
final class GaussianDistribution implements ActionDistribution {
    private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

    private final ActionSpace.Continuous space;
    private final LogStd settings;
    private final int size;
    private final int width;
    /** Place among the parameters where it is learned. */
    private final int learnedTensor;

    /** Of the row read last; as scheduled where they are not learned. */
    private final float[] logStd;

    private final double[] std;
    /** Of the row scored last: {@code z}, and whether it counts. */
    private final double[] noise;

    private final boolean[] counts;
    private int scored;

    /** Adds {@code log_std} to the layout where it is learned. */
    GaussianDistribution(ActionSpace.Continuous space, ParameterLayout layout, LogStd settings) {
        this.space = space;
        this.settings = settings;
        size = space.size();
        width = settings.learnLogStd() ? 2 * size : size;
        logStd = new float[size];
        std = new double[size];
        noise = new double[size];
        counts = new boolean[size];
        Initialiser initial = new Initialiser.Constant((float) settings.initialLogStd());
        learnedTensor = settings.learnLogStd() ? layout.tensor("log_std", initial, size) : -1;
        refresh(1);
    }

    @Override
    public NDArray outputs(NDList views, NDArray sums) {
        NDArray means = sums.tanh();
        if (!settings.learnLogStd()) {
            return means;
        }
        NDArray logs = means.zerosLike().add(views.get(learnedTensor));
        return NDArrays.concat(new NDList(means, logs), 1);
    }

    @Override
    public int sums() {
        return size;
    }

    @Override
    public int outputs() {
        return width;
    }

    @Override
    public void refresh(double remaining) {
        Arrays.fill(logStd, (float) settings.at(remaining));
        Arrays.fill(std, StrictMath.exp((float) settings.at(remaining)));
    }

    /** Takes over the deviations of a row, which are the same in all rows of a call. */
    private void readDeviations(float[] outputs, int row) {
        for (int i = 0; i < width - size; i++) {
            float learned = outputs[row * width + size + i];
            if (learned != logStd[i]) {
                logStd[i] = learned;
                std[i] = StrictMath.exp(learned);
            }
        }
    }

    @Override
    public float sample(
            float[] outputs, boolean[] masks, int row, float[] actions, int actionRow, RandomStream random) {
        readDeviations(outputs, row);
        double logProbability = 0;
        for (int i = 0; i < size; i++) {
            double z = random.nextGaussian();
            actions[actionRow * size + i] = (float) (outputs[row * width + i] + std[i] * z);
            if (masks[row * size + i]) {
                logProbability += logDensity(z, logStd[i]);
            }
        }
        return (float) logProbability;
    }

    private static double logDensity(double z, double logStd) {
        return -0.5 * z * z - logStd - HALF_LOG_TWO_PI;
    }

    @Override
    public void mode(float[] outputs, boolean[] masks, int row, float[] actions) {
        System.arraycopy(outputs, row * width, actions, row * size, size);
    }

    @Override
    public void toEnvironment(float[] actions, int row, float[] out, int outRow) {
        for (int i = 0; i < size; i++) {
            out[outRow * size + i] = space.denormalised(i, actions[row * size + i]);
        }
    }

    @Override
    public double score(float[] outputs, int row, boolean[] masks, float[] actions, int actionRow) {
        readDeviations(outputs, row);
        scored = row;
        double logProbability = 0;
        for (int i = 0; i < size; i++) {
            noise[i] = (actions[actionRow * size + i] - outputs[row * width + i]) / std[i];
            counts[i] = masks[actionRow * size + i];
            logProbability += counts[i] ? logDensity(noise[i], logStd[i]) : 0;
        }
        return logProbability;
    }

    @Override
    public double entropy() {
        double sum = 0;
        for (float log : logStd) {
            sum += log + 0.5 + HALF_LOG_TWO_PI;
        }
        return sum;
    }

    @Override
    public void differentiate(double byLogProbability, double byEntropy, float[] derivatives) {
        for (int i = 0; i < size; i++) {
            double by = counts[i] ? byLogProbability : 0;
            derivatives[scored * width + i] = (float) (by * noise[i] / std[i]);
            if (settings.learnLogStd()) {
                derivatives[scored * width + size + i] = (float) (by * (noise[i] * noise[i] - 1) + byEntropy);
            }
        }
    }
}
