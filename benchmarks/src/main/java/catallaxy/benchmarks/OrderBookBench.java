package catallaxy.benchmarks;

import catallaxy.environment.market.book.OrderBookWorkload;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One command to an order book with 1,000 resting orders, of a mix in which most are moves. */
@State(Scope.Thread)
@Fork(2)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class OrderBookBench {
    private static final int COMMANDS = 100_000;

    private final OrderBookWorkload workload = OrderBookWorkload.near(1_000, COMMANDS);

    /** The checksum of the trades of all commands; a copy of the filled book is within the time. */
    @Benchmark
    @OperationsPerInvocation(COMMANDS)
    public long command() {
        workload.prepare();
        return workload.run(COMMANDS);
    }
}
