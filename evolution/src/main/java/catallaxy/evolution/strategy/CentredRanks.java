package catallaxy.evolution.strategy;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Ranks in the place of costs: Salimans et al. 2017, https://arxiv.org/abs/1703.03864, section 2.1. */
final class CentredRanks {
    private CentredRanks() {}

    /**
     * Ranks between −1/2, of the highest cost, and 1/2, of the lowest; equal costs share the mean of theirs.
     *
     * @param costs {@code [n]}; infinite for what failed
     * @return {@code [n]}, which sum to 0
     */
    static double[] of(double[] costs) {
        int[] order = IntStream.range(0, costs.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> costs[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ranks = new double[costs.length];
        int from = 0;
        while (from < order.length) {
            int to = from;
            while (to < order.length && costs[order[to]] == costs[order[from]]) {
                to++;
            }
            double shared = order.length == 1 ? 0 : 0.5 - (from + to - 1) / 2.0 / (order.length - 1);
            for (int i = from; i < to; i++) {
                ranks[order[i]] = shared;
            }
            from = to;
        }
        return ranks;
    }
}
