package catallaxy.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.random.RandomStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decimals of the run files are those that were settled. */
class RunDecimalsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0.0",
        "1, 0.000000001",
        "74000000, 0.074",
        "1000000000, 1.0",
        "599020000000, 599.02",
        "86400000000000, 86400.0"
    })
    void secondsAreTheDecimalsOfNanoseconds(long nanos, String text) {
        assertThat(RunDecimals.seconds(nanos)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0.07400000000000001, 0.074",
        "39999.873674999995, 39999.873675",
        "927.2986080000001, 927.298608",
        "0.00001197, 0.00001197",
        "-5399999.999999999, -5400000.0",
        "0, 0.0",
        "1e-20, 0.00000000000000000001",
        "123456789012345678, 123456789012346000.0"
    })
    void valuedAmountsHaveFifteenDigitsAndNoExponent(double value, String text) {
        assertThat(RunDecimals.money(value)).isEqualTo(text);
        assertThat(RunDecimals.rounded(value)).isEqualTo(Double.parseDouble(text));
    }

    @Test
    void whatIsNoNumberIsEmpty() {
        assertThat(RunDecimals.money(Double.NaN)).isEmpty();
        assertThat(RunDecimals.money(Double.POSITIVE_INFINITY)).isEmpty();
        assertThat(RunDecimals.rounded(Double.NaN)).isNaN();
    }

    @Test
    void baseUnitsComeBackFromTheirText() {
        RandomStream random = RandomStream.of(3, "test/units");
        for (int i = 0; i < 2_000; i++) {
            long units = random.nextLong() >> random.nextInt(63);
            int decimals = random.nextInt(19);
            String text = RunDecimals.plain(RunDecimals.whole(units, decimals));
            assertThat(new BigDecimal(text).movePointRight(decimals).longValueExact())
                    .isEqualTo(units);
            assertThat(text).doesNotContain("E").contains(".");
        }
    }

    @Test
    void aQuotientIsExactWhereItHasFewDigits() {
        assertThat(RunDecimals.plain(RunDecimals.ratio(new BigDecimal("39999.873675"), new BigDecimal("13.3225"))))
                .isEqualTo("3002.43");
        assertThat(RunDecimals.plain(RunDecimals.ratio(BigDecimal.ONE, new BigDecimal(3))))
                .isEqualTo("0.333333333333333");
        assertThat(RunDecimals.ratio(BigDecimal.ONE, BigDecimal.ZERO)).isZero();
    }

    /** Of every fill: quantity in lots, price in ticks, notional their product, none with more decimals than its asset. */
    @Test
    void aRunWritesWhatWasSettled(@TempDir Path place) throws IOException {
        ShortRun run = ShortRun.of(ShortRun.twoChains("30 m"), 3, place);
        List<String> rows = Files.readAllLines(run.files().trades());
        assertThat(rows).hasSizeGreaterThan(20);
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",", -1);
            BigDecimal quantity = new BigDecimal(cells[6]);
            BigDecimal price = new BigDecimal(cells[7]);
            BigDecimal notional = new BigDecimal(cells[8]);
            assertThat(notional.stripTrailingZeros().scale()).as(row).isLessThanOrEqualTo(6);
            assertThat(quantity.stripTrailingZeros().scale()).as(row).isLessThanOrEqualTo(18);
            if (!cells[11].equals("pool")) {
                assertThat(quantity.multiply(price)).as(row).isEqualByComparingTo(notional);
                assertThat(price.stripTrailingZeros().scale()).as(row).isLessThanOrEqualTo(2);
            }
            assertThat(row).doesNotContain("E-");
        }
    }
}
