package catallaxy.evolution.front;

import java.util.Arrays;

/**
 * The knee of a front: the member that lies farthest from the hyperplane through the extremes, on the side of lower costs, so that
 * from there every gain in one cost is paid dearly in others. Das 1999, https://doi.org/10.1007/BF01195985, for two objectives;
 * with the extremes of Zhang, Tian and Jin 2015, https://doi.org/10.1109/TEVC.2014.2378512, for each cost the member that has most of
 * it. Costs are measured in the extent of the front, so that their units do not matter.
 *
 * <p>Where the extremes span no hyperplane, as when two of them are one member, the plane is the one that cuts every axis at
 * the front's extent.
 */
public final class KneePoint {
    private static final double FLAT = 1e-9;

    private KneePoint() {}

    /**
     * Which member it is; of equally far ones the first.
     *
     * @param costs {@code [N][M]}, at least one, none dominated
     * @throws IllegalArgumentException if there is none
     */
    public static int of(double[][] costs) {
        if (costs.length == 0) {
            throw new IllegalArgumentException("costs: found no member, expected at least one");
        }
        double[][] shares = shares(costs);
        double[] normal = normal(shares);
        int knee = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < shares.length; i++) {
            double height = dot(normal, shares[i]);
            if (height < least) {
                knee = i;
                least = height;
            }
        }
        return knee;
    }

    /** Costs from 0 at the least to 1 at the most of the front. */
    private static double[][] shares(double[][] costs) {
        double[] low = costs[0].clone();
        double[] high = costs[0].clone();
        for (double[] point : costs) {
            Arrays.setAll(low, m -> Math.min(low[m], point[m]));
            Arrays.setAll(high, m -> Math.max(high[m], point[m]));
        }
        double[][] shares = new double[costs.length][low.length];
        for (int i = 0; i < costs.length; i++) {
            double[] point = costs[i];
            Arrays.setAll(shares[i], m -> high[m] > low[m] ? (point[m] - low[m]) / (high[m] - low[m]) : 0);
        }
        return shares;
    }

    /** The normal of the plane {@code a · x = 1} through the extremes, away from lower costs. */
    private static double[] normal(double[][] shares) {
        int objectives = shares[0].length;
        double[][] system = new double[objectives][];
        for (int m = 0; m < objectives; m++) {
            system[m] = Arrays.copyOf(shares[extreme(shares, m)], objectives + 1);
            system[m][objectives] = 1;
        }
        double[] normal = solved(system);
        boolean cuts = Arrays.stream(normal).allMatch(each -> each > FLAT);
        if (!cuts) {
            Arrays.fill(normal, 1);
        }
        return normal;
    }

    private static int extreme(double[][] shares, int objective) {
        int most = 0;
        for (int i = 1; i < shares.length; i++) {
            if (shares[i][objective] > shares[most][objective]) {
                most = i;
            }
        }
        return most;
    }

    /** Gauss's elimination with the largest pivots; zeros where there is no single solution. */
    private static double[] solved(double[][] system) {
        int n = system.length;
        for (int column = 0; column < n; column++) {
            int pivot = column;
            for (int row = column + 1; row < n; row++) {
                pivot = Math.abs(system[row][column]) > Math.abs(system[pivot][column]) ? row : pivot;
            }
            double[] top = system[pivot];
            system[pivot] = system[column];
            system[column] = top;
            if (Math.abs(top[column]) < FLAT) {
                return new double[n];
            }
            for (int row = 0; row < n; row++) {
                if (row != column) {
                    subtract(system[row], top, system[row][column] / top[column]);
                }
            }
        }
        double[] solution = new double[n];
        Arrays.setAll(solution, i -> system[i][n] / system[i][i]);
        return solution;
    }

    private static void subtract(double[] row, double[] other, double times) {
        for (int i = 0; i < row.length; i++) {
            row[i] -= times * other[i];
        }
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
