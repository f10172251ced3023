package catallaxy.scenarios.file;

import catallaxy.agents.market.LearnerEntry;
import catallaxy.agents.market.PolicyForm;
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
        return new LearnerEntry(agent, seat, form(), maker);
    }

    /** Steps of each world between two updates; 1 for learners from a memory, which may be saved after any step. */
    public int rolloutLength() {
        return switch (learner) {
            case LearnerSpec.OfPpo ppo -> ppo.config().rollout().rolloutLength();
            case LearnerSpec.OfA2c a2c -> a2c.config().rollout().rolloutLength();
            default -> 1;
        };
    }

    private PolicyForm form() {
        return switch (learner) {
            case LearnerSpec.OfPpo ppo -> perceptron(ppo.config().networks().activation());
            case LearnerSpec.OfA2c a2c -> perceptron(a2c.config().networks().activation());
            case LearnerSpec.OfDdpg ddpg ->
                perceptron(ddpg.config().deterministic().activation());
            case LearnerSpec.OfTd3 td3 ->
                perceptron(td3.config().deterministic().activation());
            case LearnerSpec.OfDqn _ -> perceptron(Activation.RELU);
            case LearnerSpec.OfRainbow rainbow -> new PolicyForm.OfRainbow(rainbow.config());
        };
    }

    private PolicyForm perceptron(Activation activation) {
        return new PolicyForm.Perceptron(learner.algorithm(), activation);
    }
}
