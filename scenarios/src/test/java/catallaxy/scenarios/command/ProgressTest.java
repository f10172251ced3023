package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class ProgressTest {
    private final StringWriter text = new StringWriter();

    @Test
    void plainLinesAppearAtEachTenthOfALongWay() {
        run(false, 3_000_000_000L);
        assertThat(text.toString().lines()).hasSize(11).first().isEqualTo("catallaxy: day: 0 %, x");
        assertThat(text.toString()).endsWith("catallaxy: day: 100 %, x\n");
        assertThat(text.toString()).doesNotContain("\r").doesNotContain("\u001b");
    }

    @Test
    void plainLinesAreTwoSecondsApart() {
        run(false, 10_000_000);
        assertThat(text.toString().lines())
                .containsExactly(
                        "catallaxy: day: 20 %, x",
                        "catallaxy: day: 40 %, x",
                        "catallaxy: day: 60 %, x",
                        "catallaxy: day: 80 %, x",
                        "catallaxy: day: 100 %, x");
    }

    @Test
    void aShortWaySaysNothing() {
        run(false, 1_000_000);
        assertThat(text.toString()).isEmpty();
    }

    @Test
    void theBarRedrawsOneLineAndLeavesNothing() {
        run(true, 0);
        assertThat(text.toString())
                .doesNotContain("\n")
                .contains("[############------------]")
                .endsWith("\u001b[K");
    }

    /** A thousand steps, each of which takes so long. */
    private void run(boolean bar, long stepNanos) {
        AtomicLong now = new AtomicLong(42);
        Progress progress = new Progress(new PrintWriter(text), "day", 1000, bar, now::get);
        for (int step = 0; step <= 1000; step++) {
            progress.at(step, () -> "x");
            now.addAndGet(stepNanos);
        }
        progress.done();
    }
}
