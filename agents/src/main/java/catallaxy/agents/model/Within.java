package catallaxy.agents.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Examples whose groups were moved to the same means, so that a fit rests on what varies within groups and not on how they differ:
 * the within estimator of fixed effects, Mundlak 1978, "On the pooling of time series and cross section data",
 * https://doi.org/10.2307/1913646. A venue with low fees where large trades are made would else teach that size is cheap.
 *
 * @param rows    {@code [N][F]}
 * @param targets {@code [N][1]}
 */
record Within(List<double[]> rows, List<double[]> targets) {
    /**
     * The moved examples, at least one.
     *
     * @param features how many each has
     */
    static Within of(int features, Collection<ModelExample> examples) {
        SortedMap<String, double[]> sums = new TreeMap<>();
        double[] all = new double[features + 2];
        for (ModelExample each : examples) {
            add(sums.computeIfAbsent(each.group(), _ -> new double[features + 2]), each);
            add(all, each);
        }
        List<double[]> rows = new ArrayList<>();
        List<double[]> targets = new ArrayList<>();
        for (ModelExample each : examples) {
            double[] group = sums.getOrDefault(each.group(), all);
            double[] row = each.features().clone();
            for (int i = 0; i < features; i++) {
                row[i] += mean(all, i) - mean(group, i);
            }
            rows.add(row);
            targets.add(new double[] {each.target() + mean(all, features) - mean(group, features)});
        }
        return new Within(rows, targets);
    }

    /** Sums of the features, of the target, and their number. */
    private static void add(double[] sums, ModelExample example) {
        double[] row = example.features();
        for (int i = 0; i < row.length; i++) {
            sums[i] += row[i];
        }
        sums[row.length] += example.target();
        sums[row.length + 1]++;
    }

    private static double mean(double[] sums, int of) {
        return sums[of] / sums[sums.length - 1];
    }
}
