package catallaxy.agents.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Against walks of known volatility, over seeds; levels, trend and hours of the day. */
final class VolatilityTrackerTest {
    private static final long MINUTE = 60_000_000_000L;
    private static final int DAY = 1440;

    /** A walk by minutes whose deviation per root of a day may change. */
    private static VolatilityTracker walked(long seed, double... perDayByMinute) {
        VolatilityTracker tracker = new VolatilityTracker(MINUTE);
        RandomStream random = RandomStream.of(seed, "walk");
        double price = 2000;
        tracker.add(0, price);
        for (int i = 0; i < perDayByMinute.length; i++) {
            price *= Math.exp(perDayByMinute[i] / Math.sqrt(DAY) * random.nextGaussian());
            tracker.add((i + 1) * MINUTE, price);
        }
        return tracker;
    }

    private static double[] constant(double perDay, int minutes) {
        return IntStream.range(0, minutes).mapToDouble(_ -> perDay).toArray();
    }

    @Test
    void findsTheVolatilityOfAWalkWithinItsError() {
        for (long seed = 0; seed < 20; seed++) {
            VolatilityTracker tracker = walked(seed, constant(0.034, 8 * DAY));
            for (int hours : VolatilityTracker.LOOKBACK_HOURS) {
                double error = 0.034 / Math.sqrt(2.0 * 60 * hours);
                assertThat(tracker.perDay(hours).orElseThrow())
                        .as("seed %d, %d h", seed, hours)
                        .isCloseTo(0.034, within(4 * error));
            }
        }
    }

    @Test
    void lookbacksSeeTheirOwnHoursOnly() {
        double[] quietThenLoud = constant(0.01, 2 * DAY);
        Arrays.fill(quietThenLoud, 2 * DAY - 60, 2 * DAY, 0.2);
        VolatilityTracker tracker = walked(1, quietThenLoud);
        assertThat(tracker.perDay(1).orElseThrow()).isCloseTo(0.2, within(0.08));
        assertThat(tracker.perDay(4).orElseThrow()).isCloseTo(0.1, within(0.04));
        assertThat(tracker.perDay(24).orElseThrow()).isCloseTo(0.042, within(0.02));
        assertThat(tracker.trend()).isEqualTo(VolatilityTrend.RISING);
        assertThat(tracker.level()).isGreaterThanOrEqualTo(VolatilityLevel.EXTREME);
    }

    @Test
    void aTrendNeedsADifference() {
        assertThat(VolatilityTrend.of(1.24, 1)).isEqualTo(VolatilityTrend.STEADY);
        assertThat(VolatilityTrend.of(1.25, 1)).isEqualTo(VolatilityTrend.RISING);
        assertThat(VolatilityTrend.of(0.8, 1)).isEqualTo(VolatilityTrend.FALLING);
        assertThat(VolatilityTrend.of(1, 0)).isEqualTo(VolatilityTrend.STEADY);
    }

    @Test
    void levelsBeginWhereTheRuleSays() {
        assertThat(VolatilityLevel.of(0)).isEqualTo(VolatilityLevel.CALM);
        assertThat(VolatilityLevel.of(0.00999)).isEqualTo(VolatilityLevel.CALM);
        assertThat(VolatilityLevel.of(0.01)).isEqualTo(VolatilityLevel.LOW);
        assertThat(VolatilityLevel.of(0.025)).isEqualTo(VolatilityLevel.MODERATE);
        assertThat(VolatilityLevel.of(0.05)).isEqualTo(VolatilityLevel.HIGH);
        assertThat(VolatilityLevel.of(0.1)).isEqualTo(VolatilityLevel.EXTREME);
        assertThat(VolatilityLevel.of(0.2)).isEqualTo(VolatilityLevel.VERY_HIGH);
        assertThat(VolatilityLevel.of(9)).isEqualTo(VolatilityLevel.VERY_HIGH);
    }

