package catallaxy.environment.market.world.candle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Units of time, headers, delimiters and decimal marks as vendors write them, and what is refused rather than guessed. */
class CandleUnitTest {
    private static final List<String> UNITS = List.of("epoch-seconds", "epoch-millis", "epoch-micros", "epoch-nanos");
    private static final String ROWS = "2024-01-01;1;4;0.5;2\n2024-01-02;2;3;1;2.5\n";

    private static CandleFile read(String text, String timeFormat, CsvLayout layout, int badRows) {
        TimeColumn time = new TimeColumn(Column.named("time"), TimeFormat.parse(timeFormat, ZoneOffset.UTC));
        PriceColumns prices = new PriceColumns(
                Column.named("open"), Column.named("high"), Column.named("low"), Column.named("close"), null);
        return CandleReader.read(
                "test.csv",
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                new CandleFormat(layout, time, prices, badRows));
    }

    private static CandleFile read(String text, String timeFormat) {
        return read(text, timeFormat, CsvLayout.COMMA, 0);
    }

    private static CandleFile any(String text) {
        return read(text, "auto", new CsvLayout(CsvLayout.ANY, 0, true), 0);
    }

    /** Hours from 2025-01-01; the power of ten of each row's unit. */
    private static String hours(int... powers) {
        return IntStream.range(0, powers.length)
                .mapToObj(i -> BigDecimal.valueOf(1_735_689_600L + 3600L * i)
                                .scaleByPowerOfTen(powers[i])
                                .toPlainString()
                        + ",1,1,1,1\n")
                .collect(Collectors.joining("", "time,open,high,low,close\n", ""));
    }

    @Test
    void findsTheUnitThatIsNotNamed() {
        for (int unit = 0; unit < 4; unit++) {
            CandleReport report =
                    read(hours(3 * unit, 3 * unit, 3 * unit), "auto").report();
            assertThat(report.reading())
                    .isEqualTo(new CandleReading(',', "time", UNITS.get(unit), TimeMark.START, true));
            assertThat(report.first()).isEqualTo("2025-01-01T00:00:00Z");
            assertThat(report.period().text()).isEqualTo("1 h");
            assertThat(report.summary())
                    .endsWith("times " + UNITS.get(unit) + " (detected) in column time, when a candle opens");
        }
    }

    @Test
    void refusesEveryOtherUnitThanTheNamedOne() {
        for (int named = 0; named < 4; named++) {
            for (int real = 0; real < 4; real++) {
                String text = hours(3 * real, 3 * real);
                String format = UNITS.get(named);
                if (named == real) {
                    assertThat(read(text, format).report().reading().detected()).isFalse();
                } else {
                    assertThatThrownBy(() -> read(text, format, CsvLayout.COMMA, 1000))
                            .hasMessageStartingWith("test.csv, line 2: column \"time\": expected a number of ")
                            .hasMessageContaining("of 2025-01-01T00:00:00Z")
                            .hasMessageEndingWith("(time-format=" + UNITS.get(real) + ")");
                }
            }
        }
    }

    /** Even where bad rows may be left out: half of a file is not a few bad rows. */
    @Test
    void refusesAFileThatChangesItsUnit() {
        for (String format : List.of("auto", "epoch-millis")) {
            assertThatThrownBy(() -> read(hours(3, 3, 3, 6, 6), format, CsvLayout.COMMA, 1000))
                    .hasMessage(
                            "test.csv, line 5: column \"time\": expected a number of milliseconds since 1970 as in the lines"
                                    + " before, found \"1735700400000000\", which are microseconds of 2025-01-01T03:00:00Z: the file"
                                    + " changes its unit here");
        }
        assertThatThrownBy(() -> read(hours(6, 6, 3), "auto"))
                .hasMessageContaining("line 4")
                .hasMessageContaining("changes");
        assertThatThrownBy(() -> read(hours(3, 0), "auto"))
                .hasMessageContaining("line 3")
                .hasMessageContaining("which are seconds");
    }

    /** Negative control: made-up times from 1970 on are what their unit says. */
    @Test
    void readsTimesFromTheEpochOnInANamedUnit() {
        String text = IntStream.range(0, 2_000)
                .mapToObj(i -> i * 86_400_000L + ",1,1,1,1\n")
                .collect(Collectors.joining("", "time,open,high,low,close\n", ""));
        assertThat(read(text, "epoch-millis").report().last()).isEqualTo(Instant.EPOCH.plusSeconds(1_999 * 86_400L));
        assertThatThrownBy(() -> read(text, "auto")).hasMessageContaining("any other form needs time-format");
    }

