package catallaxy.environment.market.world.candle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Layouts, time formats, what is reported, and the message of every kind of bad cell. */
class CandleReaderTest {
    private static final String HEADER = "date,open,high,low,close,volume\n";
    private static final CandleFormat ISO = format("iso");

    @Test
    void readsTheColumnsThatTheFormatNames() {
        CandleFile file = read(HEADER + "2024-01-01,1,4,0.5,2,10\n2024-01-02,2,3,1,2.5,\n", ISO);
        CandleSeries series = file.series();
        assertThat(series.size()).isEqualTo(2);
        assertThat(series.period())
                .isEqualTo(CandlePeriod.ofNanos(Duration.ofDays(1).toNanos()));
        assertThat(Instant.EPOCH.plusNanos(series.openTime(0))).isEqualTo("2024-01-01T00:00:00Z");
        assertThat(new double[] {series.open(0), series.high(0), series.low(0), series.close(0), series.volume(0)})
                .containsExactly(1, 4, 0.5, 2, 10);
        assertThat(series.volume(1)).isNaN();
        assertThat(file.report().summary())
                .isEqualTo(
                        "test.csv: 2 candles of 1 d from 2024-01-01T00:00:00Z to 2024-01-02T00:00:00Z, 0 gaps"
                                + " (0 candles), 0 duplicate rows, 0 misplaced, 0 blank, 0 bad; times iso in column date, when a candle opens");
    }

    @Test
    void readsColumnsByNumberWithAnyDelimiterAndQuotes() {
        CandleFormat format = new CandleFormat(
                new CsvLayout(';', 2, false),
                new TimeColumn(Column.at(6), TimeFormat.parse("epoch-seconds", ZoneOffset.UTC)),
                new PriceColumns(Column.at(1), Column.at(2), Column.at(3), Column.at(4), null),
                0);
        CandleSeries series = read("banner\n\r\n1 ; 2;\"1\";1e0; \"a;\"\"b\" ; 60\r\n\n2;2;2;2;;120\r", format)
                .series();
        assertThat(series.size()).isEqualTo(2);
        assertThat(series.openTime(1)).isEqualTo(120_000_000_000L);
        assertThat(series.volume(0)).isNaN();
    }

