package catallaxy.benchmarks;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.kernel.EventQueue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** An event queue that keeps its length: each event that is taken schedules another. */
@State(Scope.Thread)
@Fork(2)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EventQueueBench {
    private static final int DELAYS = 1 << 12;
    private static final long LONGEST_NANOS = 1_000_000_000;

    /** Events that wait. */
    @Param({"64", "4096", "262144"})
    public int pending;

    private final long[] delays = new long[DELAYS];
    private EventQueue queue = new EventQueue();
    private int next;

    /** Schedules the first events. */
    @Setup
    public void fill() {
        queue = new EventQueue();
        RandomStream random = RandomStream.of(1, "bench");
        for (int i = 0; i < DELAYS; i++) {
            delays[i] = random.nextLong(LONGEST_NANOS);
        }
        for (int i = 0; i < pending; i++) {
            queue.schedule(random.nextLong(LONGEST_NANOS), i & 7, 1, i, i);
        }
    }

    /** Takes the next event and schedules its successor. */
    @Benchmark
    public long hold() {
        long now = queue.timeNanos();
        int target = queue.target();
        queue.remove();
        next = (next + 1) & (DELAYS - 1);
        queue.schedule(now + delays[next], target & 7, 1, target, now);
        return now;
    }

    /** An independent queue. */
    @Benchmark
    public EventQueue copy() {
        return queue.copy();
    }
}
