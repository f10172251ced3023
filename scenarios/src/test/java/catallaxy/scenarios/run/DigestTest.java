package catallaxy.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.scenarios.file.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DigestTest {
    private static final long SECOND = 1_000_000_000L;

    private final Scenario scenario = ShortRun.twoChains("30 m");

    @TempDir
    Path out;

    @Test
    void bothDriversGiveTheSame() {
        ShortRun batch = ShortRun.of(scenario, 1, out);
        ShortRun actors = ShortRun.of(scenario, 1, DriverKind.ACTORS, OptionalLong.empty(), out);
        assertThat(actors.digest()).isEqualTo(batch.digest());
        assertThat(actors.summary().getString("driver")).isEqualTo("actors");
        assertThat(actors.summary().getLong("faults")).isZero();
    }

    @Test
    void theSameSeedGivesTheSameFilesAndAnotherSeedAnotherDigest() throws IOException {
        ShortRun first = ShortRun.of(scenario, 7, out);
        assertSameCourse(ShortRun.of(scenario, 7, out), first);
        assertThat(ShortRun.of(scenario, 8, out).digest()).isNotEqualTo(first.digest());
    }

    @Test
    void savingAndRestoringInMidRunChangesNothing() throws IOException {
        ShortRun whole = ShortRun.of(scenario, 3, out);
        for (long at : new long[] {1, 601 * SECOND, 1_000 * SECOND + 1, 1_799 * SECOND}) {
            assertSameCourse(ShortRun.of(scenario, 3, DriverKind.BATCH, OptionalLong.of(at), out), whole);
        }
    }

    private static void assertSameCourse(ShortRun run, ShortRun expected) throws IOException {
        assertThat(run.digest()).isEqualTo(expected.digest());
        assertSame(run.files().trades(), expected.files().trades());
        assertSame(run.files().equity(), expected.files().equity());
        assertSame(run.files().metrics(), expected.files().metrics());
        assertSame(run.files().interventions(), expected.files().interventions());
        assertSame(run.files().decisions(), expected.files().decisions());
        assertSame(run.files().checkpoints(), expected.files().checkpoints());
    }

    private static void assertSame(Path file, Path expected) throws IOException {
        assertThat(Files.mismatch(file, expected))
                .as("%s and %s", file, expected)
                .isEqualTo(-1);
    }
}
