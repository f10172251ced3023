package catallaxy.environment.market.venue.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.venue.OptionRight;
import catallaxy.environment.base.random.RandomStream;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Prices against a textbook, an integral and each other; derivatives against differences. */
final class BlackScholesTest {
    private static final double STEP = 1e-5;

    private final RandomStream random = RandomStream.of(7, "test/options");

    private double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    private BlackScholes any() {
        double forward = between(1, 5000);
        return new BlackScholes(forward, forward * between(0.4, 2.5), between(0.002, 3), between(0.8, 1));
    }

    /** Hull, <i>Options, Futures, and Other Derivatives</i>, example 15.6: S 42, K 40, r 10 %, σ 20 %, half a year: 4.76 and 0.81. */
    @Test
    void agreesWithATextbook() {
        double growth = StrictMath.exp(0.05);
        BlackScholes option = new BlackScholes(42 * growth, 40, 0.5, 1 / growth);
        assertThat(option.price(OptionRight.CALL, 0.2)).isCloseTo(4.759422, within(1e-6));
        assertThat(option.price(OptionRight.PUT, 0.2)).isCloseTo(0.808599, within(1e-6));
        assertThat(option.delta(OptionRight.CALL, 0.2) * growth)
                .as("of the spot")
                .isCloseTo(0.779131, within(1e-6));
    }

    @Test
    void isTheDiscountedMeanOfThePayoff() {
        for (int i = 0; i < 40; i++) {
            BlackScholes option = any();
            double volatility = between(0.05, 1.5);
            for (OptionRight right : OptionRight.values()) {
                double price = option.price(right, volatility);
                assertThat(price).isCloseTo(mean(option, right, volatility), within(2e-6 * option.forward()));
            }
        }
    }

    /** By the trapezoidal rule over the normal variate. */
    private static double mean(BlackScholes option, OptionRight right, double volatility) {
        double deviation = volatility * StrictMath.sqrt(option.years());
        double sum = 0;
        double width = 1e-3;
        for (double z = -9; z <= 9; z += width) {
            double price = option.forward() * StrictMath.exp(deviation * z - deviation * deviation / 2);
            double payoff = Math.max(0, right.sign() * (price - option.strike()));
            sum += payoff * StrictMath.exp(-z * z / 2);
        }
        return option.discount() * sum * width / StrictMath.sqrt(2 * StrictMath.PI);
    }

    @Test
    void putsAndCallsAreInParity() {
        for (int i = 0; i < 1000; i++) {
            BlackScholes option = any();
            double volatility = between(0, 3);
            double difference = option.price(OptionRight.CALL, volatility) - option.price(OptionRight.PUT, volatility);
            double expected = option.discount() * (option.forward() - option.strike());
            assertThat(difference).isCloseTo(expected, within(1e-12 * option.forward()));
        }
    }

    @Test
    void thePriceGivesTheVolatilityBack() {
        for (int i = 0; i < 500; i++) {
            BlackScholes option = any();
            double volatility = between(0.05, 2);
            OptionRight right = option.strike() > option.forward() ? OptionRight.CALL : OptionRight.PUT;
            double price = option.price(right, volatility);
            double resolution = 1e-15 * option.forward() / option.vega(volatility);
            assertThat(option.impliedVolatility(right, price)).isCloseTo(volatility, within(1e-10 + 10 * resolution));
        }
    }

    @Test
    void noVolatilityGivesAPriceOutsideOfTheBounds() {
        BlackScholes option = new BlackScholes(100, 90, 1, 0.95);
        assertThat(option.impliedVolatility(OptionRight.CALL, 0.95 * 10)).isLessThan(0.05);
        assertThat(option.impliedVolatility(OptionRight.CALL, 9.4)).isNaN();
        assertThat(option.impliedVolatility(OptionRight.CALL, 95)).isNaN();
        assertThat(option.impliedVolatility(OptionRight.PUT, 0.95 * 90)).isNaN();
        assertThat(option.impliedVolatility(OptionRight.PUT, -1e-9)).isNaN();
        assertThat(new BlackScholes(100, 90, 0, 1).impliedVolatility(OptionRight.CALL, 10))
                .isNaN();
    }

    private static double slope(DoubleUnaryOperator of, double at, double step) {
        return (of.applyAsDouble(at + step) - of.applyAsDouble(at - step)) / (2 * step);
    }

    private static BlackScholes at(BlackScholes option, double forward) {
        return new BlackScholes(forward, option.strike(), option.years(), option.discount());
    }

    @Test
    void derivativesAreSlopes() {
        for (int i = 0; i < 300; i++) {
            BlackScholes option = any();
            double forward = option.forward();
            double volatility = between(0.2, 1.5);
            double small = STEP * forward;
            double scale = 1e-5 * (1 + option.vega(volatility) / volatility);
            for (OptionRight right : OptionRight.values()) {
                assertThat(option.delta(right, volatility))
                        .isCloseTo(slope(f -> at(option, f).price(right, volatility), forward, small), within(1e-6));
                assertThat(option.vega(volatility))
                        .isCloseTo(slope(v -> option.price(right, v), volatility, STEP), within(scale));
                assertThat(option.theta(volatility))
                        .isCloseTo(
                                -slope(t -> later(option, t).price(right, volatility), option.years(), 1e-6),
                                within(scale * 10));
                assertThat(option.gamma(volatility) * forward)
                        .isCloseTo(
                                slope(f -> at(option, f).delta(right, volatility), forward, small) * forward,
                                within(1e-4));
                assertThat(option.vanna(volatility))
                        .isCloseTo(slope(v -> option.delta(right, v), volatility, STEP), within(1e-4));
            }
            assertThat(option.volga(volatility)).isCloseTo(slope(option::vega, volatility, STEP), within(scale * 10));
        }
    }

    private static BlackScholes later(BlackScholes option, double years) {
        return new BlackScholes(option.forward(), option.strike(), years, option.discount());
    }

    @Test
    void atExpiryOnlyThePayoffIsLeft() {
        BlackScholes option = BlackScholes.undiscounted(110, 100, 0);
        assertThat(option.price(OptionRight.CALL, 0.5)).isEqualTo(10);
        assertThat(option.price(OptionRight.PUT, 0.5)).isZero();
        assertThat(option.delta(OptionRight.CALL, 0.5)).isEqualTo(1);
        assertThat(option.delta(OptionRight.PUT, 0.5)).isZero();
        assertThat(option.gamma(0.5)).isZero();
        assertThat(option.vega(0.5)).isZero();
        assertThat(option.theta(0.5)).isZero();
        assertThat(option.vanna(0.5)).isZero();
        assertThat(option.volga(0.5)).isZero();
    }

    @Test
    void whatIsNoOptionIsRefused() {
        assertThatThrownBy(() -> new BlackScholes(-1, 1, 1, 1)).hasMessageContaining("forward -1.0");
        assertThatThrownBy(() -> new BlackScholes(1, Double.NaN, 1, 1)).hasMessageContaining("strike NaN");
        assertThatThrownBy(() -> new BlackScholes(1, 1, -1, 1)).hasMessageContaining("years -1.0");
        assertThatThrownBy(() -> new BlackScholes(1, 1, 1, 0)).hasMessageContaining("discount 0.0");
    }
}
