package catallaxy.agents.algorithm;

import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.LearningTask;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.learning.VectorStep;
import catallaxy.agents.network.Compute;
import catallaxy.agents.network.ObservationNormaliser;
import catallaxy.environment.api.setting.Key;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.mcts.search.SearchResult;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * MuZero, the algorithm of Schrittwieser et al. 2020, https://arxiv.org/abs/1911.08265: plans in a model of the world that it learns, and
 * knows nothing of the world but observations, choices and rewards.
 *
 * <pre>
 *   model    s⁰ = h(o_t),   r^k, s^k = g(s^{k−1}, a_{t+k−1}),   p^k, v^k = f(s^k)
 *   act      π, ν = search(h(o)),  a by Gumbel search: Danihelka et al. 2022
 *   target   z_t = Σ_{i&lt;n} γⁱ u_{t+i} + γⁿ ν_{t+n}
 *   learn    Σ_k w_k (−Σ_a π_{t+k}(a) ln p^k(a) + c_v H(z_{t+k}, v^k) + H(u_{t+k−1}, r^k)),  along the K choices that were made
 * </pre>
 *
 * <p>Deviations: perceptrons; {@code ν = Σ_a π(a) Q(a)} over the moves tried; pieces are drawn uniformly, not by priorities; of
 * the memory so many steps are searched anew at each update, as MuZero Reanalyze does; first steps are random; Adam without decay of weights; beyond a truncation nothing is learned, and the value there is the network's; no game of two players, so no signs.
 * Searches of all worlds ask the networks together.
 */
public final class MuZero implements Learner {
    static final String NAME = "muzero";
    private static final int PLAYED_AT_ONCE = 256;

    /**
     * Settings; the manual says what {@link Key} says of each. "Paper" is Schrittwieser et al. 2020 on Atari.
     *
     * @param search  before each action
     * @param model   its networks
     * @param targets what they learn
     * @param replay  what they learn from, and when
     */
    public record Config(ModelSearch search, ModelShape model, Targets targets, Replay replay) {}

    /**
     * What the model learns.
     *
     * @param unroll       K; 5 (paper)
     * @param returnSteps  n; 10 (paper)
     * @param discount     γ; 0.997 (paper)
     * @param valueWeight  c_v; 0.25 (paper, appendix H)
     * @param rewardScale  what rewards are multiplied by; 1 (paper)
     */
    public record Targets(
            @Key(
                    initial = "5",
                    range = "1 to 100",
                    meaning = "K, steps that the model is unrolled to learn. 5 in the paper.")
            int unroll,

            @Key(
                    initial = "10",
                    range = "1 to 10000",
                    meaning = "n of the n-step returns that values are learned from. 10 in the paper.")
            int returnSteps,

            @Key(initial = "0.997", range = "0 to 1", meaning = "γ. 0.997 in the paper.")
            double discount,

            @Key(initial = "0.25", meaning = "How much values count in the loss. 0.25 in the paper's reanalysis.")
            double valueWeight,

            @Key(initial = "1", meaning = "What rewards are multiplied by before they are learned from.")
            double rewardScale) {
        /** Checks each; the error names the field. */
        public Targets {
            Checks.inRange("unroll", unroll, 1, 100);
            Checks.inRange("returnSteps", returnSteps, 1, 10_000);
            Settings.share("discount", discount);
            Settings.positive("valueWeight", valueWeight);
            Settings.positive("rewardScale", rewardScale);
        }
    }

