package catallaxy.evolution.moea;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Weights that are spread evenly: all vectors whose elements are multiples of {@code 1/H} and sum to 1, of which there are
 * {@code (H + M − 1 over M − 1)}. Das and Dennis 1998, https://doi.org/10.1137/S1052623496307510.
 */
final class SimplexLattice {
    private SimplexLattice() {}

    /**
     * The finest lattice of at most so many weights; the coarsest, of {@code M} weights, where there is no room for it. Of one objective
     * the one weight, as often as there is room.
     *
     * @return {@code [≤ most][M]}, in lexicographic order
     */
    static double[][] weights(int objectives, int most) {
        if (objectives == 1) {
            double[][] same = new double[most][1];
            Arrays.stream(same).forEach(weight -> weight[0] = 1);
            return same;
        }
        int divisions = 1;
        while (count(objectives, divisions + 1) <= most) {
            divisions++;
        }
        List<double[]> weights = new ArrayList<>();
        add(weights, new double[objectives], 0, divisions, divisions);
        return weights.toArray(double[][]::new);
    }

    /** {@code (H + M − 1 over M − 1)}. */
    private static double count(int objectives, int divisions) {
        double count = 1;
        for (int i = 1; i < objectives; i++) {
            count = count * (divisions + i) / i;
        }
        return count;
    }

    private static void add(List<double[]> weights, double[] begun, int at, int left, int divisions) {
        if (at == begun.length - 1) {
            begun[at] = (double) left / divisions;
            weights.add(begun.clone());
            return;
        }
        for (int parts = 0; parts <= left; parts++) {
            begun[at] = (double) parts / divisions;
            add(weights, begun, at + 1, left - parts, divisions);
        }
    }
}
