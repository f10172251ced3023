package catallaxy.agents.algorithm;

import catallaxy.agents.learning.LearningTask;
import catallaxy.agents.network.Compute;

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
     * @param rollout  the policy's own course, and its advantages
     * @param networks of policy and value
     * @param descent  learning-rate α of Adam, anneal-learning-rate, max-gradient-norm
     * @param loss     its parts
     * @param minibatchSize rows of one Adam step; the last of an epoch may be smaller
     * @param epochs        passes over a rollout
     * @param clip          how far an update goes
     */
    public record Config(
            RolloutSettings rollout,
            PolicyShape networks,
            Descent descent,
            LossWeights loss,
            int minibatchSize,
            int epochs,
            Clip clip) {
        /** Checks what is not checked yet; the error names the field. */
        public Config {
            Settings.positive("learningRate", descent.learningRate());
            Settings.positive("minibatchSize", minibatchSize);
            Settings.positive("epochs", epochs);
        }
    }

    /**
     * How far the policy may go in an update.
     *
     * @param clipRange       ε
     * @param annealClipRange whether ε falls linearly over the training, to 1/n of it at the last of n updates
     * @param targetKl        an update stops once the KL divergence exceeds 1.5 times this; 0 for never
     */
    public record Clip(double clipRange, boolean annealClipRange, double targetKl) {
        /** Checks both; the error names the field. */
        public Clip {
            Settings.positive("clipRange", clipRange);
            Settings.notNegative("targetKl", targetKl);
        }
    }

    /**
     * A learner at its beginning.
     *
     * @throws IllegalArgumentException if the actions mix choices with quantities
     */
    public Ppo(Config config, LearningTask task, Compute compute) {
        super(config.rollout(), config.networks(), task, compute);
        this.config = config;
        gradient = new PolicyGradient(
                rollout,
                networks,
                config.loss().valueCoefficient(),
                config.loss().entropyCoefficient());
        visits = new int[rollout.rows()];
    }

    @Override
    public String algorithm() {
        return "ppo";
    }

    @Override
    void update() {
        double learningRate = learningRate(config.descent());
        double clip = config.clip().clipRange() * (config.clip().annealClipRange() ? remaining() : 1);
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
        metrics.put("train/explained_variance", UpdateFigures.explainedVariance(rollout.values, rollout.returns));
    }

    /** One Adam step; false once the KL divergence is too large. */
    private boolean step(int begin, int size, double learningRate, double clip, boolean report) {
        PolicyGradient.Parts parts =
                gradient.add(visits, begin, size, config.loss().normaliseAdvantages(), new Clipped(clip));
        double norm = networks.adam().step(learningRate, config.descent().maxGradientNorm());
        updates++;
        if (!report && config.clip().targetKl() == 0) {
            return true;
        }
        double kl = UpdateFigures.approximateKl(gradient.logRatios());
        metrics.put("train/approx_kl", kl);
        metrics.put("train/clip_fraction", UpdateFigures.clipFraction(gradient.logRatios(), clip));
        metrics.put("train/policy_loss", -parts.gain());
        metrics.put("train/value_loss", parts.value());
        metrics.put("train/entropy_loss", -parts.entropy());
        metrics.put("train/gradient_norm", norm);
        return config.clip().targetKl() == 0 || kl <= 1.5 * config.clip().targetKl();
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
