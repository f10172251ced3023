package catallaxy.benchmarks;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
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

/** The arithmetic of pools on numbers of so many bits. */
@State(Scope.Thread)
@Fork(2)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class UInt256Bench {
    private static final int NUMBERS = 1 << 10;

    /** Bits of the numbers. */
    @Param({"60", "112", "200"})
    public int bits;

    private final UInt256[] numbers = new UInt256[NUMBERS];
    private int next;

    /** Draws the numbers; their highest bits are set. */
    @Setup
    public void draw() {
        RandomStream random = RandomStream.of(1, "bench");
        for (int i = 0; i < NUMBERS; i++) {
            UInt256 all = UInt256.ofLimbs(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
            UInt256 top = UInt256.powerOfTwo(bits - 1);
            numbers[i] = all.remainder(top).plusExact(top);
        }
    }

    private UInt256 number(int after) {
        return numbers[(next + after) & (NUMBERS - 1)];
    }

    /** The sum of two. */
    @Benchmark
    public UInt256 plus() {
        next++;
        return number(0).plusExact(number(1));
    }

    /** The product of two, modulo 2^256. */
    @Benchmark
    public UInt256 times() {
        next++;
        return number(0).timesWrapping(number(1));
    }

    /** The product of two, divided by a third, with an intermediate of 512 bits. */
    @Benchmark
    public UInt256 mulDiv() {
        next++;
        return number(0).mulDivFloor(number(1), number(2));
    }

    /** The square root of one. */
    @Benchmark
    public UInt256 sqrt() {
        next++;
        return number(0).sqrt();
    }
}
