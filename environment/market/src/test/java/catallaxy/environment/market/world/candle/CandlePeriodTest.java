package catallaxy.environment.market.world.candle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Periods of the calendar and of the clocks are found from the times of the rows, and nothing else is taken for one. */
class CandlePeriodTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static CandleFile read(Stream<String> times, ZoneId zone, TimeMark mark, long intervalNanos) {
        StringBuilder text = new StringBuilder("time,open,high,low,close\n");
        times.forEach(time -> text.append(time).append(",1,1,1,1\n"));
        TimeColumn time = new TimeColumn(Column.named("time"), TimeFormat.parse("auto", zone), mark, intervalNanos);
        PriceColumns prices = new PriceColumns(
                Column.named("open"), Column.named("high"), Column.named("low"), Column.named("close"), null);
        CandleFormat format = new CandleFormat(CsvLayout.COMMA, time, prices, 0);
        return CandleReader.read(
                "test.csv", new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)), format);
    }

    private static CandleFile read(int n, IntFunction<Object> time) {
        return read(IntStream.range(0, n).mapToObj(time).map(String::valueOf), ZoneOffset.UTC, TimeMark.START, 0);
    }

    private static void isWhole(CandleFile file, int rows, String period) {
        assertThat(file.report().period().text()).isEqualTo(period);
        assertThat(file.report().rows()).isEqualTo(rows);
        assertThat(file.report().gaps()).isEmpty();
        for (int i = 0; i + 1 < rows; i++) {
            assertThat(file.series().closeTime(i)).isEqualTo(file.series().openTime(i + 1));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 15, 28})
    void monthsDatedByOneDayAreMonths(int day) {
        isWhole(read(40, i -> LocalDate.of(2020, 1, day).plusMonths(i)), 40, "1 month");
        isWhole(read(20, i -> LocalDate.of(2020, 1, day).plusMonths(3L * i)), 20, "1 quarter");
        isWhole(read(12, i -> LocalDate.of(2010, 1, day).plusMonths(6L * i)), 12, "2 quarters");
        isWhole(read(12, i -> LocalDate.of(2010, 1, day).plusYears(i)), 12, "1 year");
        isWhole(read(2, i -> LocalDate.of(2010, 1, day).plusMonths(i)), 2, "1 month");
    }

    @Test
    void monthsWithoutADayAndMonthsByTheirLastDayAreMonths() {
        isWhole(read(30, i -> YearMonth.of(2019, 5).plusMonths(i)), 30, "1 month");
        isWhole(read(30, i -> YearMonth.of(2019, 5).plusMonths(i).atEndOfMonth()), 30, "1 month");
        isWhole(read(30, i -> lastWorkingDay(YearMonth.of(2019, 5).plusMonths(i))), 30, "1 month");
    }

    private static LocalDate lastWorkingDay(YearMonth month) {
        LocalDate day = month.atEndOfMonth();
        while (day.getDayOfWeek().getValue() > 5) {
            day = day.minusDays(1);
        }
        return day;
    }

    @Test
    void aMissingMonthIsAGapOfOne() {
        CandleReport report = read(9, i -> LocalDate.of(2021, 1, 1).plusMonths(i < 4 ? i : i + 1))
                .report();
        assertThat(report.gaps())
                .containsExactly(new CandleReport.Gap(
                        Instant.parse("2021-05-01T00:00:00Z"), Instant.parse("2021-06-01T00:00:00Z"), 1));
    }

    @Test
    void monthsMarkedByTheirEndBeginWhereTheOneBeforeEnds() {
        CandleSeries series = read(
                        IntStream.rangeClosed(1, 6)
                                .mapToObj(month -> YearMonth.of(2024, month).atEndOfMonth() + "T23:59:59.999"),
                        ZoneOffset.UTC,
                        TimeMark.LAST_MILLISECOND,
                        0)
                .series();
        assertThat(series.period().text()).isEqualTo("1 month");
        for (int i = 0; i < 6; i++) {
            assertThat(Instant.EPOCH.plusNanos(series.openTime(i)))
                    .isEqualTo(LocalDate.of(2024, i + 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC));
        }
    }

    @Test
    void aWeekMayBeginAfterAHoliday() {
        CandleFile file = read(20, i -> LocalDate.of(2024, 1, 1).plusWeeks(i).plusDays(i == 7 ? 1 : i == 12 ? 3 : 0));
        isWhole(file, 20, "1 week by the clock");
        CandleReport missing = read(
                        20,
                        i -> LocalDate.of(2024, 1, 1)
                                .plusWeeks(i < 10 ? i : i + 2)
                                .plusDays(i == 7 ? 1 : 0))
                .report();
        assertThat(missing.gaps()).singleElement().matches(gap -> gap.missing() == 2);
    }

    /** Local dates in the zone that is named, and instants of local midnights where none is: 400 days have both changes. */
    @ParameterizedTest
    @ValueSource(
            strings = {"Europe/Berlin", "Europe/London", "America/New_York", "Australia/Lord_Howe", "America/Sao_Paulo"
            })
    void daysOfAZoneWithDaylightSavingAreDays(String name) {
        ZoneId zone = ZoneId.of(name);
        LocalDate first = LocalDate.of(2017, 6, 1);
        Stream<String> dates =
                IntStream.range(0, 400).mapToObj(i -> first.plusDays(i).toString());
        isWhole(read(dates, zone, TimeMark.START, 0), 400, "1 d by the clock");
        isWhole(read(400, i -> first.plusDays(i).atStartOfDay(zone).toEpochSecond()), 400, "1 d by the clock");
        Stream<String> stated =
                IntStream.range(0, 400).mapToObj(i -> first.plusDays(i).toString());
        isWhole(read(stated, zone, TimeMark.START, Duration.ofDays(1).toNanos()), 400, "1 d by the clock");
        CandleFile missing = read(
                400, i -> first.plusDays(i < 150 ? i : i + 1).atStartOfDay(zone).toEpochSecond());
        assertThat(missing.report().missing()).isEqualTo(1);
    }

    @Test
    void quartersOfADayByTheClockAreThat() {
        Stream<String> times = IntStream.range(0, 1200)
                .mapToObj(i ->
                        LocalDateTime.of(2024, 1, 1, 0, 0).plusHours(6L * i).toString());
        isWhole(read(times, BERLIN, TimeMark.START, 0), 1200, "6 h by the clock");
    }

    /** Negative control: 28 days are no month, an outage is no clock, five days a week are days with gaps. */
    @Test
    void whatIsRegularStaysAsItIs() {
        isWhole(read(30, i -> LocalDate.of(2020, 1, 1).plusDays(28L * i)), 30, "4 weeks");
        isWhole(read(30, i -> LocalDate.of(2020, 1, 1).plusDays(30L * i)), 30, "30 d");
        CandleReport outage = read(48, i -> LocalDateTime.of(2024, 1, 1, 0, 0).plusHours(i < 20 ? i : i + 3))
                .report();
        assertThat(outage.period().text()).isEqualTo("1 h");
        assertThat(outage.missing()).isEqualTo(3);
        CandleReport shifted = read(
                        48, i -> LocalDateTime.of(2024, 1, 1, 0, 0).plusMinutes(i < 20 ? 60L * i : 60L * i + 90))
                .report();
        assertThat(shifted.period().text()).isEqualTo("1 h");
        assertThat(shifted.missing()).isEqualTo(2);
        assertThatThrownBy(() -> read(
                        9,
                        i -> LocalDate.of(2024, 1, 1).plusDays(i == 5 ? 4 : i).atTime(i == 5 ? 12 : 0, 0)))
                .hasMessageContaining("line 7")
                .hasMessageContaining("1 d or more after");
    }

    @Test
    void weekendsAreTold() {
        LocalDate monday = LocalDate.of(2024, 1, 1);
        CandleReport report = read(100, i -> monday.plusDays(i / 5 * 7 + i % 5)).report();
        assertThat(report.gaps()).hasSize(19).allMatch(gap -> gap.missing() == 2);
        assertThat(report.weekends()).isEqualTo(19);
        assertThat(report.summary()).contains("19 gaps (38 candles, 19 of them weekends)");
        CandleReport holiday = read(99, i -> monday.plusDays((i < 60 ? i : i + 1) / 5 * 7 + (i < 60 ? i : i + 1) % 5))
                .report();
        assertThat(holiday.gaps()).hasSize(19);
        assertThat(holiday.weekends()).isEqualTo(18);
        assertThat(read(100, monday::plusDays).report().weekends()).isZero();
    }

    /** Forth and back, for every period and many times of it. */
    @Test
    void nextAndPreviousAreInverse() {
        List<CandlePeriod> periods = List.of(
                CandlePeriod.ofNanos(3_600_000_000_000L),
                new CandlePeriod.Clock(86_400_000_000_000L, BERLIN),
                new CandlePeriod.Clock(7 * 86_400_000_000_000L, BERLIN),
                new CandlePeriod.Months(1, BERLIN),
                new CandlePeriod.Months(3, ZoneOffset.UTC),
                new CandlePeriod.Months(12, BERLIN));
        for (CandlePeriod period : periods) {
            long time = LocalDate.of(2023, 1, 1).atStartOfDay(BERLIN).toEpochSecond() * 1_000_000_000L;
            for (int i = 0; i < 200; i++) {
                long next = period.next(time);
                assertThat(period.between(time, next))
                        .as("%s after %d", period, time)
                        .isEqualTo(1);
                assertThat(period.previous(next)).isEqualTo(time);
                assertThat(period.between(time, period.next(next))).isEqualTo(2);
                assertThat(period.between(time, time)).isZero();
                time = next;
            }
        }
    }

    @Test
    void aYearHasTwelveMonthsAndAsManyDaysByTheClock() {
        CandlePeriod month = new CandlePeriod.Months(1, BERLIN);
        CandlePeriod day = new CandlePeriod.Clock(86_400_000_000_000L, BERLIN);
        long from = LocalDate.of(2023, 1, 1).atStartOfDay(BERLIN).toEpochSecond() * 1_000_000_000L;
        long to = LocalDate.of(2024, 1, 1).atStartOfDay(BERLIN).toEpochSecond() * 1_000_000_000L;
        assertThat(month.between(from, to)).isEqualTo(12);
        assertThat(day.between(from, to)).isEqualTo(365);
        assertThat(month.meanLength().multipliedBy(12)).isEqualTo(ChronoUnit.YEARS.getDuration());
    }

    @Test
    void statedMonthsHoldForASingleRowAndRefuseTwoInOne() {
        TimeColumn time = new TimeColumn(
                Column.named("date"),
                TimeFormat.parse("iso", ZoneOffset.UTC),
                TimeMark.START,
                new StatedInterval(0, 1));
        CandleFormat format = new CandleFormat(CsvLayout.COMMA, time, PriceColumns.prefixed(""), 0);
        String header = "date,open,high,low,close,volume\n";
        CandleSeries one = CandleReader.read("x", bytes(header + "2024-02-01,1,1,1,1,1"), format)
                .series();
        assertThat(one.endTime() - one.startTime())
                .isEqualTo(Duration.ofDays(29).toNanos());
        assertThatThrownBy(() ->
                        CandleReader.read("x", bytes(header + "2024-02-01,1,1,1,1,1\n2024-02-08,1,1,1,1,1"), format))
                .hasMessageContaining("line 3")
                .hasMessageContaining("1 month or more after");
        assertThatThrownBy(() -> new StatedInterval(1, 1)).hasMessageContaining("interval");
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
