package catallaxy.agents.algorithm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import catallaxy.agents.network.HostTensor;
import catallaxy.agents.network.NoisyLinear;
import catallaxy.environment.base.random.RandomStream;

/** The noise of one {@link NoisyLinear} layer, drawn anew for each use. Mutable, one owner. */
final class FactorisedNoise {
    private final NoisyLinear layer;
    private final HostTensor in;
    private final HostTensor out;
    private float[] inValues = new float[0];
    private float[] outValues = new float[0];
    private int rows;

    FactorisedNoise(NoisyLinear layer) {
        this.layer = layer;
        in = new HostTensor(layer.mean().inputs());
        out = new HostTensor(layer.mean().outputs());
    }

    /**
     * Draws noise for {@code count} rows, or 1 to share it; one word a number.
     *
     * <p>Not between a forward pass and its backward one.
     */
    void resample(RandomStream random, int count) {
        if (rows != count) {
            rows = count;
            inValues = new float[count * layer.mean().inputs()];
            outValues = new float[count * layer.mean().outputs()];
        }
        draw(random, inValues);
        draw(random, outValues);
    }

    private static void draw(RandomStream random, float[] values) {
        for (int i = 0; i < values.length; i++) {
            double gaussian = random.nextGaussian();
            values[i] = (float) (Math.signum(gaussian) * Math.sqrt(Math.abs(gaussian)));
        }
    }

    /** The layer's answer with the noise drawn last. */
    NDArray forward(NDList views, NDArray x, NDManager scope) {
        return layer.forward(views, x, in.fill(inValues, rows, scope), out.fill(outValues, rows, scope));
    }
}
