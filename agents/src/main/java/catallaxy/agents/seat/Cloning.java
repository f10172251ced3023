package catallaxy.agents.seat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.Activation;
import catallaxy.agents.network.Adam;
import catallaxy.agents.network.Compute;
import catallaxy.agents.network.HostTensor;
import catallaxy.agents.network.Mlp;
import catallaxy.agents.network.ParameterLayout;
import catallaxy.agents.network.ParameterVector;
import catallaxy.environment.api.setting.Key;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.random.RandomStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Behaviour cloning: a policy network is fitted to what an advisor did, by the mean squared error of its actions in [−1, 1],
 * before any reward is seen. The actions are tanh of the
 * network's outputs, as in every learner here. Pomerleau 1991, https://doi.org/10.1162/neco.1991.3.1.88. It works on the tensors that a learner
 * saves, whatever the algorithm, as long as its actions are quantities; optimiser, values and critics stay as they are.
 */
public final class Cloning {
    private static final int BATCH = 512;
    private static final String POLICY = "policy.";

    /**
     * How a learner imitates its advisor first.
     *
     * @param rounds       in which the advisor acts and is watched; 0 for no imitation
     * @param epochs       passes over what was seen
     * @param learningRate of Adam
     */
    public record Config(
            @Key("clone-rounds") int rounds,
            @Key("clone-epochs") int epochs,
            @Key("clone-learning-rate") double learningRate) {
        public Config {
            Checks.inRange("rounds", rounds, 0, 10_000);
            Checks.inRange("epochs", epochs, 1, 10_000);
            Checks.inRange("learningRate", learningRate, 1e-9, 1);
        }

        /** No imitation. */
        public static Config none() {
            return new Config(0, 1, 1e-3);
        }
    }

    private final Config config;
    private final Activation activation;
    private final Compute compute;
    private final long seed;

    /**
     * A cloning of one learner's policy.
     *
     * @param activation of the policy's hidden layers
     */
    public Cloning(Config config, Activation activation, Compute compute, long seed) {
        this.config = config;
        this.activation = activation;
        this.compute = compute;
        this.seed = seed;
    }

    /**
     * The learner's tensors with the policy, and its target where there is one, fitted.
     *
     * @param learner      as {@link catallaxy.agents.learning.Learner#save} wrote them
     * @param observations {@code [rows, F]} as the policy network sees them
     * @param actions      {@code [rows, A]} in [−1, 1]
     */
    public TensorStore fitted(TensorStore learner, float[] observations, float[] actions, int rows) {
        List<Integer> widths = new ArrayList<>();
        int depth = 0;
        while (learner.names().contains(POLICY + depth + ".bias")) {
            widths.add(learner.tensor(POLICY + depth + ".bias").shape()[0]);
            depth++;
        }
        int features = observations.length / rows;
        int outputs = widths.removeLast();
        ParameterLayout layout = new ParameterLayout();
        Mlp policy = Mlp.orthogonal(layout, "policy", features, widths, outputs, activation, 0.01);
        try (ParameterVector theta = layout.build(compute, RandomStream.of(seed, "cloning/parameters"))) {
            theta.load("", learner);
            fit(policy, theta, observations, actions, rows);
            TensorStore fitted = new TensorStore();
            theta.save("", fitted);
            return replaced(learner, fitted);
        }
    }

    private void fit(Mlp policy, ParameterVector theta, float[] observations, float[] actions, int rows) {
        RandomStream random = RandomStream.of(seed, "cloning/order");
        int features = policy.inputs();
        int outputs = policy.outputs();
        int size = Math.min(BATCH, rows);
        float[] x = new float[size * features];
        float[] y = new float[size * outputs];
        HostTensor inputs = new HostTensor(features);
        HostTensor targets = new HostTensor(outputs);
        try (Adam adam = new Adam(compute, theta, 1e-8f)) {
            long updates = (long) config.epochs() * rows / size;
            for (long update = 0; update < updates; update++) {
                for (int i = 0; i < size; i++) {
                    int row = random.nextInt(rows);
                    System.arraycopy(observations, row * features, x, i * features, features);
                    System.arraycopy(actions, row * outputs, y, i * outputs, outputs);
                }
                step(policy, theta, inputs, x, targets, y);
                adam.step(config.learningRate() * (1 - (double) update / updates));
            }
        }
    }

    private void step(Mlp policy, ParameterVector theta, HostTensor inputs, float[] x, HostTensor targets, float[] y) {
        int size = x.length / policy.inputs();
        try (NDManager scope = compute.scope();
                GradientCollector gradients = compute.gradients()) {
            NDList views = theta.views(scope);
            NDArray mean = policy.forward(views, inputs.fill(x, size, scope)).tanh();
            gradients.backward(mean.sub(targets.fill(y, size, scope)).square().mean());
        }
    }

    private static TensorStore replaced(TensorStore all, TensorStore policy) {
        TensorStore replaced = new TensorStore();
        for (String name : all.names()) {
            String plain = name.startsWith("target." + POLICY) ? name.substring("target.".length()) : name;
            TensorStore.Tensor tensor = policy.names().contains(plain) ? policy.tensor(plain) : all.tensor(name);
            replaced.put(name, tensor.values(), tensor.shape());
        }
        return replaced;
    }
}
