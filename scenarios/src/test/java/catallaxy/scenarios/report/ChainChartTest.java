package catallaxy.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.scenarios.folder.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Charts of fees, of runs with and without blobs. */
final class ChainChartTest {
    @TempDir
    private Path work;

    @Test
    void whatBlobsCostHasAChartWhereThereAreAny() throws IOException {
        RunFolder plain = RunFolder.read(RecordedRun.write(work.resolve("plain"), 1, 4));
        RunFolder blobs = RunFolder.read(RecordedRun.writeWithBlobs(work.resolve("blobs"), 4));
        ChainChart chart = new ChainChart();
        assertThat(chart.charts(plain))
                .extracting(Chart::title)
                .containsExactly("Base fee · mainnet", "Gas used · mainnet", "Base fee · rollup", "Gas used · rollup");
        assertThat(chart.charts(blobs)).extracting(Chart::title).hasSize(5).endsWith("Blob base fee · mainnet");
        assertThat(chart.definition()).contains("EIP-4844");
        assertThat(blobs.metrics().matching(Metric.CHAIN_BLOB_BASE_FEE)).containsOnlyKeys("mainnet");
        assertThat(Files.readString(work.resolve("blobs").resolve("metrics.jsonl")))
                .contains("\"chain/mainnet/blob_base_fee_gwei\":1.0")
                .doesNotContain("rollup/blob");
    }
}
