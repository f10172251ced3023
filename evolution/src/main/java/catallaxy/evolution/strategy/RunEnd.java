package catallaxy.evolution.strategy;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.Arrays;
import java.util.List;

/**
 * When a run has come to its end: the criteria of Hansen 2016, https://arxiv.org/abs/1604.00772, section B.3, with its numbers.
 *
 * <ul>
 *   <li>NoEffectAxis, NoEffectCoord: steps no longer change the mean;
 *   <li>ConditionCov: the condition of C exceeds 10¹⁴;
 *   <li>TolFun: the best costs of the last 10 + ⌈30 n / λ⌉ generations, and all of the last one, lie within 10⁻¹²;
 *   <li>TolX: all deviations and the path, times σ, are below 10⁻¹² of the first σ;
 *   <li>TolUpSigma: the longest axis is 10⁴ times the first σ;
 *   <li>Stagnation: over at least 120 + 30 n / λ generations and the last fifth of all, the medians of best and median costs of the last
 *       three tenths are no better than those of the first three tenths.
 * </ul>
 */
final class RunEnd {
    private static final double TOL_FUN = 1e-12;
    private static final double TOL_X = 1e-12;
    private static final double TOL_UP = 1e4;
    private static final double CONDITION = 1e14;

    private final double sigma;
    private final int window;
    private final int patience;
    private double[] best = new double[64];
    private double[] median = new double[64];
    private int size;

    RunEnd(int n, int population, double sigma) {
        this.sigma = sigma;
        window = 10 + (30 * n + population - 1) / population;
        patience = 120 + 30 * n / population;
    }

    /**
     * Whether the run is over after this generation.
     *
     * @param costs of its valid vectors, ascending, at least one
     */
    boolean reached(CovarianceAdaptation run, List<Double> costs) {
        remember(costs.getFirst(), costs.get(costs.size() / 2));
        return flat(costs)
                || stagnant()
                || run.withinEverywhere(TOL_X * sigma)
                || run.longest() > TOL_UP * sigma
                || !(run.condition() < CONDITION)
                || run.stuck();
    }

    private void remember(double lowest, double middle) {
        if (size == best.length) {
            best = Arrays.copyOf(best, 2 * size);
            median = Arrays.copyOf(median, 2 * size);
        }
        best[size] = lowest;
        median[size] = middle;
        size++;
    }

    private boolean flat(List<Double> costs) {
        if (size < window) {
            return false;
        }
        double low = costs.getFirst();
        double high = costs.getLast();
        for (int i = size - window; i < size; i++) {
            low = Math.min(low, best[i]);
            high = Math.max(high, best[i]);
        }
        return high - low < TOL_FUN;
    }

    private boolean stagnant() {
        int looked = Math.max(patience, size / 5);
        return size > looked && worsened(best, looked) && worsened(median, looked);
    }

    private boolean worsened(double[] costs, int looked) {
        int part = Math.max(1, looked * 3 / 10);
        return middle(costs, size - part, size) >= middle(costs, size - looked, size - looked + part);
    }

    private static double middle(double[] costs, int from, int to) {
        double[] part = Arrays.copyOfRange(costs, from, to);
        Arrays.sort(part);
        return part[part.length / 2];
    }

    void save(StateWriter out) {
        out.doubles(Arrays.copyOf(best, size)).doubles(Arrays.copyOf(median, size));
    }

    void load(StateReader in) {
        best = in.doubles();
        median = in.doubles();
        size = best.length;
        if (size == 0) {
            best = new double[64];
            median = new double[64];
        }
    }
}
