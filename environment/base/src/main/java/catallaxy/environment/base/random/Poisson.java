package catallaxy.environment.base.random;

/**
 * Variates of the Poisson distribution: sequential inversion for small means, and for the others Hörmann 1993, "The
 * transformed rejection method for generating Poisson random variables", algorithm PTRS,
 * https://doi.org/10.1016/0167-6687(93)90997-4.
 */
final class Poisson {
    private static final double SMALL = 10;
    private static final double MAX_MEAN = 1e9;
    private static final double HALF_LOG_TWO_PI = 0.918_938_533_204_672_7;

    private Poisson() {}

    static int draw(RandomStream random, double mean) {
        if (!(mean >= 0 && mean <= MAX_MEAN)) {
            throw new IllegalArgumentException("mean: found " + mean + ", expected a number in [0, 1e9]");
        }
        return mean < SMALL ? invert(random.nextDouble(), mean) : reject(random, mean);
    }

    private static int invert(double uniform, double mean) {
        double probability = StrictMath.exp(-mean);
        double rest = uniform - probability;
        int k = 0;
        while (rest >= 0 && probability > 0) {
            k++;
            probability *= mean / k;
            rest -= probability;
        }
        return k;
    }

    private static int reject(RandomStream random, double mean) {
        double b = 0.931 + 2.53 * StrictMath.sqrt(mean);
        double a = -0.059 + 0.02483 * b;
        double squeeze = 0.9277 - 3.6224 / (b - 2);
        while (true) {
            double u = random.nextDouble() - 0.5;
            double v = random.nextDouble();
            double edge = 0.5 - StrictMath.abs(u);
            double k = StrictMath.floor((2 * a / edge + b) * u + mean + 0.43);
            boolean inside = edge >= 0.07 && v <= squeeze;
            if (inside || (k >= 0 && !(edge < 0.013 && v > edge) && under(k, mean, v, a / (edge * edge) + b, b))) {
                return (int) k;
            }
        }
    }

    /** The exact acceptance test, in logarithms. */
    private static boolean under(double k, double mean, double v, double slope, double b) {
        double hat = StrictMath.log(v * (1.1239 + 1.1328 / (b - 3.4)) / slope);
        return hat <= k * StrictMath.log(mean) - mean - logFactorial(k);
    }

    /** ln k! by Stirling's series from k = 10 on (error below 1e-11), by the product below. */
    static double logFactorial(double k) {
        if (k < 10) {
            double product = 1;
            for (int i = 2; i <= k; i++) {
                product *= i;
            }
            return StrictMath.log(product);
        }
        double square = 1 / (k * k);
        double series = (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - square / 1680) * square) * square) / k;
        return (k + 0.5) * StrictMath.log(k) - k + HALF_LOG_TWO_PI + series;
    }
}
