package catallaxy.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the charts of trainings are the ones of runs, over steps. */
class TrainingChartsTest {
    @TempDir
    Path folder;

    /** A kind that draws these charts. */
    private record Stub(String name, int place, Supplier<List<Chart>> drawing) implements TrainingChartKind {
        @Override
        public String title() {
            return "Title of " + name;
        }

        @Override
        public String unit() {
            return "";
        }

        @Override
        public String definition() {
            return "Charts of this test.";
        }

        @Override
        public boolean appliesTo(ComparedTrainings trainings) {
            return true;
        }

        @Override
        public List<Chart> charts(ComparedTrainings trainings) {
            return drawing.get();
        }
    }

    private static String report(List<Chart> charts) throws IOException {
        return reportOf(List.of(new Stub("these", 0, () -> charts)));
    }

    private static String reportOf(List<TrainingChartKind> kinds) throws IOException {
        TrainingFrame frame = new TrainingFrame("ppo on cart-pole");
        frame.charts(new ComparedTrainings(List.of(), Map.of()), TrainingChartKinds.of(kinds));
        return frame.html();
    }

    private static Chart chart(String title, double... steps) {
        Samples samples = new Samples(steps, new double[steps.length], steps.length);
        return Chart.of(title, "", "help", List.of(new Chart.Line(title, 0, Chart.Stroke.SOLID, false, samples)));
    }

    @Test
    void theyAreDrawnByThePagesScriptOverSteps() throws IOException {
        String html = report(List.of(chart("train/loss", 0, 500), chart("eval/mean_reward", 1000)));
        assertThat(html)
                .contains("data-chart=\"0\"", "data-chart=\"1\"", "\"axis\":\"steps\"", "class Chart")
                .doesNotContain("figure class=\"curve\"");
        assertThat(Pattern.compile("\"until\":1000").matcher(html).results().count())
                .as("they share the longest axis")
                .isEqualTo(2);
        assertThat(Pattern.compile("\"group\":\"training\"")
                        .matcher(html)
                        .results()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void aProfileIsAChartOverScoresWithItsIntervalsAsABand() throws IOException {
        TrainingFrame frame = new TrainingFrame("3 training runs");
        List<MeasuredBoard.Entrant> entrants = IntStream.of(1, 2, 3)
                .mapToObj(seed -> new MeasuredBoard.Entrant(
                        "ppo", "cart-pole", List.of(new RunScore(ScoreMeasure.ATTAINED, "", 0.1 * seed))))
                .toList();
        new BoardSection(frame.page(), frame.book()).write(MeasuredBoard.of(entrants));
        String html = frame.html();
        assertThat(html).contains("\"axis\":\"score\"", "over score τ", "\"bands\":[{\"name\":\"ppo\"");
    }

    @Test
    void thePageAllowsItsOwnScriptAndNothingFromOutside() throws IOException {
        String html = report(List.of(chart("</script><script>alert(1)</script>", 1)));
        assertThat(html)
                .contains("default-src &#39;none&#39;", "script-src &#39;sha256-")
                .doesNotContain("<script>alert");
        assertThat(Pattern.compile("</script").matcher(html).results().count()).isEqualTo(2);
    }

    @Test
    void oneThatThrowsIsNamedInItsPlaceAndTheRestIsThere() throws IOException {
        TrainingChartKind broken = new Stub("broken", 2, () -> {
            throw new IllegalStateException("no <data>");
        });
        assertThat(reportOf(List.of(
                        new Stub("after", 3, () -> List.of(chart("C", 1))),
                        broken,
                        new Stub("first", 1, () -> List.of(chart("A", 1))))))
                .containsSubsequence(
                        ">A</h3>",
                        "The chart “broken” could not be drawn: java.lang.IllegalStateException: no &lt;data&gt;",
                        ">C</h3>");
    }

    @Test
    void aChartWithoutSamplesIsLeftOut() throws IOException {
        assertThat(report(List.of(chart("empty")))).doesNotContain("data-chart=");
    }

    /** Script and policy of both kinds of page are the same. */
    @Test
    void theScriptIsTheOneOfRuns() throws IOException {
        Path run = RecordedRun.write(folder.resolve("run"), 1, 5);
        Path page = folder.resolve("report.html");
        Report.write(List.of(run), Optional.empty(), page);
        Pattern policy = Pattern.compile("script-src &#39;sha256-[^;]*;");
        String ofRun = policy.matcher(Files.readString(page))
                .results()
                .findFirst()
                .orElseThrow()
                .group();
        assertThat(policy.matcher(report(List.of()))
                        .results()
                        .findFirst()
                        .orElseThrow()
                        .group())
                .isEqualTo(ofRun);
    }
}
