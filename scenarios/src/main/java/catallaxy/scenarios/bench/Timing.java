package catallaxy.scenarios.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/** What came of timing a benchmark. */
public sealed interface Timing {
    /** The timing as a JSON object. */
    Map<String, ?> json();

    /** Its figures. */
    record Measured(Measurement measurement) implements Timing {
        @Override
        public Map<String, ?> json() {
            return measurement.json();
        }
    }

    /**
     * None: the work did not come to what the benchmark is named for.
     *
     * @param reason what it came to instead
     */
    record Missed(Benchmark benchmark, String reason) implements Timing {
        @Override
        public Map<String, ?> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("name", benchmark.name());
            json.put("workload", benchmark.description());
            json.put("missed", reason);
            return json;
        }
    }

    /** Times a benchmark. */
    static Timing of(Benchmark benchmark, Stopwatch stopwatch) {
        try {
            return new Measured(stopwatch.measure(benchmark));
        } catch (MissedEndException missed) {
            return new Missed(benchmark, String.valueOf(missed.getMessage()));
        }
    }
}
