package catallaxy.scenarios.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.market.MarketSpec;
import java.util.List;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GrowthTest {
    private long now;
    private int runs;

    private Growth growth(IntToLongFunction nanos) {
        return new Growth(() -> now, List.of(1, 10, 100), size -> {
            runs++;
            now += nanos.applyAsLong(size);
            return size;
        });
    }

    @ParameterizedTest
    @CsvSource({"1000, 1, 1", "1000, 2, 2", "1000, 0, 0", "7, 1.5, 1.5"})
    void theSlopeOfAPowerIsItsExponent(long nanos, double power, double slope) {
        Growth growth = growth(size -> Math.round(nanos * 1e6 * Math.pow(size, power)));
        growth.run(1);
        assertThat(growth.figure()).isCloseTo(slope, within(1e-6));
    }

    /** A fixed cost hides a square at first; the largest slope shows it all the same. */
    @Test
    void theSteepestPartCounts() {
        Growth growth = growth(size -> 1_000_000L + 1_000L * size * size);
        growth.run(1);
        double steepest = Math.log10((1e6 + 1e3 * 100 * 100) / (1e6 + 1e3 * 10 * 10));
        assertThat(growth.figure()).isCloseTo(steepest, within(1e-9)).isGreaterThan(0.9);
    }

    @Test
    void smallSizesAreDoneSeveralTimes() {
        growth(size -> 1_000).run(1);
        assertThat(runs).isEqualTo(10 + 2 + 1);
    }

    @Test
    void aRoundRepeats() {
        Growth growth = growth(size -> 1_000);
        assertThat(growth.run(1)).isEqualTo(growth.run(1)).isNotEqualTo(growth.run(2));
    }

    @Test
    void oneSizeDoesNotGrow() {
        assertThatThrownBy(() -> new Growth(() -> 0, List.of(3), size -> size))
                .hasMessage("sizes: expected at least two, found [3]");
    }

    @Test
    void theStopwatchTakesTheWorkloadsOwnFigure() {
        Benchmark benchmark = new Benchmark(
                "growth", "square", FigureKind.OWN, "exponent", 1, () -> growth(size -> 1_000L * size * size));
        Measurement measured = new Stopwatch(() -> now, 0, 2).measure(benchmark);
        assertThat(measured.median()).isCloseTo(2, within(1e-9));
        assertThat(FigureKind.OWN.higherIsBetter()).isFalse();
        assertThatThrownBy(() -> FigureKind.OWN.value(1, 1)).isInstanceOf(IllegalStateException.class);
        Workload timed = operations -> 0;
        assertThatThrownBy(timed::figure).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void worldsHaveTheSizesTheyAreAskedFor() {
        MarketSpec world = GrowingMarkets.world("1 m", 3, 4, 60);
        assertThat(world.engine().venues()).hasSize(6);
        assertThat(world.population()).hasSize(12);
        assertThat(world.durationNanos()).isEqualTo(60_000_000_000L);
    }

    @Test
    void worldsRunToTheSameEndEachTime() {
        MarketSpec world = GrowingMarkets.world("1 m", 1, 4, 600);
        long once = GrowingMarkets.run(world, 2);
        assertThat(GrowingMarkets.run(world, 2)).isEqualTo(once);
        assertThat(GrowingMarkets.run(world, 3)).isNotEqualTo(once);
    }

    /** A world holds at least its accounts' and streams' few kilobytes, and is no megabyte. */
    @Test
    void aWorldTakesMemory() {
        Workload memory = GrowingMarkets.memory();
        memory.run(1);
        assertThat(memory.figure()).isBetween(5e3, 1e6);
    }
}
