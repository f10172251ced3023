package catallaxy.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.scenarios.Checksums;
import catallaxy.scenarios.ExitCode;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Damage to a run folder is told from a difference between runs: corrupt data, or an honest answer, never "identical". */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DamagedFolderTest {
    private static final List<String> AGENTS = List.of("arb", "fund", "maker", "risk");

    @TempDir
    static Path out;

    private ShortRun run;
    private ShortRun same;
    private ShortRun other;

    @BeforeAll
    void record() {
        run = ShortRun.of(ShortRun.twoChains("4 m"), 5, out);
        same = ShortRun.of(ShortRun.twoChains("4 m"), 5, out);
        other = ShortRun.of(ShortRun.twoChains("4 m"), 6, out);
    }

    static void isCorrupt(UserError error) {
        assertThat(error.exitCode()).isEqualTo(ExitCode.CORRUPT);
    }

    @Test
    void aWholeFolderIsIdentical() {
        isIdentical();
    }

    private void isIdentical() {
        assertThat(Replay.of(run.folder()).identical()).isTrue();
        assertThat(Difference.between(run.folder(), same.folder()).identical()).isTrue();
    }

    @Test
    void anyFlippedBitOfAnyFileIsNoticedByAll() throws IOException {
        for (Path file : kept()) {
            byte[] whole = Files.readAllBytes(file);
            for (long seed = 0; seed < 8; seed++) {
                Random random = new Random(seed);
                byte[] flipped = whole.clone();
                flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, flipped);
                refusedByAll(file, "seed " + seed);
            }
            Files.write(file, whole);
        }
        isIdentical();
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        for (Path file : kept()) {
            byte[] whole = Files.readAllBytes(file);
            Files.delete(file);
            assertThatThrownBy(() -> Replay.of(run.folder()))
                    .isInstanceOfSatisfying(UserError.class, DamagedFolderTest::isCorrupt)
                    .hasMessage(file + ": missing, though checksums.json names it");
            Files.write(file, whole);
        }
        Path scenario = run.folder().resolve("scenario.conf");
        Path checksums = run.folder().resolve(Checksums.FILE);
        byte[] text = Files.readAllBytes(scenario);
        byte[] sums = Files.readAllBytes(checksums);
        Files.delete(scenario);
        Files.delete(checksums);
        assertThatThrownBy(() -> Replay.of(run.folder()))
                .hasMessageEndingWith("expected a run folder with manifest.json and scenario.conf,"
                        + " found no scenario.conf in it");
        Files.write(scenario, text);
        Files.write(checksums, sums);
    }

    @Test
    void truncatedEmptyLongerAndSwappedFilesAreNoticedByAll() throws IOException {
        for (Path file : kept()) {
            byte[] whole = Files.readAllBytes(file);
            for (byte[] damaged : List.of(
                    Arrays.copyOf(whole, whole.length / 2), new byte[0], Arrays.copyOf(whole, whole.length + 1))) {
                Files.write(file, damaged);
                refusedByAll(file, damaged.length + " bytes of " + whole.length);
            }
            byte[] swapped = Files.readAllBytes(other.folder().resolve(file.getFileName()));
            if (!Arrays.equals(swapped, whole)) {
                Files.write(file, swapped);
                refusedByAll(file, "swapped");
            }
            Files.write(file, whole);
        }
    }

    @Test
    void aMissingFileIsNoticedByReplayAndDiff() throws IOException {
        for (Path file : List.of(
                run.files().decisions(), run.files().checkpoints(), run.files().summary())) {
            byte[] whole = Files.readAllBytes(file);
            Files.delete(file);
            corrupt(() -> Replay.of(run.folder()), file, "missing");
            corrupt(() -> Difference.between(same.folder(), run.folder()), file, "missing");
            Files.write(file, whole);
        }
    }

    private void refusedByAll(Path file, String which) {
        corrupt(() -> Replay.of(run.folder()), file, which);
        corrupt(() -> Difference.between(run.folder(), same.folder()), file, which);
        corrupt(() -> Difference.between(same.folder(), run.folder()), file, which);
        corrupt(() -> Report.write(List.of(run.folder()), Optional.empty(), out.resolve("report.html")), file, which);
    }

    private static void corrupt(ThrowingCallable reading, Path file, String which) {
        assertThatThrownBy(reading)
                .as("%s, %s", file, which)
                .isInstanceOfSatisfying(UserError.class, DamagedFolderTest::isCorrupt)
                .hasMessageContaining(file.getFileName().toString());
    }

    /** Without checksums, as of a run that was killed or made before there were any: structure and traces must tell. */
    @Test
    void unequalCheckpointsOfEqualDigestsAreDamage() throws IOException {
        Path copy = unchecked("checkpoints");
        Path file = new RunFiles(copy).checkpoints();
        byte[] bytes = Files.readAllBytes(file);
        bytes[Long.BYTES - 1] ^= 4;
        Files.write(file, bytes);
        corrupt(() -> Difference.between(copy, same.folder()), file, "left");
        corrupt(() -> Difference.between(same.folder(), copy), file, "right");
        Files.write(file, new byte[0]);
        corrupt(() -> Replay.of(copy), file, "empty");
    }

    @Test
    void aJournalThatBreaksOffIsDamageOfARunThatHasEnded() throws IOException {
        Path copy = unchecked("journal");
        Path file = new RunFiles(copy).decisions();
        byte[] whole = Files.readAllBytes(file);
        int decisions = DecisionJournal.read(file, AGENTS, true).size();
        for (int length : new int[] {0, 1, 2, whole.length / 2, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            corrupt(() -> Replay.of(copy), file, length + " bytes");
            assertThat(DecisionJournal.read(file, AGENTS, false).size()).isLessThanOrEqualTo(decisions);
        }
        Files.write(file, Arrays.copyOf(whole, whole.length + 7));
        assertThatThrownBy(() -> Replay.of(copy)).hasMessageContaining("7 bytes follow the last decision");
    }

    @Test
    void anyFlippedBitWithoutChecksumsIsHonestlyAnswered() throws IOException {
        Path copy = unchecked("flips");
        for (Path file : List.of(new RunFiles(copy).decisions(), new RunFiles(copy).checkpoints())) {
            byte[] whole = Files.readAllBytes(file);
            for (long seed = 0; seed < 15; seed++) {
                Random random = new Random(seed);
                byte[] flipped = whole.clone();
                flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, flipped);
                assertThat(isConfirmed(copy)).as("%s, seed %d", file, seed).isFalse();
            }
            Files.write(file, whole);
        }
    }

    private static boolean isConfirmed(Path folder) {
        try {
            return Replay.of(folder).identical();
        } catch (UserError corrupt) {
            isCorrupt(corrupt);
            return false;
        }
    }

    /** All that the run has written; it has no faults to tell of. */
    private List<Path> kept() {
        return run.files().written().stream().filter(Files::isRegularFile).toList();
    }

    private Path unchecked(String name) throws IOException {
        Path copy = Files.createDirectory(out.resolve(name));
        for (Path file : kept()) {
            Files.copy(file, copy.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        Checksums.remove(copy);
        return copy;
    }
}
