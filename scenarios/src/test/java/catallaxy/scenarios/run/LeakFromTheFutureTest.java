package catallaxy.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.agents.driver.RecordedDecision;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the world does after a time changes no decision and no event before it. */
final class LeakFromTheFutureTest {
    private static final long CRASH_NANOS = 20 * 60 * 1_000_000_000L;

    @TempDir
    Path out;

    private StoredRun run(String... overrides) {
        ShortRun run = ShortRun.of(ShortRun.scenario("flash-crash", "30 m", overrides), 3, out);
        return StoredRun.read(run.folder());
    }

    private static List<RecordedDecision> before(StoredRun run) {
        return run.decisions().stream()
                .filter(each -> each.timeNanos() < CRASH_NANOS)
                .toList();
    }

    @Test
    void aShockIsFeltFromItsTimeOn() {
        StoredRun crash = run("world.shocks.crash.at=20 m", "world.shocks.recovery.at=12 h");
        StoredRun rise =
                run("world.shocks.crash.at=20 m", "world.shocks.recovery.at=12 h", "world.shocks.crash.change=0.3");
        assertThat(before(crash)).hasSizeGreaterThan(500).isEqualTo(before(rise));
        assertThat(crash.decisions()).isNotEqualTo(rise.decisions());
        Difference difference = Difference.between(crash.folder(), rise.folder());
        assertThat(timeNanos(difference.left())).isGreaterThan(CRASH_NANOS);
    }

    @Test
    void candlesOfTheFutureAreFeltFromTheirTimeOn() throws IOException {
        StoredRun calm = replayed("calm.csv", 100);
        StoredRun wild = replayed("wild.csv", 140);
        assertThat(before(calm)).hasSizeGreaterThan(100).isEqualTo(before(wild));
        assertThat(calm.decisions()).isNotEqualTo(wild.decisions());
        Difference difference = Difference.between(calm.folder(), wild.folder());
        assertThat(timeNanos(difference.left())).isGreaterThanOrEqualTo(CRASH_NANOS);
    }

    /** Candles of ten minutes; from the third on they have the given price. */
    private StoredRun replayed(String name, int later) throws IOException {
        StringBuilder csv = new StringBuilder("time,open,high,low,close,volume\n");
        for (int candle = 0; candle < 5; candle++) {
            int price = candle < 2 ? 100 + candle : later;
            csv.append("2024-01-01T00:%d0:00Z,%d,%d,%d,%d,1%n".formatted(candle, price, price, price, price));
        }
        Path file = Files.writeString(out.resolve(name), csv);
        ShortRun run = ShortRun.of(ShortRun.scenario("replay", "40 m", "candles.file=" + file), 3, out);
        return StoredRun.read(run.folder());
    }

    private static long timeNanos(String event) {
        return new BigDecimal(event.substring(0, event.indexOf(" s ")))
                .movePointRight(9)
                .longValueExact();
    }
}
