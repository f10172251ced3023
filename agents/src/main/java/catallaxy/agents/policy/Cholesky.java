package catallaxy.agents.policy;

/** Solution of a small symmetric positive definite linear system by Cholesky's factorisation. */
final class Cholesky {
    private Cholesky() {}

    /**
     * The x with {@code matrix · x = right}.
     *
     * @param matrix {@code [N][N]}, symmetric
     * @return {@code [N]}, or an empty array if the matrix is not positive definite
     */
    static double[] solve(double[][] matrix, double[] right) {
        int n = right.length;
        double[][] lower = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = matrix[i][j] - dot(lower[i], lower[j], j);
                if (i == j && !(rest > 0)) {
                    return new double[0];
                }
                lower[i][j] = i == j ? StrictMath.sqrt(rest) : rest / lower[j][j];
            }
        }
        return backward(lower, forward(lower, right));
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
