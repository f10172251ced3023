package catallaxy.evolution.strategy;

import java.util.Arrays;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix, by an algorithm of two parts: Householder's reduction to a tridiagonal matrix, and
 * implicit QL steps on it (Golub and Van Loan 2013, "Matrix Computations", sections 8.3.1 and 8.3.3; Bowdler, Martin, Reinsch and
 * Wilkinson 1968, https://doi.org/10.1007/BF02219771). Buffers are kept between calls. Owned by one thread.
 */
final class SymmetricEigen {
    private static final int MOST_STEPS = 60;

    private final int n;
    /** {@code [n, n]}: rows are eigenvectors, once {@link #decompose} is over. */
    private final double[] rows;

    private final double[] values;
    private final double[] side;
    private final double[] work;

    SymmetricEigen(int n) {
        this.n = n;
        rows = new double[n * n];
        values = new double[n];
        side = new double[n];
        work = new double[n];
    }

    /** {@code [n]}, in no order. */
    double[] values() {
        return values;
    }

    /** {@code [n, n]}: row {@code k} is the eigenvector of value {@code k}, of length 1. */
    double[] vectors() {
        return rows;
    }

    /**
     * Decomposes a matrix.
     *
     * @param matrix {@code [n, n]}; the lower triangle is read
     * @return whether it worked: not where a number in it is not finite
     */
    boolean decompose(double[] matrix) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                rows[i * n + j] = matrix[i * n + j];
                rows[j * n + i] = matrix[i * n + j];
            }
        }
        tridiagonalise();
        return diagonalise();
    }

    /**
     * Reflects column after column until all but the diagonal, {@code values}, and the line below it, {@code side}, is zero. The
     * reflections {@code I − 2 v vᵀ} are multiplied up in {@code rows} afterwards, from the last to the first.
     */
    private void tridiagonalise() {
        for (int k = 0; k < n - 2; k++) {
            side[k] = reflect(k);
            values[k] = rows[k * n + k];
        }
        for (int k = Math.max(0, n - 2); k < n; k++) {
            values[k] = rows[k * n + k];
            side[k] = k == n - 2 ? rows[(k + 1) * n + k] : 0;
        }
        accumulate();
    }

    /** One reflection; its {@code v} is left in row {@code k}, right of the diagonal. Returns what is left below the diagonal. */
    private double reflect(int k) {
        double norm = 0;
        for (int i = k + 1; i < n; i++) {
            norm += rows[k * n + i] * rows[k * n + i];
        }
        double first = rows[k * n + k + 1];
        double length = Math.sqrt(norm);
        double left = first > 0 ? -length : length;
        rows[k * n + k + 1] = first - left;
        double scale = Math.sqrt(norm - first * left) * Math.sqrt(2);
        if (!(scale > 0)) {
            Arrays.fill(rows, k * n + k + 1, k * n + n, 0);
            return left;
        }
        for (int i = k + 1; i < n; i++) {
            rows[k * n + i] /= scale;
        }
        reflectRest(k);
        return left;
    }

    /** {@code A ← A − 2 v qᵀ − 2 q vᵀ} with {@code p = A v} and {@code q = p − (vᵀp) v}, right of and below {@code k}. */
    private void reflectRest(int k) {
        int v = k * n;
        double inner = 0;
        for (int i = k + 1; i < n; i++) {
            double sum = 0;
            for (int j = k + 1; j < n; j++) {
                sum += rows[i * n + j] * rows[v + j];
            }
            work[i] = sum;
            inner += sum * rows[v + i];
        }
        for (int i = k + 1; i < n; i++) {
            work[i] -= inner * rows[v + i];
        }
        for (int i = k + 1; i < n; i++) {
            double mine = 2 * rows[v + i];
            double other = 2 * work[i];
            for (int j = k + 1; j < n; j++) {
                rows[i * n + j] -= mine * work[j] + other * rows[v + j];
            }
        }
    }

    /** The product of all reflections, transposed, takes the place of the matrix. */
    private void accumulate() {
        for (int k = n - 1; k >= 0; k--) {
            System.arraycopy(rows, k * n, work, 0, n);
            Arrays.fill(rows, k * n, k * n + n, 0);
            for (int i = k + 1; i < n; i++) {
                rows[i * n + k] = 0;
            }
            rows[k * n + k] = 1;
            if (k < n - 2) {
                for (int i = k + 1; i < n; i++) {
                    double inner = 0;
                    for (int j = k + 1; j < n; j++) {
                        inner += rows[i * n + j] * work[j];
                    }
                    for (int j = k + 1; j < n; j++) {
                        rows[i * n + j] -= 2 * inner * work[j];
                    }
                }
            }
        }
    }

    private boolean diagonalise() {
        for (int l = 0; l < n; l++) {
            int m = split(l);
            for (int steps = 0; m > l; steps++) {
                if (steps == MOST_STEPS || !Double.isFinite(values[l])) {
                    return false;
                }
                step(l, m);
                m = split(l);
            }
        }
        return Double.isFinite(values[n - 1]);
    }

    /** The last of the rows from {@code l} on that still hang together. */
    private int split(int l) {
        int m = l;
        while (m < n - 1) {
            double both = Math.abs(values[m]) + Math.abs(values[m + 1]);
            if (Math.abs(side[m]) <= Math.ulp(1.0) * both) {
                return m;
            }
            m++;
        }
        return m;
    }

    /** One implicit QL step with Wilkinson's shift on the rows {@code l … m}: a bulge is chased upwards by plane rotations. */
    private void step(int l, int m) {
        double half = (values[l + 1] - values[l]) / (2 * side[l]);
        double root = StrictMath.hypot(half, 1);
        double g = values[m] - values[l] + side[l] / (half + Math.copySign(root, half));
        double sin = 1;
        double cos = 1;
        double shift = 0;
        for (int i = m - 1; i >= l; i--) {
            double f = sin * side[i];
            double b = cos * side[i];
            double length = StrictMath.hypot(f, g);
            side[i + 1] = length;
            if (length == 0) {
                values[i + 1] -= shift;
                side[m] = 0;
                return;
            }
            sin = f / length;
            cos = g / length;
            double next = values[i + 1] - shift;
            double turned = (values[i] - next) * sin + 2 * cos * b;
            shift = sin * turned;
            values[i + 1] = next + shift;
            g = cos * turned - b;
            rotate(i, sin, cos);
        }
        values[l] -= shift;
        side[l] = g;
        side[m] = 0;
    }

    private void rotate(int i, double sin, double cos) {
        int one = i * n;
        int two = one + n;
        for (int k = 0; k < n; k++) {
            double x = rows[one + k];
            double y = rows[two + k];
            rows[two + k] = sin * x + cos * y;
            rows[one + k] = cos * x - sin * y;
        }
    }
}
