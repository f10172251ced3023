package catallaxy.scenarios.training;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.report.Chart;
import catallaxy.scenarios.report.ComparedTrainings;
import catallaxy.scenarios.report.TrainingChartKind;
import catallaxy.scenarios.report.TrainingChartKinds;
import catallaxy.scenarios.report.TrainingData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every registered kind of chart of trainings draws what trainings wrote. */
final class TrainingChartKindsTest {
    @TempDir
    static Path out;

    private static ComparedTrainings problem = new ComparedTrainings(List.of(), Map.of());
    private static ComparedTrainings market = problem;

    @BeforeAll
    static void train() throws IOException {
        problem = trained(ShortTraining.request(Map.of(), out.resolve("problem")));
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("duration", "5 m");
        settings.put("learners.fund", "null");
        settings.put("learners.risk", "null");
        settings.put("learners.maker.settings.rollout-length", "60");
        settings.put("training.rounds", "2");
        settings.put("training.worlds", "2");
        settings.put("training.evaluation-every", "1");
        settings.put("training.evaluation-episodes", "1");
        settings.put("training.final-episodes", "1");
        Path scenario = Path.of(System.getProperty("catallaxy.root"), "scenarios", "two-chains.conf");
        market = trained(ShortTraining.request(
                new MarketExperiment(ScenarioReader.read(scenario, settings)), 5, out.resolve("market")));
    }

    private static ComparedTrainings trained(TrainingRequest request) throws IOException {
        Path folder =
                Path.of(TrainingRun.begin(request, TrainingWatch.SILENT).place().runFolder());
        return new ComparedTrainings(List.of(TrainingData.read(folder)), Map.of(folder, "these"));
    }

    static List<TrainingChartKind> registered() {
        return TrainingChartKinds.registered().all();
    }

    @ParameterizedTest
    @MethodSource("registered")
    void eachSaysWhatItIsAndDrawsItsCharts(TrainingChartKind kind) throws IOException {
        assertThat(kind.name()).matches("[a-z]+(-[a-z]+)*");
        assertThat(kind.title()).isNotBlank();
        assertThat(kind.definition()).endsWith(".");
        ComparedTrainings shown = kind.appliesTo(problem) ? problem : market;
        assertThat(kind.appliesTo(shown)).isTrue();
        assertThat(kind.charts(shown)).isNotEmpty().noneMatch(Chart::isEmpty);
        ComparedTrainings nothing = new ComparedTrainings(List.of(TrainingData.read(out.resolve("absent"))), Map.of());
        if (kind.appliesTo(nothing)) {
            assertThat(kind.charts(nothing)).allMatch(Chart::isEmpty);
        }
    }

    @Test
    void aProblemHasItsReturnsAndAMarketThoseOfItsLearners() throws IOException {
        assertThat(titles(problem)).contains("Mean return of an episode", "train/policy_loss", "time/fps");
        assertThat(titles(market))
                .contains(
                        "maker: mean return of an episode in training",
                        "maker: score on held-out seeds",
                        "maker/train/policy_loss")
                .doesNotContain("Mean return of an episode");
    }

    @Test
    void ofSeveralTrainingsTheReturnsAreComparedByGroup() throws IOException {
        TrainingData one = problem.runs().getFirst();
        ComparedTrainings twice = new ComparedTrainings(List.of(one, one), Map.of(one.path(), "pooled"));
        assertThat(titles(twice)).containsExactly("Mean return of an episode, " + one.scenario());
    }

    private static SortedSet<String> titles(ComparedTrainings trainings) throws IOException {
        SortedSet<String> titles = new TreeSet<>();
        for (TrainingChartKind kind : registered()) {
            if (kind.appliesTo(trainings)) {
                kind.charts(trainings).forEach(chart -> titles.add(chart.title()));
            }
        }
        return titles;
    }
}
