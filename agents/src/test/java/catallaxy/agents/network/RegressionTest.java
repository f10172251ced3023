package catallaxy.agents.network;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.random.RandomStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegressionTest {
    private static final int ROWS = 256;

    @Test
    void fitsASineAndNothingWithoutSteps() {
        RandomStream random = RandomStream.of(1, "examples");
        float[] x = new float[ROWS];
        float[] y = new float[ROWS];
        for (int i = 0; i < ROWS; i++) {
            x[i] = (float) (6 * random.nextDouble() - 3);
            y[i] = (float) Math.sin(x[i]);
        }
        try (Compute compute = Compute.open(DeviceChoice.CPU, 1);
                Regression regression = new Regression(
                        compute,
                        layout -> Mlp.orthogonal(layout, "net", 1, List.of(32, 32), 1, Activation.TANH, 1),
                        RandomStream.of(2, "parameters"))) {
            assertThat(error(regression, x, y)).isGreaterThan(0.1);
            for (int i = 0; i < 500; i++) {
                regression.fit(x, y, ROWS, 5e-3);
            }
            assertThat(error(regression, x, y)).isLessThan(0.01);
        }
    }

    private static double error(Regression regression, float[] x, float[] y) {
        float[] answers = regression.predict(x, ROWS);
        double sum = 0;
        for (int i = 0; i < ROWS; i++) {
            sum += (answers[i] - y[i]) * (answers[i] - y[i]);
        }
        return sum / ROWS;
    }
}
