package catallaxy.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.scenarios.ExitCode;
import catallaxy.scenarios.report.Report;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs that something stops: a signal, or a folder that cannot be written any more. */
final class StoppedRunTest {
    private static final long MINUTE = 60_000_000_000L;

    @TempDir
    Path out;

    @ParameterizedTest
    @EnumSource(DriverKind.class)
    void aRunThatIsAskedToStopKeepsWhatItHas(DriverKind driver) throws IOException {
        AtomicLong now = new AtomicLong();
        assertThatThrownBy(() -> Simulation.run(request(driver), now::set, () -> now.get() >= 5 * MINUTE))
                .isInstanceOfSatisfying(
                        RunInterruptedException.class,
                        stopped -> assertThat(stopped.exitCode()).isEqualTo(ExitCode.INTERRUPTED))
                .hasMessageContaining("interrupted at 00:05:0")
                .hasMessageContaining(" of 00:30:00\n")
                .hasMessageContaining("kept: trades, equity, metrics and decisions up to then, in " + folder())
                .hasMessageContaining("run it again: catallaxy run 'a b'");
        Config manifest =
                ConfigFactory.parseFile(folder().resolve("manifest.json").toFile());
        assertThat(manifest.getString("status")).isEqualTo("interrupted");
        assertThat(manifest.getString("reason")).startsWith("a signal, at 00:05:0");
        assertThat(Files.readAllLines(folder().resolve("equity.csv")).getLast()).startsWith("300.0,risk,");
        Replay.Result replay = Replay.of(folder());
        assertThat(replay.identical()).isTrue();
        assertThat(replay.decisions()).isPositive();
        assertThat(replay.note()).contains("the record ends");
        Report.write(List.of(folder()), Optional.empty(), folder().resolve("report.html"));
    }

    @Test
    void anInterruptedRunIsTheBeginningOfTheWholeOne() throws IOException {
        AtomicLong now = new AtomicLong();
        assertThatThrownBy(() -> Simulation.run(request(DriverKind.BATCH), now::set, () -> now.get() >= 5 * MINUTE))
                .isInstanceOf(RunInterruptedException.class);
        List<String> kept = Files.readAllLines(folder().resolve("trades.csv"));
        Path whole =
                ShortRun.of(ShortRun.twoChains("30 m"), 3, out.resolve("whole")).folder();
        assertThat(Files.readAllLines(whole.resolve("trades.csv"))).startsWith(kept.toArray(new String[0]));
        assertThat(kept).hasSizeGreaterThan(2);
    }

    @Test
    void everyTenSamplesAreThereWhileTheRunGoesOn() throws IOException {
        List<Integer> lines = new ArrayList<>();
        Simulation.run(
                request(DriverKind.BATCH),
                at(
                        9,
                        () -> lines.add(Files.readAllLines(folder().resolve("metrics.jsonl"))
                                .size())));
        assertThat(lines).as("of ten samples, all").containsExactly(10);
    }

    @Test
    void aFolderThatIsRemovedStopsTheRun() {
        assertThatThrownBy(() -> Simulation.run(request(DriverKind.BATCH), at(5, this::remove)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("removed or replaced while it was being written");
        assertThat(out).isEmptyDirectory();
    }

    @Test
    void aFolderThatIsReplacedStopsTheRun() {
        assertThatThrownBy(() -> Simulation.run(request(DriverKind.ACTORS), at(5, () -> {
                    Files.move(folder(), out.resolveSibling(out.getFileName() + "-moved"));
                    Files.createDirectory(Files.createDirectories(out).resolve("20260101T000000Z_two-chains_0"));
                })))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("removed or replaced");
    }

    @Test
    void aFileThatIsRemovedIsNoticedAtTheEnd() throws IOException {
        assertThatThrownBy(() -> Simulation.run(
                        request(DriverKind.BATCH), at(5, () -> Files.delete(folder().resolve("trades.csv")))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("trades.csv: removed or replaced while it was being written");
        Config manifest =
                ConfigFactory.parseFile(folder().resolve("manifest.json").toFile());
        assertThat(manifest.getString("status")).isEqualTo("failed");
        assertThat(manifest.getString("reason")).contains("trades.csv");
        assertThat(folder().resolve("summary.json")).doesNotExist();
    }

    @Test
    void aSummaryThatCannotBeWrittenFailsTheRun() throws IOException {
        assertThatThrownBy(() -> Simulation.run(
                        request(DriverKind.BATCH),
                        at(5, () -> Files.createDirectories(folder().resolve("summary.json/full")))))
                .isInstanceOf(IOException.class);
        Config manifest =
                ConfigFactory.parseFile(folder().resolve("manifest.json").toFile());
        assertThat(manifest.getString("status")).isEqualTo("failed");
        assertThat(manifest.getString("digest")).isEmpty();
    }

    /** Something that befalls a run once. */
    private interface Blow {
        void fall() throws IOException;
    }

    private static LongConsumer at(long minute, Blow blow) {
        return timeNanos -> {
            if (timeNanos == minute * MINUTE) {
                try {
                    blow.fall();
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            }
        };
    }

    private void remove() throws IOException {
        try (Stream<Path> files = Files.walk(folder())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private Path folder() {
        try (Stream<Path> folders = Files.list(out)) {
            return folders.filter(folder -> folder.toString().contains("two-chains"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private RunRequest request(DriverKind driver) {
        return new RunRequest(
                ShortRun.twoChains("30 m"),
                3,
                driver,
                out,
                "catallaxy run 'a b'",
                "test",
                StoppedRunTest.class.getClassLoader(),
                OptionalLong.empty());
    }
}
