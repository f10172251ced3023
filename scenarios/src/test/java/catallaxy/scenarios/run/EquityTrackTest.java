package catallaxy.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EquityTrackTest {
    private static EquityTrack track(double... samples) {
        EquityTrack track = new EquityTrack();
        for (int i = 0; i < samples.length; i++) {
            track.add(60 * i, samples[i]);
        }
        return track;
    }

    @Test
    void withoutSamplesAllIsUnknown() {
        EquityTrack track = new EquityTrack();
        assertThat(track.first()).isNaN();
        assertThat(track.last()).isNaN();
        assertThat(track.sharpe()).isNaN();
        assertThat(track.drawdown()).isZero();
        assertThat(track.maxDrawdown()).isZero();
    }

    @Test
    void theDrawdownIsFromTheRunningPeak() {
        EquityTrack track = track(100, 80, 160, 120, 150);
        assertThat(track.first()).isEqualTo(100);
        assertThat(track.last()).isEqualTo(150);
        assertThat(track.drawdown()).isEqualTo(0.0625);
        assertThat(track.maxDrawdown()).isEqualTo(0.25);
    }

    /** More than all is lost where debts are left. */
    @Test
    void aFallBelowZeroIsMoreThanTheWholePeak() {
        assertThat(track(100, -50).maxDrawdown()).isEqualTo(1.5);
        assertThat(track(-10, -20).maxDrawdown()).isZero();
    }

    /** Returns of +1/2 and 0: mean 1/4, deviation (n − 1) √(1/8). */
    @Test
    void theSharpeRatioIsOfReturnsBetweenSamples() {
        assertThat(track(100, 150, 150).sharpe()).isCloseTo(0.25 / Math.sqrt(0.125), within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 2})
    void returnsThatDoNotVaryHaveNone(double growth) {
        assertThat(track(1, growth).sharpe()).isNaN();
        assertThat(track(1, growth, growth * growth).sharpe()).isNaN();
    }

    @Test
    void noReturnIsCountedFromNothing() {
        assertThat(track(100, 150, 0, 7, 7).sharpe()).isCloseTo(sharpe(0.5, -1, 0), within(1e-12));
        assertThat(track(100, 150, -1, 7, 7).sharpe()).isCloseTo(sharpe(0.5, -1 / 150.0 - 1, 0), within(1e-12));
    }

    @Test
    void allFiguresAreThoseOfTwoPasses() {
        for (long seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            double[] samples = random.doubles(2 + random.nextInt(50), 50, 150).toArray();
            double[] returns = IntStream.range(1, samples.length)
                    .mapToDouble(i -> samples[i] / samples[i - 1] - 1)
                    .toArray();
            EquityTrack track = track(samples);
            if (returns.length > 1) {
                assertThat(track.sharpe()).as("seed %d", seed).isCloseTo(sharpe(returns), within(1e-12));
            }
            assertThat(track.maxDrawdown()).as("seed %d", seed).isEqualTo(deepest(samples));
        }
    }

    private static double sharpe(double... returns) {
        double mean =
                IntStream.range(0, returns.length).mapToDouble(i -> returns[i]).sum() / returns.length;
        double squares = IntStream.range(0, returns.length)
                .mapToDouble(i -> (returns[i] - mean) * (returns[i] - mean))
                .sum();
        return mean / Math.sqrt(squares / (returns.length - 1));
    }

    private static double deepest(double... samples) {
        double deepest = 0;
        for (int high = 0; high < samples.length; high++) {
            for (int low = high; low < samples.length; low++) {
                deepest = Math.max(deepest, (samples[high] - samples[low]) / samples[high]);
            }
        }
        return deepest;
    }
}
