package catallaxy.agents.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import catallaxy.agents.learning.DivergedException;
import catallaxy.agents.learning.TensorStore;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NetworkTest {
    private static final int INPUTS = 3;
    private static final int OUTPUTS = 2;
    private static final int ROWS = 5;

    private Compute compute;
    private ParameterLayout layout;

    @BeforeEach
    void open() {
        compute = Compute.open(DeviceChoice.CPU, 1);
        layout = new ParameterLayout();
    }

    @AfterEach
    void close() {
        compute.close();
    }

    @Test
    void theGradientIsTheFiniteDifferenceQuotient() {
        Mlp mlp = mlp();
        ParameterVector theta = layout.build(compute, RandomStream.of(1, "test"));
        float[] x = gaussians(ROWS * INPUTS);
        double[] quotients = new double[theta.size()];
        float[] values = theta.toArray();
        double step = 1e-2;
        for (int i = 0; i < values.length; i++) {
            float value = values[i];
            values[i] = (float) (value + step);
            theta.set(values);
            quotients[i] = loss(mlp, theta, x);
            values[i] = (float) (value - step);
            theta.set(values);
            quotients[i] = (quotients[i] - loss(mlp, theta, x)) / (2 * step);
            values[i] = value;
        }
        theta.set(values);
        collect(mlp, theta, x);
        float[] gradient = theta.flat().getGradient().toFloatArray();
        for (int i = 0; i < gradient.length; i++) {
            assertThat((double) gradient[i]).as("parameter " + i).isCloseTo(quotients[i], within(5e-3));
        }
    }

    /** Most operations leave something for the gradient to read, in memory that somebody must hold. */
    @ParameterizedTest
    @EnumSource
    void gradientsDoNotDependOnWhenGarbageIsCollected(Activation activation) {
        Mlp mlp = mlp(activation);
        ParameterVector theta = layout.build(compute, RandomStream.of(9, "test"));
        float[] x = gaussians(ROWS * INPUTS);
        float[] calm = gradient(mlp, theta, x);
        List<float[]> pressed = CollectionPressure.on(() ->
                IntStream.range(0, 200).mapToObj(_ -> gradient(mlp, theta, x)).toList());
        assertThat(pressed).allSatisfy(gradient -> assertThat(gradient).containsExactly(calm));
    }

    private float[] gradient(Mlp mlp, ParameterVector theta, float[] x) {
        collect(mlp, theta, x);
        try (NDArray gradient = theta.flat().getGradient()) {
            float[] values = gradient.toFloatArray();
            gradient.subi(gradient);
            return values;
        }
    }

    @Test
    void aGradientThatIsNotFiniteIsNotFollowed() {
        Mlp mlp = mlp();
        ParameterVector theta = layout.build(compute, RandomStream.of(9, "test"));
        Adam adam = new Adam(compute, theta, 1e-8f);
        float[] x = gaussians(ROWS * INPUTS);
        x[0] = Float.NaN;
        float[] before = theta.toArray();
        collect(mlp, theta, x);
        assertThatThrownBy(() -> adam.step(0.01))
                .isInstanceOf(DivergedException.class)
                .hasMessage("gradient of norm NaN at update 1");
        assertThat(theta.toArray()).containsExactly(before);
        assertThat(adam.updates()).isZero();
    }

    @Test
    void adamStepsAsItsFormulaSays() {
        Mlp mlp = mlp();
        ParameterVector theta = layout.build(compute, RandomStream.of(2, "test"));
        Adam adam = new Adam(compute, theta, 1e-5f);
        float[] x = gaussians(ROWS * INPUTS);
        int size = theta.size();
        double[] m = new double[size];
        double[] v = new double[size];
        for (int t = 1; t <= 3; t++) {
            collect(mlp, theta, x);
            float[] g = theta.flat().getGradient().toFloatArray();
            float[] before = theta.toArray();
            double norm = norm(g);
            double scale = Math.min(1, 0.5 / (norm + 1e-6));
            assertThat(adam.step(0.01, 0.5)).isCloseTo(norm, within(1e-4));
            float[] after = theta.toArray();
            double alpha = 0.01 * Math.sqrt(1 - Math.pow(0.999, t)) / (1 - Math.pow(0.9, t));
            for (int i = 0; i < size; i++) {
                m[i] = 0.9 * m[i] + 0.1 * scale * g[i];
                v[i] = 0.999 * v[i] + 0.001 * scale * scale * g[i] * g[i];
                double expected = before[i] - alpha * m[i] / (Math.sqrt(v[i]) + 1e-5);
                assertThat((double) after[i]).isCloseTo(expected, within(2e-6));
            }
            assertThat(norm(theta.flat().getGradient().toFloatArray())).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFrozenNetworkAnswersAsTheTrainedOne(Activation activation) {
        Mlp mlp = mlp(activation);
        ParameterVector theta = layout.build(compute, RandomStream.of(3, "test"));
        TensorStore tensors = new TensorStore();
        theta.save("", tensors);
        FrozenMlp frozen = new FrozenMlp(tensors, "net", activation);
        float[] x = gaussians(ROWS * INPUTS);
        float[] expected = answers(mlp, theta, x);
        float[] row = new float[OUTPUTS];
        for (int i = 0; i < ROWS; i++) {
            frozen.forward(x, i * INPUTS, row);
            for (int j = 0; j < OUTPUTS; j++) {
                assertThat((double) row[j]).isCloseTo(expected[i * OUTPUTS + j], within(1e-5));
            }
        }
    }

    @Test
    void whatWasSavedGoesOnBitForBit() {
        Mlp mlp = mlp();
        ParameterVector theta = layout.build(compute, RandomStream.of(4, "test"));
        Adam adam = new Adam(compute, theta, 1e-8f);
        float[] x = gaussians(ROWS * INPUTS);
        train(mlp, theta, adam, x, 3);
        TensorStore tensors = new TensorStore();
        StateWriter rest = new StateWriter();
        theta.save("", tensors);
        adam.save("adam.", tensors, rest);
        train(mlp, theta, adam, x, 3);
        float[] uninterrupted = theta.toArray();

        ParameterVector other = layout.build(compute, RandomStream.of(5, "test"));
        Adam otherAdam = new Adam(compute, other, 1e-8f);
        other.load("", tensors);
        otherAdam.load("adam.", tensors, new StateReader(rest.toBytes()));
        train(mlp, other, otherAdam, x, 3);
        assertThat(other.toArray()).containsExactly(uninterrupted);
    }

    @Test
    void whatWasHandedOutFollowsWhenParametersAreOverwritten() {
        mlp();
        ParameterVector theta = layout.build(compute, RandomStream.of(8, "test"));
        ParameterVector target = theta.target(compute);
        try (NDManager scope = compute.scope()) {
            NDArray first = theta.constants(scope).getFirst();
            NDArray targetFirst = target.constants(scope).getFirst();
            float[] values = gaussians(theta.size());
            theta.set(values);
            target.moveTowards(theta, 1);
            float[] expected = Arrays.copyOf(values, Math.toIntExact(first.size()));
            assertThat(first.toFloatArray()).containsExactly(expected);
            assertThat(targetFirst.toFloatArray()).containsExactly(expected);
        }
    }

    @Test
    void aTargetMovesByItsShareAndTakesNoGradient() {
        Mlp mlp = mlp();
        ParameterVector theta = layout.build(compute, RandomStream.of(6, "test"));
        ParameterVector target = theta.target(compute);
        float[] begin = target.toArray();
        train(mlp, theta, new Adam(compute, theta, 1e-8f), gaussians(ROWS * INPUTS), 2);
        float[] moved = theta.toArray();
        target.moveTowards(theta, 0.25f);
        float[] after = target.toArray();
        for (int i = 0; i < after.length; i++) {
            assertThat((double) after[i]).isCloseTo(0.75 * begin[i] + 0.25 * moved[i], within(1e-6));
        }
        target.moveTowards(theta, 1);
        assertThat(target.toArray()).containsExactly(moved);
    }

    @Test
    void anUpdateLeavesNoTensorBehind() {
        Mlp mlp = mlp();
        ParameterVector theta = layout.build(compute, RandomStream.of(8, "test"));
        Adam adam = new Adam(compute, theta, 1e-8f);
        ParameterVector target = theta.target(compute);
        float[] x = gaussians(ROWS * INPUTS);
        train(mlp, theta, adam, x, 1);
        int before = compute.openTensors();
        for (int i = 0; i < 10; i++) {
            train(mlp, theta, adam, x, 1);
            target.moveTowards(theta, 0.5f);
            answers(mlp, theta, x);
        }
        assertThat(compute.openTensors()).isEqualTo(before);
    }

    @Test
    void orthogonalRowsOrColumnsAreOrthonormal() {
        for (int[] shape : new int[][] {{4, 7}, {7, 4}, {5, 5}}) {
            float[] values = new Initialiser.Orthogonal(2).values(shape, RandomStream.of(7, "test"));
            int shorter = Math.min(shape[0], shape[1]);
            for (int a = 0; a < shorter; a++) {
                for (int b = 0; b < shorter; b++) {
                    double dot = dot(values, shape, a, b);
                    assertThat(dot).isCloseTo(a == b ? 4 : 0, within(1e-5));
                }
            }
        }
    }

    @Test
    void theNormaliserKnowsMeanAndVarianceOfAllItSaw() {
        float[] all = gaussians(12);
        ObservationNormaliser normaliser = new ObservationNormaliser(1, true);
        normaliser.update(Arrays.copyOfRange(all, 0, 5), 5);
        normaliser.update(Arrays.copyOfRange(all, 5, 12), 7);
        double mean = mean(all);
        double variance = 0;
        for (float value : all) {
            variance += (value - mean) * (value - mean) / all.length;
        }
        float[] out = new float[12];
        normaliser.normalise(all, 12, out);
        for (int i = 0; i < 12; i++) {
            assertThat((double) out[i]).isCloseTo((all[i] - mean) / Math.sqrt(variance), within(1e-5));
        }
    }

    @Test
    void aGpuThatIsNotThereIsRefusedWithHelp() {
        assumeFalse(compute.device().isGpu());
        try (Compute auto = Compute.open(DeviceChoice.AUTO, 1)) {
            assumeFalse(auto.device().isGpu(), "there is a GPU here");
        }
        assertThatThrownBy(() -> Compute.open(DeviceChoice.GPU, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PYTORCH_LIBRARY_PATH");
    }

    private Mlp mlp() {
        return mlp(Activation.TANH);
    }

    private Mlp mlp(Activation activation) {
        return Mlp.orthogonal(layout, "net", INPUTS, List.of(4, 4), OUTPUTS, activation, 1);
    }

    private static float[] gaussians(int count) {
        RandomStream random = RandomStream.of(9, "data");
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private float[] answers(Mlp mlp, ParameterVector theta, float[] x) {
        try (NDManager scope = compute.scope()) {
            return mlp.forward(theta.views(scope), new HostTensor(INPUTS).fill(x, ROWS, scope))
                    .toFloatArray();
        }
    }

    private double loss(Mlp mlp, ParameterVector theta, float[] x) {
        double sum = 0;
        for (float y : answers(mlp, theta, x)) {
            sum += (y - 1) * (y - 1);
        }
        return sum / (ROWS * OUTPUTS);
    }

    private void collect(Mlp mlp, ParameterVector theta, float[] x) {
        try (NDManager scope = compute.scope();
                GradientCollector gradients = compute.gradients()) {
            NDArray y = mlp.forward(theta.views(scope), new HostTensor(INPUTS).fill(x, ROWS, scope));
            gradients.backward(y.sub(1).square().mean());
        }
    }

    private void train(Mlp mlp, ParameterVector theta, Adam adam, float[] x, int updates) {
        for (int i = 0; i < updates; i++) {
            collect(mlp, theta, x);
            adam.step(0.01);
        }
    }

    private static double norm(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum);
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Of rows a and b where there are fewer rows, of columns otherwise. */
    private static double dot(float[] values, int[] shape, int a, int b) {
        boolean wide = shape[0] <= shape[1];
        double sum = 0;
        for (int j = 0; j < Math.max(shape[0], shape[1]); j++) {
            double left = wide ? values[a * shape[1] + j] : values[j * shape[1] + a];
            double right = wide ? values[b * shape[1] + j] : values[j * shape[1] + b];
            sum += left * right;
        }
        return sum;
    }
}
