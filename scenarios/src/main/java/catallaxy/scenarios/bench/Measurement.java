package catallaxy.scenarios.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a benchmark measured.
 *
 * @param values the figure of each timed round, in the order of the rounds
 * @param warmUpRounds rounds before, not counted
 * @param checksum of the work of one round
 */
public record Measurement(Benchmark benchmark, List<Double> values, int warmUpRounds, long checksum) {
    public Measurement {
        values = List.copyOf(values);
    }

    /** The smallest figure. */
    public double min() {
        return sorted()[0];
    }

    /** The largest figure. */
    public double max() {
        return sorted()[values.size() - 1];
    }

    /** The middle figure; the mean of the two in the middle of an even number. */
    public double median() {
        double[] sorted = sorted();
        int size = sorted.length;
        return (sorted[(size - 1) / 2] + sorted[size / 2]) / 2;
    }

    private double[] sorted() {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    /** The measurement as a JSON object; {@code value} is the median. */
    public Map<String, ?> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", benchmark.name());
        json.put("workload", benchmark.description());
        json.put("value", median());
        json.put("unit", benchmark.unit());
        json.put("higherIsBetter", benchmark.figure().higherIsBetter());
        json.put("min", min());
        json.put("median", median());
        json.put("max", max());
        json.put("rounds", values.size());
        json.put("warmUpRounds", warmUpRounds);
        json.put("operationsPerRound", benchmark.operations());
        json.put("values", values);
        json.put("checksum", Long.toHexString(checksum));
        return json;
    }
}
