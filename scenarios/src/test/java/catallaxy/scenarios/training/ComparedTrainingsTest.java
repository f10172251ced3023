package catallaxy.scenarios.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.scenarios.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of several trainings, of which one was stopped. */
final class ComparedTrainingsTest {
    @TempDir
    static Path out;

    private static Path whole = Path.of("");
    private static Path stopped = Path.of("");

    @BeforeAll
    static void train() throws IOException {
        whole = Path.of(String.valueOf(
                TrainingRun.begin(ShortTraining.request(Map.of(), out.resolve("whole")), TrainingWatch.SILENT)
                        .place()
                        .runFolder()));
        Path parent = out.resolve("stopped");
        TrainingRequest request =
                ShortTraining.request(new ProblemExperiment(ShortTraining.scenario(Map.of())), 6, parent);
        assertThatThrownBy(() -> TrainingRun.begin(request, ShortTraining.at(200, () -> {}, true)))
                .isInstanceOf(TrainingInterruptedException.class);
        try (var folders = Files.list(parent)) {
            stopped = folders.findFirst().orElseThrow();
        }
    }

    private static String report(List<Path> runs) throws IOException {
        Path html = out.resolve("report.html");
        Report.write(runs, Optional.empty(), html);
        return Files.readString(html);
    }

    @Test
    void severalRunsAreListedWithTheirStatusAndComparedByGroups() throws IOException {
        String page = report(List.of(whole, stopped));
        assertThat(page)
                .contains("2 training runs", "Groups of runs", "Learning curves", ">Runs<")
                .contains(">completed<", ">interrupted<", "its status is interrupted")
                .doesNotContain("The same run again", "This run did not complete.");
    }

    @Test
    void aSingleRunSaysHowToMakeItAgainAndWhetherItEnded() throws IOException {
        assertThat(report(List.of(whole)))
                .contains("The same run again", "Attained", "Optimum")
                .doesNotContain("Groups of runs", ">Runs<", "This run did not complete.");
        assertThat(report(List.of(stopped))).contains("This run did not complete.");
    }
}
