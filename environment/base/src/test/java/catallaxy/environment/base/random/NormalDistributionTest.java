package catallaxy.environment.base.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against published digits, the quantile, and its own density. */
final class NormalDistributionTest {
    /** Abramowitz and Stegun 1964, tables 26.1 and 26.2; the far tails by the asymptotic series in exact arithmetic. */
    @ParameterizedTest
    @CsvSource({
        "0, 0.5",
        "0.5, 0.691462461274013",
        "1, 0.841344746068543",
        "2, 0.977249868051821",
        "3, 0.998650101968370",
        "-1, 0.158655253931457",
        "-3, 1.349898031630095e-3",
        "-5, 2.866515718791939e-7",
        "-10, 7.619853024160527e-24",
        "-37, 5.725571222524600e-300",
    })
    void hasThePublishedValues(double x, double expected) {
        assertThat(NormalDistribution.cumulative(x)).isCloseTo(expected, within(2e-14 * 10 * expected + 1e-320));
    }

    @Test
    void quantilesAreItsInverse() {
        RandomStream random = RandomStream.of(4, "test/normal");
        for (int i = 0; i < 10_000; i++) {
            double p = StrictMath.pow(10, -300 * random.nextDouble()) / 2;
            assertThat(NormalDistribution.cumulative(-NormalQuantile.ofUpperTail(p)))
                    .isCloseTo(p, within(3e-13 * p * (1 - StrictMath.log10(p))));
        }
    }

    @Test
    void risesByItsDensityAndJoinsWhereTheMethodChanges() {
        double step = 1e-4;
        for (double x = -8; x <= 8; x += 0.037) {
            double rise = NormalDistribution.cumulative(x + step) - NormalDistribution.cumulative(x - step);
            assertThat(rise / (2 * step)).isCloseTo(NormalDistribution.density(x), within(1e-8));
            assertThat(NormalDistribution.cumulative(x) + NormalDistribution.cumulative(-x))
                    .isCloseTo(1, within(1e-15));
        }
        for (double edge : new double[] {-2.5, 2.5}) {
            double across = NormalDistribution.cumulative(Math.nextUp(edge))
                    - NormalDistribution.cumulative(Math.nextDown(edge));
            assertThat(across).isBetween(-1e-15, 1e-15);
        }
    }

    @Test
    void endsWhereNumbersDo() {
        assertThat(NormalDistribution.cumulative(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(NormalDistribution.cumulative(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(NormalDistribution.cumulative(Double.NaN)).isNaN();
        assertThat(NormalDistribution.cumulative(-60)).isZero();
    }
}
