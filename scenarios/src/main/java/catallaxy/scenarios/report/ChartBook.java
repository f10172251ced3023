package catallaxy.scenarios.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * All charts of one page, and their data as JSON for the page script. Lines are thinned together until the page stays
 * small; lines sampled at the same times share them. One thread.
 */
final class ChartBook {

    /** Samples in one page; with some 15 characters each this keeps the page below 3 MB. */
    private static final int MOST_SAMPLES = 90_000;

    private static final int FINEST = 512;
    private static final MathContext DIGITS = new MathContext(9);

    private record Placed(Chart chart, String group, double until) {}

    private final List<Placed> placed = new ArrayList<>();
    private final Map<String, Integer> times = new LinkedHashMap<>();

    private final Axis axis;

    /** What the horizontal axis of all charts counts. */
    enum Axis {
        /** Simulated seconds. */
        TIME,
        /** Steps of training. */
        STEPS
    }

    ChartBook(Axis axis) {
        this.axis = axis;
    }

    /** Takes in a chart; charts of one group share their horizontal axis and cursor. Returns its place in the page. */
    int add(Chart chart, String group, double until) {
        placed.add(new Placed(chart, group, until));
        return placed.size() - 1;
    }

    /** Takes in a chart and writes the frame for it, or several where it has too many series for one. */
    void write(Markup page, Chart chart, String group, double until) {
        for (Chart facet : Facets.of(chart)) {
            ChartFigure.write(page, facet, add(facet, group, until));
        }
    }

    /** The data, safe inside a script element: no {@code <}, {@code >} or {@code &} appears in it. */
    String json() throws IOException {
        var text = new StringWriter();
        try (JsonGenerator out = JsonFile.FACTORY.createGenerator(text)) {
            out.writeStartObject();
            out.writeStringField("axis", axis.name().toLowerCase(Locale.ROOT));
            writeCharts(out);
            writeTimes(out);
            out.writeEndObject();
        }
        return text.toString()
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

    private void writeCharts(JsonGenerator out) throws IOException {
        int buckets = buckets();
        out.writeArrayFieldStart("charts");
        for (Placed place : placed) {
            writeChart(out, place, buckets);
        }
        out.writeEndArray();
    }

    private void writeChart(JsonGenerator out, Placed place, int buckets) throws IOException {
        Chart chart = place.chart();
        out.writeStartObject();
        out.writeStringField("title", chart.title());
        out.writeStringField("unit", chart.unit());
        out.writeStringField("group", place.group());
        out.writeStringField("scale", chart.scale());
        writeNumberField(out, "until", place.until());
        out.writeArrayFieldStart("views");
        for (String view : chart.views()) {
            out.writeString(view);
        }
        out.writeEndArray();
        writeLines(out, chart.lines(), buckets);
        writeBars(out, chart.bars());
        writeMarkers(out, chart.markers());
        writeMarks(out, chart.marks());
        writeRegimes(out, chart.regimes());
        out.writeEndObject();
    }

    private void writeLines(JsonGenerator out, List<Chart.Line> lines, int buckets) throws IOException {
        out.writeArrayFieldStart("lines");
        for (Chart.Line line : lines) {
            Samples samples = line.samples().thinned(buckets);
            out.writeStartObject();
            out.writeStringField("name", line.name());
            out.writeNumberField("color", line.color());
            out.writeStringField("stroke", line.stroke().name().toLowerCase(Locale.ROOT));
            out.writeBooleanField("steps", line.steps());
            out.writeNumberField("times", times.computeIfAbsent(timesOf(samples), _ -> times.size()));
            out.writeFieldName("values");
            out.writeRawValue(valuesOf(samples));
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void writeTimes(JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("times");
        for (String array : times.keySet()) {
            out.writeRawValue(array);
        }
        out.writeEndArray();
    }

    private static String timesOf(Samples samples) {
        var text = new StringBuilder("[");
        for (int i = 0; i < samples.size(); i++) {
            text.append(i == 0 ? "" : ",").append(number(Math.round(samples.seconds(i) * 1e3) / 1e3));
        }
        return text.append(']').toString();
    }

    private static String valuesOf(Samples samples) {
        var text = new StringBuilder("[");
        for (int i = 0; i < samples.size(); i++) {
            text.append(i == 0 ? "" : ",").append(number(samples.value(i)));
        }
        return text.append(']').toString();
    }

    private static void writeBars(JsonGenerator out, List<Chart.Bars> bars) throws IOException {
        out.writeArrayFieldStart("bars");
        for (Chart.Bars bar : bars) {
            out.writeStartObject();
            out.writeStringField("name", bar.name());
            out.writeNumberField("color", bar.color());
            out.writeNumberField("width", bar.widthSeconds());
            out.writeArrayFieldStart("counts");
            for (long count : bar.counts()) {
                out.writeNumber(count);
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void writeMarkers(JsonGenerator out, List<Chart.Markers> markers) throws IOException {
        out.writeArrayFieldStart("markers");
        for (Chart.Markers marker : markers) {
            out.writeStartObject();
            out.writeStringField("name", marker.name());
            out.writeNumberField("color", marker.color());
            out.writeBooleanField("buy", marker.buy());
            out.writeNumberField("total", marker.total());
            out.writeArrayFieldStart("fills");
            for (Fill fill : marker.fills()) {
                writeFill(out, fill);
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void writeFill(JsonGenerator out, Fill fill) throws IOException {
        out.writeStartArray();
        out.writeRawValue(number(fill.seconds()));
        out.writeRawValue(number(fill.price()));
        out.writeRawValue(number(fill.quantity()));
        out.writeString(fill.venue());
        out.writeEndArray();
    }

    private static void writeMarks(JsonGenerator out, List<Chart.Mark> marks) throws IOException {
        out.writeArrayFieldStart("marks");
        for (Chart.Mark mark : marks) {
            out.writeStartObject();
            writeNumberField(out, "at", mark.seconds());
            out.writeStringField("kind", mark.kind());
            out.writeNumberField("color", mark.color());
            out.writeStringField("text", mark.text());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void writeRegimes(JsonGenerator out, List<Metrics.Regime> regimes) throws IOException {
        out.writeArrayFieldStart("regimes");
        for (Metrics.Regime regime : regimes) {
            out.writeStartObject();
            writeNumberField(out, "from", regime.fromSeconds());
            writeNumberField(out, "to", regime.toSeconds());
            out.writeStringField("name", regime.name());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void writeNumberField(JsonGenerator out, String name, double value) throws IOException {
        out.writeFieldName(name);
        out.writeRawValue(number(value));
    }

    /** Nine significant digits; {@code null} for what is not finite. */
    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return "null";
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e9) {
            return Long.toString((long) value);
        }
        return new BigDecimal(value).round(DIGITS).stripTrailingZeros().toString();
    }
}
