package catallaxy.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.scenarios.report.Report;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the shipped scenarios of oracles and liquidations show, in the figures that a run leaves. */
final class OracleScenariosTest {
    @TempDir
    private Path out;

    private ShortRun run(String scenario, String duration, String... settings) {
        ShortRun run = ShortRun.of(ShortRun.scenario(scenario, duration, settings), 1, out);
        assertThat(run.summary().getInt("conservation.violations")).isZero();
        return run;
    }

    /** A figure of the last sample. */
    private static double last(ShortRun run, String metric) throws IOException {
        List<String> lines = Files.readAllLines(run.files().metrics());
        Config sample = ConfigFactory.parseString(lines.getLast());
        return sample.getDouble("\"" + metric + "\"");
    }

    @Test
    void theAttackEmptiesTheMarketThatReadsASpotPriceAndNoOther() throws IOException {
        ShortRun run = run("oracle-attack", "5 h");
        assertThat(last(run, "venue/naive/bad_debt")).isBetween(1e6, 1.5e6);
        assertThat(last(run, "venue/averaged/bad_debt")).isZero();
        assertThat(last(run, "venue/reported/bad_debt")).isZero();
        assertThat(last(run, "venue/averaged/utilisation/USDC")).isZero();
        assertThat(last(run, "venue/reported/oracle_price/ETH"))
                .as("one of five is bribed to report half more")
                .isBetween(2_900.0, 3_100.0);
    }

    /** The control: with another oracle it is not emptied either. */
    @Test
    void theSameMarketWithAMeanIsSafe() throws IOException {
        ShortRun run = run("oracle-attack", "5 h", "venues.naive.oracle=twap");
        assertThat(last(run, "venue/naive/bad_debt")).isZero();
    }

    @Test
    void collateralFactorsThatFollowVolatilityHalveWhatACascadeCosts() throws IOException {
        ShortRun adaptive = run("liquidation-cascade", "8 h");
        ShortRun fixed = run("liquidation-cascade", "8 h", "population.steward.adaptive=false");
        double kept = last(adaptive, "venue/bank/bad_debt");
        double lost = last(fixed, "venue/bank/bad_debt");
        assertThat(lost).isGreaterThan(500_000);
        assertThat(kept).isLessThan(0.6 * lost);
        assertThat(last(fixed, "venue/bank/threshold/ETH")).isEqualTo(0.83);
        assertThat(lowest(fixed, "venue/pool/price"))
                .as("liquidations took the pool far below the world")
                .isLessThan(0.6 * last(fixed, "world/ETH/price"));
    }

    private static double lowest(ShortRun run, String metric) throws IOException {
        return Files.readAllLines(run.files().metrics()).stream()
                .map(ConfigFactory::parseString)
                .mapToDouble(sample -> sample.getDouble("\"" + metric + "\""))
                .min()
                .orElseThrow();
    }

    @Test
    void theReportChartsOraclesBadDebtsAndThresholds() throws IOException {
        ShortRun run = run("oracle-attack", "1 h");
        Path html = out.resolve("page.html");
        Report.write(List.of(run.folder()), Optional.empty(), html);
        String page = Files.readString(html);
        assertThat(page)
                .contains("ETH as oracles have it", "oracle of naive", "oracle of reported")
                .contains("Debts that no collateral covers", "Liquidation thresholds");
    }
}
