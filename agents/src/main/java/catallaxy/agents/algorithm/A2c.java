package catallaxy.agents.algorithm;

import catallaxy.agents.network.Activation;
import catallaxy.agents.network.Compute;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.ObservationSpec;
import java.util.List;

/**
 * Advantage actor–critic: the synchronous algorithm of Mnih et al. 2016, https://arxiv.org/abs/1602.01783.
 *
 * <p>After {@code T} steps of all worlds one step up
 * {@code E[A log π_θ(a|s)] − c₁ E[(V_θ(s) − R)²] + c₂ E[H(π_θ)]}.
 *
 * <p>Deviations: worlds step together instead of asynchronously; advantages by generalised advantage estimation, where
 * λ = 1 gives the paper's n-step returns; Adam instead of RMSProp; policy and value are separate networks under one
 * optimiser; the means of continuous actions are squashed by tanh; observations, rewards and advantages may be normalised; the learning rate may fall linearly to zero.
 */
public final class A2c extends OnPolicyLearner {
    /** {@code A log π}. */
    static final PolicyGradient.Gain GAIN = new PolicyGradient.Gain() {
        @Override
        public double slope(double logRatio, double advantage) {
            return advantage;
        }

        @Override
        public double of(double logProbability, double logRatio, double advantage, double slope) {
            return advantage * logProbability;
        }
    };

    private final Config config;
    private final PolicyGradient gradient;
    private final int[] visits;

    /**
     * Settings; the defaults of training-reference.conf are those of Stable-Baselines3 (Raffin et al. 2021) unless said otherwise.
     *
     * @param learningRate          α of Adam
     * @param annealLearningRate    whether α falls linearly over the training, to 1/n of it at the last of n updates
     * @param rolloutLength         T, steps of each world between two updates
     * @param discount              γ
     * @param lambda                λ of the generalised advantages that the policy learns from
     * @param valueLambda           λ of the returns that the value network learns: decoupled as in Yuan et al. 2025,
     *                              https://arxiv.org/abs/2503.01491, since a noisy problem wants a low λ for the policy and
     *                              a long horizon a high one for the value
     * @param valueCoefficient      c₁
     * @param entropyCoefficient    c₂
     * @param maxGradientNorm       longest gradient
     * @param normaliseAdvantages   within each rollout
     * @param normaliseObservations by running mean and variance
     * @param normaliseRewards      by the running deviation of discounted returns
     * @param hidden                widths of the hidden layers of both networks
     * @param activation            of the hidden layers
     * @param learnLogStd           whether gradients move the standard deviation of continuous actions; otherwise its logarithm
     *                              goes linearly from initial to final
     * @param initialLogStd         logarithm of the first standard deviation of continuous actions in [−1, 1]
     * @param finalLogStd           the last one, where it is not learned
     */
    public record Config(
            double learningRate,
            boolean annealLearningRate,
            int rolloutLength,
            double discount,
            double lambda,
            double valueLambda,
            double valueCoefficient,
            double entropyCoefficient,
            double maxGradientNorm,
            boolean normaliseAdvantages,
            boolean normaliseObservations,
            boolean normaliseRewards,
            List<Integer> hidden,
            Activation activation,
            boolean learnLogStd,
            double initialLogStd,
            double finalLogStd) {
        public Config {
            hidden = Settings.widths("hidden", hidden);
            Settings.positive("learningRate", learningRate);
            Settings.positive("rolloutLength", rolloutLength);
            Settings.share("discount", discount);
            Settings.share("lambda", lambda);
            Settings.share("valueLambda", valueLambda);
            Settings.notNegative("valueCoefficient", valueCoefficient);
            Settings.notNegative("entropyCoefficient", entropyCoefficient);
            Settings.positive("maxGradientNorm", maxGradientNorm);
        }

        PolicyShape shape() {
            return new PolicyShape(hidden, activation, new LogStd(learnLogStd, initialLogStd, finalLogStd));
        }

        RolloutSettings rollout() {
            return new RolloutSettings(
                    rolloutLength, discount, lambda, valueLambda, normaliseObservations, normaliseRewards);
        }
    }

    /**
     * A learner at its beginning.
     *
     * @param totalSteps planned, over all worlds; where what is annealed ends
     * @throws IllegalArgumentException if the actions mix choices with quantities
     */
    public A2c(
            Config config,
            ObservationSpec observations,
            ActionSpec actions,
            int worlds,
            long seed,
            long totalSteps,
            Compute compute) {
        super(config.rollout(), config.shape(), observations, actions, worlds, seed, totalSteps, compute);
        this.config = config;
        gradient = new PolicyGradient(rollout, networks, config.valueCoefficient(), config.entropyCoefficient());
        visits = Visits.inOrder(rollout.rows());
    }

    @Override
    public String algorithm() {
        return "a2c";
    }

    @Override
    void update() {
        double learningRate = config.learningRate() * (config.annealLearningRate() ? remaining() : 1);
        PolicyGradient.Parts parts = gradient.add(visits, 0, visits.length, config.normaliseAdvantages(), GAIN);
        double norm = networks.adam().step(learningRate, config.maxGradientNorm());
        updates++;
        metrics.put("train/policy_loss", -parts.gain());
        metrics.put("train/value_loss", parts.value());
        metrics.put("train/entropy_loss", -parts.entropy());
        metrics.put("train/gradient_norm", norm);
        metrics.put("train/learning_rate", learningRate);
        metrics.put("train/n_updates", (double) updates);
        metrics.put("train/explained_variance", Figures.explainedVariance(rollout.values, rollout.returns));
    }
}
