package catallaxy.agents.market;

import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.Activation;
import catallaxy.agents.policy.AgentCreationException;
import catallaxy.agents.policy.PolicySpec;
import catallaxy.agents.policy.TrainedPolicy;
import catallaxy.environment.market.learning.ActionSpec;
import catallaxy.environment.market.learning.ObservationSpec;

/**
 * A learner that takes a seat.
 *
 * @param agent      whose seat
 * @param settings   how it sees the seat and acts in it
 * @param algorithm  as in scenario files
 * @param activation of the policy's hidden layers
 * @param maker      makes the learner at its beginning
 */
public record LearnerEntry(String agent, SeatSettings settings, String algorithm, Activation activation, Maker maker) {
    /** Makes a learner. */
    @FunctionalInterface
    public interface Maker {
        /**
         * A learner at its beginning.
         *
         * @param totalSteps planned, over all worlds
         * @throws IllegalArgumentException if the algorithm cannot give such actions
         */
        Learner create(ObservationSpec observations, ActionSpec actions, int worlds, long totalSteps);
    }

    /**
     * The policy in a learner's tensors.
     *
     * @param role    of the seat
     * @param advisor the seat's own policy
     */
    public TrainedPolicy policy(String source, String digest, String role, PolicySpec advisor, TensorStore tensors) {
        return new TrainedPolicy(source, digest, role, (context, factory) -> {
            try {
                SeatView view = new SeatView(settings, context, () -> factory.create(advisor, context));
                ActionSpec actions = view.actions().spec();
                int features = view.observations().size();
                return new TrainedAgent(view, new FrozenPolicy(tensors, algorithm, activation, features, actions));
            } catch (IllegalArgumentException other) {
                throw new AgentCreationException(
                        "agent " + context.agent() + ": the policy of " + source + " does not fit the seat: "
                                + other.getMessage(),
                        other);
            }
        });
    }
}
