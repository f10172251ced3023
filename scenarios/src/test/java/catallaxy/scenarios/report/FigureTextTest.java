package catallaxy.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FigureTextTest {
    /** A Sharpe ratio of one hour's steps is small: to two decimals all would be 0.00. */
    @ParameterizedTest
    @CsvSource({
        "0.001234567, 0.001235",
        "-0.001234567, -0.001235",
        "0.1, 0.1000",
        "1.23456, 1.235",
        "123.456, 123.5",
        "12345.6, '12,346'"
    })
    void aRatioHasFourDigitsThatTellSomethingHoweverSmallItIs(double ratio, String text) {
        assertThat(FigureText.significant(ratio, 4).replace('\u2212', '-')).isEqualTo(text);
    }
}
