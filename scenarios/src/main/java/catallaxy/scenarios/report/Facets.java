package catallaxy.scenarios.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A chart of many series as several of few, on one scale: as many at a time as the page has colours. What belongs to no agent,
 * such as the world's price, is in all of them.
 */
final class Facets {
    static final int MOST_SERIES = 8;

    private final Chart chart;

    private Facets(Chart chart) {
        this.chart = chart;
    }

    /** The chart itself where it can be read. */
    static List<Chart> of(Chart chart) {
        return new Facets(chart).split();
    }

    private List<Chart> split() {
        List<String> names = names();
        if (names.size() <= MOST_SERIES) {
            return List.of(chart);
        }
        List<Chart> facets = new ArrayList<>();
        for (int from = 0; from < names.size(); from += MOST_SERIES) {
            int to = Math.min(from + MOST_SERIES, names.size());
            facets.add(facet(names.subList(from, to))
                    .named(chart.title() + " · " + (from + 1) + (to > from + 1 ? " to " + to : "") + " of "
                            + names.size()));
        }
        return facets;
    }

    /** Of lines, bars and markers, each once. */
    private List<String> names() {
        Stream<String> drawn = chart.lines().isEmpty() && chart.bars().isEmpty()
                ? chart.markers().stream().map(Chart.Markers::name)
                : Stream.concat(
                        chart.lines().stream()
                                .filter(line -> !belongsToNone(line))
                                .map(Chart.Line::name),
                        chart.bars().stream().map(Chart.Bars::name));
        return drawn.distinct().toList();
    }

    private static boolean belongsToNone(Chart.Line line) {
        return line.color() == Palette.NEUTRAL;
    }

    private Chart facet(List<String> names) {
        List<Chart.Line> lines = chart.lines().stream()
                .filter(line -> belongsToNone(line) || names.contains(line.name()))
                .toList();
        List<Integer> colors = lines.stream().map(Chart.Line::color).toList();
        return chart.showing(
                lines,
                chart.bars().stream().filter(bar -> names.contains(bar.name())).toList(),
                chart.markers().stream().map(marker -> at(marker, names)).toList(),
                chart.marks().stream()
                        .filter(mark -> mark.color() < 0 || colors.contains(mark.color()))
                        .toList(),
                chart.title());
    }

    /** Fills on the venues that are shown; those of an agent that is shown itself. */
    private static Chart.Markers at(Chart.Markers marker, List<String> names) {
        if (names.contains(marker.name())) {
            return marker;
        }
        List<Fill> fills = marker.fills().stream()
                .filter(fill -> names.contains(fill.venue()))
                .toList();
        return new Chart.Markers(marker.name(), marker.color(), marker.buy(), fills, fills.size());
    }
}