    @Test
    void theMoreAPriceMovesTheLessIsTraded() {
        VolatilityLevel[] levels = VolatilityLevel.values();
        for (int i = 1; i < levels.length; i++) {
            TradingAdjustment less = levels[i].adjustment();
            TradingAdjustment more = levels[i - 1].adjustment();
            assertThat(less.size()).isLessThanOrEqualTo(more.size());
            assertThat(less.frequency()).isLessThanOrEqualTo(more.frequency());
            assertThat(less.slippage()).isGreaterThan(more.slippage());
        }
    }

    @Test
    void favourableHoursAreThoseThatAreCalm() {
        double[] calmAtNight = constant(0.05, 2 * DAY);
        for (int i = 0; i < calmAtNight.length; i++) {
            int hour = i / 60 % 24;
            calmAtNight[i] = (hour >= 2 && hour < 5) || hour == 22 ? 0.01 : 0.05;
        }
        assertThat(walked(4, calmAtNight).favourable()).containsExactly(new HourWindow(2, 5), new HourWindow(22, 23));
        assertThat(walked(4, constant(0.05, 2 * DAY)).favourable()).isEmpty();
        assertThat(walked(4, constant(0.05, DAY / 2)).favourable()).isEmpty();
    }

    @Test
    void nothingIsSaidOfTooFewPrices() {
        assertThat(new VolatilityTracker(MINUTE).perDay(1)).isEmpty();
        VolatilityTracker tracker = walked(1, constant(0.05, VolatilityTracker.FEWEST - 1));
        assertThat(tracker.perDay(1)).isEmpty();
        assertThat(tracker.add(VolatilityTracker.FEWEST * MINUTE - MINUTE / 2, 2000))
                .isFalse();
        assertThat(tracker.add(VolatilityTracker.FEWEST * MINUTE, 0)).isFalse();
        assertThat(tracker.add(VolatilityTracker.FEWEST * MINUTE, 2000)).isTrue();
        assertThat(tracker.perDay(1)).isPresent();
    }

    /** Longer than its memory: what is forgotten changes nothing. */
    @Test
    void aLongRunIsRememberedAsFarAsTheLongestLookback() {
        double[] long30Days = constant(0.03, 30 * DAY);
        Arrays.fill(long30Days, 0, 20 * DAY, 0.5);
        VolatilityTracker tracker = walked(2, long30Days);
        assertThat(tracker.perDay(168).orElseThrow()).isCloseTo(0.03, within(0.002));
        VolatilityTracker copy = tracker.copy();
        copy.add(30L * DAY * MINUTE + MINUTE, 1);
        assertThat(copy.perDay(1)).isNotEqualTo(tracker.perDay(1));
    }

    /** Volatility that returns to its mean is foreseen better than by what it was last. */
    @Test
    void theForecastBeatsTheLastHourWhereVolatilityReturns() {
        OnlineRegression model = new OnlineRegression(VolatilityForecast.SPEC, new ModelSettings(60, 2000, 200, 0.8));
        VolatilityTracker tracker = new VolatilityTracker(MINUTE);
        RandomStream random = RandomStream.of(11, "walk");
        double logVolatility = 0;
        double price = 100;
        double[] before = null;
        for (int i = 0; i < 40 * DAY; i++) {
            logVolatility = 0.98 * logVolatility + 0.1 * random.nextGaussian();
            price *= Math.exp(0.03 * Math.exp(logVolatility) / Math.sqrt(DAY) * random.nextGaussian());
            tracker.add(i * MINUTE, price);
            if (i % 60 == 59) {
                if (before != null) {
                    double now = VolatilityForecast.logarithm(tracker.perDay(1).orElseThrow());
                    model.learn(new ModelExample("ETH", before, now));
                }
                before = VolatilityForecast.features(tracker).orElse(null);
            }
        }
        assertThat(model.scores().getFirst().skill()).isGreaterThan(0.1);
        assertThat(VolatilityForecast.perDay(VolatilityForecast.logarithm(0.04)))
                .isCloseTo(0.04, within(1e-12));
    }
}
