package catallaxy.agents.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import catallaxy.environment.base.random.RandomStream;
import org.junit.jupiter.api.Test;

class NoisyLinearTest {
    @Test
    void everyRowIsTheAffineMapOfItsOwnNoisyParameters() {
        try (Compute compute = Compute.open(DeviceChoice.CPU, 1);
                NDManager scope = compute.scope()) {
            ParameterLayout layout = new ParameterLayout();
            NoisyLinear layer = NoisyLinear.add(layout, "noisy", 2, 3, 0.5);
            ParameterVector theta = layout.build(compute, RandomStream.of(1, "noisy"));
            float[] x = {1, -2, 0.5f, 3};
            float[] in = {0.3f, -1, 2, 0.1f};
            float[] out = {1, 0, -0.7f, 0.2f, -2, 0.4f};
            NDList views = theta.views(scope);
            float[] y = layer.forward(views, tensor(x, 2, scope), tensor(in, 2, scope), tensor(out, 3, scope))
                    .toFloatArray();
            float[] quiet = layer.forward(views, tensor(x, 2, scope)).toFloatArray();
            float[] values = theta.toArray();
            for (int b = 0; b < 2; b++) {
                for (int i = 0; i < 3; i++) {
                    double mean = values[6 + i];
                    double noisy = values[6 + i] + values[15 + i] * out[b * 3 + i];
                    for (int j = 0; j < 2; j++) {
                        double noise = in[b * 2 + j] * out[b * 3 + i];
                        mean += values[i * 2 + j] * x[b * 2 + j];
                        noisy += (values[i * 2 + j] + values[9 + i * 2 + j] * noise) * x[b * 2 + j];
                    }
                    assertThat((double) quiet[b * 3 + i]).isCloseTo(mean, within(1e-5));
                    assertThat((double) y[b * 3 + i]).isCloseTo(noisy, within(1e-5));
                }
            }
            assertThat((double) values[9]).isCloseTo(0.5 / Math.sqrt(2), within(1e-6));
        }
    }

    private static NDArray tensor(float[] values, int width, NDManager scope) {
        return new HostTensor(width).fill(values, values.length / width, scope);
    }
}
