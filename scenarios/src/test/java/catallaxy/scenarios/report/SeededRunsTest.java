package catallaxy.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Run folders given by hand, as runs wrote them: which are one group, and which do not count. */
final class SeededRunsTest {
    @TempDir
    static Path work;

    @BeforeAll
    static void record() throws IOException {
        RecordedRun.write(work.resolve("short1"), 1, 4);
        RecordedRun.write(work.resolve("short2"), 2, 4);
        RecordedRun.write(work.resolve("long1"), 1, 5);
        RecordedRun.write(work.resolve("again"), 1, 4);
        Path stopped = RecordedRun.write(work.resolve("stopped"), 3, 4);
        Path manifest = stopped.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"completed\"", "\"interrupted\""));
    }

    private static List<SeededRun> runs(String... names) throws IOException {
        List<RunFolder> folders = new ArrayList<>();
        for (String name : names) {
            folders.add(RunFolder.read(work.resolve(name)));
        }
        return SeededRuns.of(folders);
    }

    @Test
    void aGroupIsNamedByTheSettingsInWhichItDiffers() throws IOException {
        List<SeededRun> runs = runs("short1", "long1", "short2");
        assertThat(runs)
                .extracting(each -> RunGroup.label(each.settings()) + " seed " + each.seed())
                .containsExactly("duration=4 m seed 1", "duration=5 m seed 1", "duration=4 m seed 2");
        assertThat(RunTable.of(runs, TableChoice.NONE).pairs().getFirst().seeds())
                .isEqualTo(1);
    }

    @Test
    void runsOfOneConfigurationAreOneGroup() throws IOException {
        assertThat(runs("short1", "short2"))
                .allSatisfy(each -> assertThat(each.settings()).isEmpty());
    }

    @Test
    void theFiguresAreThoseOfTheSummary() throws IOException {
        RunFolder folder = RunFolder.read(work.resolve("short1"));
        AgentFigures figures = runs("short1").getFirst().figures();
        folder.summary().agents().forEach(agent -> {
            assertThat(figures.of(agent.id(), "pnl")).isEqualTo(agent.worth().pnl());
            assertThat(figures.of(agent.id(), "maxDrawdown"))
                    .isEqualTo(agent.result().maxDrawdown());
            assertThat(figures.of(agent.id(), "attribution.spread"))
                    .isEqualTo(agent.attribution().spread());
        });
        assertThat(figures.of("nobody", "pnl")).isNaN();
        assertThat(figures.of("maker", "attribution.nothing")).isZero();
    }

    @Test
    void whatIsThereTwiceOrHasNotEndedDoesNotCount() throws IOException {
        List<SeededRun> runs = runs("short1", "again", "stopped");
        assertThat(runs.stream().map(SeededRun::absence))
                .containsExactly(
                        Optional.empty(),
                        Optional.of(new Absence(Absence.Kind.REPEATED, "configuration and seed are those of short1")),
                        Optional.of(new Absence(Absence.Kind.UNFINISHED, "its status is interrupted")));
    }

    @Test
    void whereTheScenarioIsGoneTheDigestTellsConfigurationsApart() throws IOException {
        Path folder = RecordedRun.write(work.resolve("bare"), 1, 6);
        Files.delete(folder.resolve("scenario.conf"));
        List<SeededRun> runs = runs("short1", "bare");
        assertThat(runs.getFirst().settings()).containsKeys("scenario", "configuration");
        assertThat(runs.getFirst().settings()).isNotEqualTo(runs.getLast().settings());
    }
}
