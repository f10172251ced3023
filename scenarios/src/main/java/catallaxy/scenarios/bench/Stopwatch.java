package catallaxy.scenarios.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Times workloads with the clock it is given. The workload is warmed up for a while and for a few rounds, whichever is
 * longer; then each round is timed by itself.
 */
public final class Stopwatch {
    private static final int FEWEST_WARM_UP_ROUNDS = 3;

    private final LongSupplier nanoClock;
    private final long warmUpNanos;
    private final int rounds;

    /**
     * A stopwatch that measures any number of benchmarks in the same way.
     *
     * @param nanoClock tells nanoseconds since whenever
     * @param warmUpNanos shortest time to warm up
     * @param rounds timed rounds, positive
     */
    public Stopwatch(LongSupplier nanoClock, long warmUpNanos, int rounds) {
        if (rounds < 1) {
            throw new IllegalArgumentException("rounds: " + rounds);
        }
        this.nanoClock = nanoClock;
        this.warmUpNanos = warmUpNanos;
        this.rounds = rounds;
    }

    /**
     * Measures one benchmark.
     *
     * @throws MissedEndException    if the workload does not come to its end
     * @throws IllegalStateException if a round's checksum differs from the others': the workload does not repeat
     */
    public Measurement measure(Benchmark benchmark) {
        Workload workload = benchmark.workload().get();
        int operations = benchmark.operations();
        workload.prepare();
        long checksum = workload.run(operations);
        int warmUpRounds = 1 + warmUp(workload, operations);
        List<Double> values = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            workload.prepare();
            long start = nanoClock.getAsLong();
            long again = workload.run(operations);
            long nanos = nanoClock.getAsLong() - start;
            requireEqual(benchmark, checksum, again);
            values.add(benchmark.figure().value(workload, operations, Math.max(1, nanos)));
        }
        return new Measurement(benchmark, values, warmUpRounds, checksum);
    }

    private int warmUp(Workload workload, int operations) {
        long start = nanoClock.getAsLong();
        int done = 0;
        while (done < FEWEST_WARM_UP_ROUNDS || nanoClock.getAsLong() - start < warmUpNanos) {
            workload.prepare();
            workload.run(operations);
            done++;
        }
        return done;
    }

    private static void requireEqual(Benchmark benchmark, long expected, long actual) {
        if (expected != actual) {
            throw new IllegalStateException("benchmark " + benchmark.name() + " does not repeat: checksum "
                    + Long.toHexString(actual) + " after " + Long.toHexString(expected));
        }
    }
}
