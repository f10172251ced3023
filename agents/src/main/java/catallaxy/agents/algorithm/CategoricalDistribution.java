package catallaxy.agents.algorithm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import catallaxy.agents.learning.ActionSpace;
import catallaxy.environment.market.random.RandomStream;

/**
 * Independent choices by softmax of the network's outputs; a forbidden choice has probability zero: Huang and Ontañón 2022,
 * https://arxiv.org/abs/2006.14171.
 */
final class CategoricalDistribution implements ActionDistribution {
    private static final double FORBIDDEN = -1e9;

    private final int[] sizes;
    private final int logits;
    private final long[] cuts;

    CategoricalDistribution(ActionSpace.Discrete space) {
        sizes = space.sizes();
        logits = space.logits();
        cuts = new long[sizes.length - 1];
        long end = 0;
        for (int i = 0; i < cuts.length; i++) {
            end += sizes[i];
            cuts[i] = end;
        }
    }

    @Override
    public NDArray outputs(NDArray sums) {
        return sums;
    }

    @Override
    public int outputs() {
        return logits;
    }

    @Override
    public int encodedSize() {
        return logits;
    }

    @Override
    public void encode(float[] actions, int row, float[] out, int offset) {
        int start = offset;
        for (int i = 0; i < sizes.length; i++) {
            for (int j = 0; j < sizes[i]; j++) {
                out[start + j] = 0;
            }
            out[start + (int) actions[row * sizes.length + i]] = 1;
            start += sizes[i];
        }
    }

    @Override
    public void refresh(NDList views, double remaining) {}

    @Override
    public float sample(
            float[] outputs, boolean[] masks, int row, float[] actions, int actionRow, RandomStream random) {
        double logProbability = 0;
        int start = row * logits;
        for (int i = 0; i < sizes.length; i++) {
            int best = best(outputs, masks, start, sizes[i]);
            double largest = outputs[start + best];
            double sum = 0;
            for (int j = start; j < start + sizes[i]; j++) {
                sum += weight(outputs, masks, j, largest);
            }
            int choice = drawn(outputs, masks, start, sizes[i], largest, random.nextDouble() * sum);
            actions[actionRow * sizes.length + i] = choice;
            logProbability += outputs[start + choice] - largest - StrictMath.log(sum);
            start += sizes[i];
        }
        return (float) logProbability;
    }

    private static double weight(float[] outputs, boolean[] masks, int j, double largest) {
        return masks[j] ? StrictMath.exp(outputs[j] - largest) : 0;
    }

    private static int drawn(float[] outputs, boolean[] masks, int start, int size, double largest, double target) {
        double sum = 0;
        int last = 0;
        for (int j = 0; j < size; j++) {
            double weight = weight(outputs, masks, start + j, largest);
            if (weight > 0) {
                sum += weight;
                last = j;
                if (target < sum) {
                    break;
                }
            }
        }
        return last;
    }

    /** The largest allowed; the first if nothing is allowed. */
    private static int best(float[] outputs, boolean[] masks, int start, int size) {
        int best = -1;
        for (int j = 0; j < size; j++) {
            if (masks[start + j] && (best < 0 || outputs[start + j] > outputs[start + best])) {
                best = j;
            }
        }
        return Math.max(best, 0);
    }

    @Override
    public void mode(float[] outputs, boolean[] masks, int row, float[] actions) {
        int start = row * logits;
        for (int i = 0; i < sizes.length; i++) {
            actions[row * sizes.length + i] = best(outputs, masks, start, sizes[i]);
            start += sizes[i];
        }
    }

    @Override
    public void toEnvironment(float[] actions, int row, float[] out, int outRow) {
        System.arraycopy(actions, row * sizes.length, out, outRow * sizes.length, sizes.length);
    }

    @Override
    public Terms terms(NDList views, NDArray outputs, NDArray encoded, NDList masks) {
        NDArray allowed = masks.isEmpty()
                ? outputs
                : outputs.add(masks.singletonOrThrow().sub(1).mul(-FORBIDDEN));
        NDArray logs = logSoftmax(allowed);
        NDArray logProbability = logs.mul(encoded).sum(new int[] {1});
        NDArray entropy = logs.exp().mul(logs).sum(new int[] {1}).neg();
        return new Terms(logProbability, entropy);
    }

    private NDArray logSoftmax(NDArray outputs) {
        if (cuts.length == 0) {
            return outputs.logSoftmax(1);
        }
        NDList parts = new NDList();
        outputs.split(cuts, 1).forEach(part -> parts.add(part.logSoftmax(1)));
        return NDArrays.concat(parts, 1);
    }
}
