package catallaxy.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.statistics.PerformanceProfile;
import catallaxy.scenarios.folder.SmallScores;
import catallaxy.scenarios.folder.TrainingScore;
import catallaxy.scenarios.report.MeasuredBoard.Entrant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuredBoardTest {
    private static Entrant market(String group, double maker, double fund) {
        return new Entrant(
                group,
                "",
                RunScore.of(TrainingScore.of(List.of(
                        SmallScores.learner("maker", maker, maker / 2), SmallScores.learner("fund", fund, fund / 2)))));
    }

    private static final List<MeasuredBoard> BOARDS = MeasuredBoard.of(
            List.of(market("ppo", 10, -3), market("a2c", 30, -5), market("ppo", 20, -4), market("a2c", 12, -1)));

    @Test
    void aMarketHasABoardForEachMeasureAndLearner() {
        assertThat(BOARDS)
                .extracting(each -> each.measure() + " " + each.agent())
                .containsExactly(
                        "OVER_BASELINE maker",
                        "OVER_BASELINE fund",
                        "TRADING_OVER_BASELINE maker",
                        "TRADING_OVER_BASELINE fund");
        assertThat(BOARDS.getFirst().label("ppo")).isEqualTo("ppo maker");
    }

    @Test
    void learnersArePooledAndComparedWithTheirOwnKindOnly() {
        ScoreBoard maker = BOARDS.getFirst().board();
        assertThat(maker.rows())
                .extracting(row -> row.group() + " " + row.count().text() + " "
                        + row.summary().orElseThrow().mean())
                .containsExactly("ppo 2 15.0", "a2c 2 21.0");
        assertThat(maker.contrasts()).singleElement().satisfies(contrast -> {
            assertThat(contrast.better() + " " + contrast.other()).isEqualTo("a2c ppo");
            assertThat(contrast.probability().orElseThrow().value()).isEqualTo(0.75);
        });
        assertThat(BOARDS.get(2)
                        .board()
                        .rows()
                        .getFirst()
                        .summary()
                        .orElseThrow()
                        .mean())
                .isEqualTo(7.5);
    }

    @Test
    void aProblemHasOneFigureAndAFailedRunNone() {
        assertThat(RunScore.of(SmallScores.attained(0.9, 1)))
                .containsExactly(new RunScore(ScoreMeasure.ATTAINED, "", 0.9));
        assertThat(RunScore.of(SmallScores.NONE)).isEmpty();
        assertThat(RunScore.of(TrainingScore.of(List.of(SmallScores.learner("maker", Double.NaN, 1)))))
                .containsExactly(
                        new RunScore(
                                ScoreMeasure.OVER_BASELINE,
                                "maker",
                                Double.NaN,
                                Optional.of(Absence.unscored("overBaseline.mean is no finite number"))),
                        new RunScore(ScoreMeasure.TRADING_OVER_BASELINE, "maker", 1));
    }

    @Test
    void theProfileIsTheShareOfRunsAboveRoundScores() {
        PerformanceProfile profile = BOARDS.getFirst().board().roundProfile("ppo");
        assertThat(profile.points())
                .extracting(PerformanceProfile.Point::threshold)
                .containsExactly(10., 15., 20., 25.);
        assertThat(profile.points()).extracting(each -> each.above().value()).containsExactly(0.5, 0.5, 0., 0.);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0.9821, 0.9934", "-7.3, 6.6", "-3451, 186", "0.5, 0.5", "0, 0", "-186, -186", "1e9, 1.00001e9"
    })
    void roundNumbersBeginAtTheLowestAndEndBelowTheHighest(double low, double high) {
        double[] numbers = RoundNumbers.within(low, high);
        double step = numbers.length > 1 ? numbers[1] - numbers[0] : Math.max(high - low, 1);
        assertThat(numbers).isSorted().hasSizeBetween(1, 8);
        assertThat(numbers[0]).isLessThanOrEqualTo(low).isGreaterThan(low - step);
        assertThat(Arrays.stream(numbers).skip(1)).allMatch(each -> each < high);
        assertThat(numbers[numbers.length - 1] + step).isGreaterThanOrEqualTo(high - 1e-9 * Math.abs(high));
        double mantissa = step / Math.pow(10, Math.floor(Math.log10(step) + 1e-9));
        assertThat(List.of(1., 2., 5.)).anySatisfy(each -> assertThat(mantissa).isCloseTo(each, within(1e-6)));
    }
}
