package catallaxy.agents.training;

import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.learning.VectorStep;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.Arrays;
import java.util.Map;

/** Estimates the worth of both guesses from rollouts of five steps, and explores one time in ten. */
class CoinLearner implements Learner {
    private static final int ROLLOUT = 5;

    private final float[] worth = new float[2];
    private final float[] counts = new float[2];
    private final float[] sums = new float[2];
    private float[] taken = new float[0];
    private RandomStream stream;
    private long steps;
    private long inRollout;

    CoinLearner(long seed) {
        stream = RandomStream.of(seed, "coin learner");
    }

    @Override
    public String algorithm() {
        return "coin";
    }

    @Override
    public void act(VectorStep now, float[] actions) {
        for (int i = 0; i < now.worlds(); i++) {
            actions[i] = stream.nextBoolean(0.1) ? stream.nextInt(2) : best();
        }
        taken = actions.clone();
    }

    private int best() {
        return worth[1] > worth[0] ? 1 : 0;
    }

    @Override
    public void observe(VectorStep result) {
        for (int i = 0; i < taken.length; i++) {
            sums[(int) taken[i]] += (float) result.rewards()[i];
            counts[(int) taken[i]]++;
        }
        steps += taken.length;
        inRollout++;
        if (inRollout == ROLLOUT) {
            learn();
        }
    }

    private void learn() {
        for (int guess = 0; guess < 2; guess++) {
            worth[guess] += counts[guess] == 0 ? 0 : 0.3f * (sums[guess] / counts[guess] - worth[guess]);
        }
        Arrays.fill(sums, 0);
        Arrays.fill(counts, 0);
        inRollout = 0;
    }

    @Override
    public long steps() {
        return steps;
    }

    @Override
    public boolean atBoundary() {
        return inRollout == 0;
    }

    @Override
    public BatchPolicy policy() {
        return (observations, masks, rows, actions) -> Arrays.fill(actions, 0, rows, best());
    }

    @Override
    public Map<String, Double> metrics() {
        return Map.of("train/worth", (double) worth[1]);
    }

    @Override
    public void save(TensorStore tensors, StateWriter rest) {
        if (!atBoundary()) {
            throw new IllegalStateException("in the middle of a rollout");
        }
        tensors.put("worth", worth.clone(), 2);
        rest.int64(steps);
        stream.save(rest);
    }

    @Override
    public void load(TensorStore tensors, StateReader rest) {
        System.arraycopy(tensors.get("worth", 2), 0, worth, 0, 2);
        steps = rest.int64();
        stream = RandomStream.load(rest);
    }

    @Override
    public void close() {}
}
