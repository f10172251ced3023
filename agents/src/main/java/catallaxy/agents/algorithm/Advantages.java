package catallaxy.agents.algorithm;

/** Estimates of how much better an action was than the policy's average. */
final class Advantages {
    private Advantages() {}

    /**
     * Generalised advantage estimates for one rollout: {@code δ[t] = r[t] + γ v'[t] − v[t]},
     * {@code A[t] = δ[t] + γλ A[t+1]} within an episode. {@code v'} is the value of what the action led to: zero after
     * termination, the value of the last observation after truncation. Schulman et al. 2016,
     * https://arxiv.org/abs/1506.02438, eq. 16.
     *
     * @param rewards    {@code [T, N]}
     * @param values     {@code [T, N]} of the observations acted on
     * @param nextValues {@code [T, N]} of what the actions led to; anything where terminated
     * @param terminated {@code [T, N]}
     * @param ended      {@code [T, N]}, terminated or truncated
     * @param worlds     {@code N}
     * @param lambda     in [0, 1]
     * @param out        {@code [T, N]}, overwritten; not normalised
     */
    static void generalised(
            double[] rewards,
            float[] values,
            float[] nextValues,
            boolean[] terminated,
            boolean[] ended,
            int worlds,
            double discount,
            double lambda,
            float[] out) {
        for (int world = 0; world < worlds; world++) {
            double advantage = 0;
            for (int i = rewards.length - worlds + world; i >= 0; i -= worlds) {
                double next = terminated[i] ? 0 : nextValues[i];
                double delta = rewards[i] + discount * next - values[i];
                advantage = delta + (ended[i] ? 0 : discount * lambda * advantage);
                out[i] = (float) advantage;
            }
        }
    }

    /** Shifts to mean zero and scales to standard deviation one, in place. */
    static void normalise(float[] advantages) {
        double sum = 0;
        for (float value : advantages) {
            sum += value;
        }
        double mean = sum / advantages.length;
        double squares = 0;
        for (float value : advantages) {
            squares += (value - mean) * (value - mean);
        }
        double scale = 1 / (Math.sqrt(squares / advantages.length) + 1e-8);
        for (int i = 0; i < advantages.length; i++) {
            advantages[i] = (float) ((advantages[i] - mean) * scale);
        }
    }
}
