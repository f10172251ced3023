package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TrainingAnswerTest {
    private static Map<String, Object> moments(double mean, double trading) {
        return Map.of("mean", mean, "tradingMean", trading);
    }

    private static Map<String, Object> interval(double mean) {
        return Map.of("mean", mean, "low", mean - 1, "high", mean + 1);
    }

    /** Where the world drifts, the two scores may well be of different signs. */
    @Test
    void bothScoresAreShownEachAgainstItsOwnBaseline() {
        Map<String, Object> over = new LinkedHashMap<>(interval(828));
        over.put("trading", interval(-248));
        Map<String, Object> learner = Map.of(
                "agent",
                "trader",
                "algorithm",
                "ppo",
                "evaluation",
                moments(830, -240),
                "baseline",
                moments(2, 8),
                "random",
                moments(-514, -479),
                "overBaseline",
                over);
        assertThat(rows("trader", List.of(learner)))
                .containsExactly(
                        "trader ppo reward 830.0 2.0 -514.0 828.0 827.0 … 829.0",
                        "trader ppo trading -240.0 8.0 -479.0 -248.0 -249.0 … -247.0");

        Map<String, Object> together = new LinkedHashMap<>(moments(900, -230));
        together.put("baseline", moments(5, 9));
        together.put("overBaseline", over);
        Map<String, Object> one = new LinkedHashMap<>(learner);
        one.put("together", together);
        Map<String, Object> other = new LinkedHashMap<>(one);
        other.put("agent", "fund");
        assertThat(rows("trader", List.of(one, other)))
                .hasSize(4)
                .endsWith(
                        "trader ppo reward among learned 900.0 5.0 828.0 827.0 … 829.0",
                        "trader ppo trading among learned -230.0 9.0 -248.0 -249.0 … -247.0");
    }

    private static List<String> rows(String agent, List<Map<String, Object>> learners) {
        StringWriter written = new StringWriter();
        new TrainingAnswer(Map.of("scenario", "bull-and-bear", "steps", 1L, "learners", learners, "checkpoint", "c"))
                .print(new PrintWriter(written, true));
        return written.toString()
                .lines()
                .filter(line -> line.startsWith(agent))
                .map(line -> line.replaceAll(" +", " ").strip())
                .toList();
    }
}
