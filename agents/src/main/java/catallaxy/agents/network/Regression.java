package catallaxy.agents.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import catallaxy.agents.learning.TensorStore;
import catallaxy.environment.base.random.RandomStream;

/** A multi-layer perceptron fitted to examples by least squares with Adam. Owned by one thread. */
public final class Regression implements AutoCloseable {
    private static final float ADAM_EPSILON = 1e-8f;

    private final Compute compute;
    private final Mlp network;
    private final ParameterVector theta;
    private final Adam adam;
    private final HostTensor inputs;
    private final HostTensor targets;

    /** Adds a network to an empty layout. */
    @FunctionalInterface
    public interface Architecture {
        /** Adds the network's tensors to the layout and returns their places. */
        Mlp addTo(ParameterLayout layout);
    }

    /**
     * A regression before its first step.
     *
     * @param random draws the initial parameters
     */
    public Regression(Compute compute, Architecture architecture, RandomStream random) {
        this.compute = compute;
        ParameterLayout layout = new ParameterLayout();
        network = architecture.addTo(layout);
        theta = layout.build(compute, random);
        adam = new Adam(compute, theta, ADAM_EPSILON);
        inputs = new HostTensor(network.inputs());
        targets = new HostTensor(network.outputs());
    }

    /**
     * The network's answers.
     *
     * @param x {@code [rows, inputs]}
     * @return {@code [rows, outputs]}
     */
    public float[] predict(float[] x, int rows) {
        try (NDManager scope = compute.scope()) {
            return network.forward(theta.constants(scope), inputs.fill(x, rows, scope))
                    .toFloatArray();
        }
    }

    /**
     * One step of Adam down the mean squared error of a batch.
     *
     * @param x {@code [rows, inputs]}
     * @param y {@code [rows, outputs]}
     */
    public void fit(float[] x, float[] y, int rows, double learningRate) {
        try (NDManager scope = compute.scope()) {
            NDArray wanted = targets.fill(y, rows, scope);
            try (GradientCollector gradients = compute.gradients()) {
                NDArray answers = network.forward(theta.views(scope), inputs.fill(x, rows, scope));
                gradients.backward(answers.sub(wanted).square().mean());
            }
        }
        adam.step(learningRate);
    }

    /** Puts the network's tensors, each under {@code prefix} and the name that its architecture gave it. */
    public void save(String prefix, TensorStore out) {
        theta.save(prefix, out);
    }

    @Override
    public void close() {
        adam.close();
        theta.close();
    }
}
