package catallaxy.evolution.function;

import catallaxy.evolution.fitness.VectorBox;
import java.util.Arrays;

/**
 * Functions that searches are measured by, each with least value 0, in the cube [−5, 5]ⁿ of Hansen, Finck, Ros and Auger 2009, "Real-parameter
 * black-box optimization benchmarking", https://hal.inria.fr/inria-00362633.
 */
public enum TestFunction {
    /** {@code Σ x_i²}, from 3 with a deviation of 2. */
    SPHERE(3, 2) {
        @Override
        public double of(double[] x) {
            double sum = 0;
            for (double each : x) {
                sum += each * each;
            }
            return sum;
        }
    },
    /** {@code Σ 10^{6 (i − 1)/(n − 1)} x_i²}: its condition is 10⁶; from 3 with a deviation of 2. */
    ELLIPSOID(3, 2) {
        @Override
        public double of(double[] x) {
            double factor = x.length == 1 ? 1 : StrictMath.pow(1e6, 1 / (x.length - 1.0));
            double weight = 1;
            double sum = 0;
            for (double each : x) {
                sum += weight * each * each;
                weight *= factor;
            }
            return sum;
        }
    },
    /** {@code Σ 100 (x_{i+1} − x_i²)² + (1 − x_i)²}: Rosenbrock 1960, from 0 with a deviation of 1/2. */
    ROSENBROCK(0, 0.5) {
        @Override
        public double of(double[] x) {
            double sum = 0;
            for (int i = 0; i + 1 < x.length; i++) {
                double bent = x[i + 1] - x[i] * x[i];
                double missing = 1 - x[i];
                sum += 100 * bent * bent + missing * missing;
            }
            return sum;
        }
    },
    /** {@code Σ x_i² + 10 (1 − cos 2π x_i)}: Rastrigin 1974, with 11ⁿ local minima in the cube; from 3 with a deviation of 2. */
    RASTRIGIN(3, 2) {
        @Override
        public double of(double[] x) {
            double sum = 0;
            for (double each : x) {
                sum += each * each + 10 * (1 - StrictMath.cos(2 * Math.PI * each));
            }
            return sum;
        }
    };

    private static final double SIDE = 5;

    private final double start;
    private final double scale;

    TestFunction(double start, double scale) {
        this.start = start;
        this.scale = scale;
    }

    /** Its value. */
    public abstract double of(double[] x);

    /** Where it is searched, and where a search begins. */
    public VectorBox box(int dimensions) {
        return new VectorBox(
                filled(dimensions, -SIDE),
                filled(dimensions, SIDE),
                filled(dimensions, start),
                filled(dimensions, scale));
    }

    private static double[] filled(int n, double value) {
        double[] all = new double[n];
        Arrays.fill(all, value);
        return all;
    }
}
