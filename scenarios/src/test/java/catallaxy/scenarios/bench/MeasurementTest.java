package catallaxy.scenarios.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MeasurementTest {
    private static Benchmark benchmark(Workload workload) {
        return new Benchmark("walk", "steps", FigureKind.SECONDS_PER_OPERATION, "s", 4, () -> workload);
    }

    private static Measurement of(Double... values) {
        return new Measurement(benchmark(_ -> 0), Arrays.asList(values), 3, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "OPERATIONS_PER_SECOND, 500, 250000000, 2000, true",
        "MICROSECONDS_PER_OPERATION, 500, 250000000, 500, false",
        "SECONDS_PER_OPERATION, 2, 3000000000, 1.5, false",
        "OPERATIONS_PER_SECOND, 2147483647, 1000000000, 2147483647, true"
    })
    void aFigureIsOfOperationsAndTime(
            FigureKind kind, int operations, long nanos, double figure, boolean higherIsBetter) {
        assertThat(kind.value(operations, nanos)).isEqualTo(figure);
        assertThat(kind.higherIsBetter()).isEqualTo(higherIsBetter);
    }

    @Test
    void theMedianHasAsManyFiguresBelowAsAbove() {
        for (long seed = 1; seed <= 50; seed++) {
            var random = new Random(seed);
            Double[] values = random.doubles(1 + random.nextInt(9)).boxed().toArray(Double[]::new);
            Measurement measured = of(values);
            double median = measured.median();
            assertThat(Arrays.stream(values).filter(each -> each < median).count())
                    .as("seed %d", seed)
                    .isEqualTo(
                            Arrays.stream(values).filter(each -> each > median).count());
            assertThat(values).as("seed %d", seed).contains(measured.min(), measured.max());
            assertThat(values).as("seed %d", seed).allMatch(each -> each >= measured.min() && each <= measured.max());
        }
    }

    @Test
    void oneRoundIsAllThereIs() {
        Measurement one = of(7.0);
        assertThat(List.of(one.min(), one.median(), one.max())).containsOnly(7.0);
    }

    @Test
    void valuesAreCopiedAndStayInTheOrderOfTheirRounds() {
        List<Double> values = new ArrayList<>(List.of(3.0, 1.0, 2.0));
        Measurement measured = new Measurement(benchmark(_ -> 0), values, 3, 255);
        values.clear();
        assertThat(measured.values()).containsExactly(3.0, 1.0, 2.0);
        assertThat(measured.median()).isEqualTo(2.0);
        assertThat(Map.<String, Object>copyOf(measured.json()))
                .containsEntry("value", 2.0)
                .containsEntry("min", 1.0)
                .containsEntry("max", 3.0)
                .containsEntry("rounds", 3)
                .containsEntry("operationsPerRound", 4)
                .containsEntry("higherIsBetter", false)
                .containsEntry("checksum", "ff");
    }

    @Test
    void aWorkloadThatMissesItsEndHasNoFigureButAReason() {
        Workload early = _ -> {
            throw new MissedEndException("ended after 3 of 4 steps");
        };
        Timing timing = Timing.of(benchmark(early), new Stopwatch(() -> 0, 0, 1));
        assertThat(timing).isInstanceOf(Timing.Missed.class);
        assertThat(Map.<String, Object>copyOf(timing.json()))
                .isEqualTo(Map.of("name", "walk", "workload", "steps", "missed", "ended after 3 of 4 steps"));
    }

    @Test
    void otherFaultsOfAWorkloadAreNotHidden() {
        Workload broken = _ -> {
            throw new IllegalStateException("broken");
        };
        Stopwatch stopwatch = new Stopwatch(() -> 0, 0, 1);
        assertThatThrownBy(() -> Timing.of(benchmark(broken), stopwatch)).hasMessage("broken");
    }

    /** A clock that does not move gives a finite figure: one nanosecond. */
    @Test
    void aRoundTakesAtLeastANanosecond() {
        Measurement measured = new Stopwatch(() -> 5, 0, 2).measure(benchmark(_ -> 9));
        assertThat(measured.values()).containsExactly(2.5e-10, 2.5e-10);
        assertThat(measured.warmUpRounds()).isEqualTo(4);
        assertThat(measured.checksum()).isEqualTo(9);
    }

    @Test
    void aStopwatchWithoutRoundsIsRefused() {
        assertThatThrownBy(() -> new Stopwatch(() -> 0, 0, 0)).hasMessage("rounds: 0");
    }
}
