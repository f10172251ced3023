package catallaxy.scenarios.report;

import catallaxy.scenarios.JsonText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * All charts of one page, and their data as JSON for the page script. Lines are thinned together until the page stays
 * small; lines sampled at the same times share them. One thread.
 */
final class ChartBook {

    /** Samples in one page; with some 15 characters each this keeps the page below 3 MB. */
    private static final int MOST_SAMPLES = 90_000;

    private static final int FINEST = 512;
    private static final MathContext DIGITS = new MathContext(9);

    /** What a horizontal axis counts. */
    enum Axis {
        /** Simulated seconds. */
        TIME,
        /** Steps of training. */
        STEPS,
        /** Scores of runs. */
        SCORE
    }

    /** The horizontal axis of a group of charts, which share it and its cursor. */
    record Span(Axis axis, String group, double from, double until) {}

    private record Placed(Chart chart, Span span) {}

    private final List<Placed> placed = new ArrayList<>();
    private final Map<List<Number>, Integer> times = new LinkedHashMap<>();

    /** Takes in a chart and writes the frame for it, or several where it has too many series for one. */
    void write(Markup page, Chart chart, Span span) {
        for (Chart facet : Facets.of(chart)) {
            ChartFigure.write(page, facet, placed.size());
            placed.add(new Placed(facet, span));
        }
    }

    /** The data, safe inside a script element: no {@code <}, {@code >} or {@code &} appears in it. */
    String json() {
        int buckets = buckets();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("charts", all(placed, each -> chart(each, buckets)));
        data.put("times", times.keySet());
        return JsonText.of(data)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    private int buckets() {
        int buckets = FINEST;
        while (buckets > 4 && samples(buckets) > MOST_SAMPLES) {
            buckets /= 2;
        }
        return buckets;
    }

    private long samples(int buckets) {
        return placed.stream()
                .flatMap(place -> place.chart().lines().stream())
                .mapToLong(line -> Math.min(line.samples().size(), 4L * buckets))
                .sum();
    }

    private Map<String, Object> chart(Placed each, int buckets) {
        Chart chart = each.chart();
        Axis axis = each.span().axis();
        Map<String, Object> fields = fields("title", chart.title(), "unit", chart.unit(), "scale", chart.scale());
        fields.putAll(fields("axis", word(axis), "group", each.span().group()));
        fields.putAll(fields(
                "from",
                rounded(each.span().from()),
                "until",
                rounded(each.span().until())));
        fields.put("views", chart.views());
        fields.put("lines", all(chart.lines(), line -> line(line, axis, buckets)));
        fields.put("bands", all(chart.bands(), band -> band(band, axis)));
        fields.put("bars", all(chart.bars(), ChartBook::bars));
        fields.put("markers", all(chart.markers(), ChartBook::markers));
        fields.put("marks", all(chart.marks(), ChartBook::mark));
        fields.put("regimes", all(chart.regimes(), ChartBook::regime));
        return fields;
    }

    private static <T> List<Object> all(List<T> parts, Function<T, Object> part) {
        return parts.stream().map(part).toList();
    }

    private Map<String, Object> line(Chart.Line line, Axis axis, int buckets) {
        Map<String, Object> fields = fields("name", line.name(), "color", line.color(), "stroke", word(line.stroke()));
        fields.put("steps", line.steps());
        fields.putAll(series(line.samples().thinned(buckets), axis));
        return fields;
    }

    private Map<String, Object> band(Chart.Band band, Axis axis) {
        Map<String, Object> fields = fields("name", band.name(), "color", band.color());
        fields.putAll(fields("low", series(band.low(), axis), "high", series(band.high(), axis)));
        return fields;
    }

    /** A series by the place of its times among those of the page. */
    private Map<String, Object> series(Samples samples, Axis axis) {
        double parts = axis == Axis.SCORE ? 1e12 : 1e3;
        List<Number> at = IntStream.range(0, samples.size())
                .mapToObj(i -> rounded(Math.rint(samples.seconds(i) * parts) / parts))
                .toList();
        List<Number> values = IntStream.range(0, samples.size())
                .mapToObj(i -> rounded(samples.value(i)))
                .toList();
        return fields("times", times.computeIfAbsent(at, _ -> times.size()), "values", values);
    }

    private static Map<String, Object> bars(Chart.Bars bars) {
        return fields(
                "name", bars.name(), "color", bars.color(), "width", bars.widthSeconds(), "counts", bars.counts());
    }

    private static Map<String, Object> markers(Chart.Markers markers) {
        Map<String, Object> fields = fields("name", markers.name(), "color", markers.color(), "buy", markers.buy());
        fields.putAll(fields("total", markers.total(), "fills", all(markers.fills(), ChartBook::fill)));
        return fields;
    }

    private static List<Object> fill(Fill fill) {
        return List.of(rounded(fill.seconds()), rounded(fill.price()), rounded(fill.quantity()), fill.venue());
    }

    private static Map<String, Object> mark(Chart.Mark mark) {
        return fields("at", rounded(mark.seconds()), "kind", mark.kind(), "color", mark.color(), "text", mark.text());
    }

    private static Map<String, Object> regime(Metrics.Regime regime) {
        return fields("from", rounded(regime.fromSeconds()), "to", rounded(regime.toSeconds()), "name", regime.name());
    }

    private static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
        }
        return fields;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Nine significant digits; what is not finite stays so. */
    private static Number rounded(double value) {
        if (!Double.isFinite(value)) {
            return value;
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e9) {
            return (long) value;
        }
        return new BigDecimal(value).round(DIGITS).stripTrailingZeros();
    }
}
