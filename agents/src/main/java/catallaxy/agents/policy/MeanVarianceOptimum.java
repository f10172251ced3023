package catallaxy.agents.policy;

import catallaxy.environment.base.check.Checks;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The weights of the best mean-variance portfolio within bounds, by an exact algorithm.
 *
 * <pre>
 *   maximise  π'c − ½ γ π'Σπ    over  low ≤ π ≤ high,  and of a long-only portfolio  Σ π ≤ 1
 * </pre>
 *
 * <p>c is the excess return μ − r. Where nothing binds that is {@code Σ⁻¹ c / γ}; elsewhere it is not that cut at the bounds, because
 * an asset that may not be held is no hedge of another. The method is the primal active-set method for convex quadratic programs
 * (Nocedal and Wright 2006, section 16.5; Lawson and Hanson 1974, chapter 23, for bounds alone): the weights strictly inside
 * their bounds are free; the program without bounds is solved for them by Cholesky's factorisation; whoever leaves its bounds on
 * the way is held there; at the optimum of a face the bounded weight with the steepest ascent is freed. The objective rises from
 * face to face, no face comes twice, and so it ends, at weights where no direction within the bounds ascends: exact but for
 * rounding, for any γ, and without a tolerance of the weights.
 *
 * <p>Cash is one more asset, without excess or risk, whose weight is what the others leave. All directions move one weight against
 * that of the free asset of the smallest variance: which is cash itself unless it is used up.
 */
public final class MeanVarianceOptimum {
    private static final int ROUNDS_PER_ASSET = 50;
    private static final double SMALLEST_RIDGE = 1e-16;
    private static final double ULP = 0x1p-52;

    private final int cash;
    private final double[] excess;
    private final double[][] risk;
    private final double[] low;
    private final double[] high;
    private final double total;
    private final double[] weight;
    private final boolean[] free;
    /** Whom rounding alone would free: held again without that any weight has moved. */
    private final boolean[] refused;

    private MeanVarianceOptimum(
            double[] excess, double[][] covariance, double gamma, double[] low, double[] high, double total) {
        cash = excess.length;
        this.excess = Arrays.copyOf(excess, cash + 1);
        this.low = low;
        this.high = high;
        this.total = total;
        risk = new double[cash + 1][cash + 1];
        weight = new double[cash + 1];
        free = new boolean[cash + 1];
        refused = new boolean[cash + 1];
        for (int i = 0; i < cash; i++) {
            weight[i] = Math.clamp(0, low[i], high[i]);
            free[i] = low[i] < weight[i] && weight[i] < high[i];
            Checks.that(Double.isFinite(excess[i]), "excess", "finite numbers", excess[i]);
            for (int j = 0; j < cash; j++) {
                risk[i][j] = gamma * covariance[i][j];
                Checks.that(Double.isFinite(risk[i][j]), "γ Σ", "finite numbers", risk[i][j]);
            }
        }
        free[cash] = true;
        balance();
    }

    /**
     * The best weights without debt and short positions.
     *
     * @param excess     c, {@code [N]}, per year
     * @param covariance Σ, {@code [N][N]}, positive definite, per year
     * @param gamma      γ, positive
     * @return {@code [N]}, each at least 0, with a sum of at most 1
     * @throws IllegalArgumentException if a number is not finite
     */
    public static double[] longOnly(double[] excess, double[][] covariance, double gamma) {
        double[] high = new double[excess.length + 1];
        Arrays.fill(high, Double.POSITIVE_INFINITY);
        return new MeanVarianceOptimum(excess, covariance, gamma, new double[high.length], high, 1).solve();
    }

    /**
     * The best weights each between {@code least} and {@code most}, whatever their sum.
     *
     * @param excess     c, {@code [N]}, per year
     * @param covariance Σ, {@code [N][N]}, positive definite, per year
     * @param gamma      γ, positive
     * @return {@code [N]}
     * @throws IllegalArgumentException if a number is not finite
     */
    public static double[] within(double[] excess, double[][] covariance, double gamma, double least, double most) {
        double[] low = new double[excess.length + 1];
        double[] high = new double[excess.length + 1];
        Arrays.fill(low, least);
        Arrays.fill(high, most);
        low[excess.length] = Double.NEGATIVE_INFINITY;
        high[excess.length] = Double.POSITIVE_INFINITY;
        return new MeanVarianceOptimum(excess, covariance, gamma, low, high, 0).solve();
    }

    private double[] solve() {
        climb();
        for (int round = 0; round < ROUNDS_PER_ASSET * weight.length; round++) {
            int steepest = steepest();
            if (steepest == cash + 1) {
                break;
            }
            free[steepest] = true;
            if (climb()) {
                Arrays.fill(refused, false);
            } else {
                refused[steepest] = true;
            }
        }
        return Arrays.copyOf(weight, cash);
    }

