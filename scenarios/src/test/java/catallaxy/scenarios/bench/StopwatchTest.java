package catallaxy.scenarios.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class StopwatchTest {
    private static final long MILLISECOND = 1_000_000;

    private long now;
    private int runs;

    @Test
    void ratesAreOperationsOverTheTimeOfEachRound() {
        Measurement measured = stopwatch(0, 4).measure(benchmark(FigureKind.OPERATIONS_PER_SECOND, this::slower));
        assertThat(measured.values()).hasSize(4).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(measured.values().getFirst()).isCloseTo(500 / 0.005, within(1e-6));
        assertThat(measured.min()).isLessThan(measured.median());
        assertThat(measured.median()).isLessThan(measured.max());
    }

    @Test
    void warmUpLastsAtLeastItsTimeAndIsNotCounted() {
        Measurement measured = stopwatch(10 * MILLISECOND, 2)
                .measure(benchmark(FigureKind.MICROSECONDS_PER_OPERATION, operations -> tick(operations, MILLISECOND)));
        assertThat(measured.warmUpRounds()).isEqualTo(11);
        assertThat(runs).isEqualTo(13);
        assertThat(measured.values()).containsExactly(2.0, 2.0);
    }

    @Test
    void aWorkloadThatDoesNotRepeatIsSeen() {
        Benchmark restless = benchmark(FigureKind.SECONDS_PER_OPERATION, operations -> ++runs);
        assertThatThrownBy(() -> stopwatch(0, 1).measure(restless)).hasMessageContaining("does not repeat");
    }

    @Test
    void medianOfAnEvenNumberIsBetweenTheMiddleTwo() {
        Benchmark any = benchmark(FigureKind.SECONDS_PER_OPERATION, operations -> 0);
        assertThat(new Measurement(any, List.of(4.0, 1.0, 2.0, 8.0), 1, 0).median())
                .isEqualTo(3.0);
    }

    @Test
    void everyBenchmarkHasItsOwnName() {
        assertThat(Benchmarks.all()).extracting(Benchmark::name).doesNotHaveDuplicates();
    }

    /** Those of small operations; whole days repeat in the tests of the market. */
    @Test
    void smallWorkloadsRepeat() {
        for (Benchmark benchmark : Benchmarks.all()) {
            if (benchmark.figure() == FigureKind.OPERATIONS_PER_SECOND) {
                Workload workload = benchmark.workload().get();
                assertThat(run(workload)).as(benchmark.name()).isEqualTo(run(workload));
            }
        }
    }

    private static long run(Workload workload) {
        workload.prepare();
        return workload.run(100);
    }

    @Test
    void eachRoundIsPreparedOutsideItsTime() {
        Workload prepared = new Workload() {
            private int left;

            @Override
            public void prepare() {
                now += 50 * MILLISECOND;
                left = 1;
            }

            @Override
            public long run(int operations) {
                tick(operations, MILLISECOND);
                return left--;
            }
        };
        Measurement measured = stopwatch(0, 3).measure(benchmark(FigureKind.MICROSECONDS_PER_OPERATION, prepared));
        assertThat(measured.values()).containsExactly(2.0, 2.0, 2.0);
    }

    private long slower(int operations) {
        return tick(operations, (runs + 1) * MILLISECOND);
    }

    private long tick(int operations, long nanos) {
        runs++;
        now += nanos;
        return operations;
    }

    private Stopwatch stopwatch(long warmUpNanos, int rounds) {
        return new Stopwatch(() -> now, warmUpNanos, rounds);
    }

    private static Benchmark benchmark(FigureKind figure, Workload workload) {
        return new Benchmark("test", "nothing", figure, "x", 500, () -> workload);
    }
}