    @Test
    void readsGzipAndAByteOrderMark() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(("\uFEFF" + HEADER + "2024-01-01,1,1,1,1,1\n2024-01-02,1,1,1,1,1")
                    .getBytes(StandardCharsets.UTF_8));
        }
        assertThat(CandleReader.read("test.csv.gz", new ByteArrayInputStream(bytes.toByteArray()), ISO)
                        .report()
                        .rows())
                .isEqualTo(2);
        byte[] cut = Arrays.copyOf(bytes.toByteArray(), bytes.size() - 12);
        assertThatThrownBy(() -> CandleReader.read("test.csv.gz", new ByteArrayInputStream(cut), ISO))
                .isInstanceOf(CandleFileException.class)
                .hasMessageContaining("test.csv.gz: cannot be read");
    }

    @Test
    void readsEveryTimeFormat() {
        ZoneId paris = ZoneId.of("Europe/Paris");
        long expected = Instant.parse("2024-01-01T13:00:00Z").getEpochSecond() * 1_000_000_000;
        assertThat(TimeFormat.parse("epoch-seconds", paris).epochNanos("1704114000"))
                .isEqualTo(expected);
        assertThat(TimeFormat.parse("epoch-seconds", paris).epochNanos("1704114000.5"))
                .isEqualTo(expected + 500_000_000);
        assertThat(TimeFormat.parse("epoch-millis", paris).epochNanos("1704114000000"))
                .isEqualTo(expected);
        assertThat(TimeFormat.parse("epoch-micros", paris).epochNanos("1704114000000000"))
                .isEqualTo(expected);
        assertThat(TimeFormat.parse("epoch-nanos", paris).epochNanos("1704114000000000000"))
                .isEqualTo(expected);
        for (String iso : List.of(
                "2024-01-01T13:00Z",
                "2024-01-01 14:00:00",
                "2024-01-01 13:00:00.000+00:00",
                "2024-01-01T08:30:00-0430",
                "2024-01-01T13:00:00+00")) {
            assertThat(TimeFormat.parse("iso", paris).epochNanos(iso)).as(iso).isEqualTo(expected);
        }
        assertThat(TimeFormat.parse("yyyy-MM-dd hh-a", paris).epochNanos("2024-01-01 02-PM"))
                .isEqualTo(expected);
        assertThat(TimeFormat.parse("dd/MM/yyyy HH:mm VV", paris).epochNanos("01/01/2024 13:00 UTC"))
                .isEqualTo(expected);
        assertThat(TimeFormat.parse("yyyyMMdd", ZoneOffset.UTC).epochNanos("20240101"))
                .isEqualTo(expected - Duration.ofHours(13).toNanos());
        assertThatThrownBy(() -> TimeFormat.parse("bogus", paris)).hasMessageContaining("found bogus");
    }

    @Test
    void opensCandlesWhereTheTimeMarkSays() {
        String rows = "2024-01-01 00:00:59.999,1,1,1,1,1\n2024-01-01 00:01:59.999,1,1,1,1,1\n";
        assertThat(first(rows, TimeMark.START)).isEqualTo("2024-01-01T00:00:59.999Z");
        assertThat(first(rows, TimeMark.END)).isEqualTo("2023-12-31T23:59:59.999Z");
        assertThat(first(rows, TimeMark.LAST_MILLISECOND)).isEqualTo("2024-01-01T00:00:00Z");
        assertThat(first(rows, TimeMark.LAST_SECOND)).isEqualTo("2024-01-01T00:00:00.999Z");
    }

    private static Instant first(String rows, TimeMark mark) {
        TimeColumn time = new TimeColumn(Column.named("date"), TimeFormat.parse("iso", ZoneOffset.UTC), mark, 0);
        return read(HEADER + rows, new CandleFormat(CsvLayout.COMMA, time, PriceColumns.prefixed(""), 0))
                .report()
                .first();
    }

    @Test
    void reportsOrderGapsDuplicatesAndBlanks() {
        CandleReport report = read(
                        HEADER
                                + "2024-01-09,1,1,1,1,1\n2024-01-08,1,1,1,1,1\n2024-01-08,1,1,1,1,1\n2024-01-04,1,1,1,1,1\n"
                                + "2024-01-03,1,1,1,1,1\n2024-01-02,,,,,\n,,,,,\n2024-01-01,1,1,1,1,1\n",
                        ISO)
                .report();
        assertThat(report.order()).isEqualTo(RowOrder.DESCENDING);
        assertThat(report.rows()).isEqualTo(5);
        assertThat(report.duplicateLines()).containsExactly(4);
        assertThat(report.blankRows()).isEqualTo(2);
        assertThat(report.gaps())
                .containsExactly(
                        new CandleReport.Gap(
                                Instant.parse("2024-01-02T00:00:00Z"), Instant.parse("2024-01-03T00:00:00Z"), 1),
                        new CandleReport.Gap(
                                Instant.parse("2024-01-05T00:00:00Z"), Instant.parse("2024-01-08T00:00:00Z"), 3));
        assertThat(report.missing()).isEqualTo(4);
    }

    @Test
    void sortsMisplacedRowsAndReportsThem() {
        CandleFile file = read(
                HEADER + "2024-01-01,1,1,1,1,1\n2024-01-03,3,3,3,3,1\n2024-01-02,2,2,2,2,1\n2024-01-04,4,4,4,4,1\n",
                ISO);
        assertThat(file.report().order()).isEqualTo(RowOrder.ASCENDING);
        assertThat(file.report().misplacedLines()).containsExactly(4);
        assertThat(file.series().close(1)).isEqualTo(2);
        assertThat(file.series().close(3)).isEqualTo(4);
    }

    @Test
    void leavesOutAsManyBadRowsAsAllowed() {
        String text = HEADER
                + "2024-01-01,1,1,1,1,1\nx,1,1,1,1,1\n2024-01-02,1,1,1,1,1\n2024-01-02,2,2,2,2,1\n2024-01-03,1,1,1,1,1\n";
        CandleFormat lenient = new CandleFormat(ISO.layout(), ISO.time(), ISO.prices(), 2);
        CandleReport report = read(text, lenient).report();
        assertThat(report.rows()).isEqualTo(3);
        assertThat(report.badRows()).extracting(CandleReport.BadRow::line).containsExactly(3, 5);
        assertThat(report.badRows().get(1).problem())
                .isEqualTo("column \"date\": expected a time 1 d or more after 2024-01-02T00:00:00Z of line 4, found"
                        + " 2024-01-02T00:00:00Z");
        CandleFormat strict = new CandleFormat(ISO.layout(), ISO.time(), ISO.prices(), 1);
        assertThatThrownBy(() -> read(text, strict))
                .hasMessageContaining("line 5")
                .hasMessageContaining("after 1 other bad rows");
    }

    @Test
    void saysWhatIsWrongWithARow() {
        refusesRow(
                "2024-13-01,1,1,1,1,1",
                "column \"date\": expected an ISO date or time such as 2024-12-01 or"
                        + " 2024-12-01T00:00:00Z, found \"2024-13-01\"");
        refusesRow("1066-10-14,1,1,1,1,1", "column \"date\": expected a time from 1900 to 2199, found \"1066-10-14\"");
        refusesRow("2024-01-02,x,1,1,1,1", "column \"open\": expected a price above 0, found \"x\"");
        refusesRow("2024-01-02,1,NaN,1,1,1", "column \"high\": expected a price above 0, found \"NaN\"");
        refusesRow(
                "2024-01-02,1,1,-1,1,1", "column \"low\": expected a price above 0 and at most 1.0E15, found \"-1\"");
        refusesRow("2024-01-02,1,1,1,,1", "column \"close\": expected a price above 0, found nothing");
        refusesRow("2024-01-02,1,1,1,1,-2", "column \"volume\": expected a volume from 0 to 1.0E30, found \"-2\"");
        refusesRow("2024-01-02,5,4,1,1,1", "column \"high\": expected at least open and close, 5.0, found \"4.0\"");
        refusesRow("2024-01-02,5,6,3,2,1", "column \"low\": expected at most open and close, 2.0, found \"3.0\"");
        refusesRow("2024-01-02,5,6", "column \"low\": expected a cell, found a row of 3");
        refusesRow("\"2024-01-02,5,6", "expected a closing quotation mark for the one at character 1");
        refusesRow("\"2024-01-02\"5,6", "expected a delimiter after the closing quotation mark at character 12");
    }

    private static void refusesRow(String row, String problem) {
        assertThatThrownBy(() -> read(HEADER + "2024-01-01,1,1,1,1,1\n" + row, ISO))
                .isInstanceOf(CandleFileException.class)
                .hasMessage("test.csv, line 3: " + problem);
    }

    @Test
    void saysWhatIsWrongWithAFile() {
        refusesFile("", ISO, "test.csv: expected a header, found the end of the file");
        refusesFile(HEADER, ISO, "test.csv: expected two candles or more, or a stated interval, found no candle");
        refusesFile(HEADER + "2024-01-01,1,1,1,1,1", ISO, "found one time only");
        refusesFile("a,b\n", ISO, "test.csv, line 1: column \"date\": expected in the header, found [a, b]");
        refusesFile(HEADER + "x".repeat(70_000), ISO, "test.csv, line 2: expected lines of at most 65536 characters");
        CandleFormat banner = new CandleFormat(new CsvLayout(',', 3, true), ISO.time(), ISO.prices(), 0);
        refusesFile("a\nb", banner, "test.csv: expected 3 banner lines, found 2 lines");
        assertThatThrownBy(() -> CandleReader.read(Path.of("no", "such.csv"), ISO))
                .hasMessage(Path.of("no", "such.csv") + ": cannot be read: there is no such file");
    }

    private static void refusesFile(String text, CandleFormat format, String message) {
        assertThatThrownBy(() -> read(text, format))
                .isInstanceOf(CandleFileException.class)
                .hasMessageContaining(message);
    }

    @Test
    void takesAStatedInterval() {
        TimeColumn time = new TimeColumn(
                Column.named("date"),
                TimeFormat.parse("iso", ZoneOffset.UTC),
                TimeMark.START,
                Duration.ofDays(1).toNanos());
        CandleFormat daily = new CandleFormat(CsvLayout.COMMA, time, PriceColumns.prefixed(""), 0);
        assertThat(read(HEADER + "2024-01-01,1,1,1,1,1", daily).series().period())
                .isEqualTo(CandlePeriod.ofNanos(Duration.ofDays(1).toNanos()));
        assertThat(read(HEADER + "2024-01-01,1,1,1,1,1\n2024-01-08,1,1,1,1,1", daily)
                        .report()
                        .missing())
                .isEqualTo(6);
    }

    @Test
    void refusesFormatsThatFitNoFile() {
        assertThatThrownBy(() -> new CsvLayout('"', 0, true)).hasMessageContaining("delimiter");
        assertThatThrownBy(() -> new CsvLayout(',', -1, true)).hasMessageContaining("bannerLines");
        assertThatThrownBy(() -> Column.at(0)).hasMessageContaining("column");
        assertThatThrownBy(() -> Column.parse("#x")).hasMessageContaining("found #x");
        assertThatThrownBy(() -> Column.parse(" ")).hasMessageContaining("column");
        assertThat(Column.parse("#12")).isEqualTo(Column.at(12));
        assertThat(Column.parse("open")).isEqualTo(Column.named("open"));
        assertThatThrownBy(() -> new CandleFormat(ISO.layout(), ISO.time(), ISO.prices(), -1))
                .hasMessageContaining("maxBadRows");
        assertThatThrownBy(() -> new CandleFormat(new CsvLayout(',', 0, false), ISO.time(), ISO.prices(), 0))
                .hasMessageContaining("the file has no header");
    }

    static CandleFormat format(String timeFormat) {
        TimeColumn time = new TimeColumn(Column.named("date"), TimeFormat.parse(timeFormat, ZoneOffset.UTC));
        return new CandleFormat(CsvLayout.COMMA, time, PriceColumns.prefixed(""), 0);
    }

    private static CandleFile read(String text, CandleFormat format) {
        return CandleReader.read("test.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), format);
    }
}
