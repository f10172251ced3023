package catallaxy.scenarios.file.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"", " 1", "1 ", "1.", ".5", "-", "1e", "1e1234", "0x1", "1_000", "1,5", "NaN", "Infinity", "١"})
    void otherTextIsNoNumber(String text) {
        assertThat(Decimals.parse(text)).isEmpty();
    }

    @Test
    void digitsAndExponentsAreLimited() {
        assertThat(Decimals.parse("9".repeat(80) + "." + "9".repeat(80))).isPresent();
        assertThat(Decimals.parse("9".repeat(81))).isEmpty();
        assertThat(Decimals.parse("0." + "0".repeat(81))).isEmpty();
        assertThat(Decimals.parse("1e400")).isPresent();
        assertThat(Decimals.parse("1e-400")).isPresent();
        assertThat(Decimals.parse("1e401")).isEmpty();
        assertThat(Decimals.parse("1.0e-400")).isEmpty();
    }

    @Test
    void everyNumberIsReadBackFromItsOneText() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            BigDecimal number = new BigDecimal(new BigInteger(random.nextInt(200), random), random.nextInt(400) - 200);
            BigDecimal signed = random.nextBoolean() ? number : number.negate();
            String text = Decimals.render(signed);
            assertThat(Decimals.render(signed.setScale(signed.scale() + 5)))
                    .as("seed %d", seed)
                    .isEqualTo(text);
            assertThat(new BigDecimal(text)).as("seed %d", seed).isEqualByComparingTo(signed);
            assertThat(Decimals.parse(text))
                    .as("seed %d", seed)
                    .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(signed));
        }
    }

    @ParameterizedTest
    @CsvSource({"0.00, 0", "-0, 0", "1e3, 1000", "1500e-3, 1.5", "1e80, 1E+80", "1e-80, 1E-80", "-2.50, -2.5"})
    void theTextIsPlainWhereThatIsShort(String number, String text) {
        assertThat(Decimals.render(new BigDecimal(number))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "1.23, 2, 123",
        "-1.23, 2, -123",
        "0, 9, 0",
        "1000, -3, 1",
        "9.223372036854775807, 18, 9223372036854775807",
        "9.223372036854775808, 18, 9223372036854775807",
        "1e300, 0, 9223372036854775807",
        "-1e300, 0, -9223372036854775808"
    })
    void scaledNumbersAreWholeAndSaturate(String number, int power, long scaled) {
        assertThat(Decimals.scaledToLong(new BigDecimal(number), power)).contains(scaled);
    }

    @ParameterizedTest
    @CsvSource({"1.234, 2", "1e-10, 9", "1, -1", "9999999999999999999.5, 0"})
    void aFractionThatIsLeftMakesNoWholeNumber(String number, int power) {
        assertThat(Decimals.scaledToLong(new BigDecimal(number), power)).isEmpty();
    }
}
