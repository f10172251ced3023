package catallaxy.evolution.strategy;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.Arrays;

/** Variances alone, for many dimensions: Ros and Hansen 2008, https://doi.org/10.1007/978-3-540-87700-4_30. */
final class DiagonalCovariance implements CovarianceModel {
    private final double[] variances;
    private final double[] deviations;

    DiagonalCovariance(int n) {
        variances = new double[n];
        deviations = new double[n];
        Arrays.fill(variances, 1);
        Arrays.fill(deviations, 1);
    }

    @Override
    public void colour(double[] z, double[] into) {
        for (int i = 0; i < z.length; i++) {
            into[i] = deviations[i] * z[i];
        }
    }

    @Override
    public void whiten(double[] y, double[] into) {
        for (int i = 0; i < y.length; i++) {
            into[i] = y[i] / deviations[i];
        }
    }

    @Override
    public void decay(double keep, double rankOne, double[] p) {
        for (int i = 0; i < p.length; i++) {
            variances[i] = keep * variances[i] + rankOne * p[i] * p[i];
        }
    }

    @Override
    public void add(double weight, double[] y) {
        for (int i = 0; i < y.length; i++) {
            variances[i] += weight * y[i] * y[i];
        }
    }

    @Override
    public void refresh() {
        for (int i = 0; i < variances.length; i++) {
            deviations[i] = Math.sqrt(variances[i]);
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
        return variances[i];
    }

    @Override
    public void axis(long k, double[] into) {
        int i = (int) (k % into.length);
        Arrays.fill(into, 0);
        into[i] = deviations[i];
    }

    @Override
    public void save(StateWriter out) {
        out.doubles(variances);
    }

    @Override
    public void load(StateReader in) {
        System.arraycopy(in.doubles(), 0, variances, 0, variances.length);
        refresh();
    }
}
