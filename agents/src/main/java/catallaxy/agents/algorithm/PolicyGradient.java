package catallaxy.agents.algorithm;

/**
 * The gradient of {@code −E[G] + c₁ E[(V_θ(s) − R)²] − c₂ E[H(π_θ)]} over rows of a rollout, where the {@link Gain} G is the
 * algorithm's own. Derivatives by the networks' answers are computed here in plain Java; the network library only runs the
 * networks and carries the derivatives back. Buffers are kept between calls. Owned by one learner.
 */
final class PolicyGradient {
    /** What an algorithm gains by an action, as a function of its log-probability. */
    interface Gain {
        /**
         * ∂G/∂ log π.
         *
         * @param logRatio how much more probable the action is than under the policy that acted: log π − log π_old
         */
        double slope(double logRatio, double advantage);

        /**
         * G.
         *
         * @param logProbability log π
         * @param logRatio       as for the slope
         * @param slope          there
         */
        double of(double logProbability, double logRatio, double advantage, double slope);
    }

    /**
     * The loss's parts, means over the rows.
     *
     * @param gain    E[G]
     * @param value   E[(V − R)²]
     * @param entropy E[H]
     */
    record Parts(double gain, double value, double entropy) {}

    private final Rollout rollout;
    private final ActorCritic networks;
    private final double valueCoefficient;
    private final double entropyCoefficient;
    private float[] observations = {};
    private float[] advantages = {};
    private float[] logRatios = {};
    private double gainSum;
    private double valueSum;
    private double entropySum;

    PolicyGradient(Rollout rollout, ActorCritic networks, double valueCoefficient, double entropyCoefficient) {
        this.rollout = rollout;
        this.networks = networks;
        this.valueCoefficient = valueCoefficient;
        this.entropyCoefficient = entropyCoefficient;
    }

    /**
     * Adds the gradient over the rows {@code visits[begin … begin + size)} to the parameters'.
     *
     * @param normaliseAdvantages whether they are shifted and scaled to mean 0 and deviation 1 among these rows
     */
    Parts add(int[] visits, int begin, int size, boolean normaliseAdvantages, Gain gain) {
        gather(visits, begin, size);
        if (normaliseAdvantages && size > 1) {
            Advantages.normalise(advantages);
        }
        gainSum = 0;
        valueSum = 0;
        entropySum = 0;
        networks.backward(observations, size, (outputs, values, byOutputs, byValues) -> {
            for (int i = 0; i < size; i++) {
                int row = visits[begin + i];
                differentiatePolicy(i, row, size, gain, outputs, byOutputs);
                double error = values[i] - rollout.returns[row];
                byValues[i] = (float) (2 * valueCoefficient * error / size);
                valueSum += error * error;
            }
        });
        return new Parts(gainSum / size, valueSum / size, entropySum / size);
    }

    private void gather(int[] visits, int begin, int size) {
        int features = rollout.observations.length / rollout.rows();
        if (advantages.length != size) {
            observations = new float[size * features];
            advantages = new float[size];
            logRatios = new float[size];
        }
        for (int i = 0; i < size; i++) {
            int row = visits[begin + i];
            System.arraycopy(rollout.observations, row * features, observations, i * features, features);
            advantages[i] = rollout.advantages[row];
        }
    }

    private void differentiatePolicy(int i, int row, int size, Gain gain, float[] outputs, float[] byOutputs) {
        ActionDistribution distribution = networks.distribution();
        double logProbability = distribution.score(outputs, i, rollout.masks, rollout.actions, row);
        double logRatio = logProbability - rollout.logProbabilities[row];
        double slope = gain.slope(logRatio, advantages[i]);
        distribution.differentiate(-slope / size, -entropyCoefficient / size, byOutputs);
        logRatios[i] = (float) logRatio;
        gainSum += gain.of(logProbability, logRatio, advantages[i], slope);
        entropySum += distribution.entropy();
    }

    /** {@code [B]} of the rows added last; read in place. */
    float[] logRatios() {
        return logRatios;
    }
}
