package catallaxy.agents.algorithm;

import catallaxy.environment.base.random.RandomStream;

/**
 * What a learner remembers and how often it learns from that; the rule of Stable-Baselines3.
 *
 * @param bufferSize     transitions remembered
 * @param learningStarts random transitions before the first update
 * @param batchSize      transitions of an update
 * @param discount       γ
 * @param trainFrequency steps of each world between two rounds of updates
 * @param gradientSteps  updates of a round, −1 for one a transition
 * @param rewardScale    what rewards are multiplied by before they are learned from
 */
public record ReplaySettings(
        int bufferSize,
        int learningStarts,
        int batchSize,
        double discount,
        int trainFrequency,
        int gradientSteps,
        double rewardScale) {
    /** The key of a scenario file by which the first update comes earlier. */
    static final String FIRST_UPDATE_KEY = "learning-starts";

    /** Checks each; the error names the field. */
    public ReplaySettings {
        Settings.positive("bufferSize", bufferSize);
        Settings.positive("learningStarts", learningStarts);
        Settings.positive("batchSize", batchSize);
        Settings.share("discount", discount);
        Settings.positive("trainFrequency", trainFrequency);
        if (gradientSteps != -1) {
            Settings.positive("gradientSteps", gradientSteps);
        }
        Settings.positive("rewardScale", rewardScale);
    }

    /** Transitions up to the first update, in so many worlds. */
    public long firstUpdate(int worlds) {
        return OffPolicyClock.firstUpdate(worlds, learningStarts, trainFrequency);
    }

    OffPolicyClock clock(int worlds, long totalSteps) {
        return new OffPolicyClock(worlds, learningStarts, trainFrequency, gradientSteps, totalSteps);
    }

    /**
     * An empty memory.
     *
     * @param size    {@code A}
     * @param choices entries of a mask; 0 where actions are quantities
     * @param steps   n, of one transition
     */
    ReplayBuffer buffer(int worlds, int features, int size, int choices, int steps) {
        return new ReplayBuffer(bufferSize, worlds, features, size, choices, steps, discount, rewardScale);
    }

    /** A memory of single steps that draws uniformly. */
    UniformReplay uniform(int worlds, int features, int size, int choices, RandomStream random) {
        ReplayBatch batch = ReplayBatch.of(batchSize, features, size, choices);
        return new UniformReplay(buffer(worlds, features, size, choices, 1), batch, random);
    }
}