    /**
     * What is learned from, and when.
     *
     * @param bufferSize            steps remembered, over all worlds
     * @param learningStarts        steps before the first update
     * @param batchSize             pieces of an update
     * @param reuse                 how often a piece begins at each step, in the mean
     * @param reanalysed            steps searched anew at each update
     * @param learningRate          α of Adam
     * @param annealLearningRate    whether it falls linearly to 0 at the end of the training
     * @param maxGradientNorm       longest gradient
     * @param normaliseObservations by running mean and variance
     */
    public record Replay(
            @Key(initial = "100000", meaning = "Steps remembered, over all worlds.")
            int bufferSize,

            @Key(initial = "1000", meaning = "Random steps before the first update.")
            int learningStarts,

            @Key(initial = "128", meaning = "Pieces of trajectories of an update.")
            int batchSize,

            @Key(initial = "2", meaning = "How often a piece begins at each step, in the mean; each has K steps more.")
            double reuse,

            @Key(
                    initial = "64",
                    range = "0 to 65536",
                    meaning =
                            "Steps remembered that are searched anew at each update; 0: what was found when they were made stays.")
            int reanalysed,

            @Key(initial = "0.001", meaning = "α of Adam.") double learningRate,

            @Key(initial = "true", meaning = "Whether α falls linearly to 0 over the training.")
            boolean annealLearningRate,

            @Key(initial = "10", meaning = "Longest gradient.")
            double maxGradientNorm,

            @Key(initial = "false", meaning = "Whether observations are normalised by running mean and variance.")
            boolean normaliseObservations) {
        /** Checks each; the error names the field. */
        public Replay {
            Settings.positive("bufferSize", bufferSize);
            Settings.positive("learningStarts", learningStarts);
            Settings.positive("batchSize", batchSize);
            Settings.positive("reuse", reuse);
            Checks.inRange("reanalysed", reanalysed, 0, 65_536);
            Settings.notNegative("learningRate", learningRate);
            Settings.positive("maxGradientNorm", maxGradientNorm);
        }

        /** Updates that are due after so many steps: each step begins {@code reuse} pieces. */
        private long due(long steps) {
            return (long) (Math.max(0, steps - learningStarts) * reuse / batchSize);
        }

        private double rate(double progress) {
            return annealLearningRate ? learningRate * Math.max(0, 1 - progress) : learningRate;
        }
    }

    private final Config config;
    private final int worlds;
    private final int features;
    private final long totalSteps;
    private final Choices choices;
    private final MuZeroNetworks networks;
    private final TrajectoryMemory memory;
    private final UnrollBatch batch;
    private final ObservationNormaliser normaliser;
    private long seed;
    private ModelSearches searches;
    private RandomStream draws;
    private long steps;
    private boolean acting;
    private double policyLoss = Double.NaN;
    private double valueLoss = Double.NaN;
    private double rewardLoss = Double.NaN;

    /**
     * A learner at its first step.
     *
     * @throws IllegalArgumentException if actions are quantities or more than 256 choices
     */
    public MuZero(Config config, LearningTask task, Compute compute) {
        this.config = config;
        worlds = task.worlds();
        features = task.features();
        totalSteps = task.totalSteps();
        choices = new Choices(NAME, task.actions());
        int actions = choices.count();
        Targets targets = config.targets();
        networks = new MuZeroNetworks(config.model(), features, actions, task.stream(NAME, "parameters"), compute);
        memory = new TrajectoryMemory(
                config.replay().bufferSize(), worlds, features, actions, targets.returnSteps(), targets.discount());
        batch = UnrollBatch.of(config.replay().batchSize(), targets.unroll(), features, actions);
        normaliser = new ObservationNormaliser(features, config.replay().normaliseObservations());
        seed = task.stream(NAME, "searches").nextLong();
        searches = exploring();
        draws = task.stream(NAME, "replay");
    }

    private ModelSearches exploring() {
        return searches(Math.max(worlds, config.replay().reanalysed()), 1);
    }

    private ModelSearches searches(int slots, double noise) {
        return new ModelSearches(config.search(), networks, config.targets().discount(), slots, noise, seed);
    }

    @Override
    public String algorithm() {
        return NAME;
    }

    @Override
    public void act(VectorStep now, float[] actions) {
        normaliser.update(now.observations(), worlds);
        boolean[] allowed = new boolean[worlds * choices.count()];
        choices.allowed(now.masks(), worlds, allowed);
        if (steps < config.replay().learningStarts()) {
            actAtRandom(now, allowed, actions);
        } else {
            plan(now, allowed, actions);
        }
        acting = true;
    }

    /** Before anything was learned a search would follow what networks begin with. */
    private void actAtRandom(VectorStep now, boolean[] allowed, float[] actions) {
        for (int world = 0; world < worlds; world++) {
            int move = choices.any(allowed, world, draws);
            choices.write(move, actions, world);
            memory.acted(world, now.observations(), move);
            memory.found(memory.present(world), uniform(allowed, world), Double.NaN);
        }
    }

    private float[] uniform(boolean[] allowed, int world) {
        float[] policy = new float[choices.count()];
        int among = 0;
        for (int i = 0; i < policy.length; i++) {
            policy[i] = allowed[world * policy.length + i] ? 1 : 0;
            among += allowed[world * policy.length + i] ? 1 : 0;
        }
        for (int i = 0; i < policy.length; i++) {
            policy[i] /= Math.max(1, among);
        }
        return policy;
    }

