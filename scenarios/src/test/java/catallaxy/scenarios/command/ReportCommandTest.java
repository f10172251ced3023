package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.scenarios.command.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void corruptDataIsNamed() throws IOException {
        Files.writeString(
                run.resolve("equity.csv"), "timeSeconds,agent,equity,drawdown\n0,maker,never,0\n1,maker,2,0\n");
        Outcome outcome = Shell.catallaxy("report", run.toString());
        assertThat(outcome.exitCode()).isEqualTo(5);
        assertThat(outcome.err()).startsWith("error: ").contains("equity.csv");
    }
}
