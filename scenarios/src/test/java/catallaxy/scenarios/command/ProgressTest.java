package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

final class ProgressTest {
    private final StringWriter text = new StringWriter();

    @Test
    void plainLinesAppearAtEachTenth() {
        run(false);
        assertThat(text.toString().lines()).hasSize(11).first().isEqualTo("day 0 % x");
        assertThat(text.toString()).doesNotContain("\r").doesNotContain("\u001b");
    }

    @Test
    void theBarRedrawsOneLineAndLeavesNothing() {
        run(true);
        assertThat(text.toString())
                .doesNotContain("\n")
                .contains("[############------------]")
                .endsWith("\u001b[K");
    }

    private void run(boolean bar) {
        Progress progress = new Progress(new PrintWriter(text), "day", 1000, bar);
        for (int step = 0; step <= 1000; step++) {
            progress.at(step, "x");
        }
        progress.done();
    }
}
