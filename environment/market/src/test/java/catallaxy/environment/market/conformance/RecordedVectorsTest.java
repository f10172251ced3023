package catallaxy.environment.market.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.market.chain.BaseFee;
import catallaxy.environment.market.chain.BlobFee;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.venue.uniswapv2.UniswapV2;
import catallaxy.environment.market.venue.uniswapv2.V2Library;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The vectors recorded from deployed bytecode, where they are at hand. */
final class RecordedVectorsTest {
    private final Path folder = Path.of(System.getProperty("catallaxy.root", "."), "../shared/vectors");

    @BeforeEach
    void present() {
        Assumptions.assumeTrue(Files.isDirectory(folder), "no recorded vectors at " + folder);
    }

    @Test
    void everyPairAndBaseFeeRowAgrees() throws IOException {
        ConformanceReport report = new Conformance(Kinds.registered().vectors()).check(folder);
        assertThat(report.failures()).as(report.toString()).isZero();
        assertThat(report.corrupt()).as(report.toString()).isZero();
        List<FileResult> checked = report.files().stream()
                .filter(file -> file.status() == FileResult.Status.CHECKED)
                .toList();
        assertThat(checked)
                .hasSizeGreaterThanOrEqualTo(6)
                .allMatch(file -> file.cases() > (file.file().contains("config") ? 10 : 500));
    }

    @Test
    void aPlantedFeeIsCaughtInEveryPairFile() throws IOException {
        ConformanceReport report = new Conformance(UniswapV2.vectors(V2Library.FEE_PER_MILLE - 1)).check(folder);
        assertThat(report.files())
                .filteredOn(file -> file.status() == FileResult.Status.CHECKED)
                .filteredOn(file -> !file.file().startsWith("eip1559"))
                .filteredOn(file -> !file.file().startsWith("blob_fee"))
                .allMatch(file -> file.failures() > 0 && file.firstFailure().isPresent());
    }

    @Test
    void aPlantedBaseFeeDenominatorIsCaught() throws IOException {
        ConformanceReport report = new Conformance(
                        Kinds.registered().vectors(), new BaseFee(2, 9), UnaryOperator.identity())
                .check(folder);
        assertThat(report.files())
                .filteredOn(file -> file.failures() > 0)
                .extracting(file -> file.firstFailure().orElseThrow().field())
                .containsOnly("nextBaseFee");
    }

    @Test
    void aMissingReservePriceAndAWrongFractionAreCaught() throws IOException {
        assertThat(blobFailures(
                        rule -> new BlobFee(rule.targetBlobGas(), rule.maxBlobGas(), rule.updateFraction(), false)))
                .isPositive();
        assertThat(blobFailures(rule -> new BlobFee(
                        rule.targetBlobGas(), rule.maxBlobGas(), rule.updateFraction() + 1, rule.reservePrice())))
                .isPositive();
    }

    private long blobFailures(UnaryOperator<BlobFee> fault) throws IOException {
        ConformanceReport report = new Conformance(List.of(), BaseFee.ETHEREUM, fault).check(folder);
        return report.files().stream()
                .filter(file -> file.file().startsWith("blob_fee"))
                .mapToLong(FileResult::failures)
                .sum();
    }
}
