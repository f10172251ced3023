package catallaxy.scenarios.command;

import catallaxy.scenarios.folder.EvolutionSummary;
import catallaxy.scenarios.folder.RecordFields;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;

/** The summary of an evolution, as a table for a person and as JSON for a program. */
record EvolutionAnswer(EvolutionSummary summary) implements Answer {
    @Override
    public Map<String, ?> json() {
        return RecordFields.known(summary);
    }

    @Override
    public void print(PrintWriter out) {
        EvolutionSummary.Course course = summary.course();
        out.printf(
                Locale.ROOT,
                "%s on %s, %,d evaluations in %,d generations in %.2f s (%,.0f evaluations/s)%n%n",
                summary.subject().method(),
                summary.subject().problem(),
                (long) course.evaluations(),
                (long) course.generations(),
                course.wallSeconds(),
                course.evaluationsPerSecond());
        TextTable table = TextTable.of("figure", "value", "what it is");
        best(table);
        referee(table);
        summary.search().forEach((name, value) -> table.row(name, figure(value), "figure of the method"));
        table.print(out);
        out.println();
        out.println("folder      " + summary.runFolder());
    }

    private void best(TextTable table) {
        EvolutionSummary.Best best = summary.best();
        String which = summary.front().isEmpty() ? "of the best" : "at the front's knee";
        if (best.values().isEmpty()) {
            table.row("best", "none", "nothing valid was found");
        }
        best.values().forEach((name, value) -> table.row(name, figure(value), which + trials(best)));
        best.settings().forEach(setting -> table.row("setting", setting, which));
        if (!summary.front().isEmpty()) {
            table.row("front", String.valueOf(summary.front().size()), "solutions that none dominates");
        }
        if (Double.isFinite(summary.hypervolume().value())) {
            table.row(
                    "hypervolume",
                    figure(summary.hypervolume().value()),
                    "up to " + summary.hypervolume().reference());
        }
        EvolutionSummary.Archive archive = summary.archive();
        if (Double.isFinite(archive.cells())) {
            table.row("filled cells", figure(archive.filled()), "of " + (long) archive.cells());
            table.row("QD score", figure(archive.qdScore()), "sum of the elites' qualities");
        }
    }

    private static String trials(EvolutionSummary.Best best) {
        return Double.isFinite(best.standardError())
                ? String.format(Locale.ROOT, ", mean of %,d trials", (long) best.samples())
                : "";
    }

    private void referee(TextTable table) {
        EvolutionSummary.Referee referee = summary.referee();
        if (Double.isFinite(referee.attained())) {
            table.row("attained", figure(referee.attained()), referee.name());
            table.row("optimum", figure(referee.optimum()), "of the same");
            if (Double.isFinite(referee.ratio())) {
                table.row("ratio", figure(referee.ratio()), "1 is all of it");
            }
        }
    }

    private static String figure(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%,d", (long) value)
                : String.format(Locale.ROOT, "%.6g", value);
    }
}
