package catallaxy.agents.seat;

import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.LearningTask;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.policy.AgentCreationException;
import catallaxy.agents.policy.PolicySpec;
import catallaxy.agents.policy.TrainedPolicy;
import catallaxy.agents.training.PolicyForm;
import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Feature;
import catallaxy.environment.api.ObservationSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * A learner that takes a seat.
 *
 * @param agent    whose seat
 * @param settings how it sees the seat and acts in it
 * @param form     how its policy is computed
 * @param maker    makes the learner at its beginning
 */
public record SeatedLearner(String agent, SeatSettings settings, PolicyForm form, Maker maker) {
    /** Makes a learner. */
    @FunctionalInterface
    public interface Maker {
        /**
         * A learner at its beginning.
         *
         * @throws IllegalArgumentException if the algorithm cannot give such actions
         */
        Learner create(LearningTask task);
    }

    /**
     * The policy in a learner's tensors.
     *
     * @param origin  where it comes from
     * @param advisor the seat's own policy
     */
    public TrainedPolicy policy(Origin origin, PolicySpec advisor, TensorStore tensors) {
        return new TrainedPolicy(origin.source(), origin.digest(), origin.role(), (context, factory) -> {
            try {
                SeatView view = new SeatView(settings, context, () -> factory.create(advisor, context));
                ActionSpec actions = view.actionSpec();
                origin.requireSame(view.observationSpec(), actions);
                int features = view.observationSpec().size();
                return new TrainedAgent(view, form.policy(tensors, features, actions));
            } catch (IllegalArgumentException other) {
                throw new AgentCreationException(
                        "agent " + context.agent() + ": the policy of " + origin.source() + " does not fit the seat: "
                                + other.getMessage(),
                        other);
            }
        });
    }

    /**
     * Where a trained policy comes from.
     *
     * @param source   a file, or what it is called in messages
     * @param digest   of the file, hexadecimal
     * @param role     of the seat
     * @param features names; none where they are not known
     * @param actions  names of the action's components
     */
    public record Origin(String source, String digest, String role, List<String> features, List<String> actions) {
        public Origin {
            features = List.copyOf(features);
            actions = List.copyOf(actions);
        }

        /** Of a policy that is still being trained. */
        public static Origin inTraining(String role) {
            return new Origin("the learner", "", role, List.of(), List.of());
        }

        private void requireSame(ObservationSpec observed, ActionSpec taken) {
            if (!features.isEmpty()) {
                require("features", features, featureNames(observed));
                require("actions", actions, actionNames(taken));
            }
        }

        private static void require(String what, List<String> trained, List<String> seat) {
            if (!trained.equals(seat)) {
                List<String> missing = new ArrayList<>(trained);
                missing.removeAll(seat);
                List<String> added = new ArrayList<>(seat);
                added.removeAll(trained);
                throw new IllegalArgumentException(what + ": trained with " + trained.size() + ", the seat has "
                        + seat.size() + "; not in the seat " + missing + ", not in training " + added);
            }
        }
    }

    /** Names of features, as checkpoints have them. */
    private static List<String> featureNames(ObservationSpec observations) {
        return observations.features().stream().map(Feature::name).toList();
    }

    /** Names of components, as checkpoints have them. */
    public static List<String> actionNames(ActionSpec actions) {
        return actions.components().stream().map(ActionComponent::name).toList();
    }
}
