package catallaxy.environment.market.venue.uniswapv4;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.market.conformance.Conformance;
import catallaxy.environment.market.conformance.ConformanceReport;
import catallaxy.environment.market.conformance.FileResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The vectors recorded from the deployed bytecode, where they are at hand. */
final class V4RecordedVectorsTest {
    private final Path folder = Path.of(System.getProperty("catallaxy.root", "."), "../shared/vectors");

    @BeforeEach
    void present() {
        Assumptions.assumeTrue(Files.isDirectory(folder), "no recorded vectors at " + folder);
    }

    @Test
    void everyRowAgrees() throws IOException {
        ConformanceReport report = new Conformance(UniswapV4.vectors(0)).check(folder);
        assertThat(report.failures()).as(report.toString()).isZero();
        assertThat(report.corrupt()).as(report.toString()).isZero();
        assertThat(report.files())
                .filteredOn(file -> file.file().startsWith("v4"))
                .hasSize(1)
                .allMatch(file -> file.status() == FileResult.Status.CHECKED && file.cases() > 5_000);
    }

    /** The fee itself is not compared: what it does to amounts is found. */
    @Test
    void aPlantedFeeIsCaught() throws IOException {
        ConformanceReport report = new Conformance(UniswapV4.vectors(1)).check(folder);
        assertThat(report.files())
                .filteredOn(file -> file.file().startsWith("v4"))
                .allMatch(file -> file.failures() > 1_000 && file.firstFailure().isPresent());
    }
}
