package catallaxy.scenarios.file;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.scenarios.file.text.ScenarioException;
import catallaxy.scenarios.file.text.ShippedScenariosTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenarios with random damage: each is read, or refused with problems; nothing else, and soon. */
class MutatedScenarioTest {
    private static final long LONGEST_NANOS = 1_000_000_000L;

    @TempDir
    static Path folder;

    @Test
    void damageIsRefusedWithProblems() throws IOException {
        damage(2_000, 1);
    }

    @Test
    @Tag("long")
    void muchDamageIsRefusedWithProblems() throws IOException {
        damage(100_000, 2);
    }

    private static void damage(int count, long seed) throws IOException {
        List<String> texts = List.of(
                Files.readString(ShippedScenariosTest.FOLDER.resolve("two-chains.conf")),
                EveryKind.text(CandleFixture.write(folder).toString()),
                Files.readString(ShippedScenariosTest.FOLDER.resolve("replay.conf"))
                        .replace("file = \"\"", "file = \"" + folder.resolve("candles.csv") + "\""));
        Random random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < count; i++) {
            String text = Mutation.of(texts.get(i % texts.size()), random);
            refused += read(text, "seed " + seed + ", scenario " + i) ? 0 : 1;
        }
        assertThat(refused).as("refused").isBetween(count / 4, count - count / 100);
    }

    /** Whether the text was read; threads' processor time, as the machine may be busy with other things. */
    private static boolean read(String text, String which) {
        long start = processorNanos();
        try {
            ScenarioReader.readText("mutated.conf", text, Map.of());
            return true;
        } catch (ScenarioException refused) {
            assertThat(refused.problems()).as(which).isNotEmpty().hasSizeLessThanOrEqualTo(20);
            return false;
        } catch (RuntimeException | StackOverflowError fault) {
            throw new AssertionError(which + ":\n" + text, fault);
        } finally {
            assertThat(processorNanos() - start).as(which).isLessThan(LONGEST_NANOS);
        }
    }

    private static long processorNanos() {
        return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
