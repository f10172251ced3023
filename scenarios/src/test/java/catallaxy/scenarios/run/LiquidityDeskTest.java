package catallaxy.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.scenarios.file.Scenario;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The closed form's deposits in the desk's two pools. */
final class LiquidityDeskTest {
    @TempDir
    Path out;

    private static Scenario desk(String... overrides) {
        return ShortRun.scenario("liquidity-desk", "1 d", overrides);
    }

    private ShortRun run(String... overrides) {
        return ShortRun.of(desk(overrides), 1, out);
    }

    /** Whole units of an asset that the rule has outside the pools at the end. */
    private static double outside(ShortRun run, String asset) throws IOException {
        Config last = ConfigFactory.parseString(
                Files.readAllLines(run.files().metrics()).getLast());
        return last.getDouble("\"agent/rule/inventory/" + asset + "\"");
    }

    @Test
    void theRuleDepositsWhereFeesPayAndBeatsHolding() throws IOException {
        ShortRun run = run();
        Config parts = run.agent("rule").getConfig("attribution");
        assertThat(parts.getDouble("lpFees")).isGreaterThan(-3 * parts.getDouble("lossVersusRebalancing"));
        assertThat(run.figure("rule", "pnlOverHolding")).isPositive();
        assertThat(run.figure("holder", "pnlOverHolding")).isZero();
        assertThat(outside(run, "ETH")).as("of 15 ETH").isLessThan(5);
        assertThat(outside(run, "ALT")).as("none of it deposited").isEqualTo(4_500);
    }

    @Test
    void aWildPoolInWhichOnlyArbitrageursSwapItLeavesAlone() throws IOException {
        ShortRun run = run("population.noise-in-ETH=null", "world.assets.ETH.volatility-per-year=3");
        assertThat(outside(run, "ETH")).isEqualTo(15);
        assertThat(run.figure("rule", "pnlOverHolding")).isZero();
    }

    /** A loss that is not to be had beside any fees: the rule takes out what it deposited while the price stood still. */
    @Test
    void itLeavesWhenTheVolatilityRises() throws IOException {
        String calm = "{ calm { volatility-multiplier = 0.5, rates-per-day { wild = 1.5 } },"
                + " wild { volatility-multiplier = 6, rates-per-day { calm = 0.001 } } }";
        ShortRun run =
                run("world.regimes=" + calm, "world.initial-regime=calm", "duration=2 d", "agents.rule.half-life=4 h");
        Config parts = run.agent("rule").getConfig("attribution");
        assertThat(parts.getDouble("lpFees")).as("it was in").isPositive();
        assertThat(outside(run, "ETH")).as("and is out again").isGreaterThan(10);
    }

    @Test
    void theActorsDecideAlike() {
        String batch = run("duration=14 h").digest();
        ShortRun actors = ShortRun.of(desk("duration=14 h"), 1, DriverKind.ACTORS, OptionalLong.empty(), out);
        assertThat(actors.digest()).isEqualTo(batch);
        assertThat(run("duration=14 h", "agents.rule.policy.patience=1000").digest())
                .isNotEqualTo(batch);
    }
}
