package catallaxy.scenarios.file.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    private static final long DAY = 86_400_000_000_000L;

    @ParameterizedTest
    @CsvSource({
        "1 ns, 1",
        "2 nanos, 2",
        "3us, 3000",
        "4 micros, 4000",
        "5 ms, 5000000",
        "6 milliseconds, 6000000",
        "7 s, 7000000000",
        "8 minutes, 480000000000",
        "9 hours, 32400000000000",
        "1 day, 86400000000000",
        "0.5 us, 500",
        "-1.5 s, -1500000000",
        "+2   m, 120000000000",
        "0 d, 0"
    })
    void everyUnitIsRead(String text, long nanos) {
        assertThat(Durations.parse(text)).contains(nanos);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "s",
                "1",
                "1 S",
                "1 week",
                "1 s 2 ms",
                "1e3 s",
                "0.5 ns",
                "1.0000000001 s",
                "1..5 s",
                ". s",
                " 1 s"
            })
    void otherTextIsNoDuration(String text) {
        assertThat(Durations.parse(text)).isEmpty();
    }

    @Test
    void aCenturyIsTheLongest() {
        assertThat(Durations.parse("36500 d")).contains(36_500 * DAY);
        assertThat(Durations.parse("-36500 d")).contains(-36_500 * DAY);
        assertThat(Durations.parse((36_500 * DAY + 1) + " ns")).isEmpty();
        assertThat(Durations.parse("-36500.1 d")).isEmpty();
        assertThat(Durations.parse("9".repeat(40) + " d")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "1, 1 ns",
        "1001, 1001 ns",
        "90000000000, 90 s",
        "5400000000000, 90 m",
        "86400000000000, 1 d",
        "129600000000000, 36 h",
        "-60000000000, -1 m"
    })
    void theLargestUnitThatFitsIsWritten(long nanos, String text) {
        assertThat(Durations.render(nanos)).isEqualTo(text);
    }

    @Test
    void everyDurationIsReadBack() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            long unit = (long) StrictMath.pow(10, random.nextInt(16));
            long nanos = random.nextLong(-36_500 * DAY, 36_500 * DAY) / unit * unit;
            assertThat(Durations.parse(Durations.render(nanos)))
                    .as("seed %d", seed)
                    .contains(nanos);
        }
    }
}
