package catallaxy.agents.algorithm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import catallaxy.agents.learning.LearningTask;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.Compute;
import catallaxy.agents.network.HostTensor;
import catallaxy.agents.network.Mlp;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Twin delayed deep deterministic policy gradient, the algorithm of Fujimoto, van Hoof and Meger 2018,
 * https://arxiv.org/abs/1802.09477.
 *
 * <pre>
 *   act        a = μ(s; φ) + ε,  ε ~ N(0, σ²)
 *   smoothing  ã = μ(s'; φ') + clip(ε, −c, c),  ε ~ N(0, σ̃²)
 *   target     y = r + γ min_i Q_i(s', ã; θ'_i),  y = r where s' is terminal
 *   critics    min over θ of the mean of (Q_1(s, a) − y)² + (Q_2(s, a) − y)²
 *   every d    max over φ of the mean of Q_1(s, μ(s; φ));  θ' ← τθ + (1 − τ)θ',  φ' ← τφ + (1 − τ)φ'
 * </pre>
 *
 * <p>Actions live in [−1, 1]. Deviations: a uniform random warm-up counted in transitions, and updates in rounds, as in
 * Stable-Baselines3; and critics may read standardised actions. Targets and the derivative of the critics' loss with respect to
 * Q are computed in plain Java; the network library only runs the networks and carries the derivative back.
 */
public final class Td3 extends DeterministicLearner {
    private static final String NAME = "td3";

    /**
     * Settings. "SB3" is the default of Stable-Baselines3's TD3, "paper" Fujimoto et al. 2018.
     *
     * @param learningRate    Adam's α of policy and critics at the beginning; 1e-3 (SB3, paper)
     * @param policyDelay     d, critic updates for each of the policy; 2 (SB3, paper)
     * @param targetNoise     σ̃; 0.2 (SB3, paper)
     * @param targetNoiseClip c; 0.5 (SB3, paper)
     * @param deterministic   by their keys: hidden 400, 300 (SB3, paper), activation relu (SB3, paper), anneal-learning-rate
     *                        false (SB3), tau 0.005 (SB3, paper), exploration-noise 0.1 (paper), normalise-observations false
     *                        (SB3), standardise-actions false (SB3); buffer-size 1 000 000 (SB3, paper), learning-starts 100
     *                        (SB3; the paper has 1 000 to 10 000), batch-size 256 (SB3; the paper has 100), discount 0.99 (SB3,
     *                        paper), train-frequency 1 (SB3, paper), gradient-steps 1 (SB3, paper), reward-scale 1
     */
    public record Config(
            double learningRate,
            int policyDelay,
            double targetNoise,
            double targetNoiseClip,
            DeterministicSettings deterministic) {
        /** Checks what is not checked yet; the error names the field. */
        public Config {
            Settings.notNegative("learningRate", learningRate);
            Settings.positive("policyDelay", policyDelay);
            Settings.notNegative("targetNoise", targetNoise);
            Settings.notNegative("targetNoiseClip", targetNoiseClip);
        }
    }

    private final Config config;
    private final HostTensor derivatives1 = new HostTensor(1);
    private final HostTensor derivatives2 = new HostTensor(1);
    private final float[] derivative;
    private RandomStream smoothing;

    /**
     * A learner at its first transition; its parameters and noise are drawn from the seed.
     *
     * @throws IllegalArgumentException if actions are choices
     */
    public Td3(Config config, LearningTask task, Compute compute) {
        super(NAME, "critics", List.of("critic1", "critic2"), config.deterministic(), task, compute);
        this.config = config;
        derivative = new float[batch.size()];
        smoothing = task.stream(NAME, "smoothing");
    }

    @Override
    public String algorithm() {
        return NAME;
    }

    @Override
    void update() {
        draw();
        updateCritics(targets());
        if (critics.updates() % config.policyDelay() == 0) {
            climb(learningRate());
            follow();
        }
    }

    /** {@code [B]}: y. */
    private float[] targets() {
        float[] next = actor.targetActions(batch.next(), batch.size());
        for (int i = 0; i < next.length; i++) {
            double noise = config.targetNoise() * smoothing.nextGaussian();
            double clipped = Math.clamp(noise, -config.targetNoiseClip(), config.targetNoiseClip());
            next[i] = (float) Math.clamp(next[i] + clipped, -1, 1);
        }
        try (NDManager scope = compute.scope()) {
            NDArray x = inputs.of(batch.next(), next, scope);
            float[] first = values(q.getFirst(), x);
            float[] second = values(q.getLast(), x);
            for (int b = 0; b < first.length; b++) {
                first[b] = batch.returns()[b] + batch.discounts()[b] * Math.min(first[b], second[b]);
            }
            return first;
        }
    }

    private float[] values(Mlp critic, NDArray x) {
        return critic.forward(critics.targetConstants(), x).toFloatArray();
    }

    private void updateCritics(float[] y) {
        try (NDManager scope = compute.scope();
                GradientCollector gradients = compute.gradients()) {
            NDArray x = inputs.of(batch.observations(), batch.actions(), scope);
            NDList theta = critics.views(scope);
            NDArray first = q.getFirst().forward(theta, x);
            NDArray second = q.getLast().forward(theta, x);
            double loss1 = SquaredError.differentiate(first.toFloatArray(), y, derivative);
            NDArray weighted = first.mul(derivatives1.fill(derivative, y.length, scope));
            double loss2 = SquaredError.differentiate(second.toFloatArray(), y, derivative);
            weighted = weighted.add(second.mul(derivatives2.fill(derivative, y.length, scope)));
            gradients.backward(weighted.sum());
            criticLoss = loss1 + loss2;
        }
        critics.step(learningRate());
    }

    private double learningRate() {
        return rate(config.learningRate());
    }

    @Override
    public Map<String, Double> metrics() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("train/learning_rate", learningRate());
        metrics.put("train/n_updates", (double) critics.updates());
        if (critics.updates() > 0) {
            metrics.put("train/critic_loss", criticLoss);
        }
        if (critics.updates() >= config.policyDelay()) {
            metrics.put("train/actor_loss", actorLoss);
        }
        return metrics;
    }

    @Override
    void saveCourse(TensorStore tensors, StateWriter rest) {
        Draws.save("smoothing", smoothing, tensors, rest);
        super.saveCourse(tensors, rest);
    }

    @Override
    void loadCourse(StateReader rest) {
        smoothing = RandomStream.load(rest);
        super.loadCourse(rest);
    }
}
