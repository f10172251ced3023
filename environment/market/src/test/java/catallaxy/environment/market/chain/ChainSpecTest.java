package catallaxy.environment.market.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.market.outage.OutageSpec;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The parts of a chain's description: each is replaced alone, and refuses what it cannot be. */
final class ChainSpecTest {
    private static final long SECOND = 1_000_000_000L;
    private static final ChainSpec PLAIN = TestChain.spec(ChainSpec.Ordering.PRIORITY_FEE, 1_000_000, 10, 0);

    private static List<String> changed(ChainSpec other) throws ReflectiveOperationException {
        List<String> changed = new ArrayList<>();
        for (RecordComponent part : ChainSpec.class.getRecordComponents()) {
            if (!part.getAccessor().invoke(PLAIN).equals(part.getAccessor().invoke(other))) {
                changed.add(part.getName());
            }
        }
        return changed;
    }

    @Test
    void eachPartIsReplacedAlone() throws ReflectiveOperationException {
        ChainSpec.GasMarket gas = PLAIN.gas();
        ChainSpec.GasMarket dearer = new ChainSpec.GasMarket(
                gas.gasLimit(), 3, 8, gas.initialBaseFeeWei(), gas.gasAsset(), gas.demand(), gas.congestion());
        ChainSpec.Blocks slower = new ChainSpec.Blocks(ChainSpec.Ordering.FIRST_COME, 60 * SECOND);
        ChainSpec.Permanence frail = new ChainSpec.Permanence(new ChainSpec.Reorganisations(0.1, 2));
        assertThat(changed(PLAIN.with(slower))).containsExactly("blocks");
        assertThat(changed(PLAIN.with(BuildingSpec.withBundles(true)))).containsExactly("blocks");
        assertThat(changed(PLAIN.with(dearer))).containsExactly("gas");
        assertThat(changed(PLAIN.with(PLAIN.mempool().evicting(3)))).containsExactly("mempool");
        assertThat(changed(PLAIN.with(frail))).containsExactly("permanence");
        assertThat(changed(PLAIN.with(new BlobSpec(BlobFork.OSAKA, BlobSpec.NONE.blobs()), DataSpec.NONE)))
                .containsExactly("blobSpec");
        assertThat(changed(PLAIN.with(OutageSpec.planned(SECOND, SECOND)))).containsExactly("outages");
    }

    @Test
    void anotherBuilderLeavesTheOrderAndTheTimeOfBlocks() {
        ChainSpec.Blocks built = PLAIN.with(BuildingSpec.withBundles(false)).blocks();
        assertThat(built.ordering()).isEqualTo(PLAIN.blocks().ordering());
        assertThat(built.blockTimeNanos()).isEqualTo(PLAIN.blocks().blockTimeNanos());
        assertThat(built.building().bundles()).isTrue();
    }

    private static void refused(String named, Supplier<?> part) {
        assertThatThrownBy(part::get)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named);
    }

    @Test
    void aPartNamesWhatItRefuses() {
        refused("blockTimeNanos", () -> new ChainSpec.Blocks(ChainSpec.Ordering.FIRST_COME, 999_999));
        refused("propagationNanos", () -> new ChainSpec.MempoolRule(-1, 0, 1));
        refused("propagationJitter", () -> new ChainSpec.MempoolRule(0, 10.1, 1));
        refused("mempoolLimit", () -> new ChainSpec.MempoolRule(0, 0, 0));
        refused("depth", () -> new ChainSpec.Reorganisations(0.1, 0));
        refused("epochs", () -> new ChainSpec.Checkpoints(32, 101));
    }

    @Test
    void aBlockIsFinalWhenItCanNoLongerBeReplacedAndItsCheckpointIsThere() {
        ChainSpec.Reorganisations deep = new ChainSpec.Reorganisations(0.5, 7);
        assertThat(ChainSpec.Permanence.NONE.finalWith(5)).isEqualTo(5);
        assertThat(new ChainSpec.Permanence(deep).finalWith(5)).isEqualTo(12);
        assertThat(new ChainSpec.Permanence(deep, new ChainSpec.Checkpoints(4, 0)).finalWith(5))
                .as("the next checkpoint comes before the seventh block")
                .isEqualTo(12);
        assertThat(new ChainSpec.Permanence(deep, new ChainSpec.Checkpoints(32, 2)).finalWith(5))
                .isEqualTo(96);
        assertThat(new ChainSpec.Permanence(deep).isFinalAt(7)).isFalse();
        assertThat(new ChainSpec.Permanence(deep).isFinalAt(8)).isTrue();
        ChainSpec frail = PLAIN.with(new ChainSpec.Permanence(deep));
        long time = 7 * frail.blocks().blockTimeNanos();
        assertThat(frail.isFinalAfter(time)).isFalse();
        assertThat(frail.isFinalAfter(time + 1)).isTrue();
    }

    @Test
    void aRollupSettlesOnAnotherChainThatHasBlobs() {
        ChainSpec rollup = PLAIN.with(BlobSpec.NONE, new DataSpec("base", DataSpec.NONE.data()));
        ChainSpec base = new ChainSpec("base", ChainSpec.Kind.L1, PLAIN.blocks(), PLAIN.gas(), PLAIN.mempool());
        ChainSpec carrying = base.with(new BlobSpec(BlobFork.OSAKA, BlobSpec.NONE.blobs()), DataSpec.NONE);
        assertThat(PLAIN.faultOfSettling(List.of(PLAIN))).isEmpty();
        assertThat(rollup.faultOfSettling(List.of(rollup))).hasValue("none or another chain");
        assertThat(rollup.faultOfSettling(List.of(rollup, base)).orElseThrow()).contains("blobs");
        assertThat(rollup.faultOfSettling(List.of(rollup, carrying))).isEmpty();
    }
}
