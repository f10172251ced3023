package catallaxy.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FigureTextTest {
    /** A Sharpe ratio of one hour's steps is small: to two decimals all would be 0.00. */
    @ParameterizedTest
    @CsvSource({
        "0.001234567, 0.001235",
        "-0.001234567, -0.001235",
        "0.1, 0.1000",
        "1.23456, 1.235",
        "123.456, 123.5",
        "12345.6, '12,346'",
        "0, 0.0000",
        "1e-30, 0.000000000000000"
    })
    void aRatioHasFourDigitsThatTellSomethingHoweverSmallItIs(double ratio, String text) {
        assertThat(FigureText.significant(ratio, 4).replace('\u2212', '-')).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNoNumberIsUnknownInEveryForm(double value) {
        List<DoubleFunction<String>> forms = List.of(
                FigureText::count,
                FigureText::money,
                FigureText::percent,
                FigureText::plain,
                FigureText::time,
                FigureText::duration,
                number -> FigureText.significant(number, 4),
                number -> FigureText.decimals(number, 2));
        assertThat(forms).allSatisfy(form -> assertThat(form.apply(value)).isEqualTo("–"));
    }

    @Test
    void aSignStandsBeforeWhatDiffersFromZero() {
        assertThat(FigureText.signedCount(1_234)).isEqualTo("+1,234");
        assertThat(FigureText.signedCount(-1_234)).isEqualTo("−1,234");
        assertThat(FigureText.signedCount(0)).isEqualTo("0");
        assertThat(FigureText.signedPercent(0.5)).isEqualTo("+50.00 %");
        assertThat(FigureText.signedPercent(-0.5)).isEqualTo("−50.00 %");
        assertThat(FigureText.signedPercent(Double.NaN)).isEqualTo("–");
        assertThat(FigureText.signedMoney(-0.0)).isEqualTo("0.00");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-3, −3",
        "1234567, '1,234,567'",
        "1234.5678, '1,234.57'",
        "999.98765, 999.9877",
        "1.5, 1.5000",
        "0.5, 0.50000000"
    })
    void plainNumbersHaveMoreDecimalsTheSmallerTheyAre(double value, String text) {
        assertThat(FigureText.plain(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 00:00:00",
        "59.999, 00:00:59",
        "60, 00:01:00",
        "86399.9, 23:59:59",
        "86400, 1 d 00:00:00",
        "86400000, '1,000 d 00:00:00'"
    })
    void timeIsAClockThatHasNotYetTurned(double seconds, String text) {
        assertThat(FigureText.time(seconds)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.00 s",
        "59.5, 59.50 s",
        "60, 1 minute",
        "90, 1.5 minutes",
        "3600, 1 hour",
        "7200, 2 hours",
        "86400, 1 day",
        "172800, 2 days",
        "129600, 1.5 days"
    })
    void aDurationHasTheLargestUnitThatItFills(double seconds, String text) {
        assertThat(FigureText.duration(seconds)).isEqualTo(text);
    }

    @Test
    void anInstantIsShownToTheMinuteAndOtherTextAsItIs() {
        assertThat(FigureText.instant("2026-03-01T09:08:07.123Z")).isEqualTo("2026-03-01 09:08 UTC");
        assertThat(FigureText.instant("yesterday")).isEqualTo("yesterday");
        assertThat(FigureText.instant("")).isEqualTo("–");
    }
}
