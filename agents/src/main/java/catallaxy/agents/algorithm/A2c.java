package catallaxy.agents.algorithm;

import catallaxy.agents.learning.LearningTask;
import catallaxy.agents.network.Compute;

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
     * @param rollout  the policy's own course, and its advantages
     * @param networks of policy and value
     * @param descent  learning-rate α of Adam, anneal-learning-rate, max-gradient-norm
     * @param loss     its parts
     */
    public record Config(RolloutSettings rollout, PolicyShape networks, Descent descent, LossWeights loss) {
        /** Checks that it learns; the error names the field. */
        public Config {
            Settings.positive("learningRate", descent.learningRate());
        }
    }

    /**
     * A learner at its beginning.
     *
     * @throws IllegalArgumentException if the actions mix choices with quantities
     */
    public A2c(Config config, LearningTask task, Compute compute) {
        super(config.rollout(), config.networks(), task, compute);
        this.config = config;
        gradient = new PolicyGradient(
                rollout,
                networks,
                config.loss().valueCoefficient(),
                config.loss().entropyCoefficient());
        visits = Visits.inOrder(rollout.rows());
    }

    @Override
    public String algorithm() {
        return "a2c";
    }

    @Override
    void update() {
        double learningRate = learningRate(config.descent());
        PolicyGradient.Parts parts =
                gradient.add(visits, 0, visits.length, config.loss().normaliseAdvantages(), GAIN);
        double norm = networks.adam().step(learningRate, config.descent().maxGradientNorm());
        updates++;
        metrics.put("train/policy_loss", -parts.gain());
        metrics.put("train/value_loss", parts.value());
        metrics.put("train/entropy_loss", -parts.entropy());
        metrics.put("train/gradient_norm", norm);
        metrics.put("train/learning_rate", learningRate);
        metrics.put("train/n_updates", (double) updates);
        metrics.put("train/explained_variance", UpdateFigures.explainedVariance(rollout.values, rollout.returns));
    }
}
