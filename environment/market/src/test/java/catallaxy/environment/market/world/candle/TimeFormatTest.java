package catallaxy.environment.market.world.candle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms of time: what is told from a cell, and the patterns that would be read as another time than was meant. */
class TimeFormatTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static Instant time(String format, String cell) {
        return time(format, ZoneOffset.UTC, cell);
    }

    private static Instant time(String format, ZoneId zone, String cell) {
        return Instant.EPOCH.plusNanos(TimeFormat.parse(format, zone).epochNanos(cell));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yyyy-MM-dd hh:mm:ss | yyyy-MM-dd HH:mm:ss",
                "yyyy-MM-dd KK:mm | yyyy-MM-dd HH:mm",
                "dd.MM.yyyy h:mm | dd.MM.yyyy H:mm",
                "YYYY-MM-dd HH:mm | yyyy-MM-dd HH:mm",
                "YYYY-MM-DD | yyyy-MM-dd",
                "yyyy-MM-DD HH:mm | yyyy-MM-dd HH:mm",
                "yyyy-mm-dd | yyyy-MM-dd",
                "yyyy-mm-dd HH:mm:ss | yyyy-MM-dd HH:mm:ss",
                "yyyy-MM-dd HH:MM | yyyy-MM-dd HH:mm",
                "yyyy-MM-dd HH:MM:ss | yyyy-MM-dd HH:mm:ss",
                "yyyy-MM-dd HH:mm:SS | yyyy-MM-dd HH:mm:ss",
                "yyyy-MM-ddTHH:mm | yyyy-MM-dd'T'HH:mm",
                "%Y-%m-%d %H:%M:%S | yyyy-MM-dd HH:mm:ss",
                "%d/%m/%y %I:%M %p | dd/MM/yy hh:mm a",
            })
    void saysWhatWasMeant(String pattern, String meant) {
        assertThatThrownBy(() -> TimeFormat.parse(pattern, ZoneOffset.UTC))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("timeFormat: expected ")
                .hasMessageContaining(meant)
                .hasMessageEndingWith(", found " + pattern);
        assertThat(TimeFormat.parse(meant, ZoneOffset.UTC).text()).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HH:mm", "dd/MM HH:mm", "yyyy-MM-dd mm:ss", "yyyy-MM-dd HH:mm:mm", "bogus", "yyyy-dd HH"})
    void refusesPatternsThatTellNoTime(String pattern) {
        assertThatThrownBy(() -> TimeFormat.parse(pattern, ZoneOffset.UTC)).hasMessageContaining("found " + pattern);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yyyy-MM-dd hh:mm a | 2024-01-05 12:30 am | 2024-01-05T00:30:00Z",
                "yyyy-MM-dd hh:mm a | 2024-01-05 12:30 PM | 2024-01-05T12:30:00Z",
                "yyyy-MM-dd hh-a | 2024-01-05 11-PM | 2024-01-05T23:00:00Z",
                "dd-MMM-yyyy HH:mm | 05-JAN-2024 13:07 | 2024-01-05T13:07:00Z",
                "d MMM yy | 5 Jan 24 | 2024-01-05T00:00:00Z",
                "d MMM yy | 5 Jan 69 | 2069-01-05T00:00:00Z",
                "d MMM yy | 29 Feb 72 | 1972-02-29T00:00:00Z",
                "yyyy-DDD | 2024-060 | 2024-02-29T00:00:00Z",
                "yyyy-MM | 2024-03 | 2024-03-01T00:00:00Z",
                "yyyy | 2024 | 2024-01-01T00:00:00Z",
                "yyyy-'Q'q | 2024-Q3 | 2024-07-01T00:00:00Z",
                "yyyy-MM-dd'T'HH:mm:ss.SSSX | 2024-01-05T13:07:08.009+01 | 2024-01-05T12:07:08.009Z",
                "yyyy-MM-dd HH:mm VV | 2024-07-05 13:07 Europe/Berlin | 2024-07-05T11:07:00Z",
                "yyyyMMddHHmmss | 20240105130708 | 2024-01-05T13:07:08Z",
            })
    void readsWhatThePatternSays(String pattern, String cell, Instant expected) {
        assertThat(time(pattern, cell)).isEqualTo(expected);
    }

    /** A day that does not exist is no other day, a clock that skips an hour does not show it. */
    @Test
    void refusesTimesThatDoNotExist() {
        for (String format : List.of("iso", "yyyy-MM-dd")) {
            assertThatThrownBy(() -> time(format, "2023-02-29")).isInstanceOf(DateTimeException.class);
            assertThatThrownBy(() -> time(format, "2023-04-31")).isInstanceOf(DateTimeException.class);
        }
        assertThatThrownBy(() -> time("iso", BERLIN, "2024-03-31 02:30"))
                .hasMessage("the clocks of Europe/Berlin skip 2024-03-31T02:30");
        assertThat(time("iso", BERLIN, "2024-03-31 03:00")).isEqualTo("2024-03-31T01:00:00Z");
        assertThat(time("iso", ZoneId.of("America/Sao_Paulo"), "2017-10-15")).isEqualTo("2017-10-15T03:00:00Z");
    }

    @Test
    void aQuotedZIsReadInUtcAlone() {
        String pattern = "yyyy-MM-dd'T'HH:mm'Z'";
        assertThat(time(pattern, "2024-01-05T13:07Z")).isEqualTo("2024-01-05T13:07:00Z");
        assertThatThrownBy(() -> TimeFormat.parse(pattern, BERLIN)).hasMessageContaining("yyyy-MM-dd'T'HH:mmX");
    }

    @ParameterizedTest
    @CsvSource({
        "1704114000, epoch-seconds",
        "1704114000.5, epoch-seconds",
        "1704114000000, epoch-millis",
        "1704114000000000, epoch-micros",
        "1704114000000000000, epoch-nanos",
        "2024-01-01, iso",
        "2024-01, iso",
        "2024-01-01 13:00:00 UTC, iso",
        "2024-01-01T13:00:00.000000+00:00, iso",
        "20240101, yyyyMMdd",
        "202401011300, yyyyMMddHHmm",
        "20240101130000, yyyyMMddHHmmss"
    })
    void tellsTheFormFromACell(String cell, String text) {
        TimeFormat seen = TimeFormat.parse("auto", ZoneOffset.UTC).seenIn(cell);
        assertThat(seen.text()).isEqualTo(text);
        assertThat(Instant.EPOCH.plusNanos(seen.epochNanos(cell)))
                .isBetween(Instant.parse("2024-01-01T00:00:00Z"), Instant.parse("2024-01-01T13:00:01Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "45292",
                "45292.5",
                "12/31/2024",
                "2019-10-17 09-AM",
                "1.7041E+12",
                "99999999999999999999"
            })
    void tellsNoFormWhereItCouldBeAnother(String cell) {
        assertThatThrownBy(() -> time("auto", cell)).isInstanceOf(DateTimeException.class);
    }
}
