package catallaxy.evolution.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SymmetricEigenTest {
    private static double[] drawn(int n, int rank, long seed) {
        RandomStream random = RandomStream.of(seed, "matrix");
        double[] matrix = new double[n * n];
        for (int r = 0; r < rank; r++) {
            double[] v = new double[n];
            Arrays.setAll(v, _ -> random.nextGaussian());
            double weight = StrictMath.pow(10, 6.0 * r / Math.max(1, rank)) * (random.nextDouble() < 0.3 ? -1 : 1);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    matrix[i * n + j] += weight * v[i] * v[j];
                }
            }
        }
        return matrix;
    }

    private static double norm(double[] matrix) {
        return Math.sqrt(Arrays.stream(matrix).map(x -> x * x).sum());
    }

    /** {@code A v = λ v} for each, and the vectors are orthonormal. */
    private static void assertDecomposed(double[] matrix, int n) {
        SymmetricEigen eigen = new SymmetricEigen(n);
        assertThat(eigen.decompose(matrix)).isTrue();
        double error = 1e-14 * n * (norm(matrix) + 1e-300);
        for (int k = 0; k < n; k++) {
            double[] v = Arrays.copyOfRange(eigen.vectors(), k * n, k * n + n);
            for (int i = 0; i < n; i++) {
                double image = 0;
                for (int j = 0; j < n; j++) {
                    image += matrix[i * n + j] * v[j];
                }
                assertThat(image).isCloseTo(eigen.values()[k] * v[i], within(error));
            }
            for (int l = 0; l < n; l++) {
                double inner = 0;
                for (int i = 0; i < n; i++) {
                    inner += v[i] * eigen.vectors()[l * n + i];
                }
                assertThat(inner).isCloseTo(l == k ? 1 : 0, within(1e-13));
            }
        }
    }

    @Test
    void vectorsAreOrthonormalAndKeepTheirDirection() {
        for (int n = 1; n <= 25; n++) {
            for (long seed = 1; seed <= 4; seed++) {
                assertDecomposed(drawn(n, n, seed), n);
            }
        }
    }

    @Test
    void deficientDiagonalAndEqualOnes() {
        assertDecomposed(drawn(12, 3, 1), 12);
        assertDecomposed(new double[36], 6);
        double[] diagonal = new double[49];
        for (int i = 0; i < 7; i++) {
            diagonal[i * 8] = i % 3;
        }
        assertDecomposed(diagonal, 7);
    }

    @Test
    void onlyTheLowerTriangleIsRead() {
        double[] matrix = {2, Double.NaN, 1, 2};
        SymmetricEigen eigen = new SymmetricEigen(2);
        assertThat(eigen.decompose(matrix)).isTrue();
        double[] values = eigen.values().clone();
        Arrays.sort(values);
        assertThat(values[0]).isCloseTo(1, within(1e-15));
        assertThat(values[1]).isCloseTo(3, within(1e-15));
    }

    @Test
    void numbersThatAreNoneAreTold() {
        assertThat(new SymmetricEigen(3).decompose(new double[] {1, 0, 0, Double.NaN, 1, 0, 0, 0, 1}))
                .isFalse();
        assertThat(new SymmetricEigen(1).decompose(new double[] {Double.POSITIVE_INFINITY}))
                .isFalse();
    }
}
