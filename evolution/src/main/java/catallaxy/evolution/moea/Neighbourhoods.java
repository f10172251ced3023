package catallaxy.evolution.moea;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Which weights lie near each other. */
final class Neighbourhoods {
    private Neighbourhoods() {}

    /**
     * The nearest weights of each, itself first, by Euclidean distance; of equally near ones the first.
     *
     * @param weights {@code [P][M]}
     * @param most    {@code T}; all where there are fewer
     * @return {@code [P][min(T, P)]}
     */
    static int[][] of(double[][] weights, int most) {
        int[][] nearest = new int[weights.length][];
        for (int i = 0; i < weights.length; i++) {
            double[] from = weights[i];
            int self = i;
            nearest[i] = IntStream.range(0, weights.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(
                            (Integer j) -> j == self ? -1 : squaredDistance(from, weights[j])))
                    .limit(most)
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
        return nearest;
    }

    private static double squaredDistance(double[] one, double[] other) {
        double sum = 0;
        for (int m = 0; m < one.length; m++) {
            sum += (one[m] - other[m]) * (one[m] - other[m]);
        }
        return sum;
    }
}
