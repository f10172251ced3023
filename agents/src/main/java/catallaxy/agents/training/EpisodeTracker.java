package catallaxy.agents.training;

import catallaxy.agents.learning.VectorStep;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/** Returns and lengths of the episodes of {@code N} worlds, with the mean over the latest {@value #WINDOW}. One owner. */
final class EpisodeTracker {
    static final int WINDOW = 100;

    private final double[] returns;
    private final double[] lengths;
    private final double[] endedReturns = new double[WINDOW];
    private final double[] endedLengths = new double[WINDOW];
    private long episodes;

    EpisodeTracker(int worlds) {
        returns = new double[worlds];
        lengths = new double[worlds];
    }

    void observe(VectorStep step) {
        double[] rewards = step.rewards();
        for (int i = 0; i < returns.length; i++) {
            returns[i] += rewards[i];
            lengths[i]++;
            if (step.ended(i)) {
                end(i);
            }
        }
    }

    private void end(int world) {
        int slot = (int) (episodes++ % WINDOW);
        endedReturns[slot] = returns[world];
        endedLengths[slot] = lengths[world];
        returns[world] = 0;
        lengths[world] = 0;
    }

    /** Episodes that have ended. */
    long episodes() {
        return episodes;
    }

    /** Whether the means are over {@value #WINDOW} episodes. */
    boolean isFull() {
        return episodes >= WINDOW;
    }

    /** NaN before the first episode has ended. */
    double meanReturn() {
        return mean(endedReturns);
    }

    /** Steps; NaN before the first episode has ended. */
    double meanLength() {
        return mean(endedLengths);
    }

    private double mean(double[] window) {
        int count = (int) Math.min(episodes, WINDOW);
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += window[i];
        }
        return sum / count;
    }

    void save(StateWriter out) {
        out.int64(episodes)
                .doubles(returns)
                .doubles(lengths)
                .doubles(endedReturns)
                .doubles(endedLengths);
    }

    void load(StateReader in) {
        episodes = in.int64();
        for (double[] into : new double[][] {returns, lengths, endedReturns, endedLengths}) {
            double[] saved = in.doubles();
            System.arraycopy(saved, 0, into, 0, into.length);
        }
    }
}
