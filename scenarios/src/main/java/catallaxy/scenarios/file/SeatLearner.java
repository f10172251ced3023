package catallaxy.scenarios.file;

import catallaxy.agents.market.LearnerEntry;
import catallaxy.agents.market.SeatSettings;
import catallaxy.agents.network.Activation;
import catallaxy.agents.training.LearnerSpec;

/**
 * Who learns in a seat of a market.
 *
 * @param agent   id of the seat
 * @param learner the algorithm
 * @param seat    how it sees the seat and acts in it
 */
public record SeatLearner(String agent, LearnerSpec learner, SeatSettings seat) {
    /** The learner as a trainer takes it. */
    public LearnerEntry entry(LearnerEntry.Maker maker) {
        return new LearnerEntry(agent, seat, learner.algorithm(), activation(), maker);
    }

    /** Steps of each world between two updates; 1 for learners from a memory, which may be saved after any step. */
    public int rolloutLength() {
        return switch (learner) {
            case LearnerSpec.OfPpo ppo -> ppo.config().rolloutLength();
            case LearnerSpec.OfA2c a2c -> a2c.config().rolloutLength();
            default -> 1;
        };
    }

    private Activation activation() {
        return switch (learner) {
            case LearnerSpec.OfPpo ppo -> ppo.config().activation();
            case LearnerSpec.OfA2c a2c -> a2c.config().activation();
            default -> Activation.RELU;
        };
    }
}
