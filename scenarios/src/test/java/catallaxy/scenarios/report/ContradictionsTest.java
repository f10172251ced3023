package catallaxy.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Planted faults: what a run wrote, changed in one place. */
final class ContradictionsTest {
    @TempDir
    private Path work;

    private Path run = Path.of("");

    @BeforeEach
    void record() throws IOException {
        run = RecordedRun.write(work.resolve("run"), 41, 5);
    }

    private void change(String file, UnaryOperator<String> change) throws IOException {
        Path path = run.resolve(file);
        String text = Files.readString(path);
        String changed = change.apply(text);
        assertThat(changed).isNotEqualTo(text);
        Files.writeString(path, changed);
    }

    private void addToFirstPnl(double more) throws IOException {
        double pnl = RunFolder.read(run).summary().agents().getFirst().worth().pnl();
        change("summary.json", text -> text.replaceFirst("\"pnl\":[-+.\\w]+", "\"pnl\":" + (pnl + more)));
    }

    @Test
    void aCompletedRunHasNone() throws IOException {
        assertThat(RunFolder.read(run).notes()).isEmpty();
    }

    @Test
    void otherDigestsAreOne() throws IOException {
        change("manifest.json", text -> text.replaceFirst("\"digest\":\"\\w+\"", "\"digest\":\"0123\""));
        assertThat(RunFolder.read(run).notes())
                .containsExactly("manifest.json and summary.json state different digests");
    }

    @Test
    void aDigestThatIsNotStatedContradictsNone() throws IOException {
        change("manifest.json", text -> text.replaceFirst("\"digest\":\"\\w+\"", "\"digest\":\"\""));
        assertThat(RunFolder.read(run).notes()).isEmpty();
    }

    @Test
    void aProfitThatTheEquityDidNotMakeIsOne() throws IOException {
        double initial =
                RunFolder.read(run).summary().agents().getFirst().worth().initialEquity();
        addToFirstPnl(2e-6 * initial);
        assertThat(RunFolder.read(run).notes())
                .singleElement()
                .satisfies(note -> assertThat(note)
                        .startsWith("summary.json states a PnL of ")
                        .contains(" for arb, but its equity changed by "));
    }

    @Test
    void roundingIsNone() throws IOException {
        double initial =
                RunFolder.read(run).summary().agents().getFirst().worth().initialEquity();
        addToFirstPnl(5e-7 * initial);
        assertThat(RunFolder.read(run).notes()).isEmpty();
    }

    @Test
    void aFillThatTheTradesDoNotHaveIsOne() throws IOException {
        long fills = RunFolder.read(run).fills().fillsOf("maker");
        assertThat(fills).isPositive();
        change("trades.csv", text -> text.replaceFirst("\n[^\n,]+,maker,[^\n]*", ""));
        assertThat(RunFolder.read(run).notes())
                .containsExactly("summary.json states " + fills + " fills of maker, trades.csv has " + (fills - 1));
    }
}
