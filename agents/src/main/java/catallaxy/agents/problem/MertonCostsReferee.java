package catallaxy.agents.problem;

import catallaxy.agents.learning.BatchPolicy;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Long-run growth a year of {@link MertonCostsProblem} by relative value iteration on a grid of weights, values between its
 * points interpolated linearly, expectations over the shock by the trapezoidal rule.
 *
 * <pre>
 *   F(a) = E[log return − penalty + h(w')]                                     from weight a after trading
 *   h(w) = max( max_{a ≥ w} F(a) + ln((1 + c w)/(1 + c a)),  max_{a ≤ w} F(a) + ln((1 − c w)/(1 − c a)) ) − g dt
 * </pre>
 *
 * <p>The band's lower edge maximises {@code F(a) − ln(1 + c a)} and the upper {@code F(a) − ln(1 − c a)}. A policy is asked
 * once at all points of the grid, and the same recursion without the maximum gives its growth, averaged over uniform initial
 * weights where it depends on them. No sampling; the grid errs by about 1e−8 / dt a year.
 */
final class MertonCostsReferee implements Referee {
    private static final int CELLS = 1_000;
    private static final int SHOCKS = 33;
    private static final double SHOCK_STEP = 0.5;
    private static final int MAX_ITERATIONS = 20_000;
    private static final double PRECISION = 1e-9;

    private final MertonCostsProblem problem;
    private final double[] shocks = new double[SHOCKS];
    private final double[] weights = new double[SHOCKS];
    private final double optimum;
    private double bandLow;
    private double bandHigh;

    MertonCostsReferee(MertonCostsProblem problem) {
        this.problem = problem;
        double sum = 0;
        for (int j = 0; j < SHOCKS; j++) {
            shocks[j] = SHOCK_STEP * (j - SHOCKS / 2);
            weights[j] = StrictMath.exp(-shocks[j] * shocks[j] / 2);
            sum += weights[j];
        }
        for (int j = 0; j < SHOCKS; j++) {
            weights[j] /= sum;
        }
        optimum = best();
    }

    @Override
    public String name() {
        return "long-run growth a year under proportional costs, value iteration";
    }

    @Override
    public double optimum() {
        return optimum;
    }

    /** Lower edge of the best band. */
    double bandLow() {
        return bandLow;
    }

    /** Upper edge of the best band. */
    double bandHigh() {
        return bandHigh;
    }

    @Override
    public double attained(BatchPolicy policy, double meanReturn) {
        double[] targets = targets(policy);
        Transition[] transitions = new Transition[CELLS + 1];
        double[] costs = new double[CELLS + 1];
        for (int i = 0; i <= CELLS; i++) {
            transitions[i] = transition(targets[i]);
            costs[i] = problem.logCost((double) i / CELLS, targets[i]);
        }
        return growth((values, next) -> {
            for (int i = 0; i <= CELLS; i++) {
                next[i] = costs[i] + transitions[i].expected(values);
            }
        });
    }

    /** The policy's targets from weights 0 and 1, {@code band.low} and {@code band.high}, and the edges of the best band. */
    @Override
    public Map<String, Double> figures(BatchPolicy policy) {
        double[] targets = targets(policy);
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("band.low", targets[0]);
        figures.put("band.high", targets[CELLS]);
        figures.put("band.low.optimal", bandLow);
        figures.put("band.high.optimal", bandHigh);
        return figures;
    }

    /** The best policy. */
    BatchPolicy optimal() {
        return (observations, masks, rows, actions) -> {
            for (int i = 0; i < rows; i++) {
                actions[i] = Math.clamp(observations[i], (float) bandLow, (float) bandHigh);
            }
        };
    }

    private double[] targets(BatchPolicy policy) {
        Worlds worlds = new MertonCostsWorlds(problem, CELLS + 1);
        for (int i = 0; i <= CELLS; i++) {
            worlds.place(i, 0, (double) i / CELLS);
        }
        float[] actions = worlds.actions(policy);
        double[] targets = new double[CELLS + 1];
        for (int i = 0; i <= CELLS; i++) {
            targets[i] = Math.clamp(actions[i], 0, 1);
        }
        return targets;
    }

    private double best() {
        Transition[] transitions = new Transition[CELLS + 1];
        for (int a = 0; a <= CELLS; a++) {
            transitions[a] = transition((double) a / CELLS);
        }
        double[] held = new double[CELLS + 1];
        return growth((values, next) -> {
            for (int a = 0; a <= CELLS; a++) {
                held[a] = transitions[a].expected(values);
            }
            trade(held, next);
        });
    }

    /** The best of buying, selling and holding from every point. */
    private void trade(double[] held, double[] next) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = CELLS; i >= 0; i--) {
            double fee = StrictMath.log1p(problem.cost() * i / CELLS);
            if (held[i] - fee > most) {
                most = held[i] - fee;
                bandLow = (double) i / CELLS;
            }
            next[i] = most + fee;
        }
        most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= CELLS; i++) {
            double fee = StrictMath.log1p(-problem.cost() * i / CELLS);
            if (held[i] - fee > most) {
                most = held[i] - fee;
                bandHigh = (double) i / CELLS;
            }
            next[i] = Math.max(next[i], most + fee);
        }
    }

    /** One step of value iteration from {@code values} into {@code next}. */
    @FunctionalInterface
    private interface Sweep {
        void write(double[] values, double[] next);
    }

    /** Mean gain a year of the last sweep, once gains agree or sweeps run out. */
    private double growth(Sweep sweep) {
        double[] values = new double[CELLS + 1];
        double[] next = new double[CELLS + 1];
        double mean = 0;
        double spread = Double.POSITIVE_INFINITY;
        for (int i = 0; i < MAX_ITERATIONS && spread > PRECISION * problem.dt(); i++) {
            sweep.write(values, next);
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            mean = 0;
            for (int w = 0; w <= CELLS; w++) {
                double gain = next[w] - values[w];
                low = Math.min(low, gain);
                high = Math.max(high, gain);
                mean += gain / (CELLS + 1);
            }
            spread = high - low;
            double offset = next[CELLS / 2];
            Arrays.setAll(values, w -> next[w] - offset);
        }
        return mean / problem.dt();
    }

    private Transition transition(double a) {
        int[] cells = new int[SHOCKS];
        double[] shares = new double[SHOCKS];
        double growth = 0;
        for (int j = 0; j < SHOCKS; j++) {
            double asset = a * problem.assetGrowth(shocks[j]);
            double wealth = asset + (1 - a) * problem.restGrowth();
            growth += weights[j] * (StrictMath.log(wealth) - problem.penalty(a, shocks[j]));
            double position = asset / wealth * CELLS;
            cells[j] = Math.min((int) position, CELLS - 1);
            shares[j] = position - cells[j];
        }
        return new Transition(growth, weights, cells, shares);
    }

    /** Where a step leads from one weight: the cells it falls into, and the share of their upper ends. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Transition(double growth, double[] weights, int[] cells, double[] shares) {
        double expected(double[] values) {
            double sum = growth;
            for (int j = 0; j < cells.length; j++) {
                double low = values[cells[j]];
                sum += weights[j] * (low + shares[j] * (values[cells[j] + 1] - low));
            }
            return sum;
        }
    }
}
