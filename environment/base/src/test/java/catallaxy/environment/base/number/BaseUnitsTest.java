package catallaxy.environment.base.number;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.random.RandomStream;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BaseUnitsTest {
    private static UInt256 exact(double whole, int decimals) {
        return UInt256.of(new BigDecimal(whole).movePointRight(decimals).toBigInteger());
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                1e-300,
                Double.MIN_VALUE,
                Double.MIN_NORMAL,
                1e-19,
                9.999999999999999e-19,
                1e-18,
                0.1,
                0.3,
                0.5,
                1,
                1.5,
                123.456,
                4503599627370495.5,
                4503599627370496.0,
                9007199254740991.0,
                9007199254740992.0,
                1e18,
                1e22,
                1e23,
                1e30
            })
    void edgesAreExact(double whole) {
        for (int decimals = 0; decimals <= 24; decimals++) {
            assertThat(BaseUnits.floor(whole, decimals))
                    .as("%s to %d decimals", whole, decimals)
                    .isEqualTo(exact(whole, decimals));
        }
    }

    @Test
    void isTheExactValueRoundedDown() {
        for (long seed = 0; seed < 20; seed++) {
            RandomStream stream = RandomStream.of(seed, "base-units");
            for (int i = 0; i < 2_000; i++) {
                double whole = StrictMath.exp(60 * (stream.nextDouble() - 0.5));
                int decimals = (int) (25 * stream.nextDouble());
                assertThat(BaseUnits.floor(whole, decimals))
                        .as("%s to %d decimals", whole, decimals)
                        .isEqualTo(exact(whole, decimals));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1.0000001e30})
    void whatIsNoQuantityIsNothing(double whole) {
        assertThat(BaseUnits.floor(whole, 18)).isEqualTo(UInt256.ZERO);
    }
}
