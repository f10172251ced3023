package catallaxy.agents.algorithm;

/** Checks that the learners with a replay buffer have in common. */
final class OffPolicySettings {
    private OffPolicySettings() {}

    static void checkReplay(
            int bufferSize,
            int learningStarts,
            int batchSize,
            double discount,
            int trainFrequency,
            int gradientSteps,
            double rewardScale) {
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

    static void checkExploration(double initial, double end, double fraction) {
        Settings.share("explorationInitial", initial);
        Settings.share("explorationFinal", end);
        Settings.share("explorationFraction", fraction);
    }

    static void checkBoundary(boolean atBoundary) {
        if (!atBoundary) {
            throw new IllegalStateException("saved between an action and its answer");
        }
    }
}
