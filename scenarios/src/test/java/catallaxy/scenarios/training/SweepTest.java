package catallaxy.scenarios.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.scenarios.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SweepTest {
    private static final List<Map<String, String>> FOUR = Sweep.combinations(Map.of("seed", "1,2,3,4"));

    @TempDir
    Path out;

    @Test
    void aRunThatFailsDoesNotStopTheOthers() throws IOException {
        Sweep sweep = Sweep.create("x", FOUR, out, (settings, parent) -> {
            if (settings.containsValue("2")) {
                throw UserError.usage("no");
            }
            return Map.of();
        });
        List<SweepRun> runs = sweep.run(1, done -> {});
        assertThat(runs.stream().map(run -> run.failure().isPresent())).containsExactly(false, true, false, false);
        assertThat(sweep.folder().resolve("sweep.json")).content().contains("failure");
    }

    /** The run after the one that fails waits to be interrupted; those after it never begin. */
    @Test
    @Timeout(30)
    void noMemoryEndsTheSweepAtOnce() throws IOException {
        AtomicInteger begun = new AtomicInteger();
        CountDownLatch never = new CountDownLatch(1);
        Sweep sweep = Sweep.create("x", FOUR, out, (settings, parent) -> {
            if (begun.incrementAndGet() == 1) {
                throw new OutOfMemoryError("heap");
            }
            try {
                never.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return Map.of();
        });
        assertThatThrownBy(() -> sweep.run(1, done -> {}))
                .isInstanceOf(OutOfMemoryError.class)
                .hasMessage("heap");
        assertThat(begun.get()).isLessThan(3);
    }
}
