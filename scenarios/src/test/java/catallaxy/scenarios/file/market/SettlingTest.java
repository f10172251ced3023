package catallaxy.scenarios.file.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.market.chain.BlobFork;
import catallaxy.environment.market.chain.ChainSpec;
import catallaxy.environment.market.chain.DataSpec;
import catallaxy.environment.market.chain.ForcedInclusion;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Keys of blobs, and of rollups that pay for them. */
final class SettlingTest {
    private static final Path SCENARIO = Path.of(System.getProperty("catallaxy.root"), "scenarios", "two-chains.conf");

    private static List<ChainSpec> read(String... keysAndValues) {
        Map<String, String> overrides = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            overrides.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        Scenario scenario = ScenarioReader.read(SCENARIO, overrides);
        return scenario.market().engine().chains();
    }

    private static void refuses(String message, String... keysAndValues) {
        assertThatThrownBy(() -> read(keysAndValues)).hasMessageContaining(message);
    }

    @Test
    void withoutTheKeysThereAreNoBlobs() {
        for (ChainSpec chain : read()) {
            assertThat(chain.blobSpec().blobFork()).isEqualTo(BlobFork.NONE);
            assertThat(chain.dataSpec()).isEqualTo(DataSpec.NONE);
        }
    }

    @Test
    void theKeysAreReadInTheirUnits() {
        List<ChainSpec> chains = read(
                "chains.mainnet.blob-fork", "custom",
                "chains.mainnet.blobs.custom-target", "3",
                "chains.mainnet.blobs.initial-base-fee-gwei", "0.5",
                "chains.mainnet.blobs.demand.mean-load", "1.25",
                "chains.rollup.settles-on", "mainnet",
                "chains.rollup.data.base-fee-scalar", "7",
                "chains.rollup.forced-inclusion.delay", "12 h");
        ChainSpec mainnet = chains.getFirst();
        assertThat(mainnet.blobSpec().rule().orElseThrow().targetBlobGas()).isEqualTo(3 * 131_072);
        assertThat(mainnet.blobSpec().blobs().initialBaseFeeWei()).isEqualTo(500_000_000);
        assertThat(mainnet.blobSpec().blobs().demand().meanLoad()).isEqualTo(1.25);
        assertThat(chains.getLast().dataSpec().settlesOn()).isEqualTo("mainnet");
        assertThat(chains.getLast().dataSpec().data().baseFeeScalar()).isEqualTo(7);
        assertThat(chains.getLast().dataSpec().forcedInclusion())
                .isEqualTo(new ForcedInclusion(12 * 3_600_000_000_000L, 60_000_000_000L));
    }

    @Test
    void mistakesNameTheKeyAndTheNearestChain() {
        refuses(
                "chains.rollup.settles-on: expected a chain (mainnet, rollup), or none, found 'mainet'; did you mean 'mainnet'?",
                "chains.rollup.settles-on",
                "mainet");
        refuses("chains.rollup.settles-on: expected a chain with blobs", "chains.rollup.settles-on", "mainnet");
        refuses("chains.rollup.settles-on: expected none or another chain", "chains.rollup.settles-on", "rollup");
        refuses("chains.mainnet.blob-fork", "chains.mainnet.blob-fork", "paris");
        refuses(
                "chains.rollup.settles-on: expected the chain through which is forced, since forced-inclusion.delay is not 0 s",
                "chains.rollup.forced-inclusion.delay",
                "12 h");
        refuses(
                "chains.mainnet.blobs.custom-maximum: expected at least custom-target",
                "chains.mainnet.blobs.custom-maximum",
                "2",
                "chains.mainnet.blob-fork",
                "custom");
    }
}
