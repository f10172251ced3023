package catallaxy.scenarios.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What every kind of chart keeps, checked on a run: for the test of a kind of your own. */
public final class ChartKit {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final ChartKind kind;
    private final List<String> faults = new ArrayList<>();

    private ChartKit(ChartKind kind) {
        this.kind = kind;
    }

    /**
     * Draws the kind's charts of a run twice, and of a run of which no file is left.
     *
     * @return what it does not keep, one sentence each; best empty
     * @throws IOException if a file of the run cannot be read
     */
    public static List<String> check(ChartKind kind, RunFolder run) throws IOException {
        ChartKit kit = new ChartKit(kind);
        kit.words();
        kit.drawn(run);
        kit.drawn(RunFolder.readPresent(run.path().resolve("absent")));
        return List.copyOf(kit.faults);
    }

    private void words() {
        require(NAME.matcher(kind.name()).matches(), "its name is not lower-case words joined by hyphens");
        require(!kind.title().isBlank(), "it has no title");
        require(kind.definition().endsWith("."), "its definition is no whole sentence");
    }

    private void drawn(RunFolder run) throws IOException {
        try {
            if (kind.appliesTo(run)) {
                String first = data(kind.charts(run), run);
                require(first.equals(data(kind.charts(run), run)), "its charts of one run differ");
            }
        } catch (RuntimeException failed) {
            faults.add(kind.name() + ": it throws " + failed);
        }
    }

    /** What the page is given. */
    private String data(List<Chart> charts, RunFolder run) {
        var book = new ChartBook();
        var span = new ChartBook.Span(ChartBook.Axis.TIME, "kit", 0, run.lastSeconds());
        for (Chart chart : charts) {
            require(!chart.title().isBlank(), "a chart has no title");
            chart.lines().forEach(line -> times(chart, line, run.lastSeconds()));
            book.write(new Markup(), chart, span);
        }
        return book.json();
    }

    private void times(Chart chart, Chart.Line line, double until) {
        Samples samples = line.samples();
        double before = 0;
        for (int i = 0; i < samples.size(); i++) {
            boolean inOrder = samples.seconds(i) >= before && samples.seconds(i) <= until;
            if (!inOrder || !Double.isFinite(samples.value(i))) {
                faults.add(
                        "%s: in “%s”, sample %d of %s, %s at %s s, is not finite, or out of the order or span of time"
                                .formatted(
                                        kind.name(),
                                        chart.title(),
                                        i,
                                        line.name(),
                                        samples.value(i),
                                        samples.seconds(i)));
                return;
            }
            before = samples.seconds(i);
        }
    }

    private void require(boolean holds, String fault) {
        if (!holds) {
            faults.add(kind.name() + ": " + fault);
        }
    }
}