    private void plan(VectorStep now, boolean[] allowed, float[] actions) {
        List<SearchResult> found = search(now.observations(), allowed, worlds, steps);
        for (int world = 0; world < worlds; world++) {
            int move = found.get(world).best();
            choices.write(move, actions, world);
            memory.acted(world, now.observations(), move);
            remember(memory.present(world), found.get(world));
        }
    }

    /** @param first the number of the first search; the others follow */
    private List<SearchResult> search(float[] observations, boolean[] allowed, int rows, long first) {
        long[] numbers = new long[rows];
        Arrays.setAll(numbers, i -> first + i);
        return searches.search(
                normalised(observations, rows),
                allowed,
                rows,
                numbers,
                config.search().simulations());
    }

    private void remember(int row, SearchResult result) {
        memory.found(row, result.policy(choices.count()), result.improvedValue());
    }

    private float[] normalised(float[] observations, int rows) {
        float[] normalised = new float[rows * features];
        normaliser.normalise(observations, rows, normalised);
        return normalised;
    }

    @Override
    public void observe(VectorStep result) {
        memory.put(result, config.targets().rewardScale(), valuesAfter(result));
        acting = false;
        long due = config.replay().due(steps);
        steps += worlds;
        for (long left = config.replay().due(steps) - due; left > 0; left--) {
            update();
        }
    }

    /** {@code [N]}: what the network says of observations after truncations; 0 elsewhere. */
    private double[] valuesAfter(VectorStep result) {
        double[] values = new double[worlds];
        boolean any = false;
        for (boolean each : result.truncated()) {
            any |= each;
        }
        if (any) {
            double[] all =
                    networks.begin(normalised(result.next(), worlds), worlds).values();
            for (int world = 0; world < worlds; world++) {
                values[world] = result.truncated()[world] ? all[world] : 0;
            }
        }
        return values;
    }

    /** Searches steps of the memory anew, with the present networks. */
    private void reanalyse() {
        int rows = config.replay().reanalysed();
        int[] chosen = new int[rows];
        float[] seen = new float[rows * features];
        boolean[] allowed = new boolean[rows * choices.count()];
        for (int i = 0; i < rows; i++) {
            chosen[i] = draws.nextInt(memory.size());
            memory.copy(chosen[i], seen, allowed, i);
        }
        List<SearchResult> found = search(seen, allowed, rows, networks.updates() * rows);
        for (int i = 0; i < rows; i++) {
            remember(chosen[i], found.get(i));
        }
    }

    private void update() {
        if (config.replay().reanalysed() > 0) {
            reanalyse();
        }
        memory.sample(draws, batch);
        normaliser.normalise(batch.observations(), batch.size(), batch.observations());
        UnrollLoss loss = networks.update(
                batch,
                config.targets().valueWeight(),
                learningRate(),
                config.replay().maxGradientNorm());
        policyLoss = loss.policyLoss();
        valueLoss = loss.valueLoss();
        rewardLoss = loss.rewardLoss();
    }

    private double learningRate() {
        return config.replay().rate((double) steps / totalSteps);
    }

    @Override
    public long steps() {
        return steps;
    }

    @Override
    public boolean atBoundary() {
        return !acting;
    }

    @Override
    public BatchPolicy policy() {
        return new ModelPolicy(
                searches(PLAYED_AT_ONCE, 0),
                choices,
                normaliser::normalise,
                features,
                config.search().played());
    }

    @Override
    public Map<String, Double> metrics() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("train/learning_rate", learningRate());
        metrics.put("train/n_updates", (double) networks.updates());
        metrics.put("train/buffer_size", (double) memory.size());
        if (networks.updates() > 0) {
            metrics.put("train/policy_loss", policyLoss);
            metrics.put("train/value_loss", valueLoss);
            metrics.put("train/reward_loss", rewardLoss);
        }
        return metrics;
    }

    @Override
    public void save(TensorStore tensors, StateWriter rest) {
        if (acting) {
            throw new IllegalStateException("saved between an action and its answer");
        }
        networks.save(tensors, rest);
        normaliser.save(tensors, rest);
        Draws.save("replay", draws, tensors, rest);
        rest.int64(seed).int64(steps).float64(policyLoss).float64(valueLoss).float64(rewardLoss);
        memory.save(rest);
    }

    @Override
    public void load(TensorStore tensors, StateReader rest) {
        networks.load(tensors, rest);
        normaliser.load(rest);
        draws = RandomStream.load(rest);
        seed = rest.int64();
        searches = exploring();
        steps = rest.int64();
        policyLoss = rest.float64();
        valueLoss = rest.float64();
        rewardLoss = rest.float64();
        memory.load(rest);
    }

    @Override
    public void close() {
        networks.close();
    }
}
