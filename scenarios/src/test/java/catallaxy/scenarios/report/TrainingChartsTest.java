package catallaxy.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the charts of trainings are the ones of runs, over steps. */
class TrainingChartsTest {
    @TempDir
    Path folder;

    private String report(List<Chart> charts) throws IOException {
        TrainingFrame frame = new TrainingFrame("ppo on cart-pole");
        frame.charts(charts);
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
