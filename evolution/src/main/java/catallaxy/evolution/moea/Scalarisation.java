package catallaxy.evolution.moea;

/** How a weight {@code λ} makes one number, of which less is better, of costs {@code f} above the ideal point {@code z}. */
public enum Scalarisation {
    /** {@code max_m λ_m (f_m − z_m)}; a weight of 0 counts as 10⁻⁶, so that what no weight asks for still breaks ties. */
    TCHEBYCHEFF {
        @Override
        double of(double[] costs, double[] weight, double[] ideal, double[] unit) {
            double most = 0;
            for (int m = 0; m < weight.length; m++) {
                most = Math.max(most, Math.max(weight[m], LEAST) * above(costs, m, ideal, unit));
            }
            return most;
        }
    },
    /** {@code Σ_m λ_m (f_m − z_m)}, which finds no member of a front where that is concave. */
    WEIGHTED_SUM {
        @Override
        double of(double[] costs, double[] weight, double[] ideal, double[] unit) {
            double sum = 0;
            for (int m = 0; m < weight.length; m++) {
                sum += weight[m] * above(costs, m, ideal, unit);
            }
            return sum;
        }
    },
    /** Penalised boundary intersection: {@code d_1 + 5 d_2}, the way along the weight and that away from it. */
    PBI {
        @Override
        double of(double[] costs, double[] weight, double[] ideal, double[] unit) {
            double along = 0;
            double length = 0;
            double squares = 0;
            for (int m = 0; m < weight.length; m++) {
                double above = above(costs, m, ideal, unit);
                along += weight[m] * above;
                length += weight[m] * weight[m];
                squares += above * above;
            }
            double d1 = along / Math.sqrt(length);
            return d1 + PENALTY * Math.sqrt(Math.max(0, squares - d1 * d1));
        }
    };

    private static final double LEAST = 1e-6;
    private static final double PENALTY = 5;

    /**
     * The number.
     *
     * @param costs  {@code [M]}
     * @param weight {@code [M]}
     * @param ideal  {@code [M]}
     * @param unit   {@code [M]}: what each cost is measured in
     */
    abstract double of(double[] costs, double[] weight, double[] ideal, double[] unit);

    private static double above(double[] costs, int m, double[] ideal, double[] unit) {
        return (costs[m] - ideal[m]) / unit[m];
    }
}