    @Test
    void hintsAtTheUnitWhereAnotherFormIsStated() {
        assertThatThrownBy(() -> read(hours(3, 3), "iso"))
                .hasMessageEndingWith(
                        "found \"1735689600000\", which may be milliseconds since 1970 (time-format=epoch-millis)");
    }

    @Test
    void aBadFirstRowDoesNotDecideTheForm() {
        String text = hours(3, 3, 3).replaceFirst("1735689600000", "total");
        assertThat(read(text, "auto", CsvLayout.COMMA, 1).report().reading().timeFormat())
                .isEqualTo("epoch-millis");
    }

    @Test
    void findsColumnsInAnyCaseAndTheDelimiter() {
        for (char delimiter : new char[] {';', '\t', '|', ','}) {
            String text = ("\uFEFF\"Time\"; OPEN ;High;lOW;Close;Volume BTC;\r\n" + ROWS.replace("\n", ";7;\r\n"))
                    .replace(';', delimiter);
            CandleFile file = any(text);
            assertThat(file.series().close(1)).isEqualTo(2.5);
            assertThat(file.report().reading().delimiter()).isEqualTo(delimiter);
            assertThat(file.report().reading().timeColumn()).isEqualTo("Time");
        }
    }

    @Test
    void takesTheNameAsWrittenFirstAndRefusesTwoThatAreAlike() {
        Header header = new Header(List.of("Close", "close", "Open_Time", "HIGH", "high "));
        assertThat(header.indexOf(Column.named("close"))).isEqualTo(1);
        assertThat(header.indexOf(Column.named("Close"))).isZero();
        assertThat(header.indexOf(Column.named("open time"))).isEqualTo(2);
        assertThat(header.indexOf(Column.at(9))).isEqualTo(8);
        assertThat(header.nameOf(8)).isEqualTo("#9");
        assertThatThrownBy(() -> header.indexOf(Column.named("High")))
                .hasMessageContaining("expected once in the header");
        assertThatThrownBy(() -> new Header(List.of("Date", "Open")).indexOf(Column.named("time")))
                .hasMessageEndingWith("is it \"Date\"?");
        assertThatThrownBy(() -> new Header(List.of("1704067200000", "1", "2", "1", "2")).indexOf(Column.named("time")))
                .hasMessageContaining("header=false");
    }

    @Test
    void aHeaderlessFileOfAnyDelimiterIsReadByNumbers() {
        TimeColumn time = new TimeColumn(Column.at(1), TimeFormat.parse("auto", ZoneOffset.UTC));
        PriceColumns prices = new PriceColumns(Column.at(2), Column.at(3), Column.at(4), Column.at(5), null);
        CandleFormat format = new CandleFormat(new CsvLayout(CsvLayout.ANY, 0, false), time, prices, 0);
        CandleFile file =
                CandleReader.read("x", new ByteArrayInputStream(ROWS.getBytes(StandardCharsets.UTF_8)), format);
        assertThat(file.series().size()).isEqualTo(2);
        assertThat(file.report().reading()).isEqualTo(new CandleReading(';', "#1", "iso", TimeMark.START, true));
    }

    @Test
    void decimalCommasAreReadWhereTheyAreStated() {
        String text = "time;open;high;low;close\n" + ROWS.replace('.', ',');
        CsvLayout commas = new CsvLayout(CsvLayout.ANY, 0, true, true);
        assertThat(read(text, "auto", commas, 0).series().close(1)).isEqualTo(2.5);
        assertThatThrownBy(() -> any(text))
                .hasMessageContaining("line 2: column \"low\"")
                .hasMessageContaining("decimal-comma")
                .hasMessageEndingWith("found \"0,5\"");
        assertThatThrownBy(() -> read("time;open;high;low;close\n2024-01-01;1.000,5;1;1;1\n", "auto", commas, 0))
                .hasMessageEndingWith("found \"1.000,5\"");
        assertThatThrownBy(() -> new CsvLayout(',', 0, true, true)).hasMessageContaining("comma of the decimals");
    }
}
