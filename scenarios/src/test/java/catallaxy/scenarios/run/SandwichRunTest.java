package catallaxy.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.typesafe.config.Config;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped scenario of sandwiches, shortened: what is extracted, by whom, and who is paid. */
final class SandwichRunTest {
    @TempDir
    private Path out;

    private ShortRun run(String... overrides) {
        ShortRun run = ShortRun.of(ShortRun.scenario("sandwich", "40 m", overrides), 1, out);
        assertThat(run.summary().getInt("conservation.violations")).isZero();
        return run;
    }

    private static List<? extends Config> searchers(ShortRun run) {
        return run.summary().getConfigList("searchers");
    }

    private static double extracted(ShortRun run, String strategy) {
        return searchers(run).stream()
                .filter(each -> each.getString("strategy").equals(strategy))
                .mapToDouble(each -> each.getDouble("extracted"))
                .sum();
    }

    @Test
    void whatIsExtractedIsKeptOrPaid() {
        ShortRun run = run();
        assertThat(searchers(run))
                .extracting(each -> each.getString("strategy"))
                .contains("sandwich", "backrun", "just-in-time");
        for (Config each : searchers(run)) {
            assertThat(each.getDouble("kept") + each.getDouble("gas") + each.getDouble("bids"))
                    .isCloseTo(each.getDouble("extracted"), within(1e-6));
        }
        assertThat(extracted(run, "sandwich")).isGreaterThan(100);
        double value = 0;
        double bids = 0;
        for (Config builder : run.summary().getConfigList("builders")) {
            value += builder.getDouble("value");
            bids += builder.getDouble("bids");
        }
        assertThat(bids).isPositive().isLessThanOrEqualTo(value);
    }

    /** What is left is the arbitrageurs', who accept half a per cent. */
    @Test
    void aTightToleranceLeavesLess() {
        double loose = extracted(run(), "sandwich");
        double tight = extracted(run("population.users.max-slippage-bps=10"), "sandwich");
        assertThat(tight).isLessThan(0.4 * loose);
    }

    @Test
    void whereNobodyTakesBundlesNothingIsExtracted() {
        ShortRun run = run(
                "chains.mainnet.building.bundles=false",
                "population.sandwicher=null",
                "population.rival=null",
                "population.backrunner=null",
                "population.provider=null");
        assertThat(searchers(run)).isEmpty();
    }

    @Test
    void driversAndAReplacedBlockMakeNoDifferenceToWhoIsPaid() throws IOException {
        var scenario = ShortRun.scenario(
                "sandwich",
                "20 m",
                "chains.mainnet.reorganisations.probability=0.2",
                "chains.mainnet.reorganisations.depth=2");
        ShortRun batch = ShortRun.of(scenario, 2, out);
        ShortRun actors = ShortRun.of(scenario, 2, DriverKind.ACTORS, OptionalLong.of(600_000_000_000L), out);
        assertThat(actors.digest()).isEqualTo(batch.digest());
        assertThat(searchers(actors)).isEqualTo(searchers(batch));
        assertThat(batch.summary().getInt("conservation.violations")).isZero();
    }
}
