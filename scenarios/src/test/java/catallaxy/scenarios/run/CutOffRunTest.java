package catallaxy.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.scenarios.report.Report;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that was killed: its growing files end anywhere, and its manifest still says that it is running. */
final class CutOffRunTest {
    @TempDir
    Path out;

    @Test
    void itIsReplayedAndReportedAsFarAsItReaches() throws IOException {
        ShortRun whole = ShortRun.of(ShortRun.twoChains("10 m"), 11, out);
        for (long seed = 0; seed < 12; seed++) {
            RunFiles cut = killed(whole.files(), out.resolve("cut-" + seed), new Random(seed));
            Replay.Result result = Replay.of(cut.folder());
            assertThat(result.identical()).as("seed %d: %s", seed, result).isTrue();
            assertThat(result.status()).isEqualTo("running");
            Report.write(List.of(cut.folder()), Optional.empty(), cut.report());
            assertThat(cut.report()).as("seed %d", seed).isNotEmptyFile();
        }
    }

    @Test
    void aKillBeforeAnythingWasWrittenLeavesARunOfNoDecisions() throws IOException {
        ShortRun whole = ShortRun.of(ShortRun.twoChains("2 m"), 11, out);
        RunFiles cut = killed(whole.files(), out.resolve("empty"), new Random(0));
        for (Path file : growing(cut)) {
            truncate(file, 0);
        }
        Replay.Result result = Replay.of(cut.folder());
        assertThat(result.decisions()).isZero();
        assertThat(result.note()).contains("the record ends");
        Report.write(List.of(cut.folder()), Optional.empty(), cut.report());
    }

    private static RunFiles killed(RunFiles whole, Path folder, Random random) throws IOException {
        RunFiles cut = new RunFiles(Files.createDirectory(folder));
        for (Path file : List.of(whole.scenario(), whole.command())) {
            Files.copy(file, folder.resolve(file.getFileName()));
        }
        String manifest = Files.readString(whole.manifest()).replace("\"completed\"", "\"running\"");
        Files.writeString(cut.manifest(), manifest.replaceAll("\"digest\":\"[0-9a-f]*\"", "\"digest\":\"\""));
        for (Path file : growing(whole)) {
            Path copy = Files.copy(file, folder.resolve(file.getFileName()));
            truncate(copy, (long) (random.nextDouble() * Files.size(copy)));
        }
        return cut;
    }

    private static List<Path> growing(RunFiles files) {
        return List.of(
                files.decisions(),
                files.checkpoints(),
                files.trades(),
                files.metrics(),
                files.equity(),
                files.interventions());
    }

    private static void truncate(Path file, long length) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.setLength(length);
        }
    }
}
