package catallaxy.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.scenarios.Checksums;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DifferenceTest {
    @TempDir
    Path out;

    private ShortRun run(long seed, String duration, String... overrides) {
        return ShortRun.of(ShortRun.twoChains(duration, overrides), seed, out);
    }

    @Test
    void equalRunsAreIdentical() {
        Difference difference =
                Difference.between(run(1, "5 m").folder(), run(1, "5 m").folder());
        assertThat(difference).isEqualTo(new Difference(true, List.of(), 0, "", ""));
    }

    @Test
    void anotherSeedIsNamed() {
        Difference difference =
                Difference.between(run(1, "5 m").folder(), run(2, "5 m").folder());
        assertThat(difference.settings()).containsExactly("seed: 1 | 2");
        assertThat(difference.event()).isPositive();
    }

    @Test
    void theFirstDifferingEventAndTheSettingAreNamed() {
        Path left = run(4, "20 m").folder();
        Path right = run(4, "20 m", "agents.fund.policy.gamma=9", "population.informed.rate-per-hour=239")
                .folder();
        Difference difference = Difference.between(left, right);
        assertThat(difference.identical()).isFalse();
        assertThat(difference.settings())
                .anyMatch(line -> line.startsWith("< ") && line.contains("gamma"))
                .anyMatch(line -> line.startsWith("> ") && line.contains("gamma = 9"))
                .anyMatch(line -> line.startsWith("> ") && line.contains("rate-per-hour = 239"));
        assertFirstDifference(difference, left, right);
    }

    @Test
    void aShorterRunEndsWhereTheOtherGoesOn() {
        Path left = run(4, "5 m").folder();
        Path right = run(4, "6 m").folder();
        Difference difference = Difference.between(left, right);
        assertThat(difference.identical()).isFalse();
        assertFirstDifference(difference, left, right);
    }

    /** Where a run was killed before its checkpoints were written, the difference may lie far behind them. */
    @Test
    void missingCheckpointsDoNotHideADifference() throws IOException {
        Path left = run(4, "15 m").folder();
        Path right = run(4, "15 m", "agents.fund.cadence=11 m").folder();
        killedBeforeTheSecondCheckpoint(new RunFiles(left));
        Difference difference = Difference.between(left, right);
        assertThat(difference.event()).isGreaterThan(3L * TraceCheckpoints.INTERVAL);
        assertFirstDifference(difference, left, right);
    }

    private static void killedBeforeTheSecondCheckpoint(RunFiles run) throws IOException {
        Checksums.remove(run.folder());
        byte[] checkpoints = Files.readAllBytes(run.checkpoints());
        Files.write(run.checkpoints(), Arrays.copyOf(checkpoints, Long.BYTES));
        String manifest = Files.readString(run.manifest());
        Files.writeString(run.manifest(), manifest.replace("\"completed\"", "\"running\""));
    }

    private static void assertFirstDifference(Difference difference, Path left, Path right) {
        List<Replay.Seen> a = Replay.events(StoredRun.read(left), 0, Long.MAX_VALUE);
        List<Replay.Seen> b = Replay.events(StoredRun.read(right), 0, Long.MAX_VALUE);
        int first = 0;
        while (text(a, first).equals(text(b, first))) {
            first++;
        }
        assertThat(difference.event()).isEqualTo(first + 1L);
        assertThat(difference.left()).isEqualTo(text(a, first));
        assertThat(difference.right()).isEqualTo(text(b, first));
    }

    private static String text(List<Replay.Seen> events, int index) {
        return index < events.size() ? events.get(index).words().text() : "";
    }
}
