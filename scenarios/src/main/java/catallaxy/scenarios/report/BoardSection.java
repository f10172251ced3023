package catallaxy.scenarios.report;

import catallaxy.agents.statistics.Estimate;
import catallaxy.agents.statistics.PerformanceProfile;
import catallaxy.agents.statistics.ScoreSummary;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The part of a page that compares training runs: summaries of the groups, contrasts between them, and their profiles. */
final class BoardSection {
    private static final int DIGITS_OF_PROBABILITIES = 3;
    private static final int FIGURES = 5;

    private final Markup page;
    private final ChartBook book;

    BoardSection(Markup page, ChartBook book) {
        this.page = page;
        this.book = book;
    }

    /** Writes it; nothing where no run has a score. */
    void write(List<MeasuredBoard> boards) {
        boards.stream().map(MeasuredBoard::measure).distinct().forEach(measure -> {
            List<MeasuredBoard> of =
                    boards.stream().filter(each -> each.measure() == measure).toList();
            page.element("h3", measure.title());
            summaries(of).write(page);
            MeasuredBoard.absences(of).forEach(line -> page.element("p", line, "class", "note"));
            contrasts(of);
            of.forEach(this::profiles);
        });
        if (!boards.isEmpty()) {
            page.element(
                    "p",
                    "n runs. Interquartile mean: the mean of the middle half of all runs; of fewer than four, of all of them. "
                            + "Intervals: 95 %, stratified bootstrap over runs, 2000 replicates; with few runs they are too "
                            + "short, of equal runs they have no width, and of one run there is none.",
                    "class",
                    "note");
        }
    }

    private static Table summaries(List<MeasuredBoard> boards) {
        Table table = new Table()
                .text("Group")
                .number("Problems")
                .number("n")
                .number("Interquartile mean")
                .number("95 % interval")
                .number("Mean")
                .number("Standard deviation")
                .number("Median");
        for (MeasuredBoard each : boards) {
            each.board().rows().forEach(row -> summary(table, each, row));
        }
        return table;
    }

    private static void summary(Table table, MeasuredBoard of, ScoreBoard.Row row) {
        table.row()
                .cell(of.label(row.group()))
                .cell(FigureText.count(row.problems()))
                .cell(row.count().text());
        int decimals = of.measure().decimals();
        row.summary()
                .ifPresentOrElse(
                        summary -> figures(table, summary, decimals),
                        () -> IntStream.range(0, FIGURES).forEach(_ -> table.cell(FigureText.UNKNOWN)));
    }

    private static void figures(Table table, ScoreSummary summary, int decimals) {
        Estimate middle = summary.interquartileMean();
        table.cell(FigureText.decimals(middle.value(), decimals))
                .cell(interval(middle, decimals))
                .cell(FigureText.decimals(summary.mean(), decimals))
                .cell(FigureText.decimals(summary.standardDeviation(), decimals))
                .cell(FigureText.decimals(summary.median(), decimals));
    }

    private static String interval(Estimate estimate, int decimals) {
        if (!estimate.hasInterval()) {
            return FigureText.UNKNOWN;
        }
        return FigureText.decimals(estimate.low(), decimals) + " to " + FigureText.decimals(estimate.high(), decimals);
    }

    private void contrasts(List<MeasuredBoard> boards) {
        Table table = new Table()
                .text("Group")
                .text("against")
                .number("Probability of improvement")
                .number("95 % interval");
        for (MeasuredBoard each : boards) {
            each.board().contrasts().forEach(contrast -> contrast(table, each, contrast));
        }
        if (!table.isEmpty()) {
            table.write(page);
        }
    }

    private static void contrast(Table table, MeasuredBoard of, ScoreBoard.Contrast contrast) {
        table.row()
                .cell(of.label(contrast.better()))
                .cell(of.label(contrast.other()))
                .cell(contrast.probability()
                        .map(each -> FigureText.decimals(each.value(), DIGITS_OF_PROBABILITIES))
                        .orElse(contrast.obstacle()))
                .cell(contrast.probability()
                        .map(each -> interval(each, DIGITS_OF_PROBABILITIES))
                        .orElse(FigureText.UNKNOWN));
    }

    private void profiles(MeasuredBoard of) {
        String whose = of.agent().isEmpty() ? "" : of.agent() + ": ";
        String title = whose + "Performance profile: share of runs above a score";
        List<Chart.Line> lines = new ArrayList<>();
        List<Chart.Band> bands = new ArrayList<>();
        for (String group : of.board().groups()) {
            List<PerformanceProfile.Point> points = of.board().profile(group).points();
            int color = lines.size();
            lines.add(new Chart.Line(group, color, Chart.Stroke.SOLID, false, samples(points, Estimate::value)));
            if (points.stream().allMatch(point -> point.above().hasInterval())) {
                bands.add(
                        new Chart.Band(group, color, samples(points, Estimate::low), samples(points, Estimate::high)));
            }
        }
        Chart chart = Chart.of(title, "over score τ", "with 95 % intervals", lines)
                .withBands(bands)
                .withShape(Chart.Shape.WIDE);
        if (!chart.isEmpty()) {
            book.write(page, chart, span(of.measure().title() + title, chart));
        }
    }

    private static ChartBook.Span span(String group, Chart chart) {
        DoubleSummaryStatistics scores = chart.lines().stream()
                .map(Chart.Line::samples)
                .flatMapToDouble(all -> DoubleStream.of(all.firstSeconds(), all.lastSeconds()))
                .summaryStatistics();
        return new ChartBook.Span(ChartBook.Axis.SCORE, group, scores.getMin(), scores.getMax());
    }

    /** One figure of the estimates over the scores; the points stand in the order of their scores. */
    private static Samples samples(List<PerformanceProfile.Point> points, ToDoubleFunction<Estimate> figure) {
        SampleBuffer samples = new SampleBuffer();
        points.forEach(point -> samples.append(point.threshold(), figure.applyAsDouble(point.above())));
        return samples.exactly();
    }
}
