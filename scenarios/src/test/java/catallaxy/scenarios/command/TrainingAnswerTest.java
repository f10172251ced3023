package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.scenarios.folder.SmallScores;
import catallaxy.scenarios.folder.TrainingScore;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TrainingAnswerTest {
    private static TrainingScore.Learner learner(String agent) {
        return SmallScores.learner(
                agent, SmallScores.scores(830, -240), SmallScores.scores(2, 8), SmallScores.scores(-514, -479));
    }

    /** Where the world drifts, the two scores may well be of different signs. */
    @Test
    void bothScoresAreShownEachAgainstItsOwnBaseline() {
        assertThat(rows("trader", List.of(learner("trader"))))
                .containsExactly(
                        "trader ppo reward 830.0 2.0 -514.0 828.0 827.0 … 829.0",
                        "trader ppo trading -240.0 8.0 -479.0 -248.0 -249.0 … -247.0");
    }

    @Test
    void severalLearnersAreShownAmongTheLearnedToo() {
        assertThat(rows("trader", List.of(learner("trader"), learner("fund"))))
                .hasSize(4)
                .endsWith(
                        "trader ppo reward among learned 830.0 2.0 828.0 827.0 … 829.0",
                        "trader ppo trading among learned -240.0 8.0 -248.0 -249.0 … -247.0");
    }

    private static List<String> rows(String agent, List<TrainingScore.Learner> learners) {
        StringWriter written = new StringWriter();
        new TrainingAnswer(SmallScores.summary(TrainingScore.of(learners))).print(new PrintWriter(written, true));
        return written.toString()
                .lines()
                .filter(line -> line.startsWith(agent))
                .map(line -> line.replaceAll(" +", " ").strip())
                .toList();
    }
}
