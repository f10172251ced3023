package catallaxy.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.agents.statistics.Estimate;
import catallaxy.scenarios.folder.SmallScores;
import catallaxy.scenarios.report.ScoreBoard.Contrast;
import catallaxy.scenarios.report.ScoreBoard.Row;
import catallaxy.scenarios.report.ScoreBoard.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every run is counted, and every group and pair of groups says what is known of it. */
class ScoreBoardTest {
    private static List<Score> scores(String group, double... values) {
        return Arrays.stream(values)
                .mapToObj(value -> new Score(group, "p", value))
                .toList();
    }

    private static Score failed(String group, String why) {
        return new Score(group, "p", Double.NaN, Optional.of(Absence.failed(why)));
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static ScoreBoard board(List<Score>... parts) {
        return new ScoreBoard(Arrays.stream(parts).flatMap(List::stream).toList());
    }

    private static Row row(ScoreBoard board, String group) {
        return board.rows().stream()
                .filter(each -> each.group().equals(group))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aGroupWithoutAFiniteScoreKeepsItsRowAndSaysWhy() {
        ScoreBoard board = board(scores("none", Double.NaN, Double.POSITIVE_INFINITY), scores("some", 1, 2));
        assertThat(board.rows()).extracting(Row::group).containsExactly("none", "some");
        Row none = row(board, "none");
        assertThat(none.count().text()).isEqualTo("0 of 2, 2 without a score");
        assertThat(none.summary()).isEmpty();
        assertThat(none.count().reasons())
                .containsExactly("1 without a score: the score is NaN", "1 without a score: the score is Infinity");
        assertThat(row(board, "some").count().text()).isEqualTo("2");
    }

    @Test
    void failedRunsAreCountedAndTheOthersAreSummarised() {
        List<Score> runs = new ArrayList<>(scores("ppo", 1, 2, 6));
        runs.add(failed("ppo", "training diverged: loss; its last checkpoint, /a/b, is from before\nlower the rate"));
        runs.add(failed("ppo", "training diverged: loss; its last checkpoint, /a/c, is from before"));
        Row row = new ScoreBoard(runs).rows().getFirst();
        assertThat(row.count().text()).isEqualTo("3 of 5, 2 failed");
        assertThat(row.count().reasons()).containsExactly("2 failed: training diverged: loss");
        assertThat(row.summary().orElseThrow().mean()).isEqualTo(3);
        assertThat(row.summary().orElseThrow().runs()).isEqualTo(3);
    }

    @Test
    void kindsOfAbsenceAreCountedApart() {
        List<Absence> absences = List.of(
                Absence.unscored("a"),
                Absence.failed("b"),
                new Absence(Absence.Kind.REPEATED, "c"),
                Absence.failed("d"));
        RunCount count = new RunCount(1, absences);
        assertThat(count.text()).isEqualTo("1 of 5, 2 failed, 1 without a score, 1 repeated");
        assertThat(count.runs()).isEqualTo(5);
        assertThat(Arrays.stream(Absence.Kind.values()).mapToInt(count::of).sum())
                .isEqualTo(absences.size());
    }

    @Test
    void oneRunHasNoInterval() {
        Row row = board(scores("ppo", 0.7)).rows().getFirst();
        Estimate middle = row.summary().orElseThrow().interquartileMean();
        assertThat(middle.value()).isEqualTo(0.7);
        assertThat(middle.hasInterval()).isFalse();
        assertThat(middle.low()).isNaN();
        assertThat(board(scores("ppo", 0.7, 0.7)).profile("ppo").points())
                .allMatch(point -> point.above().hasInterval());
        assertThat(board(scores("ppo", 0.7)).profile("ppo").points())
                .noneMatch(point -> point.above().hasInterval());
    }

    @Test
    void equalRunsHaveAnIntervalOfNoWidth() {
        Estimate middle = board(scores("ppo", 3, 3, 3))
                .rows()
                .getFirst()
                .summary()
                .orElseThrow()
                .interquartileMean();
        assertThat(List.of(middle.low(), middle.value(), middle.high())).containsOnly(3.0);
    }

    @ParameterizedTest
    @CsvSource({"1;9, 5", "1;2;9, 4", "0;4;8;100, 6", "0;4;8;12;100, 8"})
    void fewerThanFourRunsHaveTheirMeanInTheMiddle(String runs, double expected) {
        double[] values =
                Arrays.stream(runs.split(";")).mapToDouble(Double::parseDouble).toArray();
        assertThat(board(scores("a", values))
                        .rows()
                        .getFirst()
                        .summary()
                        .orElseThrow()
                        .interquartileMean()
                        .value())
                .isEqualTo(expected);
    }

    @Test
    void theFirstGroupThatHasAScoreIsWhatOthersAreComparedWith() {
        ScoreBoard board = board(scores("none", Double.NaN), scores("low", 1, 2), scores("high", 3, 4));
        assertThat(board.contrasts()).extracting(Contrast::better).containsExactly("none", "high");
        assertThat(board.contrasts()).extracting(Contrast::other).containsOnly("low");
        assertThat(board.contrasts().getFirst().probability()).isEmpty();
        assertThat(board.contrasts().getFirst().obstacle()).isEqualTo("none has no score");
        assertThat(board.contrasts().getLast().probability().orElseThrow().value())
                .isEqualTo(1);
    }

    @Test
    void groupsOnDifferentProblemsSayThatTheyAre() {
        ScoreBoard board = new ScoreBoard(
                List.of(new Score("a", "merton", 1), new Score("b", "merton", 2), new Score("b", "cart-pole", 2)));
        assertThat(board.contrasts()).singleElement().satisfies(contrast -> {
            assertThat(contrast.probability()).isEmpty();
            assertThat(contrast.obstacle()).isEqualTo("scores on [cart-pole, merton] and on [merton]");
        });
    }

    @Test
    void oneRunAgainstManyHasAProbabilityWithoutInterval() {
        Estimate probability = board(scores("a", 1, 2, 3), scores("b", 2))
                .contrasts()
                .getFirst()
                .probability()
                .orElseThrow();
        assertThat(probability.value()).isEqualTo(0.5);
        assertThat(probability.hasInterval()).isFalse();
    }

    @Test
    void aBoardWithoutAnyScoreHasRowsAndNothingElse() {
        ScoreBoard board = board(scores("a", Double.NaN), scores("b", Double.NaN));
        assertThat(board.rows()).hasSize(2).allMatch(row -> row.summary().isEmpty());
        assertThat(board.contrasts()).isEmpty();
        assertThat(board.groups()).isEmpty();
    }

    /** Whatever is missing: no run is lost, and the figures are those of the finite scores alone. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void noRunIsLost(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Score> runs = IntStream.range(0, 30)
                .mapToObj(i -> {
                    String group = "g" + random.nextInt(4);
                    return switch (random.nextInt(4)) {
                        case 0 -> failed(group, "why " + random.nextInt(2));
                        case 1 -> new Score(group, "p", Double.NaN);
                        default -> new Score(group, "p", random.nextDouble());
                    };
                })
                .toList();
        ScoreBoard board = new ScoreBoard(runs);
        assertThat(board.rows().stream().mapToInt(row -> row.count().runs()).sum())
                .isEqualTo(runs.size());
        for (Row row : board.rows()) {
            double[] finite = runs.stream()
                    .filter(run -> run.group().equals(row.group()) && Double.isFinite(run.score()))
                    .mapToDouble(Score::score)
                    .sorted()
                    .toArray();
            assertThat(row.count().scored()).isEqualTo(finite.length);
            assertThat(row.summary().isPresent()).isEqualTo(finite.length > 0);
            row.summary()
                    .ifPresent(summary -> assertThat(summary.mean())
                            .isEqualTo(Arrays.stream(finite).sum() / finite.length));
        }
        assertThat(board.contrasts()).hasSize(Math.max(0, board.rows().size() - 1));
    }

    @Test
    void anOptimumOfNothingHasNoRatioAndSaysSo() {
        assertThat(RunScore.of(SmallScores.attained(-0.06, 0)))
                .singleElement()
                .satisfies(score -> assertThat(score.absence().orElseThrow().reason())
                        .isEqualTo("referee.ratio is no finite number, since the optimum is 0"));
    }

    @Test
    void whereEveryRunFailedTheGroupsAreListedAll() {
        List<MeasuredBoard> boards = MeasuredBoard.of(List.of(
                new MeasuredBoard.Entrant("a", "", List.of(), Optional.of(Absence.failed("no"))),
                new MeasuredBoard.Entrant("b", "", List.of(), Optional.of(Absence.failed("no")))));
        assertThat(boards).singleElement().satisfies(board -> {
            assertThat(board.measure()).isEqualTo(ScoreMeasure.NONE);
            assertThat(board.absences()).containsExactly("a: 1 failed: no", "b: 1 failed: no");
        });
    }

    @Test
    void aLearnerThatAGroupDoesNotHaveIsNotMissedThere() {
        List<MeasuredBoard> boards = MeasuredBoard.of(List.of(
                new MeasuredBoard.Entrant("two", "", List.of(over("maker"), over("fund"))),
                new MeasuredBoard.Entrant("one", "", List.of(over("maker")))));
        assertThat(boards).extracting(each -> each.board().rows().size()).containsExactly(2, 1);
    }

    private static RunScore over(String agent) {
        return new RunScore(ScoreMeasure.OVER_BASELINE, agent, 1);
    }
}
