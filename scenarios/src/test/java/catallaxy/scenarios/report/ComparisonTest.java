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

    private static Markup overview(RunFolder... runs) {
        Markup page = new Markup();
        new Comparison(List.of(runs), page, new ChartBook()).writeOverview();
        return page;
    }

    private static Markup against(RunFolder base, RunFolder... runs) {
        Markup page = new Markup();
        new Comparison(List.of(runs), page, new ChartBook()).writeAgainst(base);
        return page;
    }

    private static double pnl(RunFolder run, String agent) {
        return run.summary().agent(agent).orElseThrow().worth().pnl();
    }

    private static List<String> row(List<List<String>> table, String first) {
        return table.stream()
                .filter(row -> row.getFirst().equals(first))
                .findFirst()
                .orElseThrow();
    }

    /** Of two numbers the standard deviation is their distance over √2. */
    @Test
    void theSpreadOfTwoRunsIsThatOfTheirSummaries() throws IOException {
        RunFolder one = run("one");
        RunFolder two = run("two");
        List<List<String>> spread = TableText.of(overview(one, two)).get(1);
        assertThat(spread).hasSize(1 + one.summary().agents().size());
        for (AgentTotals agent : one.summary().agents()) {
            double first = pnl(one, agent.id());
            double second = pnl(two, agent.id());
            assertThat(row(spread, agent.id()))
                    .containsExactly(
                            agent.id(),
                            "2",
                            FigureText.signedMoney((first + second) / 2),
                            FigureText.money(Math.abs(first - second) / Math.sqrt(2)),
                            FigureText.signedMoney(Math.min(first, second)),
                            FigureText.signedMoney(Math.max(first, second)));
        }
        assertThat(pnl(one, "maker")).isNotEqualTo(pnl(two, "maker"));
    }

    @Test
    void aRunThatIsThereTwiceCountsOnce() throws IOException {
        Markup page = overview(run("one"), run("two"), run("again"));
        List<List<List<String>>> tables = TableText.of(page);
        assertThat(tables.getFirst())
                .extracting(List::getFirst)
                .containsExactly("Run", "Run 1 two-chains", "Run 2 two-chains", "Run 3 two-chains");
        assertThat(tables.get(1))
                .isEqualTo(TableText.of(overview(run("one"), run("two"))).get(1));
        assertThat(page.toString()).contains("1 of 3 runs are repeated").doesNotContain("has not ended");
    }

    @Test
    void oneRunHasNoDeviation() throws IOException {
        List<String> maker = row(TableText.of(overview(run("one"))).get(1), "maker");
        String pnl = FigureText.signedMoney(pnl(run("one"), "maker"));
        assertThat(maker).containsExactly("maker", "1", pnl, "–", pnl, pnl);
    }

    @Test
    void aRunWithoutFiguresIsNamedAndLeftOut() throws IOException {
        Markup page = overview(run("one"), run("killed"), run("two"));
        List<String> maker = row(TableText.of(page).get(1), "maker");
        List<String> others = row(TableText.of(overview(run("one"), run("two"))).get(1), "maker");
        assertThat(maker.get(1)).isEqualTo("2 of 3, 1 without a score");
        assertThat(maker.subList(2, 6)).isEqualTo(others.subList(2, 6));
        assertThat(page.toString())
                .contains("Run 2 has not ended, its status is running<")
                .doesNotContain("repeated");
    }

    /** Without a digest nothing says that two runs came to the same. */
    @Test
    void runsThatHaveNotEndedAreNoRepetitions() throws IOException {
        Markup page = overview(run("one"), run("killed"), run("killed"));
        assertThat(row(TableText.of(page).get(1), "maker").get(1)).isEqualTo("1 of 3, 2 without a score");
        assertThat(page.toString()).doesNotContain("repeated");
    }

    @Test
    void aDifferenceIsTheRunLessItsBase() throws IOException {
        RunFolder one = run("one");
        RunFolder base = run("two");
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
    void severalRunsHaveATableEachAgainstTheBase() throws IOException {
        Markup page = against(run("again"), run("one"), run("two"));
        assertThat(TableText.of(page)).hasSize(2);
        assertThat(page.toString()).containsSubsequence("<h3>Run 1</h3>", "<table>", "<h3>Run 2</h3>", "<table>");
        assertThat(page.toString()).contains("The digests differ. Different too: seed.");
    }
}
