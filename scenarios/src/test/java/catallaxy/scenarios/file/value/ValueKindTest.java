package catallaxy.scenarios.file.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueKindTest {
    @ParameterizedTest
    @CsvSource({"true, true", "yes, true", "on, true", "false, false", "no, false", "off, false"})
    void flagsHaveThreeWords(String text, boolean flag) {
        assertThat(ValueKind.FLAG.parser().apply(text)).contains(flag);
    }

    @Test
    void otherWordsAreNoFlags() {
        assertThat(ValueKind.FLAG.parser().apply("1")).isEmpty();
        assertThat(ValueKind.FLAG.parser().apply("True")).isEmpty();
    }

    @Test
    void textIsLimited() {
        assertThat(ValueKind.TEXT.parser().apply("x".repeat(1000))).contains("x".repeat(1000));
        assertThat(ValueKind.TEXT.parser().apply("x".repeat(1001))).isEmpty();
        assertThat(ValueKind.TEXT.writer().apply("a \"b\"\n")).isEqualTo("\"a \\\"b\\\"\\n\"");
    }

    /** A count that is too large is as good as endless; a seed would silently be another. */
    @Test
    void wholeNumbersSaturateButSeedsAreRefused() {
        assertThat(ValueKind.WHOLE.parser().apply("1e30")).contains(Long.MAX_VALUE);
        assertThat(ValueKind.SEED.parser().apply("1e30")).isEmpty();
        assertThat(ValueKind.SEED.parser().apply("9223372036854775807")).contains(Long.MAX_VALUE);
        assertThat(ValueKind.SEED.parser().apply("-9223372036854775808")).contains(Long.MIN_VALUE);
        assertThat(ValueKind.wholeOr("none").parser().apply("9223372036854775808"))
                .isEmpty();
        assertThat(ValueKind.WHOLE.parser().apply("1.5")).isEmpty();
        assertThat(ValueKind.WHOLE.parser().apply("1.50e1")).contains(15L);
    }

    @Test
    void aNumberIsOneThatADoubleHolds() {
        assertThat(ValueKind.NUMBER.parser().apply("1e308")).contains(new BigDecimal("1e308"));
        assertThat(ValueKind.NUMBER.parser().apply("1e309")).isEmpty();
        assertThat(ValueKind.DECIMAL.parser().apply("1e309")).contains(new BigDecimal("1e309"));
        assertThat(ValueKind.numberOr("none").parser().apply("1e309")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "auto"})
    void aWordMayStandInForANumber(String absent) {
        ValueKind<OptionalDouble> number = ValueKind.numberOr(absent);
        assertThat(number.parser().apply(absent)).contains(OptionalDouble.empty());
        assertThat(number.parser().apply("0.5")).contains(OptionalDouble.of(0.5));
        assertThat(number.parser().apply("never")).isEmpty();
        assertThat(number.writer().apply(OptionalDouble.empty())).isEqualTo(absent);
        assertThat(number.writer().apply(OptionalDouble.of(1e-7))).isEqualTo("0.0000001");
        ValueKind<OptionalLong> whole = ValueKind.wholeOr(absent);
        assertThat(whole.parser().apply(absent)).contains(OptionalLong.empty());
        assertThat(whole.writer().apply(OptionalLong.of(-3))).isEqualTo("-3");
        assertThat(whole.writer().apply(OptionalLong.empty())).isEqualTo(absent);
    }

    @Test
    void anExactNumberOrAWordKeepsEveryDigit() {
        String digits = "0." + "123456789".repeat(8);
        var kind = ValueKind.decimalOr("auto");
        assertThat(kind.parser().apply(digits).orElseThrow()).contains(new BigDecimal(digits));
        assertThat(kind.parser().apply("auto").orElseThrow()).isEmpty();
        assertThat(kind.parser().apply("1.x")).isEmpty();
        assertThat(kind.writer().apply(kind.parser().apply(digits).orElseThrow()))
                .isEqualTo(digits);
    }

    @Test
    void oneOfAFewWordsIsThatWord() {
        ValueKind<String> words = ValueKind.oneOf(List.of("l1", "rollup"));
        assertThat(words.expected()).isEqualTo("one of l1, rollup");
        assertThat(words.placeholder()).isEqualTo("l1");
        assertThat(words.parser().apply("rollup")).contains("rollup");
        assertThat(words.parser().apply("L1")).isEmpty();
    }

    @Test
    void amountsAreOfUnitsOrOfWorth() {
        assertThat(ValueKind.AMOUNT.parser().apply("worth  30000.50"))
                .contains(new AssetAmount(new BigDecimal("30000.50"), true));
        assertThat(ValueKind.AMOUNT.parser().apply("0")).contains(AssetAmount.NONE);
        assertThat(ValueKind.AMOUNT.parser().apply("worth -1")).isEmpty();
        assertThat(ValueKind.AMOUNT.parser().apply("worth")).isEmpty();
        assertThat(ValueKind.AMOUNT.writer().apply(new AssetAmount(new BigDecimal("30000.50"), true)))
                .isEqualTo("\"worth 30000.5\"");
    }

    /** What a resolved scenario writes is read as the same value, in every unit. */
    @Test
    void whatIsWrittenIsReadBack() {
        for (long seed = 0; seed < 100; seed++) {
            long number = new Random(seed).nextLong();
            for (ValueKind<Long> kind : List.of(ValueKind.WHOLE, ValueKind.SEED, ValueKind.FEE, ValueKind.GAS_PRICE)) {
                assertThat(kind.parser().apply(kind.writer().apply(number)))
                        .as("seed %d, %s", seed, kind.name())
                        .contains(number);
            }
        }
        assertThat(ValueKind.FEE.writer().apply(525L)).isEqualTo("5.25");
        assertThat(ValueKind.GAS_PRICE.writer().apply(1L)).isEqualTo("0.000000001");
    }
}
