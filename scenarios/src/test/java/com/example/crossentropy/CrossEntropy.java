package com.example.crossentropy;

import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.LearningTask;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.learning.VectorStep;
import catallaxy.environment.api.setting.Key;
import catallaxy.environment.base.check.InvalidValueException;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The cross-entropy method (Rubinstein 1999) on a linear policy: candidates θ ~ N(μ, σ²) play an episode each, and μ and σ
 * become mean and deviation of the best of them.
 */
final class CrossEntropy implements Learner {
    private final Config config;
    private final LinearPolicy policy;
    private final int worlds;
    private final float[][] candidates;
    private final double[] returns;
    private final int[] played;
    private final boolean[] counts;
    private final double[] sums;
    private RandomStream random;
    private float[] mean;
    private float[] deviation;
    private long steps;
    private int updates;
    private double best;

    /** Settings; the manual says what {@link Key} says of each. */
    public record Config(
            @Key(initial = "1", range = "1 to 10000", meaning = "Candidates that each world plays in a generation.")
            int candidates,

            @Key(initial = "0.2", meaning = "Share of a generation that is kept, above 0 and up to 1.")
            double elite,

            @Key(initial = "1", meaning = "Deviation of the weights at first.")
            double initialDeviation,

            @Key(initial = "0.02", meaning = "What that deviation never falls below.")
            double leastDeviation) {
        /** Checks each; the error names the component. */
        public Config {
            require("candidates", candidates, candidates > 0 && candidates <= 10_000, "1 to 10000");
            require("elite", elite, elite > 0 && elite <= 1, "a share above 0");
            require("initialDeviation", initialDeviation, initialDeviation > 0, "a positive number");
            require("leastDeviation", leastDeviation, leastDeviation >= 0, "a number that is not negative");
        }

        private static void require(String name, double value, boolean holds, String expected) {
            if (!holds) {
                throw new InvalidValueException(name, expected, value);
            }
        }
    }

    CrossEntropy(Config config, LearningTask task) {
        this.config = config;
        policy = LinearPolicy.of(task.features(), task.actions());
        worlds = task.worlds();
        candidates = new float[worlds * config.candidates()][policy.size()];
        returns = new double[candidates.length];
        played = new int[worlds];
        counts = new boolean[worlds];
        sums = new double[worlds];
        random = RandomStream.of(task.seed(), "cross-entropy");
        mean = new float[policy.size()];
        deviation = new float[policy.size()];
        Arrays.fill(deviation, (float) config.initialDeviation());
        Arrays.fill(counts, true);
        draw();
    }

    @Override
    public String algorithm() {
        return "cross-entropy";
    }

    @Override
    public void act(VectorStep now, float[] actions) {
        for (int i = 0; i < worlds; i++) {
            float[] weights = candidates[i * config.candidates() + Math.min(played[i], config.candidates() - 1)];
            policy.act(weights, now.observations(), now.masks(), i, actions);
        }
    }

    @Override
    public void observe(VectorStep result) {
        steps += worlds;
        boolean all = true;
        for (int i = 0; i < worlds; i++) {
            sums[i] += result.rewards()[i];
            if (result.ended(i)) {
                end(i);
            }
            all &= played[i] == config.candidates();
        }
        if (all) {
            update(result);
        }
    }

    /** An episode counts where its candidate played all of it, and where its world still had one to try. */
    private void end(int world) {
        if (counts[world] && played[world] < config.candidates()) {
            returns[world * config.candidates() + played[world]++] = sums[world];
        }
        counts[world] = true;
        sums[world] = 0;
    }

    private void update(VectorStep result) {
        int[] elite = elite();
        mean = new float[policy.size()];
        for (int k = 0; k < mean.length; k++) {
            fit(k, elite);
        }
        best = returns[elite[0]];
        updates++;
        draw();
        for (int i = 0; i < worlds; i++) {
            counts[i] = result.ended(i);
        }
    }

    /** The best of a generation, best first; of equals the earlier. */
    private int[] elite() {
        return IntStream.range(0, returns.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -returns[i]))
                .limit(Math.max(1, Math.round(config.elite() * returns.length)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private void fit(int weight, int[] elite) {
        double sum = 0;
        double squares = 0;
        for (int i : elite) {
            sum += candidates[i][weight];
            squares += (double) candidates[i][weight] * candidates[i][weight];
        }
        double middle = sum / elite.length;
        double variance = Math.max(0, squares / elite.length - middle * middle);
        mean[weight] = (float) middle;
        deviation[weight] = (float) Math.max(config.leastDeviation(), Math.sqrt(variance));
    }

    /** The next generation. */
    private void draw() {
        for (float[] candidate : candidates) {
            for (int k = 0; k < candidate.length; k++) {
                candidate[k] = mean[k] + deviation[k] * (float) random.nextGaussian();
            }
        }
        Arrays.fill(played, 0);
    }

    @Override
    public long steps() {
        return steps;
    }

    @Override
    public boolean atBoundary() {
        return true;
    }

    @Override
    public BatchPolicy policy() {
        return policy.with(mean);
    }

    @Override
    public Map<String, Double> metrics() {
        return Map.of("train/best_return", best, "train/n_updates", (double) updates);
    }

    @Override
    public void save(TensorStore tensors, StateWriter rest) {
        tensors.put("mean", mean.clone(), mean.length);
        tensors.put("deviation", deviation.clone(), deviation.length);
        random.save(rest.int64(steps).int32(updates).float64(best));
        for (int i = 0; i < worlds; i++) {
            rest.int32(played[i]).flag(counts[i]).float64(sums[i]);
        }
        rest.doubles(returns);
        for (float[] candidate : candidates) {
            rest.floats(candidate, candidate.length);
        }
    }

    @Override
    public void load(TensorStore tensors, StateReader rest) {
        mean = tensors.get("mean", policy.size()).clone();
        deviation = tensors.get("deviation", policy.size()).clone();
        steps = rest.int64();
        updates = rest.int32();
        best = rest.float64();
        random = RandomStream.load(rest);
        for (int i = 0; i < worlds; i++) {
            played[i] = rest.int32();
            counts[i] = rest.flag();
            sums[i] = rest.float64();
        }
        System.arraycopy(rest.doubles(), 0, returns, 0, returns.length);
        for (float[] candidate : candidates) {
            System.arraycopy(rest.floats(), 0, candidate, 0, candidate.length);
        }
    }

    @Override
    public void close() {}
}
