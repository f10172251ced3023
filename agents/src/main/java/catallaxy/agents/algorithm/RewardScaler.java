package catallaxy.agents.algorithm;

import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.learning.VectorStep;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * Divides rewards by the running standard deviation of discounted returns, and clips at ±10: detail 7 of Engstrom et al.
 * 2020, https://arxiv.org/abs/2005.12729. Their signs stay as they are, and but for the clipping the order of policies.
 * Disabled, it passes rewards through.
 */
final class RewardScaler {
    private static final double CLIP = 10;

    private final boolean enabled;
    private final double discount;
    private double[] returns;
    private double count;
    private double mean;
    private double squares;

    RewardScaler(boolean enabled, double discount, int worlds) {
        this.enabled = enabled;
        this.discount = discount;
        returns = new double[worlds];
    }

    /** Writes {@code [N]} scaled rewards. */
    void scale(VectorStep step, double[] out) {
        double[] rewards = step.rewards();
        if (!enabled) {
            System.arraycopy(rewards, 0, out, 0, out.length);
            return;
        }
        for (int i = 0; i < out.length; i++) {
            returns[i] = discount * returns[i] + rewards[i];
            count++;
            double delta = returns[i] - mean;
            mean += delta / count;
            squares += delta * (returns[i] - mean);
            if (step.ended(i)) {
                returns[i] = 0;
            }
        }
        double scale = 1 / Math.sqrt(squares / count + 1e-8);
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.clamp(rewards[i] * scale, -CLIP, CLIP);
        }
    }

    void save(TensorStore tensors, StateWriter out) {
        tensors.note("rewards.scaled", enabled);
        tensors.note("rewards.returns", (long) count);
        out.float64(count).float64(mean).float64(squares).doubles(returns);
    }

    void load(StateReader in) {
        count = in.float64();
        mean = in.float64();
        squares = in.float64();
        returns = in.doubles();
    }
}
