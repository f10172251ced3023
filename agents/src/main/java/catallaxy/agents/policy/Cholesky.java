package catallaxy.agents.policy;

/** Cholesky's factorisation of a small symmetric positive definite matrix, and systems solved by it. */
public final class Cholesky {
    private Cholesky() {}

    /**
     * The x with {@code matrix · x = right}.
     *
     * @param matrix {@code [N][N]}, symmetric
     * @return {@code [N]}, or an empty array if the matrix is not positive definite
     */
    public static double[] solve(double[][] matrix, double[] right) {
        double[][] lower = lower(matrix);
        if (lower.length == 0) {
            return new double[0];
        }
        return backward(lower, forward(lower, right));
    }

    /**
     * The lower triangular L with {@code L Lᵀ = matrix}.
     *
     * @param matrix {@code [N][N]}, symmetric
     * @return {@code [N][N]}, or an empty array if the matrix is not positive definite
     */
    public static double[][] lower(double[][] matrix) {
        int n = matrix.length;
        double[][] lower = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = matrix[i][j] - dot(lower[i], lower[j], j);
                if (i == j && !(rest > 0)) {
                    return new double[0][];
                }
                lower[i][j] = i == j ? StrictMath.sqrt(rest) : rest / lower[j][j];
            }
        }
        return lower;
    }

    private static double[] forward(double[][] lower, double[] right) {
        double[] y = new double[right.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = (right[i] - dot(lower[i], y, i)) / lower[i][i];
        }
        return y;
    }

    private static double[] backward(double[][] lower, double[] y) {
        double[] x = y.clone();
        for (int i = x.length - 1; i >= 0; i--) {
            for (int j = i + 1; j < x.length; j++) {
                x[i] -= lower[j][i] * x[j];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }

    private static double dot(double[] a, double[] b, int terms) {
        double sum = 0;
        for (int i = 0; i < terms; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
