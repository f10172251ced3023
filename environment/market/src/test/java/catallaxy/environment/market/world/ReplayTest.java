package catallaxy.environment.market.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.market.world.candle.CandleSeries;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Replayed prices: the path rules, the common clock, gaps, and that nothing comes from a candle that has not opened. */
class ReplayTest {
    private static final long MINUTE = 60_000_000_000L;
    private static final long HOUR = 60 * MINUTE;
    private static final Offset<Double> CLOSE = Offset.offset(1e-9);

    @Test
    void followsTheStatedPathThroughACandle() {
        CandleSeries rise = candle(10, 14, 8, 12);
        CandleSeries fall = candle(10, 14, 8, 9);
        assertPath(rise, CandlePath.STEP, 10, 10, 10, 10, 10, 10, 12);
        assertPath(rise, CandlePath.LINEAR, 10, 10 + 1 / 3.0, 10 + 2 / 3.0, 11, 11 + 1 / 3.0, 11 + 2 / 3.0, 12);
        assertPath(rise, CandlePath.EXTREMES, 10, 9, 8, 11, 14, 13, 12);
        assertPath(fall, CandlePath.EXTREMES, 10, 12, 14, 11, 8, 8.5, 9);
    }

    private static void assertPath(CandleSeries candles, CandlePath path, double... prices) {
        World world = World.of(spec(10 * MINUTE, GapPolicy.HOLD, new ReplaySpec("A", candles, path)), 1);
        for (int i = 0; i < prices.length; i++) {
            assertThat(world.price(0)).as("%s at %d", path, i).isCloseTo(prices[i], CLOSE);
            if (i + 1 < prices.length) {
                world.advance();
            }
        }
        assertThatThrownBy(world::advance)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("candles end");
    }

    private static CandleSeries candle(double open, double high, double low, double close) {
        double[][] columns = {{open}, {high}, {low}, {close}, {1}};
        return CandleSeries.of(HOUR, new long[] {Candles.START}, columns);
    }

    @Test
    void knowsNothingOfCandlesThatHaveNotOpened() {
        for (CandlePath path : CandlePath.values()) {
            CandleSeries candles = Candles.walk(50, HOUR, 1);
            CandleSeries other = Candles.otherFuture(candles, 20, 1.5);
            World world = World.of(spec(7 * MINUTE, GapPolicy.HOLD, new ReplaySpec("A", candles, path)), 1);
            World perturbed = World.of(spec(7 * MINUTE, GapPolicy.HOLD, new ReplaySpec("A", other, path)), 1);
            while (world.timeNanos() < 20 * HOUR) {
                assertThat(perturbed.price(0)).as("%s", path).isEqualTo(world.price(0));
                assertThat(perturbed.volatility(0)).as("%s", path).isEqualTo(world.volatility(0));
                world.advance();
                perturbed.advance();
            }
            assertThat(perturbed.price(0))
                    .as("the control: the perturbation is seen")
                    .isNotEqualTo(world.price(0));
        }
    }

    /** Within a candle, only the step path is blind to how the candle goes on. */
    @Test
    void hidesTheRemainderOfACandleOnTheStepPathOnly() {
        CandleSeries rise = candle(10, 14, 8, 12);
        CandleSeries fall = candle(10, 14, 8, 9);
        for (CandlePath path : CandlePath.values()) {
            double up = path.price(rise, 0, 0.3);
            double down = path.price(fall, 0, 0.3);
            assertThat(up == down).as("%s", path).isEqualTo(path == CandlePath.STEP);
        }
    }

    @Test
    void holdsTheLastCloseOverAGapOrSkipsIt() {
        CandleSeries gapped = Candles.at(hours(0, 1, 5, 6), HOUR, 2);
        World holding = World.of(spec(HOUR, GapPolicy.HOLD, new ReplaySpec("A", gapped, CandlePath.STEP)), 1);
        double[] held = {
            gapped.open(0),
            gapped.open(1),
            gapped.close(1),
            gapped.close(1),
            gapped.close(1),
            gapped.open(2),
            gapped.open(3)
        };
        assertPrices(holding, held);
        World skipping = World.of(spec(HOUR, GapPolicy.SKIP, new ReplaySpec("A", gapped, CandlePath.STEP)), 1);
        assertPrices(skipping, gapped.open(0), gapped.open(1), gapped.open(2), gapped.open(3));
        assertThat(skipping.spec().endNanos()).isEqualTo(4 * HOUR);
        assertThatThrownBy(() -> spec(HOUR, GapPolicy.ERROR, new ReplaySpec("A", gapped, CandlePath.STEP)))
                .hasMessageContaining("found 1")
                .hasMessageContaining("2021-01-01T02:00:00Z to 2021-01-01T05:00:00Z");
    }

