package catallaxy.agents.training;

import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.Activation;
import catallaxy.environment.api.ActionSpec;
import java.util.Optional;

/** How what a learner has learned is computed from its tensors, without the learner. */
@FunctionalInterface
public interface PolicyForm {
    /**
     * The policy in a learner's tensors, without exploration.
     *
     * @param features {@code F}
     * @throws IllegalArgumentException if the tensors are not those of such a policy
     */
    BatchPolicy policy(TensorStore tensors, int features, ActionSpec actions);

    /**
     * Activation of the policy where it is a perceptron, the tensors {@code policy.0.weight, policy.0.bias, …}, which can be
     * fitted to what an advisor does; empty where it is something else.
     */
    default Optional<Activation> perceptron() {
        return Optional.empty();
    }
}
