package catallaxy.environment.market.venue.uniswapv3;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.contract.Undo;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Observations against a list of everything that ever held, over the wrap of the 32-bit clock. */
final class V3ObservationsTest {
    private static final BigInteger X160 = BigInteger.TWO.pow(160);

    /** A stretch of constant tick and liquidity that ends at a second. */
    private record Stretch(long end, int tick, BigInteger liquidity) {}

    private final List<Stretch> history = new ArrayList<>();
    private final long start = (1L << 32) - 300;

    private BigInteger[] cumulatives(long second, int tick, BigInteger liquidity) {
        BigInteger ticks = BigInteger.ZERO;
        BigInteger perLiquidity = BigInteger.ZERO;
        long from = start;
        List<Stretch> all = new ArrayList<>(history);
        all.add(new Stretch(Long.MAX_VALUE, tick, liquidity));
        for (Stretch each : all) {
            BigInteger lasted = BigInteger.valueOf(Math.max(0, Math.min(each.end, second) - from));
            ticks = ticks.add(lasted.multiply(BigInteger.valueOf(each.tick)));
            BigInteger inverse = lasted.shiftLeft(128).divide(each.liquidity.max(BigInteger.ONE));
            perLiquidity = perLiquidity.add(inverse);
            from = Math.max(from, Math.min(each.end, second));
        }
        return new BigInteger[] {ticks, perLiquidity.mod(X160)};
    }

    @Test
    void theRingKnowsWhatHeldAtEverySecondThatItReaches() {
        RandomStream random = RandomStream.of(3, "observations");
        V3Observations observations = new V3Observations();
        Undo undo = new Undo();
        observations.initialise(start, undo);
        V3State state = V3State.NEW.initialised(PoolBench.ONE_X96, 0).withOracle(V3OracleState.INITIALISED.grown(40));
        long now = start;
        int reached = 0;
        for (int i = 0; i < 400; i++) {
            now += random.nextInt(10);
            int tick = random.nextInt(2_000) - 1_000;
            UInt256 liquidity = UInt256.of(random.nextLong(1L << 40));
            V3OracleState written = observations.write(state.oracle(), now, state.tick(), state.liquidity(), undo);
            history.add(new Stretch(now, state.tick(), state.liquidity().toBigInteger()));
            state = new V3State(
                    state.sqrtPriceX96(),
                    tick,
                    liquidity,
                    written,
                    0,
                    0,
                    UInt256.ZERO,
                    UInt256.ZERO,
                    UInt256.ZERO,
                    UInt256.ZERO);
            reached += look(observations, state, now + random.nextInt(4), random.nextInt(300)) ? 1 : 0;
        }
        assertThat(now).as("past the wrap").isGreaterThan(1L << 32);
        assertThat(reached).isBetween(100, 399);
        assertThat(state.oracle().cardinality()).isEqualTo(40);
    }

    private boolean look(V3Observations observations, V3State state, long now, long ago) {
        V3Cumulatives seen = observations.observe(state, now & 0xffff_ffffL, ago);
        if (seen == null) {
            return false;
        }
        BigInteger[] expected =
                cumulatives(now - ago, state.tick(), state.liquidity().toBigInteger());
        assertThat(BigInteger.valueOf(seen.tickCumulative())).isEqualTo(expected[0]);
        BigInteger off = seen.secondsPerLiquidityX128().toBigInteger().subtract(expected[1]);
        assertThat(off.abs()).as("rounding of one stretch each").isLessThan(BigInteger.valueOf(500));
        assertThat(seen.seconds()).isEqualTo((now - ago) & 0xffff_ffffL);
        return true;
    }

    /** Seconds, ticks and seconds per liquidity that a range saw, against a sum second by second. */
    @Test
    void aRangeKnowsHowLongThePriceWasInIt() {
        RandomStream random = RandomStream.of(8, "inside");
        PoolBench bench = PoolBench.atOne(3_000, 60);
        bench.mint(bench.alice, -6_000, 6_000, 1_000_000_000L);
        bench.mint(bench.bob, -120, 180, 700_000_000L);
        V3Cumulatives start =
                bench.pool.cumulativesInside(bench.seconds, -120, 180).orElseThrow();
        long seconds = 0;
        long ticks = 0;
        for (int i = 0; i < 300; i++) {
            long lasted = random.nextInt(20);
            boolean inside = bench.pool.tick() >= -120 && bench.pool.tick() < 180;
            seconds += inside ? lasted : 0;
            ticks += inside ? lasted * bench.pool.tick() : 0;
            bench.seconds += lasted;
            V3Cumulatives now = bench.pool
                    .cumulativesInside(bench.seconds, -120, 180)
                    .orElseThrow()
                    .minus(start);
            assertThat(now.seconds()).isEqualTo(seconds);
            assertThat(now.tickCumulative()).isEqualTo(ticks);
            boolean falls = random.nextBoolean(bench.pool.tick() > 30 ? 0.65 : 0.35);
            bench.sell(bench.bob, falls, 1 + random.nextInt(8_000_000));
        }
        assertThat(seconds).isBetween(400L, 2_700L);
        assertThat(bench.pool.cumulativesInside(bench.seconds, -120, 240)).isEmpty();
    }

    @Test
    void beforeTheFirstObservationThereIsNone() {
        PoolBench bench = new PoolBench(3_000, 60);
        assertThat(bench.pool.observe(1_000, 0)).as("not initialised").isEmpty();
        bench.pool.initialize(bench.context(), PoolBench.ONE_X96);
        assertThat(bench.pool.observe(1_000, 1)).isEmpty();
        assertThat(bench.pool.observe(1_010, 10)).isPresent();
        assertThat(bench.pool.observe(1_010, 11)).isEmpty();
    }

    @Test
    void oneBlockIsObservedOnceAndUndone() {
        V3Observations observations = new V3Observations();
        observations.initialise(100, new Undo());
        V3OracleState oracle = V3OracleState.INITIALISED.grown(3);
        Undo undo = new Undo();
        V3OracleState once = observations.write(oracle, 112, 5, UInt256.ONE, undo);
        assertThat(observations.write(once, 112, 9, UInt256.ONE, undo)).isEqualTo(once);
        assertThat(once).isEqualTo(new V3OracleState(1, 3, 3));
        undo.run();
        assertThat(observations.now(oracle, 112, 7, UInt256.ONE).tickCumulative())
                .isEqualTo(84);
    }
}
