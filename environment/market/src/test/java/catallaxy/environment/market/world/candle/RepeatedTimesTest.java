package catallaxy.environment.market.world.candle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Candles of the hours that clocks show twice in autumn, dated by those clocks. */
class RepeatedTimesTest {
    private static final int ROWS = 96;

    private static CandleFile read(List<String> rows, ZoneId zone) {
        String text = "time,open,high,low,close\n" + String.join("\n", rows) + "\n";
        TimeColumn time = new TimeColumn(Column.named("time"), TimeFormat.parse("auto", zone), TimeMark.START, 0);
        PriceColumns prices = new PriceColumns(
                Column.named("open"), Column.named("high"), Column.named("low"), Column.named("close"), null);
        return CandleReader.read(
                "test.csv",
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                new CandleFormat(CsvLayout.COMMA, time, prices, 0));
    }

    /** Row i has the price i + 1. */
    private static List<String> rows(Instant first, int minutes, ZoneId zone) {
        return IntStream.range(0, ROWS)
                .mapToObj(i -> LocalDateTime.ofInstant(first.plusSeconds(60L * minutes * i), zone)
                        + ",%1$d,%1$d,%1$d,%1$d".formatted(i + 1))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2021-10-30T00:00:00Z, 60",
        "Europe/Berlin, 2021-10-30T12:00:00Z, 15",
        "America/New_York, 2021-11-06T00:00:00Z, 60",
        "Australia/Lord_Howe, 2021-04-03T00:00:00Z, 30",
        "Africa/Casablanca, 2021-04-10T00:00:00Z, 60",
    })
    void areToldApartByTheOrderOfTheFile(String name, String begin, int minutes) {
        ZoneId zone = ZoneId.of(name);
        Instant first = Instant.parse(begin);
        List<String> rows = rows(first, minutes, zone);
        for (List<String> each : List.of(rows, rows.reversed())) {
            CandleFile file = read(each, zone);
            assertThat(file.report().rows()).isEqualTo(ROWS);
            assertThat(file.report().gaps()).isEmpty();
            assertThat(file.report().misplacedLines()).isEmpty();
            for (int i = 0; i < ROWS; i++) {
                Instant expected = first.plusSeconds(60L * minutes * i);
                assertThat(Instant.EPOCH.plusNanos(file.series().openTime(i))).isEqualTo(expected);
                assertThat(file.series().open(i)).isEqualTo(i + 1);
            }
        }
    }

    @Test
    void rowsThatSayTheirOffsetAreNoOtherTimes() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        List<String> twice = List.of(
                "2021-10-31T01:00:00+02:00,1,1,1,1",
                "2021-10-31T02:00:00+02:00,2,2,2,2",
                "2021-10-31T02:00:00+02:00,3,3,3,3",
                "2021-10-31T02:00:00+01:00,4,4,4,4",
                "2021-10-31T03:00:00+01:00,5,5,5,5");
        assertThatThrownBy(() -> read(twice, berlin))
                .hasMessageContaining("line 4: column \"time\": expected a time 1 h or more");
    }

    @Test
    void otherRepetitionsAreRefused() {
        List<String> twice = List.of(
                "2021-10-31T00:00,1,1,1,1",
                "2021-10-31T01:00,2,2,2,2",
                "2021-10-31T01:00,3,3,3,3",
                "2021-10-31T02:00,4,4,4,4");
        for (String zone : List.of("Europe/Berlin", "UTC", "+01:00")) {
            assertThatThrownBy(() -> read(twice, ZoneId.of(zone))).hasMessageContaining("line 4: column \"time\"");
        }
    }
}
