package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.scenarios.command.Shell.Outcome;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConformanceCommandTest {
    private static final String BASE_FEE = "gasLimit,gasUsed,baseFee,nextBaseFee";

    @TempDir
    Path folder;

    @Test
    void equalAnswersPass() throws IOException {
        vectors("eip1559.csv.gz", BASE_FEE, "30000000,15000000,1000000000,1000000000");
        Outcome outcome = Shell.catallaxy("conformance", folder.toString(), "--json");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.lastLine())
                .startsWith(
                        "{\"files\":[{\"file\":\"eip1559.csv.gz\",\"cases\":1,\"failures\":0,\"status\":\"checked\"")
                .contains("\"failures\":0,\"corrupt\":0}");
    }

    @Test
    void oneUnitOffNamesRowAndField() throws IOException {
        vectors("eip1559.csv.gz", BASE_FEE, "30000000,15000000,1000000000,1000000001");
        Outcome outcome = Shell.catallaxy("conformance", folder.toString());
        assertThat(outcome.exitCode()).isOne();
        assertThat(outcome.out()).contains("line 5, nextBaseFee: expected 1000000001, engine 1000000000");
    }

    @Test
    void unknownColumnsAreUnsupportedNotSkipped() throws IOException {
        vectors("other.csv.gz", "a,b", "1,2");
        Outcome outcome = Shell.catallaxy("conformance", folder.toString());
        assertThat(outcome.out()).contains("other.csv.gz").contains("unsupported");
    }

    @Test
    void nothingToReplayIsAUsageError() throws IOException {
        assertThat(Shell.catallaxy("conformance", folder.toString()).exitCode()).isEqualTo(2);
        assertThat(Shell.catallaxy("conformance", folder.resolve("absent").toString())
                        .err())
                .contains("no such folder");
    }

    @Test
    void damagedFileIsCorrupt() throws IOException {
        vectors("eip1559.csv.gz", BASE_FEE, "30000000,15000000,1000000000");
        assertThat(Shell.catallaxy("conformance", folder.toString()).exitCode()).isEqualTo(5);
    }

    private void vectors(String name, String... lines) throws IOException {
        try (Writer out = new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(folder.resolve(name))), StandardCharsets.UTF_8)) {
            out.write("# title, set, 1\n# made by: a test\n# fields: none\n");
            out.write(String.join("\n", lines) + "\n");
        }
    }
}
