package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.scenarios.command.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportCommandTest {
    @TempDir
    Path run;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(run.resolve("manifest.json"), "{\"scenario\":\"two-chains\",\"status\":\"running\"}");
    }

    @Test
    void theReportLiesInTheRunFolder() {
        Outcome outcome = Shell.catallaxy("report", run.toString(), "--json");
        assertThat(outcome.exitCode()).isZero();
        assertThat(run.resolve("report.html")).content().contains("<html");
        assertThat(outcome.lastLine()).contains("report.html");
    }

    @Test
    void outNamesTheFile() {
        Path file = run.resolve("elsewhere/other.html");
        assertThat(Shell.catallaxy("report", run.toString(), "--out", file.toString())
                        .exitCode())
                .isZero();
        assertThat(file).exists();
    }

    @Test
    void absentFolderIsAUsageError() {
        Outcome outcome = Shell.catallaxy("report", run.resolve("absent").toString());
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("no such run folder");
    }

    @Test
    void aFolderIsNotCountedTwice() throws IOException {
        Path link = Files.createSymbolicLink(run.resolve("link"), run);
        for (Path again : List.of(run, run.resolve("."), link)) {
            Outcome outcome = Shell.catallaxy("report", run.toString(), again.toString());
            assertThat(outcome.exitCode()).isEqualTo(2);
            assertThat(outcome.err())
                    .startsWith("error: expected different run folders, found one twice: " + run + " and " + again);
        }
    }

    @Test
    void aFolderIsNotComparedWithItself() {
        Outcome outcome = Shell.catallaxy(
                "report",
                run.toString(),
                "--compare",
                run.resolve("../" + run.getFileName()).toString());
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("--compare: expected another run folder");
    }

    @Test
    void aCopyOfARunCountsOnceAndAnUnfinishedOneIsNamed(@TempDir Path others) throws IOException {
        List<String> folders = new ArrayList<>(List.of("report", run.toString()));
        for (String name : List.of("first", "copy", "other")) {
            Path folder = Files.createDirectory(others.resolve(name));
            String seed = name.equals("other") ? "2" : "1";
            Files.writeString(folder.resolve("manifest.json"), "{\"status\":\"completed\",\"seed\":" + seed + "}");
            Files.writeString(
                    folder.resolve("summary.json"),
                    "{\"digest\":\"%s\",\"agents\":[{\"id\":\"maker\",\"initialEquity\":1,\"finalEquity\":3,\"pnl\":2}]}"
                            .formatted(seed));
            folders.add(folder.toString());
        }
        Path file = others.resolve("report.html");
        folders.addAll(List.of("--out", file.toString()));
        assertThat(Shell.catallaxy(folders.toArray(String[]::new)).exitCode()).isZero();
        assertThat(file)
                .content()
                .contains("1 repeated: configuration and seed are those of first")
                .contains("1 unfinished: its status is running")
                .contains("Run 1 has not ended, its status is running")
                .contains("2 of 4, 1 unfinished, 1 repeated");
    }

    @Test
    void corruptDataIsNamed() throws IOException {
        Files.writeString(
                run.resolve("equity.csv"), "timeSeconds,agent,equity,drawdown\n0,maker,never,0\n1,maker,2,0\n");
        Outcome outcome = Shell.catallaxy("report", run.toString());
        assertThat(outcome.exitCode()).isEqualTo(5);
        assertThat(outcome.err()).startsWith("error: ").contains("equity.csv");
    }
}
