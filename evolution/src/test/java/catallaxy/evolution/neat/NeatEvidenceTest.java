package catallaxy.evolution.neat;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.evolution.control.DoublePole;
import catallaxy.evolution.control.ExclusiveOr;
import catallaxy.evolution.search.EvolvableProblem;
import java.util.DoubleSummaryStatistics;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Mean trials until problems are solved, beside those of Stanley and Miikkulainen 2002, tables 2 and 3; with the settings of the scenarios. */
@Tag("long")
class NeatEvidenceTest {
    private static DoubleSummaryStatistics trials(
            EvolvableProblem problem, Map<String, ?> settings, int population, double target, int runs) {
        return LongStream.rangeClosed(1001, 1000 + runs)
                .mapToObj(seed -> NeatTrials.of(problem, settings, population, target, seed))
                .collect(Collectors.summarizingDouble(NeatTrials::trials));
    }

    @Test
    void exclusiveOr() {
        Map<String, Double> settings = Map.of("addConnection", 0.3);
        assertThat(trials(new ExclusiveOr(), settings, 150, ExclusiveOr.SOLVED, 100)
                        .getAverage())
                .isLessThan(4755);
    }

    @Test
    void twoPolesWithVelocities() {
        assertThat(trials(new DoublePole(true), Map.of(), 150, DoublePole.SOLVED, 30)
                        .getAverage())
                .isLessThan(1.2 * 3578);
    }

    @Test
    void twoPolesWithoutVelocities() {
        Map<String, ?> settings =
                Map.of("recurrent", true, "addNode", 0.01, "addConnection", 0.3, "weight", 1.0, "threshold", 4.0);
        assertThat(trials(new DoublePole(false), settings, 1000, DoublePole.GENERAL, 10)
                        .getAverage())
                .isLessThan(1.2 * 33_184);
    }
}
