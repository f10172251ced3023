package catallaxy.agents.market;

import catallaxy.agents.algorithm.FrozenRainbow;
import catallaxy.agents.algorithm.Rainbow;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.Activation;
import catallaxy.agents.network.FrozenMlp;
import catallaxy.agents.network.FrozenNetwork;

/** How what a learner has learned is computed from its tensors. */
public sealed interface PolicyForm {
    /** As in scenario files. */
    String algorithm();

    /** Of the hidden layers. */
    Activation activation();

    /**
     * The network.
     *
     * @throws IllegalArgumentException if the tensors are not those of such a one
     */
    FrozenNetwork network(TensorStore tensors);

    /** A multi-layer perceptron: that of the policy, with DQN that of the values. */
    record Perceptron(String algorithm, Activation activation) implements PolicyForm {
        @Override
        public FrozenNetwork network(TensorStore tensors) {
            return new FrozenMlp(tensors, algorithm.equals("dqn") ? "q" : "policy", activation);
        }
    }

    /** Rainbow's network. */
    record OfRainbow(Rainbow.Config config) implements PolicyForm {
        @Override
        public String algorithm() {
            return "rainbow";
        }

        @Override
        public Activation activation() {
            return Activation.RELU;
        }

        @Override
        public FrozenNetwork network(TensorStore tensors) {
            return new FrozenRainbow(tensors, config);
        }
    }
}
