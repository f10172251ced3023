package catallaxy.scenarios.command;

import catallaxy.agents.statistics.Estimate;
import catallaxy.agents.statistics.PerformanceProfile;
import catallaxy.scenarios.report.Measure;
import catallaxy.scenarios.report.MeasuredBoard;
import catallaxy.scenarios.report.ScoreBoard;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The groups of a sweep as tables on the terminal: summaries, profiles and contrasts of one measure after the other. */
record SweepTables(Map<Measure, List<MeasuredBoard>> boards) {
    static SweepTables of(List<MeasuredBoard> boards) {
        Map<Measure, List<MeasuredBoard>> byMeasure = new LinkedHashMap<>();
        boards.forEach(each -> byMeasure
                .computeIfAbsent(each.measure(), _ -> new ArrayList<>())
                .add(each));
        return new SweepTables(byMeasure);
    }

    void print(PrintWriter out) {
        boards.forEach((measure, of) -> {
            out.println(measure.title());
            out.println();
            summaries(of).print(out);
            out.println();
            of.forEach(board -> profiles(board).print(out));
            out.println();
            of.forEach(board -> contrasts(board, out));
            out.println();
        });
        if (!boards.isEmpty()) {
            out.println(
                    "n runs; IQM: interquartile mean with its 95 % bootstrap interval over runs; P: share of runs above τ,");
            out.println(
                    "or the probability that a run of one group scores higher than one of the other, with its interval");
        }
    }

    private static Table summaries(List<MeasuredBoard> boards) {
        Table table = Table.of("group", "n", "IQM", "low", "high", "mean", "std", "median");
        for (MeasuredBoard board : boards) {
            board.board().rows().forEach(row -> summary(table, board, row));
        }
        return table;
    }

    private static void summary(Table table, MeasuredBoard of, ScoreBoard.Row row) {
        Estimate middle = row.summary().interquartileMean();
        int decimals = of.measure().decimals();
        table.row(
                of.label(row.group()),
                row.summary().runs(),
                figure(middle.value(), decimals),
                figure(middle.low(), decimals),
                figure(middle.high(), decimals),
                figure(row.summary().mean(), decimals),
                figure(row.summary().standardDeviation(), decimals),
                figure(row.summary().median(), decimals));
    }

    /** Performance profiles at a few scores. */
    private static Table profiles(MeasuredBoard of) {
        List<PerformanceProfile> profiles =
                of.board().groups().stream().map(of.board()::roundProfile).toList();
        Table table = Table.of(cells(
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
            Estimate probability = contrast.probability();
            out.printf(
                    Locale.ROOT,
                    "P(%s > %s) = %.3f (%.3f to %.3f)%n",
                    of.label(contrast.better()),
                    of.label(contrast.other()),
                    probability.value(),
                    probability.low(),
                    probability.high());
        }
    }

    private static String figure(double value, int decimals) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + decimals + "f", value) : "-";
    }
}