    /** The bounded weight to free, the index after cash if there is none. */
    private int steepest() {
        int pivot = pivot();
        int best = cash + 1;
        double most = 0;
        for (int i = 0; i <= cash; i++) {
            double ascent = (weight[i] <= low[i] ? 1 : -1) * (slope(i) - slope(pivot));
            if (!free[i]
                    && !refused[i]
                    && low[i] < high[i]
                    && ascent > rounding(i) + rounding(pivot)
                    && ascent > most) {
                most = ascent;
                best = i;
            }
        }
        return best;
    }

    private int pivot() {
        int pivot = cash;
        for (int i = 0; i < cash; i++) {
            boolean calmer = !free[pivot] || risk[i][i] < risk[pivot][pivot];
            pivot = free[i] && calmer ? i : pivot;
        }
        return pivot;
    }

    /** ∂/∂π_i of the objective. */
    private double slope(int i) {
        double slope = excess[i];
        for (int j = 0; j < cash; j++) {
            slope -= risk[i][j] * weight[j];
        }
        return slope;
    }

    /** What rounding may have made of the slope. */
    private double rounding(int i) {
        double size = Math.abs(excess[i]);
        for (int j = 0; j < cash; j++) {
            size += Math.abs(risk[i][j] * weight[j]);
        }
        return ULP * weight.length * size;
    }

    /** Goes to the optimum of a face; returns whether any weight moved. */
    private boolean climb() {
        boolean moved = false;
        double share = 0;
        while (share < 1) {
            double[] direction = direction();
            share = share(direction);
            moved |= share > 0;
            move(direction, share);
        }
        return moved;
    }

    /** From here to the optimum of the program without bounds over the free weights, {@code [N + 1]}. */
    private double[] direction() {
        int pivot = pivot();
        int[] moving = IntStream.rangeClosed(0, cash)
                .filter(i -> free[i] && i != pivot)
                .toArray();
        double[] ascent = new double[moving.length];
        double[][] curvature = new double[moving.length][moving.length];
        for (int i = 0; i < moving.length; i++) {
            ascent[i] = slope(moving[i]) - slope(pivot);
            for (int j = 0; j < moving.length; j++) {
                curvature[i][j] = risk[moving[i]][moving[j]]
                        - risk[moving[i]][pivot]
                        - risk[pivot][moving[j]]
                        + risk[pivot][pivot];
            }
        }
        return spread(moving, pivot, solved(curvature, ascent));
    }

    private double[] spread(int[] moving, int pivot, double[] steps) {
        double[] direction = new double[cash + 1];
        for (int i = 0; i < moving.length; i++) {
            direction[moving[i]] = steps[i];
            direction[pivot] -= steps[i];
        }
        return direction;
    }

    /** A matrix that is singular to rounding is solved with the smallest ridge that makes it regular. */
    private static double[] solved(double[][] matrix, double[] right) {
        double[] solution = Cholesky.solve(matrix, right);
        for (double ridge = SMALLEST_RIDGE; solution.length < right.length; ridge *= 10) {
            double[][] regular = new double[matrix.length][];
            for (int i = 0; i < matrix.length; i++) {
                regular[i] = matrix[i].clone();
                regular[i][i] += ridge * Math.max(Double.MIN_NORMAL, Math.abs(matrix[i][i]));
            }
            solution = Cholesky.solve(regular, right);
        }
        return solution;
    }

    /** How much of the way can be gone within the bounds, in [0, 1]. */
    private double share(double[] direction) {
        double share = 1;
        for (int i = 0; i <= cash; i++) {
            share = Math.min(share, reach(i, direction[i]));
        }
        return share;
    }

    private double reach(int i, double step) {
        double room = step < 0 ? weight[i] - low[i] : high[i] - weight[i];
        return step == 0 ? Double.POSITIVE_INFINITY : Math.max(0, room) / Math.abs(step);
    }

    private void move(double[] direction, double share) {
        for (int i = 0; i <= cash; i++) {
            boolean held = direction[i] != 0 && reach(i, direction[i]) <= share;
            double end = Math.clamp(weight[i] + share * direction[i], low[i], high[i]);
            weight[i] = held ? (direction[i] < 0 ? low[i] : high[i]) : end;
            free[i] &= !held;
        }
        balance();
    }

    /** Gives the pivot what the others leave of the total, so that rounding does not add up. */
    private void balance() {
        int pivot = pivot();
        double rest = total;
        for (int i = 0; i <= cash; i++) {
            rest -= i == pivot ? 0 : weight[i];
        }
        weight[pivot] = Math.clamp(rest, low[pivot], high[pivot]);
    }
}
