package catallaxy.agents.algorithm;

import static catallaxy.agents.network.Scaling.scaled;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import catallaxy.agents.learning.ActionSpace;
import catallaxy.agents.network.HostTensor;
import catallaxy.agents.network.Initialiser;
import catallaxy.agents.network.ParameterLayout;
import catallaxy.environment.market.random.RandomStream;
import java.util.Arrays;

/**
 * Independent Gaussians around tanh of the network's sums, whose log standard deviations do not depend on the observation: they
 * are parameters of their own, or follow a schedule. Actions live in [−1, 1]; a sample beyond is clipped where the environment takes it, and learned
 * from as it was drawn. A mean beyond the bounds would have all its samples clipped, and so no gradient: hence tanh. A component that a mask forbids is drawn all the same, and not learned from.
 */
final class GaussianDistribution implements ActionDistribution {
    private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

    private final ActionSpace.Continuous space;
    private final LogStd settings;
    /** Place among the parameters where it is learned. */
    private final int learnedTensor;

    private final HostTensor scheduled = new HostTensor(0);
    private final float[] logStd;
    private final double[] std;

    /** Adds {@code log_std} to the layout where it is learned. */
    GaussianDistribution(ActionSpace.Continuous space, ParameterLayout layout, LogStd settings) {
        this.space = space;
        this.settings = settings;
        logStd = new float[space.size()];
        std = new double[space.size()];
        Initialiser initial = new Initialiser.Constant((float) settings.initial());
        learnedTensor = settings.learned() ? layout.tensor("log_std", initial, space.size()) : -1;
    }

    @Override
    public NDArray outputs(NDArray sums) {
        return sums.tanh();
    }

    @Override
    public int outputs() {
        return space.size();
    }

    @Override
    public int encodedSize() {
        return space.size();
    }

    @Override
    public void encode(float[] actions, int row, float[] out, int offset) {
        System.arraycopy(actions, row * space.size(), out, offset, space.size());
    }

    @Override
    public void refresh(NDList views, double remaining) {
        if (settings.learned()) {
            System.arraycopy(views.get(learnedTensor).toFloatArray(), 0, logStd, 0, logStd.length);
        } else {
            Arrays.fill(logStd, (float) settings.at(remaining));
        }
        for (int i = 0; i < std.length; i++) {
            std[i] = StrictMath.exp(logStd[i]);
        }
    }

    @Override
    public float sample(
            float[] outputs, boolean[] masks, int row, float[] actions, int actionRow, RandomStream random) {
        int size = std.length;
        double logProbability = 0;
        for (int i = 0; i < size; i++) {
            double noise = random.nextGaussian();
            actions[actionRow * size + i] = (float) (outputs[row * size + i] + std[i] * noise);
            if (masks[row * size + i]) {
                logProbability -= 0.5 * noise * noise + logStd[i] + HALF_LOG_TWO_PI;
            }
        }
        return (float) logProbability;
    }

    @Override
    public void mode(float[] outputs, boolean[] masks, int row, float[] actions) {
        System.arraycopy(outputs, row * space.size(), actions, row * space.size(), space.size());
    }

    @Override
    public void toEnvironment(float[] actions, int row, float[] out, int outRow) {
        int size = space.size();
        for (int i = 0; i < size; i++) {
            out[outRow * size + i] = space.denormalised(i, actions[row * size + i]);
        }
    }

    @Override
    public Terms terms(NDList views, NDArray outputs, NDArray encoded, NDList masks) {
        NDArray logs = settings.learned()
                ? views.get(learnedTensor)
                : scheduled.fill(logStd, logStd.length, outputs.getManager());
        NDArray noise = encoded.sub(outputs).mul(logs.neg().exp());
        NDArray each = scaled(noise.square(), -0.5).sub(logs);
        NDArray logProbability;
        if (masks.isEmpty()) {
            logProbability = each.sum(new int[] {1}).sub(HALF_LOG_TWO_PI * space.size());
        } else {
            logProbability =
                    each.sub(HALF_LOG_TWO_PI).mul(masks.singletonOrThrow()).sum(new int[] {1});
        }
        NDArray entropy = logs.sum().add((float) (space.size() * (0.5 + HALF_LOG_TWO_PI)));
        return new Terms(logProbability, entropy);
    }
}