    @Test
    void skipsTheTimeThatAnyAssetLacksForAll() {
        ReplaySpec a = new ReplaySpec("A", Candles.at(hours(0, 1, 2, 5, 6, 7, 8, 9), HOUR, 1), CandlePath.STEP);
        ReplaySpec b = new ReplaySpec("B", Candles.at(hours(-3, 0, 1, 2, 3, 6, 7, 8, 9, 10), HOUR, 2), CandlePath.STEP);
        ReplayClockSpec clock = ReplayClockSpec.earliest(List.of(a.candles(), b.candles()), GapPolicy.SKIP);
        WorldSpec spec = spec(HOUR, clock, a, b);
        assertThat(spec.endNanos()).isEqualTo(7 * HOUR);
        World world = World.of(spec, 1);
        int[] left = {0, 1, 2, 4, 5, 6, 7};
        int[] right = {1, 2, 3, 5, 6, 7, 8};
        for (int i = 0; i < left.length; i++) {
            assertThat(world.price(0)).as("A at %d", i).isEqualTo(a.candles().open(left[i]));
            assertThat(world.price(1)).as("B at %d", i).isEqualTo(b.candles().open(right[i]));
            world.advance();
        }
    }

    @Test
    void startsWithinAGapAndInsideACandle() {
        CandleSeries gapped = Candles.at(hours(0, 4, 5), HOUR, 2);
        ReplaySpec asset = new ReplaySpec("A", gapped, CandlePath.LINEAR);
        ReplayClockSpec inGap = new ReplayClockSpec(Candles.START + 2 * HOUR, GapPolicy.SKIP);
        WorldSpec skipping = spec(HOUR, inGap, asset);
        assertThat(skipping.endNanos()).isEqualTo(2 * HOUR);
        assertPrices(World.of(skipping, 1), gapped.open(1), gapped.open(2));
        ReplayClockSpec inCandle = new ReplayClockSpec(Candles.START + HOUR / 2, GapPolicy.HOLD);
        assertPrices(World.of(spec(HOUR, inCandle, asset), 1), (gapped.open(0) + gapped.close(0)) / 2, gapped.close(0));
    }

    @Test
    void refusesAStartThatAnAssetDoesNotCover() {
        ReplaySpec asset = new ReplaySpec("A", Candles.walk(3, HOUR, 1), CandlePath.STEP);
        for (long offset : new long[] {-1, 3 * HOUR}) {
            assertThatThrownBy(() -> spec(HOUR, new ReplayClockSpec(Candles.START + offset, GapPolicy.HOLD), asset))
                    .hasMessageContaining(
                            "start: expected a time that A covers, 2021-01-01T00:00:00Z to 2021-01-01T03:00:00Z");
        }
    }

    @Test
    void estimatesVolatilityFromClosedCandles() {
        CandleSeries candles = Candles.walk(5_000, HOUR, 1);
        World world = World.of(spec(HOUR, GapPolicy.HOLD, new ReplaySpec("A", candles, CandlePath.STEP)), 1);
        assertThat(world.volatility(0)).isZero();
        Sample variance = new Sample();
        for (int i = 0; i < 5_000; i++) {
            world.advance();
            variance.add(world.volatility(0) * world.volatility(0));
        }
        double perHour = 0.01 * 0.01 + 0.001 * 0.001;
        assertThat(variance.mean()).isBetween(0.9 * perHour * 8_760, 1.1 * perHour * 8_760);
    }

    @Test
    void refusesImpossibleCandles() {
        long[] times = {0, HOUR};
        double[] one = {1, 1};
        double[] high = {1, 0.5};
        double[] negative = {1, -1};
        assertThatThrownBy(() -> CandleSeries.of(HOUR, times, one, high, one, one, one))
                .hasMessageContaining("candle 1");
        assertThatThrownBy(() -> CandleSeries.of(HOUR, times, one, one, one, one, negative))
                .hasMessageContaining("volume");
        assertThatThrownBy(() -> CandleSeries.of(2 * HOUR, times, one, one, one, one, one))
                .hasMessageContaining("open time");
        assertThatThrownBy(() -> CandleSeries.of(HOUR, times, one, one, one, one))
                .hasMessageContaining("columns");
        assertThatThrownBy(() -> CandleSeries.of(HOUR, new long[0], one, one, one, one, one))
                .hasMessageContaining("candles");
    }

    private static long[] hours(long... hours) {
        long[] times = new long[hours.length];
        for (int i = 0; i < hours.length; i++) {
            times[i] = Candles.START + hours[i] * HOUR;
        }
        return times;
    }

    private static void assertPrices(World world, double... prices) {
        for (int i = 0; i < prices.length; i++) {
            assertThat(world.price(0)).as("at %d", i).isCloseTo(prices[i], CLOSE);
            if (i + 1 < prices.length) {
                world.advance();
            }
        }
    }

    private static WorldSpec spec(long step, GapPolicy policy, ReplaySpec asset) {
        return spec(step, new ReplayClockSpec(Candles.START, policy), asset);
    }

    private static WorldSpec spec(long step, ReplayClockSpec clock, ReplaySpec... assets) {
        return new WorldSpec(
                step, List.of(assets), CorrelationSpec.identity(0), RegimeChainSpec.CONSTANT, 0, List.of(), clock);
    }
}
