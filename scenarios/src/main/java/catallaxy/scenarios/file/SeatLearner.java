package catallaxy.scenarios.file;

import catallaxy.agents.seat.LearnerEntry;
import catallaxy.agents.seat.SeatSettings;
import catallaxy.agents.training.LearnerSpec;

/**
 * Who learns in a seat of a market.
 *
 * @param agent   id of the seat
 * @param learner the algorithm
 * @param seat    how it sees the seat and acts in it
 */
public record SeatLearner(String agent, LearnerSpec<?> learner, SeatSettings seat) {
    /** The learner as a trainer takes it. */
    public LearnerEntry entry(LearnerEntry.Maker maker) {
        return new LearnerEntry(agent, seat, learner, maker);
    }
}
