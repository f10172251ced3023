package catallaxy.environment.market.venue.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.venue.OptionRight;
import catallaxy.environment.base.random.RandomStream;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

/** No butterfly and no calendar spread can be had for less than nothing, and a surface that allows them is found out. */
final class VolatilitySurfaceTest {
    private static final double STEP = 1e-3;

    private final RandomStream random = RandomStream.of(9, "test/surfaces");

    private VolatilitySurface any() {
        double skew = -0.95 + 1.9 * random.nextDouble();
        double most = 2 / (1 + Math.abs(skew));
        return new VolatilitySurface(
                skew, most * (0.02 + 0.98 * random.nextDouble()), 0.02 + 0.48 * random.nextDouble());
    }

    /** The least density of the price at expiry, by the second difference of undiscounted calls over strikes. */
    private static double leastDensity(DoubleBinaryOperator surface, double theta) {
        double least = Double.POSITIVE_INFINITY;
        for (double k = -1.5; k <= 1.5; k += 0.01) {
            double strike = StrictMath.exp(k);
            double width = STEP * strike;
            double butterfly = call(surface, strike - width, theta)
                    - 2 * call(surface, strike, theta)
                    + call(surface, strike + width, theta);
            least = Math.min(least, butterfly / (width * width));
        }
        return least;
    }

    private static double call(DoubleBinaryOperator surface, double strike, double theta) {
        double variance = surface.applyAsDouble(StrictMath.log(strike), theta);
        return BlackScholes.undiscounted(1, strike, 1).price(OptionRight.CALL, StrictMath.sqrt(variance));
    }

    @Test
    void everyButterflyCostsSomething() {
        for (int i = 0; i < 60; i++) {
            double theta = 0.003 + 0.6 * random.nextDouble();
            VolatilitySurface surface = any();
            assertThat(leastDensity(surface::totalVariance, theta))
                    .as("%s at %s", surface, theta)
                    .isGreaterThan(-1e-6);
        }
    }

    @Test
    void aSteeperSurfaceHasAButterflyForLessThanNothing() {
        DoubleBinaryOperator steep = (k, theta) -> {
            double x = 6 / StrictMath.sqrt(theta) * k;
            return theta / 2 * (1 - 0.9 * x + StrictMath.sqrt((x - 0.9) * (x - 0.9) + 1 - 0.81));
        };
        assertThat(leastDensity(steep, 0.2)).isLessThan(-0.01);
    }

    @Test
    void moreTimeIsNeverCheaper() {
        for (int i = 0; i < 200; i++) {
            VolatilitySurface surface = any();
            double theta = 0.001 + random.nextDouble();
            double later = theta * (1 + 0.2 * random.nextDouble());
            for (double k = -2; k <= 2; k += 0.1) {
                assertThat(surface.totalVariance(k, later))
                        .isGreaterThanOrEqualTo(surface.totalVariance(k, theta) * (1 - 1e-12));
            }
        }
    }

    @Test
    void atTheMoneyIsWhatWasGivenAndTheSkewLeansAsItsSignSays() {
        VolatilitySurface surface = new VolatilitySurface(-0.4, 1, 0.4);
        assertThat(surface.volatility(2000, 2000, 0.6, 0.25)).isCloseTo(0.6, within(1e-12));
        double low = surface.volatility(1600, 2000, 0.6, 0.25);
        double high = surface.volatility(2500, 2000, 0.6, 0.25);
        assertThat(low).isGreaterThan(high);
        assertThat(surface.volatility(1600, 2000, 0.6, 0)).as("at expiry").isEqualTo(0.6);
        assertThat(surface.totalVariance(1, 0)).isZero();
        double farSmile = surface.volatility(1600, 2000, 0.6, 2) / surface.volatility(2000, 2000, 0.6, 2);
        assertThat(farSmile).as("smiles flatten").isLessThan(low / 0.6);
    }

    @Test
    void theGreatestCurvatureIsStillFreeOfArbitrage() {
        for (int i = 0; i < 2_000; i++) {
            double skew = -0.999 + 1.998 * random.nextDouble();
            assertThat(VolatilitySurface.of(skew, 1, 0.5).curvature())
                    .isCloseTo(2 / (1 + Math.abs(skew)), within(1e-12));
        }
    }

    @Test
    void whatWouldAllowArbitrageIsRefused() {
        assertThatThrownBy(() -> new VolatilitySurface(-0.5, 1.4, 0.4)).hasMessageContaining("at most 1.33");
        assertThatThrownBy(() -> new VolatilitySurface(1, 0.5, 0.4)).hasMessageContaining("skew");
        assertThatThrownBy(() -> new VolatilitySurface(0, 0, 0.4)).hasMessageContaining("curvature");
        assertThatThrownBy(() -> new VolatilitySurface(0, 1, 0.6)).hasMessageContaining("decay");
        assertThatThrownBy(() -> new VolatilitySurface(0, 1, Double.NaN)).hasMessageContaining("decay");
    }
}
