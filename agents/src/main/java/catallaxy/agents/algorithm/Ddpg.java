package catallaxy.agents.algorithm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import catallaxy.agents.learning.LearningTask;
import catallaxy.agents.network.Compute;
import catallaxy.agents.network.HostTensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Deep deterministic policy gradient, the algorithm of Lillicrap et al. 2016, https://arxiv.org/abs/1509.02971.
 *
 * <pre>
 *   act     a = μ(s; φ) + ε,  ε ~ N(0, σ²)
 *   target  y = r + γ Q(s', μ(s'; φ'); θ'),  y = r where s' is terminal
 *   critic  min over θ of the mean of (Q(s, a; θ) − y)²
 *   actor   max over φ of the mean of Q(s, μ(s; φ); θ)
 *   after   θ' ← τθ + (1 − τ)θ',  φ' ← τφ + (1 − τ)φ'
 * </pre>
 *
 * <p>Actions live in [−1, 1]. Deviations: white noise instead of an Ornstein–Uhlenbeck process, no weight decay, no batch
 * normalisation, actions enter the critic at its first layer, a uniform random warm-up, updates in rounds; all as in
 * Stable-Baselines3; and critics may read standardised actions. Targets and the derivative of the critic's loss with respect to
 * Q are computed in plain Java; the network library only runs the networks and carries the derivative back.
 */
public final class Ddpg extends DeterministicLearner {
    private static final String NAME = "ddpg";
    private static final String CRITIC = "critic";

    /**
     * Settings. "SB3" is the default of Stable-Baselines3's DDPG, "paper" section 7 of Lillicrap et al. 2016.
     *
     * @param policyLearningRate Adam's α of the policy at the beginning; 1e-3 (SB3; the paper has 1e-4)
     * @param criticLearningRate Adam's α of the critic at the beginning; 1e-3 (SB3, paper)
     * @param deterministic      by their keys: hidden 400, 300 (SB3, paper), activation relu (SB3, paper), anneal-learning-rate
     *                           false (SB3), tau 0.005 (SB3; the paper has 0.001), exploration-noise 0.1 (the RL Baselines3 Zoo;
     *                           the paper has correlated noise of 0.2), normalise-observations false (SB3), standardise-actions
     *                           false (SB3); buffer-size 1 000 000 (SB3, paper), learning-starts 100 (SB3), batch-size 256 (SB3;
     *                           the paper has 64), discount 0.99 (SB3, paper), train-frequency 1 (SB3, paper), gradient-steps 1
     *                           (SB3, paper), reward-scale 1
     */
    public record Config(double policyLearningRate, double criticLearningRate, DeterministicSettings deterministic) {
        /** Checks the learning rates; the error names the field. */
        public Config {
            Settings.notNegative("policyLearningRate", policyLearningRate);
            Settings.notNegative("criticLearningRate", criticLearningRate);
        }
    }

    private final Config config;
    private final HostTensor derivatives = new HostTensor(1);
    private final float[] derivative;

    /**
     * A learner at its first transition; its parameters and noise are drawn from the seed.
     *
     * @throws IllegalArgumentException if actions are choices
     */
    public Ddpg(Config config, LearningTask task, Compute compute) {
        super(NAME, CRITIC, List.of(CRITIC), config.deterministic(), task, compute);
        this.config = config;
        derivative = new float[batch.size()];
    }

    @Override
    public String algorithm() {
        return NAME;
    }

    @Override
    void update() {
        draw();
        updateCritic(targets());
        climb(rate(config.policyLearningRate()));
        follow();
    }

    /** {@code [B]}: y. */
    private float[] targets() {
        float[] next = actor.targetActions(batch.next(), batch.size());
        try (NDManager scope = compute.scope()) {
            float[] y = q.getFirst()
                    .forward(critics.targetConstants(), inputs.of(batch.next(), next, scope))
                    .toFloatArray();
            for (int b = 0; b < y.length; b++) {
                y[b] = batch.returns()[b] + batch.discounts()[b] * y[b];
            }
            return y;
        }
    }

    private void updateCritic(float[] y) {
        try (NDManager scope = compute.scope();
                GradientCollector gradients = compute.gradients()) {
            NDArray pairs = inputs.of(batch.observations(), batch.actions(), scope);
            NDArray values = q.getFirst().forward(critics.views(scope), pairs);
            criticLoss = SquaredError.differentiate(values.toFloatArray(), y, derivative);
            gradients.backward(
                    values.mul(derivatives.fill(derivative, y.length, scope)).sum());
        }
        critics.step(rate(config.criticLearningRate()));
    }

    @Override
    public Map<String, Double> metrics() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("train/learning_rate", rate(config.criticLearningRate()));
        metrics.put("train/n_updates", (double) critics.updates());
        if (critics.updates() > 0) {
            metrics.put("train/critic_loss", criticLoss);
            metrics.put("train/actor_loss", actorLoss);
        }
        return metrics;
    }
}
