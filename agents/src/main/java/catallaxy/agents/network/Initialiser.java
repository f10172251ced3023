package catallaxy.agents.network;

import catallaxy.environment.base.random.RandomStream;
import java.util.Arrays;

/** How the values of one tensor begin. */
public sealed interface Initialiser {
    /**
     * First values, row-major.
     *
     * @param shape  {@code [outputs, inputs]} for weights, {@code [outputs]} for biases
     * @param random one or more words are drawn for each value
     */
    float[] values(int[] shape, RandomStream random);

    /** Every value the same. */
    record Constant(float value) implements Initialiser {
        @Override
        public float[] values(int[] shape, RandomStream random) {
            float[] values = new float[size(shape)];
            Arrays.fill(values, value);
            return values;
        }
    }

    /** Uniform in [−bound, bound]. */
    record Uniform(float bound) implements Initialiser {
        /** PyTorch's default for a linear layer's weights and biases: bound = 1/√inputs. */
        public static Uniform ofInputs(int inputs) {
            return new Uniform((float) (1 / Math.sqrt(inputs)));
        }

        @Override
        public float[] values(int[] shape, RandomStream random) {
            float[] values = new float[size(shape)];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (bound * (2 * random.nextDouble() - 1));
            }
            return values;
        }
    }

    /**
     * A random orthogonal matrix times {@code gain}: the shorter side's vectors are orthonormal.
     * Saxe, McClelland and Ganguli 2014, https://arxiv.org/abs/1312.6120.
     */
    record Orthogonal(double gain) implements Initialiser {
        @Override
        public float[] values(int[] shape, RandomStream random) {
            int rows = shape[0];
            int columns = size(shape) / rows;
            boolean wide = rows <= columns;
            double[][] basis = orthonormal(Math.min(rows, columns), Math.max(rows, columns), random);
            float[] values = new float[rows * columns];
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    values[i * columns + j] = (float) (gain * (wide ? basis[i][j] : basis[j][i]));
                }
            }
            return values;
        }

        /** {@code count} orthonormal vectors by modified Gram–Schmidt of Gaussian ones, twice for accuracy. */
        private static double[][] orthonormal(int count, int length, RandomStream random) {
            double[][] vectors = new double[count][length];
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < length; j++) {
                    vectors[i][j] = random.nextGaussian();
                }
                for (int pass = 0; pass < 2; pass++) {
                    for (int k = 0; k < i; k++) {
                        project(vectors[i], vectors[k]);
                    }
                    normalise(vectors[i]);
                }
            }
            return vectors;
        }

        private static void project(double[] vector, double[] unit) {
            double dot = dot(vector, unit);
            for (int j = 0; j < vector.length; j++) {
                vector[j] -= dot * unit[j];
            }
        }

        private static void normalise(double[] vector) {
            double norm = Math.sqrt(dot(vector, vector));
            for (int j = 0; j < vector.length; j++) {
                vector[j] /= norm;
            }
        }

        private static double dot(double[] a, double[] b) {
            double sum = 0;
            for (int j = 0; j < a.length; j++) {
                sum += a[j] * b[j];
            }
            return sum;
        }
    }

    private static int size(int[] shape) {
        int size = 1;
        for (int length : shape) {
            size *= length;
        }
        return size;
    }
}
