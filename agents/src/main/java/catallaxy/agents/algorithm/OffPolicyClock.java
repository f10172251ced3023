package catallaxy.agents.algorithm;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * How far a learner with a replay buffer is and when it learns: every so many steps of each world a number of updates, after
 * a warm-up of random actions; the rule of Stable-Baselines3. Mutable, one owner.
 */
final class OffPolicyClock {
    private final int worlds;
    private final int learningStarts;
    private final int trainFrequency;
    private final int gradientSteps;
    private final long totalSteps;
    private final LinearDecay decay;
    private long calls;

    /**
     * @param worlds         {@code N}
     * @param learningStarts transitions before the first update
     * @param trainFrequency steps of each world between two rounds of updates
     * @param gradientSteps  updates a round; −1 for as many as there were transitions
     * @param totalSteps     transitions of the run
     */
    OffPolicyClock(int worlds, int learningStarts, int trainFrequency, int gradientSteps, long totalSteps) {
        this.worlds = worlds;
        this.learningStarts = learningStarts;
        this.trainFrequency = trainFrequency;
        this.gradientSteps = gradientSteps;
        this.totalSteps = totalSteps;
        decay = LinearDecay.over(totalSteps, (long) worlds * trainFrequency);
    }

    /** Transitions up to the first round of updates; the parameters are those of the constructor. */
    static long firstUpdate(int worlds, int learningStarts, int trainFrequency) {
        long calls = learningStarts / worlds + 1L;
        return Math.ceilDiv(calls, trainFrequency) * (long) trainFrequency * worlds;
    }

    /** Transitions so far. */
    long steps() {
        return calls * worlds;
    }

    /** Share of the run that is over, in [0, 1]. */
    double progress() {
        return Math.min(1, (double) steps() / totalSteps);
    }

    /** A rate for the latest round of updates: as given, or fallen linearly to 1/n of it at the last of n rounds. */
    double annealed(double initial, boolean anneals) {
        return anneals ? initial * decay.at(Math.max(0, calls / trainFrequency - 1)) : initial;
    }

    /** Whether actions are random still. */
    boolean warmingUp() {
        return steps() < learningStarts;
    }

    /** Counts one step of every world; returns the updates that are due now. */
    int advance() {
        calls++;
        if (calls % trainFrequency != 0 || steps() <= learningStarts) {
            return 0;
        }
        return gradientSteps < 0 ? trainFrequency * worlds : gradientSteps;
    }

    /** Whether the latest step passed a multiple of {@code interval} transitions. */
    boolean passed(long interval) {
        return steps() / interval != (steps() - worlds) / interval;
    }

    void save(StateWriter out) {
        out.int64(calls);
    }

    void load(StateReader in) {
        calls = in.int64();
    }
}
