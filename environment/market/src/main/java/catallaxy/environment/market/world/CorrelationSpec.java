package catallaxy.environment.market.world;

import catallaxy.environment.base.check.Checks;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The correlation matrix of the Brownian motions of a world's simulated assets, in the order of its assets.
 * Symmetric to 1e-12, with a unit diagonal, positive semi-definite to 1e-9.
 *
 * @param rows {@code [N][N]}
 */
public record CorrelationSpec(List<List<Double>> rows) {
    private static final double SYMMETRY_TOLERANCE = 1e-12;
    private static final double PIVOT_TOLERANCE = 1e-9;

    public CorrelationSpec {
        rows = rows.stream().map(List::copyOf).toList();
        for (int i = 0; i < rows.size(); i++) {
            requireRow(rows, i);
        }
        cholesky(rows);
    }

    /** {@code size} independent assets. */
    public static CorrelationSpec identity(int size) {
        return new CorrelationSpec(IntStream.range(0, size)
                .mapToObj(i -> IntStream.range(0, size)
                        .mapToObj(j -> i == j ? 1.0 : 0.0)
                        .toList())
                .toList());
    }

    /** The number of assets. */
    public int size() {
        return rows.size();
    }

    /** The lower triangular L with {@code L Lᵀ} = this matrix, {@code [N * N]} by rows. */
    double[] cholesky() {
        return cholesky(rows);
    }

    private static void requireRow(List<List<Double>> rows, int i) {
        List<Double> row = rows.get(i);
        String field = "correlation[" + i + "]";
        Checks.that(row.size() == rows.size(), field, "as many columns as rows, " + rows.size(), row.size());
        for (int j = 0; j < row.size(); j++) {
            Checks.inRange(field + "[" + j + "]", row.get(j), -1.0, 1.0);
        }
        Checks.that(row.get(i) == 1, field + "[" + i + "]", "1 on the diagonal", row.get(i));
        requireSymmetry(rows, i);
    }

    private static void requireSymmetry(List<List<Double>> rows, int i) {
        for (int j = 0; j < i; j++) {
            double above = rows.get(j).get(i);
            double below = rows.get(i).get(j);
            boolean symmetric = StrictMath.abs(above - below) <= SYMMETRY_TOLERANCE;
            Checks.that(symmetric, "correlation[" + i + "][" + j + "]", "its mirror image " + above, below);
        }
    }

    private static double[] cholesky(List<List<Double>> rows) {
        int n = rows.size();
        double[] factor = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = rows.get(i).get(j) - dot(factor, i * n, j * n, j);
                factor[i * n + j] = i == j ? pivot(i, rest) : quotient(i, rest, factor[j * n + j]);
            }
        }
        return factor;
    }

    private static double dot(double[] factor, int left, int right, int count) {
        double sum = 0;
        for (int k = 0; k < count; k++) {
            sum += factor[left + k] * factor[right + k];
        }
        return sum;
    }

    private static double pivot(int i, double rest) {
        requireSemiDefinite(rest >= -PIVOT_TOLERANCE, i);
        return rest < PIVOT_TOLERANCE ? 0 : StrictMath.sqrt(rest);
    }

    private static double quotient(int i, double rest, double pivot) {
        requireSemiDefinite(pivot > 0 || StrictMath.abs(rest) <= StrictMath.sqrt(PIVOT_TOLERANCE), i);
        return pivot > 0 ? rest / pivot : 0;
    }

    private static void requireSemiDefinite(boolean holds, int i) {
        Checks.that(holds, "correlation", "a positive semi-definite matrix", "one that is not, from row " + i + " on");
    }
}
