package catallaxy.scenarios.command;

import catallaxy.agents.statistics.Estimate;
import catallaxy.agents.statistics.PerformanceProfile;
import catallaxy.agents.statistics.ScoreSummary;
import catallaxy.scenarios.report.MeasuredBoard;
import catallaxy.scenarios.report.ScoreBoard;
import catallaxy.scenarios.report.ScoreMeasure;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The groups of a sweep of trainings as tables on the terminal: summaries, profiles and contrasts of one measure after the other. */
record TrainingSweepTables(Map<ScoreMeasure, List<MeasuredBoard>> boards) {
    private static final int FIGURES = 6;

    static TrainingSweepTables of(List<MeasuredBoard> boards) {
        Map<ScoreMeasure, List<MeasuredBoard>> byMeasure = new LinkedHashMap<>();
        boards.forEach(each -> byMeasure
                .computeIfAbsent(each.measure(), _ -> new ArrayList<>())
                .add(each));
        return new TrainingSweepTables(byMeasure);
    }

    void print(PrintWriter out) {
        boards.forEach((measure, of) -> {
            out.println(measure.title());
            out.println();
            summaries(of).print(out);
            MeasuredBoard.absences(of).forEach(out::println);
            out.println();
            of.stream().filter(board -> !board.board().groups().isEmpty()).forEach(board -> {
                profiles(board).print(out);
                out.println();
                contrasts(board, out);
                out.println();
            });
        });
        if (!boards.isEmpty()) {
            out.println(
                    "n runs; IQM: interquartile mean (of fewer than four runs, their mean) with its 95 % bootstrap interval over runs,");
            out.println(
                    "which one run does not have and which equal runs give no width; P: share of runs above τ, or the");
            out.println("probability that a run of one group scores higher than one of the other, with its interval");
        }
    }

    private static TextTable summaries(List<MeasuredBoard> boards) {
        TextTable table = TextTable.of("group", "n", "IQM", "low", "high", "mean", "std", "median");
        for (MeasuredBoard board : boards) {
            board.board().rows().forEach(row -> summary(table, board, row));
        }
        return table;
    }

    private static void summary(TextTable table, MeasuredBoard of, ScoreBoard.Row row) {
        int decimals = of.measure().decimals();
        double[] figures = row.summary().map(TrainingSweepTables::figures).orElseGet(TrainingSweepTables::none);
        Stream<String> cells = Arrays.stream(figures).mapToObj(figure -> figure(figure, decimals));
        table.row(Stream.concat(Stream.of(of.label(row.group()), row.count().text()), cells)
                .toArray());
    }

    private static double[] figures(ScoreSummary summary) {
        Estimate middle = summary.interquartileMean();
        return new double[] {
            middle.value(), middle.low(), middle.high(), summary.mean(), summary.standardDeviation(), summary.median()
        };
    }

    private static double[] none() {
        double[] none = new double[FIGURES];
        Arrays.fill(none, Double.NaN);
        return none;
    }

    /** Performance profiles at a few scores. */
    private static TextTable profiles(MeasuredBoard of) {
        List<PerformanceProfile> profiles =
                of.board().groups().stream().map(of.board()::roundProfile).toList();
        TextTable table = TextTable.of(cells(
                "P(score > τ), τ =", profiles.getFirst().points().stream().map(point -> threshold(point.threshold()))));
        for (int i = 0; i < profiles.size(); i++) {
            table.row((Object[]) cells(
                    of.label(of.board().groups().get(i)),
                    profiles.get(i).points().stream()
                            .map(point -> figure(point.above().value(), 2))));
        }
        return table;
    }

    private static String[] cells(String first, Stream<String> others) {
        return Stream.concat(Stream.of(first), others).toArray(String[]::new);
    }

    private static String threshold(double tau) {
        return BigDecimal.valueOf(tau).stripTrailingZeros().toPlainString();
    }

    private static void contrasts(MeasuredBoard of, PrintWriter out) {
        for (ScoreBoard.Contrast contrast : of.board().contrasts()) {
            String value = contrast.probability()
                    .map(TrainingSweepTables::probability)
                    .orElse("unknown: " + contrast.obstacle());
            out.println("P(" + of.label(contrast.better()) + " > " + of.label(contrast.other()) + ") = " + value);
        }
    }

    private static String probability(Estimate estimate) {
        String interval = estimate.hasInterval()
                ? String.format(Locale.ROOT, " (%.3f to %.3f)", estimate.low(), estimate.high())
                : " (no interval: a group has one run)";
        return String.format(Locale.ROOT, "%.3f", estimate.value()) + interval;
    }

    private static String figure(double value, int decimals) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + decimals + "f", value) : "-";
    }
}
