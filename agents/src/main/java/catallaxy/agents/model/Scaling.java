package catallaxy.agents.model;

import java.util.List;

/**
 * The means and standard deviations by which numbers are brought to mean 0 and deviation 1 before a fit. What does not vary stays
 * at 0.
 *
 * @param means      {@code [F]}
 * @param deviations {@code [F]}, 0 where a feature does not vary
 */
@SuppressWarnings("ArrayRecordComponent")
record Scaling(double[] means, double[] deviations) {
    private static final double CONSTANT = 1e-12;

    /** Of rows of the same length, at least one. */
    static Scaling of(List<double[]> rows) {
        int size = rows.getFirst().length;
        double[] means = new double[size];
        double[] deviations = new double[size];
        for (double[] row : rows) {
            for (int i = 0; i < size; i++) {
                means[i] += row[i] / rows.size();
            }
        }
        for (double[] row : rows) {
            for (int i = 0; i < size; i++) {
                deviations[i] += (row[i] - means[i]) * (row[i] - means[i]) / rows.size();
            }
        }
        for (int i = 0; i < size; i++) {
            double deviation = StrictMath.sqrt(deviations[i]);
            deviations[i] = deviation > CONSTANT * Math.abs(means[i]) ? deviation : 0;
        }
        return new Scaling(means, deviations);
    }

    double[] scaled(double... row) {
        double[] scaled = new double[row.length];
        for (int i = 0; i < row.length; i++) {
            scaled[i] = deviations[i] > 0 ? (row[i] - means[i]) / deviations[i] : 0;
        }
        return scaled;
    }
}
