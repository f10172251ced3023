package catallaxy.agents.algorithm;

import catallaxy.agents.network.Activation;
import catallaxy.agents.network.Compute;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.ObservationSpec;
import java.util.List;

/**
 * Proximal policy optimisation, an algorithm of Schulman et al. 2017, https://arxiv.org/abs/1707.06347.
 *
 * <p>With {@code r(θ) = π_θ(a|s)/π_old(a|s)} and advantages A by generalised advantage estimation, each of several epochs
 * over a rollout takes Adam steps up {@code E[min(rA, clip(r, 1−ε, 1+ε)A)] − c₁ E[(V_θ(s) − R)²] + c₂ E[H(π_θ)]}.
 *
 * <p>Deviations: policy and value are separate networks under one optimiser; observations and rewards may be normalised;
 * advantages are normalised within a minibatch; the gradient's length is bounded; clip range and learning rate may fall
 * linearly to zero; an epoch may end early by the KL divergence. The means of continuous actions are squashed
 * by tanh. The value loss is not clipped, which Andrychowicz et al.
 * 2021 (https://arxiv.org/abs/2006.05990) found to harm.
 */
public final class Ppo extends OnPolicyLearner {
    private final Config config;
    private final PolicyGradient gradient;
    private final int[] visits;

    /**
     * Settings; the defaults of training-reference.conf are those of Stable-Baselines3 (Raffin et al. 2021) unless said otherwise.
     *
     * @param learningRate          α of Adam
     * @param annealLearningRate    whether α falls linearly over the training, to 1/n of it at the last of n updates
     * @param rolloutLength         T, steps of each world between two updates
     * @param minibatchSize         rows of one Adam step; the last of an epoch may be smaller
     * @param epochs                passes over a rollout
     * @param discount              γ
     * @param lambda                λ of the generalised advantages that the policy learns from
     * @param valueLambda           λ of the returns that the value network learns: decoupled as in Yuan et al. 2025,
     *                              https://arxiv.org/abs/2503.01491, since a noisy problem wants a low λ for the policy and
     *                              a long horizon a high one for the value
     * @param clipRange             ε
     * @param annealClipRange       whether ε falls linearly over the training, to 1/n of it at the last of n updates
     * @param valueCoefficient      c₁
     * @param entropyCoefficient    c₂
     * @param maxGradientNorm       longest gradient
     * @param targetKl              an update stops once the KL divergence exceeds 1.5 times this; 0 for never
     * @param normaliseAdvantages   within each minibatch
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
            int minibatchSize,
            int epochs,
            double discount,
            double lambda,
            double valueLambda,
            double clipRange,
            boolean annealClipRange,
            double valueCoefficient,
            double entropyCoefficient,
            double maxGradientNorm,
            double targetKl,
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
            Settings.positive("minibatchSize", minibatchSize);
            Settings.positive("epochs", epochs);
            Settings.share("discount", discount);
            Settings.share("lambda", lambda);
            Settings.share("valueLambda", valueLambda);
            Settings.positive("clipRange", clipRange);
            Settings.notNegative("valueCoefficient", valueCoefficient);
            Settings.notNegative("entropyCoefficient", entropyCoefficient);
            Settings.positive("maxGradientNorm", maxGradientNorm);
            Settings.notNegative("targetKl", targetKl);
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
    public Ppo(
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
        visits = new int[rollout.rows()];
    }

    @Override
    public String algorithm() {
        return "ppo";
    }

    @Override
    void update() {
        double learningRate = config.learningRate() * (config.annealLearningRate() ? remaining() : 1);
        double clip = config.clipRange() * (config.annealClipRange() ? remaining() : 1);
        boolean goOn = true;
        for (int epoch = 0; epoch < config.epochs() && goOn; epoch++) {
            Visits.shuffle(visits, order);
            for (int begin = 0; begin < visits.length && goOn; begin += config.minibatchSize()) {
                int size = Math.min(config.minibatchSize(), visits.length - begin);
                boolean last = epoch == config.epochs() - 1 && begin + size == visits.length;
                goOn = step(begin, size, learningRate, clip, last);
            }
        }
        metrics.put("train/learning_rate", learningRate);
        metrics.put("train/clip_range", clip);
        metrics.put("train/n_updates", (double) updates);
        metrics.put("train/explained_variance", Figures.explainedVariance(rollout.values, rollout.returns));
    }

    /** One Adam step; false once the KL divergence is too large. */
    private boolean step(int begin, int size, double learningRate, double clip, boolean report) {
        PolicyGradient.Parts parts = gradient.add(visits, begin, size, config.normaliseAdvantages(), new Clipped(clip));
        double norm = networks.adam().step(learningRate, config.maxGradientNorm());
        updates++;
        if (!report && config.targetKl() == 0) {
            return true;
        }
        double kl = Figures.approximateKl(gradient.logRatios());
        metrics.put("train/approx_kl", kl);
        metrics.put("train/clip_fraction", Figures.clipFraction(gradient.logRatios(), clip));
        metrics.put("train/policy_loss", -parts.gain());
        metrics.put("train/value_loss", parts.value());
        metrics.put("train/entropy_loss", -parts.entropy());
        metrics.put("train/gradient_norm", norm);
        return config.targetKl() == 0 || kl <= 1.5 * config.targetKl();
    }

    /** {@code min(rA, clip(r, 1−ε, 1+ε)A)}: flat where r has already gone beyond the range in the direction of A. */
    record Clipped(double epsilon) implements PolicyGradient.Gain {
        @Override
        public double slope(double logRatio, double advantage) {
            double ratio = StrictMath.exp(logRatio);
            boolean flat = advantage > 0 ? ratio > 1 + epsilon : ratio < 1 - epsilon;
            return flat ? 0 : ratio * advantage;
        }

        /** The slope is the gain, but where that is flat: beyond the bound, not where the ratio is too small for a number. */
        @Override
        public double of(double logProbability, double logRatio, double advantage, double slope) {
            boolean vanished = advantage > 0 && logRatio < 0;
            return slope != 0 || vanished ? slope : advantage * (1 + Math.signum(advantage) * epsilon);
        }
    }
}
