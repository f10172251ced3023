package catallaxy.scenarios.file.learning;

import catallaxy.agents.seat.SeatSettings;
import catallaxy.agents.seat.SeatedLearner;
import catallaxy.agents.training.LearnerSpec;

/**
 * Who learns in a seat of a market.
 *
 * @param agent   id of the seat
 * @param learner the algorithm
 * @param seat    how it sees the seat and acts in it
 */
public record SeatLearnerSpec(String agent, LearnerSpec<?> learner, SeatSettings seat) {
    /** The same with a learner that has all that it needs. */
    public SeatLearnerSpec bound(LearnerBinding binding) {
        return new SeatLearnerSpec(agent, binding.bound(agent, learner), seat);
    }

    /** The learner as a trainer takes it. */
    public SeatedLearner seated(SeatedLearner.Maker maker) {
        return new SeatedLearner(agent, seat, learner, maker);
    }
}
