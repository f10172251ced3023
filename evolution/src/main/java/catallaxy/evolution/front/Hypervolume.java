package catallaxy.evolution.front;

import java.util.Arrays;

/**
 * The hypervolume: how much of costs below a reference point is dominated by a front (Zitzler and Thiele 1998,
 * https://doi.org/10.1007/BFb0056872). Exact, up to rounding: of two objectives by a sweep in {@code O(N log N)}; of three by a sweep along
 * the last that keeps the front of the first two, at most {@code O(N²)}; of more by the algorithm WFG of While, Bradstreet and Barone
 * 2012, https://doi.org/10.1109/TEVC.2010.2077298, which ends in the sweep of three:
 *
 * <pre>
 *   hv(S) = Σ_i (vol(s_i) − hv(limit(s_i, {s_{i+1}, …}))),  limit(a, B) = those of {max(a, b) : b ∈ B} that none dominates
 * </pre>
 *
 * <p>Points that are not better than the reference in every cost count as nothing.
 */
public final class Hypervolume {
    private Hypervolume() {}

    /**
     * What the points dominate.
     *
     * @param costs     {@code [N][M]}; dominated and equal ones may be among them
     * @param reference {@code [M]}
     * @return 0 where no point is better than the reference
     * @throws IllegalArgumentException if a point has another number of costs
     */
    public static double of(double[][] costs, double... reference) {
        int objectives = reference.length;
        double[][] gains = Arrays.stream(costs)
                .map(point -> below(point, reference))
                .filter(gain -> Arrays.stream(gain).allMatch(each -> each > 0))
                .toArray(double[][]::new);
        return objectives == 1
                ? Arrays.stream(gains).mapToDouble(gain -> gain[0]).max().orElse(0)
                : volume(gains, objectives);
    }

    /** How much better than the reference a point is: from here on more is better, and the reference is 0. */
    private static double[] below(double[] point, double[] reference) {
        if (point.length != reference.length) {
            throw new IllegalArgumentException(
                    "a point of " + point.length + " costs, expected " + reference.length + " as the reference has");
        }
        double[] gain = new double[point.length];
        Arrays.setAll(gain, m -> reference[m] - point[m]);
        return gain;
    }

    /** Of the first {@code objectives} coordinates; the rows are put into another order. */
    private static double volume(double[][] gains, int objectives) {
        return switch (objectives) {
            case 2 -> area(gains);
            case 3 -> sweep(gains);
            default -> wfg(gains, objectives);
        };
    }

    private static double area(double[][] gains) {
        Arrays.sort(gains, (a, b) -> Double.compare(b[0], a[0]));
        double area = 0;
        double height = 0;
        for (double[] gain : gains) {
            if (gain[1] > height) {
                area += gain[0] * (gain[1] - height);
                height = gain[1];
            }
        }
        return area;
    }

    /** From the largest last coordinate down: each layer is as thick as the way to the next, and as large as the area so far. */
    private static double sweep(double[][] gains) {
        Arrays.sort(gains, (a, b) -> Double.compare(b[2], a[2]));
        Staircase stairs = new Staircase(gains.length);
        double volume = 0;
        for (int i = 0; i < gains.length; i++) {
            stairs.add(gains[i][0], gains[i][1]);
            double below = i + 1 < gains.length ? gains[i + 1][2] : 0;
            volume += stairs.area() * (gains[i][2] - below);
        }
        return volume;
    }

    /**
     * From the least last coordinate up, so that all that later points share with one reach as far along it as that one does, and are
     * measured in one coordinate less.
     */
    private static double wfg(double[][] gains, int objectives) {
        int last = objectives - 1;
        Arrays.sort(gains, (a, b) -> Double.compare(a[last], b[last]));
        double volume = 0;
        for (int i = 0; i < gains.length; i++) {
            double[] point = gains[i];
            double box = 1;
            for (int m = 0; m < last; m++) {
                box *= point[m];
            }
            volume += point[last] * (box - volume(shared(point, gains, i + 1, last), last));
        }
        return volume;
    }

    /** The corners of the boxes that later points share with one, without those that lie in another's box. */
    private static double[][] shared(double[] point, double[][] gains, int from, int coordinates) {
        double[][] corners = new double[gains.length - from][coordinates];
        int kept = 0;
        for (int j = from; j < gains.length; j++) {
            double[] corner = corners[kept];
            for (int m = 0; m < coordinates; m++) {
                corner[m] = Math.min(point[m], gains[j][m]);
            }
            kept = joined(corners, kept);
        }
        return Arrays.copyOf(corners, kept);
    }

    /** Keeps the corner at {@code kept} unless an earlier one covers it, and drops the earlier ones that it covers. */
    private static int joined(double[][] corners, int kept) {
        double[] corner = corners[kept];
        int left = 0;
        for (int i = 0; i < kept; i++) {
            if (covers(corners[i], corner)) {
                return kept;
            }
        }
        for (int i = 0; i < kept; i++) {
            if (!covers(corner, corners[i])) {
                swap(corners, left++, i);
            }
        }
        swap(corners, left, kept);
        return left + 1;
    }

    private static boolean covers(double[] one, double[] other) {
        for (int m = 0; m < other.length; m++) {
            if (one[m] < other[m]) {
                return false;
            }
        }
        return true;
    }

    private static void swap(double[][] rows, int one, int other) {
        double[] row = rows[one];
        rows[one] = rows[other];
        rows[other] = row;
    }
}
