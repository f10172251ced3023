package catallaxy.environment.base.random;

/** Counts in cells, and how far they are from expectation. */
final class Goodness {
    private static final double SMALLEST_EXPECTED = 10;

    private final long[] observed;
    private long total;

    Goodness(int cells) {
        observed = new long[cells];
    }

    void count(int cell) {
        observed[cell]++;
        total++;
    }

    /** Against equal probabilities. */
    double chiSquareSigmas() {
        double[] equal = new double[observed.length];
        java.util.Arrays.fill(equal, 1.0 / observed.length);
        return chiSquareSigmas(equal);
    }

    /** Pearson's statistic as standard normal deviations (Wilson–Hilferty); thin neighbouring cells are pooled. */
    double chiSquareSigmas(double[] probability) {
        double statistic = 0;
        double expected = 0;
        double seen = 0;
        int cells = 0;
        for (int i = 0; i < observed.length; i++) {
            expected += probability[i] * total;
            seen += observed[i];
            if (expected >= SMALLEST_EXPECTED) {
                statistic += (seen - expected) * (seen - expected) / expected;
                expected = 0;
                seen = 0;
                cells++;
            }
        }
        return sigmas(statistic, cells - 1);
    }

    private static double sigmas(double statistic, int degrees) {
        if (degrees <= 0) {
            return 0;
        }
        double variance = 2.0 / (9 * degrees);
        return (Math.cbrt(statistic / degrees) - (1 - variance)) / Math.sqrt(variance);
    }
}
