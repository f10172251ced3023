package catallaxy.evolution.strategy;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.Arrays;

/**
 * A whole matrix with its decomposition {@code C = B D² Bᵀ}, which is made anew only after so many updates that the cost of it is a
 * small part: Hansen 2016, https://arxiv.org/abs/1604.00772, section B.2. What is drawn until then is drawn with the old one.
 */
final class FullCovariance implements CovarianceModel {
    private final int n;
    /** Updates between two decompositions. */
    private final double lag;
    /** {@code [n, n]}; the lower triangle counts. */
    private final double[] matrix;

    private final double[] work;
    private final SymmetricEigen eigen;
    /** {@code [n]}: D. */
    private final double[] deviations;
    /** {@code [n, n]}: rows are the columns of B. */
    private final double[] axes;

    private int stale;

    /** @param rate {@code c_1 + c_μ} */
    FullCovariance(int n, double rate) {
        this.n = n;
        lag = 1 / (rate * n * 10);
        matrix = new double[n * n];
        axes = new double[n * n];
        work = new double[n];
        deviations = new double[n];
        eigen = new SymmetricEigen(n);
        for (int i = 0; i < n; i++) {
            matrix[i * n + i] = 1;
            axes[i * n + i] = 1;
            deviations[i] = 1;
        }
    }

    @Override
    public void colour(double[] z, double[] into) {
        Arrays.fill(into, 0);
        for (int k = 0; k < n; k++) {
            double along = deviations[k] * z[k];
            for (int i = 0; i < n; i++) {
                into[i] += along * axes[k * n + i];
            }
        }
    }

    @Override
    public void whiten(double[] y, double[] into) {
        for (int k = 0; k < n; k++) {
            double along = 0;
            for (int i = 0; i < n; i++) {
                along += axes[k * n + i] * y[i];
            }
            work[k] = along / deviations[k];
        }
        Arrays.fill(into, 0);
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < n; i++) {
                into[i] += work[k] * axes[k * n + i];
            }
        }
    }

    @Override
    public void decay(double keep, double rankOne, double[] p) {
        for (int i = 0; i < n; i++) {
            double row = rankOne * p[i];
            for (int j = 0; j <= i; j++) {
                matrix[i * n + j] = keep * matrix[i * n + j] + row * p[j];
            }
        }
        stale++;
    }

    @Override
    public void add(double weight, double[] y) {
        for (int i = 0; i < n; i++) {
            double row = weight * y[i];
            for (int j = 0; j <= i; j++) {
                matrix[i * n + j] += row * y[j];
            }
        }
    }

    /** Where the matrix is no longer positive definite by rounding, the last decomposition stays. */
    @Override
    public void refresh() {
        if (stale > lag) {
            stale = 0;
            if (eigen.decompose(matrix) && Arrays.stream(eigen.values()).min().orElseThrow() > 0) {
                System.arraycopy(eigen.vectors(), 0, axes, 0, axes.length);
                Arrays.setAll(deviations, k -> Math.sqrt(eigen.values()[k]));
            }
        }
    }

    @Override
    public double longest() {
        return Arrays.stream(deviations).max().orElseThrow();
    }

    @Override
    public double shortest() {
        return Arrays.stream(deviations).min().orElseThrow();
    }

    @Override
    public double variance(int i) {
        return matrix[i * n + i];
    }

    @Override
    public void axis(long k, double[] into) {
        int axis = (int) (k % n);
        for (int i = 0; i < n; i++) {
            into[i] = deviations[axis] * axes[axis * n + i];
        }
    }

    @Override
    public void save(StateWriter out) {
        out.doubles(matrix).doubles(axes).doubles(deviations).int32(stale);
    }

    @Override
    public void load(StateReader in) {
        System.arraycopy(in.doubles(), 0, matrix, 0, matrix.length);
        System.arraycopy(in.doubles(), 0, axes, 0, axes.length);
        System.arraycopy(in.doubles(), 0, deviations, 0, deviations.length);
        stale = in.int32();
    }
}
