package catallaxy.agents.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import org.junit.jupiter.api.Test;

class ReturnSupportTest {
    private static final ReturnSupport SUPPORT = new ReturnSupport(-3, 5, 17);

    @Test
    void theProjectionIsThatOfThePapersFormula() {
        RandomStream random = RandomStream.of(1, "support");
        float[] out = new float[20];
        for (int round = 0; round < 200; round++) {
            float[] p = distribution(random);
            double reward = 3 * random.nextGaussian();
            double discount = round % 3 == 0 ? 0 : random.nextDouble();
            SUPPORT.project(p, 2, reward, discount, out, 3);
            double total = 0;
            for (int j = 0; j < 17; j++) {
                double m = 0;
                for (int i = 0; i < 17; i++) {
                    double z = Math.clamp(reward + discount * (-3 + 0.5 * i), -3, 5);
                    m += p[2 + i] * Math.max(0, 1 - Math.abs(z - (-3 + 0.5 * j)) / 0.5);
                }
                assertThat((double) out[3 + j]).isCloseTo(m, within(1e-6));
                total += out[3 + j];
            }
            assertThat(total).isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void theMeanMovesAsTheReturnDoes() {
        float[] p = distribution(RandomStream.of(2, "support"));
        float[] out = new float[17];
        SUPPORT.project(p, 2, 0.3, 0.4, out, 0);
        assertThat(SUPPORT.mean(out, 0)).isCloseTo(0.3 + 0.4 * SUPPORT.mean(p, 2), within(1e-5));
    }

    private static float[] distribution(RandomStream random) {
        float[] p = new float[19];
        double sum = 0;
        for (int i = 2; i < 19; i++) {
            p[i] = (float) random.nextExponential();
            sum += p[i];
        }
        for (int i = 2; i < 19; i++) {
            p[i] = (float) (p[i] / sum);
        }
        return p;
    }
}
