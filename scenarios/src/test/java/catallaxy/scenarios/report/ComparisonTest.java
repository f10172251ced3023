package catallaxy.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.scenarios.folder.AgentTotals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Runs side by side, as the summaries of their folders have them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ComparisonTest {
    @TempDir
    static Path work;

    @BeforeAll
    static void record() throws IOException {
        RecordedRun.write(work.resolve("one"), 31, 20);
        RecordedRun.write(work.resolve("two"), 32, 20);
        RecordedRun.write(work.resolve("again"), 31, 20);
        RecordedRun.write(work.resolve("other"), 31, 15);
        Path killed = RecordedRun.write(work.resolve("killed"), 33, 10);
        for (String file : List.of("summary.json", "equity.csv", "metrics.jsonl")) {
            Files.delete(killed.resolve(file));
        }
        Path manifest = killed.resolve("manifest.json");
        Files.writeString(
                manifest,
                Files.readString(manifest)
                        .replace("\"completed\"", "\"running\"")
                        .replaceFirst("\"digest\":\"\\w+\"", "\"digest\":\"\""));
    }

    private static RunFolder run(String name) throws IOException {
        return RunFolder.read(work.resolve(name));
    }

    private static String listed(RunFolder... runs) {
        Markup page = new Markup();
        new Comparison(List.of(runs), page, new ChartBook()).writeRuns();
        return page.toString();
    }

    private static Markup against(RunFolder base, RunFolder... runs) {
        Markup page = new Markup();
        new Comparison(List.of(runs), page, new ChartBook()).writeAgainst(base);
        return page;
    }

    private static List<String> row(List<List<String>> table, String first) {
        return table.stream()
                .filter(row -> row.getFirst().equals(first))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyRunHasARowAndWhatHasNotEndedIsNamed() throws IOException {
        Markup page = new Markup();
        new Comparison(List.of(run("one"), run("killed")), page, new ChartBook()).writeRuns();
        assertThat(TableText.of(page).getFirst())
                .extracting(List::getFirst)
                .containsExactly("Run", "Run 1 two-chains", "Run 2 two-chains");
        assertThat(page.toString()).contains("Run 2 has not ended, its status is running<");
        assertThat(listed(run("one"), run("two"))).doesNotContain("has not ended");
    }

    @Test
    void aDifferenceIsTheRunLessItsBase() throws IOException {
        RunFolder one = run("one");
        RunFolder base = run("other");
        List<List<String>> table = TableText.of(against(base, one)).getFirst();
        assertThat(table).hasSize(1 + 3 * one.summary().agents().size());
        for (AgentTotals own : one.summary().agents()) {
            AgentTotals other = base.summary().agent(own.id()).orElseThrow();
            int at = table.indexOf(row(table, own.id()));
            assertThat(table.get(at).subList(0, 3))
                    .containsExactly(
                            own.id(),
                            "base",
                            FigureText.signedMoney(other.worth().pnl()));
            assertThat(table.get(at + 1).subList(0, 3))
                    .containsExactly(
                            "", "run", FigureText.signedMoney(own.worth().pnl()));
            List<String> difference = table.get(at + 2);
            double fills = own.trading().fills() - other.trading().fills();
            double fees = own.trading().feesPaid() - other.trading().feesPaid();
            assertThat(difference.subList(0, 3))
                    .containsExactly(
                            "",
                            "difference",
                            FigureText.signedMoney(
                                    own.worth().pnl() - other.worth().pnl()));
            assertThat(difference.get(6)).isEqualTo(FigureText.signedCount(fills));
            assertThat(difference.get(7)).isEqualTo(FigureText.signedMoney(fees));
        }
    }

    @Test
    void whatDiffersFromTheBaseIsSaid() throws IOException {
        RunFolder one = run("one");
        assertThat(against(run("again"), one).toString()).contains("The digests are equal");
        assertThat(against(run("two"), one).toString()).contains("The digests differ. Different too: seed.");
        assertThat(against(run("killed"), one).toString()).contains("Different too: seed, configuration.");
    }

    @Test
    void severalRunsOfTheBasesSeedHaveATableEach() throws IOException {
        Markup page = against(run("again"), run("one"), run("other"));
        assertThat(TableText.of(page)).hasSize(2);
        assertThat(page.toString()).containsSubsequence("<h3>Run 1</h3>", "<table>", "<h3>Run 2</h3>", "<table>");
        assertThat(page.toString()).contains("Of one seed: what another day would show is not known.");
    }

    /** Between days luck is not told from merit: no difference is shown, nor a chart of both. */
    @Test
    void runsOfOtherSeedsAreNotSetAgainstTheBase() throws IOException {
        Markup page = against(run("again"), run("two"));
        assertThat(TableText.of(page)).isEmpty();
        assertThat(page.toString())
                .contains("The run has seed 32 and the base seed 31: they are not compared")
                .doesNotContain("difference", "Of one seed", "figure class");
        assertThat(against(run("again"), run("one"), run("two")).toString())
                .contains("<h3>Run 1</h3>", "Run 2 has seed 32")
                .doesNotContain("<h3>Run 2</h3>");
    }
}
