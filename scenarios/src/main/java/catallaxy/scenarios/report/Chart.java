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
public record Chart(
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
    public enum Shape {
        HALF,
        WIDE,
        STRIP
    }

    /** How a line is drawn: solid, dashed for the world or a base run, thin for others, which are hidden at first. */
    public enum Stroke {
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
    public record Line(String name, int color, Stroke stroke, boolean steps, Samples samples) {
        /** A solid line from sample to sample. */
        public static Line of(String name, int color, Samples samples) {
            return new Line(name, color, Stroke.SOLID, false, samples);
        }
    }

    /** The room between two series, around the line of the same name. */
    public record Band(String name, int color, Samples low, Samples high) {}

    /** Counts per interval of {@code widthSeconds} from time 0. */
    public record Bars(String name, int color, long widthSeconds, List<Long> counts) {}

    /** Single fills, upward triangles for bought and downward ones for sold; {@code total} is what they stand for. */
    public record Markers(String name, int color, boolean buy, List<Fill> fills, long total) {}

    /** A vertical mark with a text; {@code kind} as in {@code interventions.csv}. */
    public record Mark(double seconds, String kind, int color, String text) {}

    public Chart {
        views = List.copyOf(views);
        lines = lines.stream().filter(line -> !line.samples().isEmpty()).toList();
        bands = bands.stream().filter(band -> !band.low().isEmpty()).toList();
        bars = List.copyOf(bars);
        markers = markers.stream().filter(marker -> !marker.fills().isEmpty()).toList();
        marks = List.copyOf(marks);
        regimes = List.copyOf(regimes);
    }

    /** A chart of lines, half a row wide; those without samples are left out. Who points at its title sees {@code help}. */
    public static Chart of(String title, String unit, String help, List<Line> lines) {
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

    /** A chart of stacked bars, half a row wide. */
    public static Chart ofBars(String title, String unit, String help, List<Bars> bars) {
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

    /** The same with bands, in place of those it has. */
    public Chart withBands(List<Band> added) {
        return new Chart(title, unit, help, shape, views, lines, added, bars, markers, marks, regimes, scale);
    }

    /** The same with vertical marks, in place of those it has. */
    public Chart withMarks(List<Mark> added) {
        return new Chart(title, unit, help, shape, views, lines, bands, bars, markers, added, regimes, scale);
    }

    /** The same with fills, in place of those it has. */
    public Chart withMarkers(List<Markers> added) {
        return new Chart(title, unit, help, shape, views, lines, bands, bars, added, marks, regimes, scale);
    }

    /** The same before a background of regimes. */
    public Chart withRegimes(List<Metrics.Regime> added) {
        return new Chart(title, unit, help, shape, views, lines, bands, bars, markers, marks, added, scale);
    }

    /** The same with as much room as {@code other} takes. */
    public Chart withShape(Shape other) {
        return new Chart(title, unit, help, other, views, lines, bands, bars, markers, marks, regimes, scale);
    }

    Chart named(String other) {
        return new Chart(other, unit, help, shape, views, lines, bands, bars, markers, marks, regimes, scale);
    }

    /** The same with other contents, on a scale that it shares with the charts that name the same one. */
    Chart showing(List<Line> someLines, List<Bars> someBars, List<Markers> some, List<Mark> someMarks, String shared) {
        return new Chart(title, unit, help, shape, views, someLines, bands, someBars, some, someMarks, regimes, shared);
    }

    /** Whether it has neither lines nor bars. */
    public boolean isEmpty() {
        return lines.isEmpty() && bars.isEmpty();
    }
}
