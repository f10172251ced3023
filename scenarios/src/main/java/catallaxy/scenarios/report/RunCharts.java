package catallaxy.scenarios.report;

import java.io.IOException;
import java.util.List;

/** Writes the charts of one run, section by section. */
final class RunCharts {
    private final RunFolder run;
    private final ChartKinds kinds;
    private final ChartBook.Span span;
    private final Markup page;
    private final ChartBook book;

    /** @param group a name that is unique among the runs of the page; charts of one group zoom together */
    RunCharts(RunFolder run, ChartKinds kinds, String group, Markup page, ChartBook book) {
        this.run = run;
        this.kinds = kinds;
        this.span = new ChartBook.Span(ChartBook.Axis.TIME, group, 0, run.lastSeconds());
        this.page = page;
        this.book = book;
    }

    /** Whether a kind of the section has anything to say about the run; one that fails to tell does, so that it is seen. */
    boolean any(ChartSection section) {
        return kinds.in(section).stream().anyMatch(this::applies);
    }

    private boolean applies(ChartKind kind) {
        try {
            return kind.appliesTo(run);
        } catch (RuntimeException | LinkageError _) {
            return true; // it fails again where it is written, and is named there
        }
    }

    /** Writes the charts of a section that show anything. */
    void write(ChartSection section) throws IOException {
        page.open("div", "class", "figures");
        for (ChartKind kind : kinds.in(section)) {
            write(kind);
        }
        page.close("div");
    }

    private void write(ChartKind kind) throws IOException {
        List<Chart> charts;
        try {
            charts = kind.appliesTo(run) ? kind.charts(run) : List.of();
        } catch (RuntimeException | LinkageError failed) {
            page.element("p", "The chart “" + kind.name() + "” could not be drawn: " + failed, "class", "banner bad");
            return;
        }
        charts.stream().filter(chart -> !chart.isEmpty()).forEach(chart -> book.write(page, chart, span));
    }
}
