package catallaxy.scenarios.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What JMH measured of one operation.
 *
 * @param benchmark  name on the command line
 * @param operation  that was timed
 * @param parameters what it was timed on, in words
 * @param score      mean over all rounds of all JVMs
 * @param error      half the width of the score's 99.9 % interval; NaN of a single round
 * @param unit       of both
 */
record JmhFigure(
        String benchmark, String operation, Map<String, String> parameters, double score, double error, String unit) {
    /** The figures of a result of JMH, as JSON has it; those that lack a part are left out. */
    static List<JmhFigure> all(@Nullable Object json) {
        List<JmhFigure> figures = new ArrayList<>();
        if (json instanceof List<?> results) {
            for (Object result : results) {
                if (result instanceof Map<?, ?> of
                        && of.get("benchmark") instanceof String method
                        && of.get("primaryMetric") instanceof Map<?, ?> metric) {
                    figures.add(of(method.split("\\."), of.get("params"), metric));
                }
            }
        }
        return figures;
    }

    private static JmhFigure of(String[] method, @Nullable Object params, Map<?, ?> metric) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (params instanceof Map<?, ?> words) {
            words.forEach((name, value) -> parameters.put(String.valueOf(name), String.valueOf(value)));
        }
        return new JmhFigure(
                JmhModule.name(method[method.length - 2]),
                method[method.length - 1],
                parameters,
                number(metric.get("score")),
                number(metric.get("scoreError")),
                String.valueOf(metric.get("scoreUnit")));
    }

    private static double number(@Nullable Object json) {
        return json instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    /** The parameters with their values. */
    String setting() {
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(" "));
    }

    /** A row of a table: benchmark, operation, setting, score, error, unit. */
    Object[] row() {
        return new Object[] {benchmark, operation, setting(), figure(score), figure(error), unit};
    }

    private static String figure(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%,.3f", value);
    }

    /** All of it by name. */
    Map<String, ?> json() {
        return Map.of(
                "benchmark", benchmark,
                "operation", operation,
                "parameters", parameters,
                "score", score,
                "error", error,
                "unit", unit);
    }
}
