package catallaxy.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.scenarios.folder.InterventionRow;
import catallaxy.scenarios.folder.RunManifest;
import catallaxy.scenarios.folder.RunSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page of a run says of how it ended and what was found in it. */
final class RunPageTest {
    private static final InterventionRow FAULT = new InterventionRow(5.0, "arb", "", "fault", "", "", "no answer");
    private static final InterventionRow LIMIT =
            new InterventionRow(60.0, "risk", "maker", "scale", "1", "0.5", "drawdown");

    @TempDir
    static Path work;

    @BeforeAll
    static void record() throws IOException {
        RecordedRun.write(work.resolve("run"), 51, 10);
    }

    private static RunFolder run() throws IOException {
        return RunFolder.read(work.resolve("run"));
    }

    private static RunFolder ended(String how, String why) throws IOException {
        RunManifest manifest = run().manifest().ended(how, "", why, List.of(), Instant.EPOCH);
        return with(manifest, run().summary(), run().interventions());
    }

    private static RunFolder with(RunManifest manifest, RunSummary summary, Interventions interventions)
            throws IOException {
        RunFolder run = run();
        return new RunFolder(
                run.path(), manifest, summary, run.metrics(), run.equity(), run.fills(), interventions, run.notes());
    }

    private static String page(RunFolder run) throws IOException {
        Markup page = new Markup();
        RunPage written = new RunPage(run, ChartKinds.of(List.of()), "run", page, new ChartBook());
        written.writeHead();
        written.writeBody();
        return page.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "running, '', 'Its manifest still says “running”: it was killed, or is running now. What follows'",
        "failed, disk full, 'It failed: disk full. What follows'",
        "failed, disk full., 'It failed: disk full. What follows'",
        "failed, '', 'It failed. What follows'",
        "interrupted, by the user, 'It was interrupted: by the user. What follows'",
        "'', '', 'There is no manifest to tell how it ended. What follows'",
        "paused, '', 'Its status is “paused”. What follows'"
    })
    void howItEndedIsASentence(String status, String reason, String sentence) throws IOException {
        assertThat(page(ended(status, reason)))
                .contains("<strong>This run did not complete.</strong>\n " + sentence)
                .contains("up to simulated time 00:10:00.");
    }

    @Test
    void aCompletedRunHasNoBanner() throws IOException {
        assertThat(page(run())).doesNotContain("banner");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, Double.NaN})
    void conservationIsGoodOrBadOrUnknown(double violations) throws IOException {
        RunSummary summary = summary(600, violations);
        String expected = violations == 0
                ? "Value is conserved:</a>\n 12,345 checks, 0 violations"
                : violations > 0
                        ? "Value is NOT conserved:</a>\n 12,345 checks, 1 violations"
                        : "Conservation of value was not reported.";
        assertThat(page(with(run().manifest(), summary, run().interventions()))).contains(expected);
    }

    @Test
    void ratiosAreAnnualisedFromThirtyDaysOn() throws IOException {
        double days = 30 * 86_400;
        String shorter = page(with(run().manifest(), summary(days - 1, 0), run().interventions()));
        String longer = page(with(run().manifest(), summary(days, 0), run().interventions()));
        assertThat(shorter).contains(", not annualised: the run covers less").doesNotContain(", annualised with");
        assertThat(longer).contains(", annualised with a year of 365 days.").doesNotContain(", not annualised: ");
    }

    private static RunSummary summary(double seconds, double violations) throws IOException {
        RunSummary summary = run().summary();
        return new RunSummary(
                summary.subject(),
                new RunSummary.Counts(seconds, 1, 1, 1, 1, 0, 1),
                new RunSummary.Conservation(12_345, violations, ""),
                summary.agents(),
                summary.chains(),
                summary.venues(),
                summary.searchers(),
                summary.builders(),
                summary.bridges(),
                summary.quote(),
                summary.conventions());
    }

    @Test
    void interventionsAreCountedByKindAndMarked() throws IOException {
        Interventions two =
                new Interventions(List.of(FAULT, LIMIT), List.of(FAULT, LIMIT), Map.of("scale", 1_234L), 1_234);
        RunFolder run = with(run().manifest(), run().summary(), two);
        assertThat(page(run)).contains("1,234 × scale. They are marked").contains("First 2 of 1,234");
        assertThat(InterventionMarks.of(run))
                .containsExactly(
                        new Chart.Mark(5, "fault", run.color("arb"), "fault · arb · no answer"),
                        new Chart.Mark(60, "scale", run.color("maker"), "scale · maker 1 → 0.5 · drawdown"));
        assertThat(run.color("arb")).isNotEqualTo(run.color("maker"));
    }

    @Test
    void aRunWithoutInterventionsSaysSo() throws IOException {
        Interventions none = new Interventions(List.of(), List.of(), Map.of(), 0);
        assertThat(page(with(run().manifest(), run().summary(), none)))
                .contains("None was recorded.")
                .doesNotContain("They are marked");
    }
}
