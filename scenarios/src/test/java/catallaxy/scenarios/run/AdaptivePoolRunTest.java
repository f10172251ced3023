package catallaxy.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.text.ScenarioException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped pool with a fee that follows the market, under each hook. */
final class AdaptivePoolRunTest {
    private static final String ALONE = "agents.pilot=null";

    @TempDir
    Path out;

    private static Scenario pool(String... overrides) {
        return ShortRun.scenario("adaptive-pool", "6 h", overrides);
    }

    private static String[] hook(String kind, String... further) {
        String[] all = new String[further.length + 3];
        all[0] = ALONE;
        all[1] = "learners.pilot=null";
        all[2] = "venues.pool.hook.kind=" + kind;
        System.arraycopy(further, 0, all, 3, further.length);
        return all;
    }

    private static long swaps(ShortRun run) throws IOException {
        return Files.readAllLines(run.files().metrics()).size();
    }

    @Test
    void eachHookMakesAnotherMarketAndTheSameOneAgain() throws IOException {
        ShortRun fixed = ShortRun.of(pool(), 1, out);
        ShortRun volatility = ShortRun.of(pool(hook("volatility-fee")), 1, out);
        ShortRun toxicity = ShortRun.of(pool(hook("toxicity-fee", "venues.pool.hook.bucket-quote=20000")), 1, out);
        ShortRun inventory = ShortRun.of(pool(hook("inventory-fee")), 1, out);
        assertThat(swaps(fixed)).isPositive();
        assertThat(Set.of(fixed.digest(), volatility.digest(), toxicity.digest(), inventory.digest()))
                .hasSize(4);
        assertThat(ShortRun.of(pool(hook("volatility-fee")), 1, out).digest()).isEqualTo(volatility.digest());
    }

    /** Snapshots are taken within the run, and the other driver decides alike. */
    @Test
    void aPolicyThatSetsTheFeeIsReplayedAlike() {
        Scenario random = pool("agents.pilot.policy.kind=random");
        String batch = ShortRun.of(random, 2, out).digest();
        assertThat(ShortRun.of(random, 2, DriverKind.ACTORS, OptionalLong.empty(), out)
                        .digest())
                .isEqualTo(batch);
        assertThat(ShortRun.of(pool(), 2, out).digest()).isNotEqualTo(batch);
    }

    @Test
    void whoDoesNotControlTheFeeIsTold() {
        assertThatThrownBy(() -> pool("venues.pool.hook.controller=nobody"))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("venues.pool.hook.controller: expected an agent (pilot), found 'nobody'");
        assertThatThrownBy(() -> pool("venues.pool.hook.kind=volatility-fee"))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("agents.pilot.pool: expected a pool with a fee that pilot controls");
        assertThatThrownBy(() -> pool("venues.pool.hook.kind=volatilty-fee"))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("did you mean 'volatility-fee'?");
        assertThatThrownBy(() -> pool("venues.pool.hook.low-pips=5000"))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("venues.pool.hook");
    }
}
