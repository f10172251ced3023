package catallaxy.scenarios.report;

import java.util.List;

/**
 * What one chart of the report shows; how it is drawn is the page script's business. Immutable.
 *
 * @param unit of the vertical axis
 * @param views names of the ways to look at it that the script knows; the first is shown at first
 * @param bars stacked, all of one interval length
 * @param scale shared by the charts of one group that name the same one; empty for a scale of its own
 */
record Chart(
        String title,
        String unit,
        String help,
        Shape shape,
        List<String> views,
        List<Line> lines,
        List<Band> bands,
        List<Bars> bars,
        List<Markers> markers,
        List<Mark> marks,
        List<Metrics.Regime> regimes,
        String scale) {

    /** How much room it takes: half a row, a whole row, or a low whole row under another chart. */
    enum Shape {
        HALF,
        WIDE,
        STRIP
    }

    /** How a line is drawn: solid, dashed for the world or a base run, thin for others, which are hidden at first. */
    enum Stroke {
        SOLID,
        DASHED,
        THIN
    }

    /**
     * A time series.
     *
     * @param color index into the palette
     * @param steps whether a value holds until the next sample
     */
    record Line(String name, int color, Stroke stroke, boolean steps, Samples samples) {}

    /** The room between two series, around the line of the same name. */
    record Band(String name, int color, Samples low, Samples high) {}

    /** Counts per interval of {@code widthSeconds} from time 0. */
    record Bars(String name, int color, long widthSeconds, List<Long> counts) {}

    /** Single fills, upward triangles for bought and downward ones for sold; {@code total} is what they stand for. */
    record Markers(String name, int color, boolean buy, List<Fill> fills, long total) {}

    /** A vertical mark with a text; {@code kind} as in {@code interventions.csv}. */
    record Mark(double seconds, String kind, int color, String text) {}

    Chart {
        views = List.copyOf(views);
        lines = lines.stream().filter(line -> !line.samples().isEmpty()).toList();
        bands = bands.stream().filter(band -> !band.low().isEmpty()).toList();
        bars = List.copyOf(bars);
        markers = markers.stream().filter(marker -> !marker.fills().isEmpty()).toList();
        marks = List.copyOf(marks);
        regimes = List.copyOf(regimes);
    }

    static Chart of(String title, String unit, String help, List<Line> lines) {
        return new Chart(
                title,
                unit,
                help,
                Shape.HALF,
                List.of(),
                lines,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "");
    }

    static Chart ofBars(String title, String unit, String help, List<Bars> bars) {
        return new Chart(
                title,
                unit,
                help,
                Shape.HALF,
                List.of(),
                List.of(),
                List.of(),
                bars,
                List.of(),
                List.of(),
                List.of(),
                "");
    }

    Chart withViews(List<String> names) {
        return new Chart(title, unit, help, shape, names, lines, bands, bars, markers, marks, regimes, scale);
    }

    Chart withBands(List<Band> added) {
        return new Chart(title, unit, help, shape, views, lines, added, bars, markers, marks, regimes, scale);
    }

    Chart withMarks(List<Mark> added) {
        return new Chart(title, unit, help, shape, views, lines, bands, bars, markers, added, regimes, scale);
    }

    Chart withMarkers(List<Markers> added) {
        return new Chart(title, unit, help, shape, views, lines, bands, bars, added, marks, regimes, scale);
    }

    Chart withRegimes(List<Metrics.Regime> added) {
        return new Chart(title, unit, help, shape, views, lines, bands, bars, markers, marks, added, scale);
    }

    Chart withShape(Shape other) {
        return new Chart(title, unit, help, other, views, lines, bands, bars, markers, marks, regimes, scale);
    }

    Chart named(String other) {
        return new Chart(other, unit, help, shape, views, lines, bands, bars, markers, marks, regimes, scale);
    }

    /** The same with other contents, on a scale that it shares with the charts that name the same one. */
    Chart showing(List<Line> someLines, List<Bars> someBars, List<Markers> some, List<Mark> someMarks, String shared) {
        return new Chart(title, unit, help, shape, views, someLines, bands, someBars, some, someMarks, regimes, shared);
    }

    boolean isEmpty() {
        return lines.isEmpty() && bars.isEmpty();
    }
}
