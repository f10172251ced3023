package catallaxy.environment.market.chain;

import static catallaxy.environment.market.chain.TestChain.FAILED_GAS;
import static catallaxy.environment.market.chain.TestChain.GWEI;
import static catallaxy.environment.market.chain.TestChain.NEVER;
import static catallaxy.environment.market.chain.TestChain.TRANSFER_GAS;
import static catallaxy.environment.market.chain.TestChain.UNASKED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.trace.MarketEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A chain alone: what transactions pay, which wait and which are dropped, and how the base fee moves. */
class ChainTest {
    /** Room for four transfers, and a target of two. */
    private static final long FOUR = 4 * TRANSFER_GAS;

    private static final UInt256 ETHER = wei(GWEI, GWEI);

    private static UInt256 wei(long gweiOrWei, long times) {
        return UInt256.of(gweiOrWei).timesExact(UInt256.of(times));
    }

    private static TestChain chain(double unseenShare) {
        return new TestChain(TestChain.spec(ChainSpec.Ordering.PRIORITY_FEE, FOUR, 5, unseenShare), 6, ETHER);
    }

    private final TestChain world = chain(0);

    @Test
    void theSenderPaysBaseFeeAndTipForTheGasThatItUsed() {
        world.send(0, -1, 200_000, 100 * GWEI, 3 * GWEI, NEVER, 1).block(12);
        assertThat(world.burned()).isEqualTo(wei(20 * GWEI, TRANSFER_GAS));
        assertThat(world.tips()).isEqualTo(wei(3 * GWEI, TRANSFER_GAS));
        assertThat(world.wei(0))
                .isEqualTo(ETHER.minusExact(wei(23 * GWEI, TRANSFER_GAS)).minusExact(UInt256.ONE));
        assertThat(world.wei(1)).isEqualTo(ETHER.plusExact(UInt256.ONE));
        assertThat(world.settlement.totals(0).gasPaidQuote()).isEqualTo(51_000 * 23e-9 * 2_000, within(1e-12));
        assertThat(world.only(MarketEvent.TransactionExecuted.class))
                .containsExactly(
                        new MarketEvent.TransactionExecuted(12, 0, 1, 0, 0, "Transfer", "", TRANSFER_GAS, 23 * GWEI));
        assertThat(world.lastBlock()).isEqualTo(new MarketEvent.BlockProduced(12, 0, 1, 20 * GWEI, 51_000, 1, 0));
        assertThat(world.chain.blockNumber()).isEqualTo(1);
        assertThat(world.chain.nonce(0)).isEqualTo(1);
    }

    /** Target 102 000: {@code 20 gwei · (1 + (used − target) / target / 8)}. */
    @ParameterizedTest
    @CsvSource({"0, 17_500_000_000", "1, 18_750_000_000", "2, 20_000_000_000", "3, 21_250_000_000", "4, 22_500_000_000"
    })
    void theBaseFeeFollowsTheGasUsed(int transfers, String expected) {
        for (int i = 0; i < transfers; i++) {
            world.send(i, -1, 1);
        }
        world.block(0);
        assertThat(world.chain.baseFeeWei()).isEqualTo(Long.parseLong(expected.replace("_", "")));
    }

    @Test
    void unseenUsersTakeTheirShareUpToTheLimit() {
        TestChain quarter = chain(0.25).send(0, -1, 1).block(0);
        assertThat(quarter.lastBlock().gasUsed()).isEqualTo(FOUR / 4 + TRANSFER_GAS);
        assertThat(quarter.chain.baseFeeWei()).isEqualTo(20 * GWEI);
        TestChain full = chain(1).send(0, -1, 1).block(0);
        assertThat(full.lastBlock().gasUsed()).isEqualTo(FOUR);
        assertThat(full.lastBlock().transactions()).isEqualTo(1);
    }

    @Test
    void aNonceThatIsTakenIsTooLowAndOneAboveTheNextWaits() {
        world.send(0, 0, 1).send(0, 2, 1).block(0);
        assertThat(world.executed()).containsExactly("0:0");
        assertThat(world.chain.waiting(0)).isEqualTo(1);
        world.send(0, 0, 5);
        assertThat(world.dropReasons()).containsExactly("NONCE_TOO_LOW");
        assertThat(world.settlement.totals(0).rejected()).isEqualTo(1);
        world.send(0, -1, 1).block(0);
        assertThat(world.executed()).as("the free nonce is 1").containsExactly("0:0", "0:1", "0:2");
        assertThat(world.chain.waiting(0)).isZero();
        assertThat(world.chain.nonce(0)).isEqualTo(3);
    }

    @Test
    void aReplacementRaisesBothFeesByATenth() {
        world.send(0, 0, TRANSFER_GAS, 100 * GWEI, 10 * GWEI, NEVER, 1);
        world.send(0, 0, TRANSFER_GAS, 110 * GWEI, 11 * GWEI - 1, NEVER, 2);
        world.send(0, 0, TRANSFER_GAS, 110 * GWEI - 1, 11 * GWEI, NEVER, 3);
        assertThat(world.dropReasons()).containsExactly("REPLACEMENT_UNDERPRICED", "REPLACEMENT_UNDERPRICED");
        world.send(0, 0, TRANSFER_GAS, 110 * GWEI, 11 * GWEI, NEVER, 4).block(0);
        assertThat(world.executed()).containsExactly("0:0");
        assertThat(world.wei(1)).isEqualTo(ETHER.plusExact(UInt256.of(4)));
        assertThat(world.tips()).isEqualTo(wei(11 * GWEI, TRANSFER_GAS));
    }

    @Test
    void aFullMempoolTakesReplacementsAndHasRoomAgainAfterABlock() {
        for (int i = 0; i < 6; i++) {
            world.send(i, 0, 10);
        }
        assertThat(world.dropReasons()).containsExactly("MEMPOOL_FULL");
        world.send(4, 0, TRANSFER_GAS, 110 * GWEI, 11 * GWEI, NEVER, 1);
        assertThat(world.dropReasons()).hasSize(1);
        world.block(0);
        assertThat(world.executed()).containsExactly("4:0", "0:0", "1:0", "2:0");
        world.send(5, 0, 10).block(0);
        assertThat(world.executed()).endsWith("3:0", "5:0");
    }

    @Test
    void aPassedDeadlineIsPaidForIfIncludedAndDroppedIfNot() {
        world.send(0, 0, TRANSFER_GAS, 100 * GWEI, GWEI, 12, 7);
        world.send(1, 0, TRANSFER_GAS, 100 * GWEI, GWEI, 11, 7);
        world.send(2, 0, TRANSFER_GAS, 19 * GWEI, GWEI, 12, 7);
        world.send(3, 0, TRANSFER_GAS, 19 * GWEI, GWEI, 11, 7);
        world.block(12);
        assertThat(world.only(MarketEvent.TransactionExecuted.class))
                .extracting(MarketEvent.TransactionExecuted::reason)
                .containsExactly("", "UniswapV2Router: EXPIRED");
        assertThat(world.wei(1))
                .isEqualTo(ETHER.plusExact(UInt256.of(7)).minusExact(wei(21 * GWEI, GasSchedule.EXPIRED)));
        assertThat(world.only(MarketEvent.TransactionDropped.class))
                .containsExactly(new MarketEvent.TransactionDropped(12, 0, 3, 0, "DEADLINE_PASSED_IN_MEMPOOL"));
        assertThat(world.chain.waiting(2)).isEqualTo(1);
    }

    @Test
    void whatRevertsOrRunsOutOfGasPaysAndMovesNothing() {
        long half = ETHER.longValueExact() / 2;
        world.send(0, 0, TRANSFER_GAS, 100 * GWEI, GWEI, NEVER, ETHER.longValueExact());
        world.send(2, 0, TRANSFER_GAS - 1, 100 * GWEI, GWEI, NEVER, half);
        world.block(0);
        assertThat(world.wei(0)).isEqualTo(ETHER.minusExact(wei(21 * GWEI, FAILED_GAS)));
        assertThat(world.wei(1)).isEqualTo(ETHER);
        assertThat(world.wei(2)).isEqualTo(ETHER.minusExact(wei(21 * GWEI, TRANSFER_GAS - 1)));
        assertThat(world.wei(3)).isEqualTo(ETHER);
        assertThat(world.lastBlock().reverted()).isEqualTo(2);
        assertThat(world.lastBlock().transactions()).isEqualTo(2);
        assertThat(world.settlement.totals(0).reverted()).isEqualTo(1);
        assertThat(world.chain.nonce(0)).isEqualTo(1);
    }

    @Test
    void aCallCannotSpendTheGasOfItsTransaction() {
        long gas = 21 * GWEI * TRANSFER_GAS;
        long rest = ETHER.longValueExact() - gas;
        world.send(0, 0, TRANSFER_GAS, 100 * GWEI, GWEI, NEVER, rest);
        world.send(2, 0, TRANSFER_GAS, 100 * GWEI, GWEI, NEVER, rest + 1);
        world.block(0);
        assertThat(world.wei(0)).isEqualTo(UInt256.ZERO);
        assertThat(world.wei(1)).isEqualTo(ETHER.plusExact(UInt256.of(rest)));
        assertThat(world.lastBlock().reverted()).as("a wei more is set aside").isEqualTo(1);
        assertThat(world.wei(3)).isEqualTo(ETHER);
    }

    @Test
    void whoHasSpentItByThenIsDroppedAndWhatIsBehindWaits() {
        long most = ETHER.longValueExact() - 6_000_000 * GWEI;
        assertThat(most).isGreaterThan(UNASKED);
        world.send(0, 0, TRANSFER_GAS, 100 * GWEI, GWEI, NEVER, most);
        world.send(0, 1, 1).send(0, 2, 1);
        world.block(0);
        assertThat(world.executed()).containsExactly("0:0");
        assertThat(world.dropReasons()).containsExactly("INSUFFICIENT_FUNDS_FOR_GAS");
        assertThat(world.chain.nonce(0)).isEqualTo(1);
        assertThat(world.chain.waiting(0)).isEqualTo(1);
        assertThat(world.lastBlock().gasUsed()).isEqualTo(TRANSFER_GAS);
        world.block(0);
        assertThat(world.executed()).as("nonce 2 waits for nonce 1").hasSize(1);
    }

    @Test
    void aSenderThatTheChainHasNeverSeenHasSentNothing() {
        assertThat(world.chain.nonce(1_000)).isZero();
        assertThat(world.chain.waiting(1_000)).isZero();
    }

    @Test
    void aCopyAndItsOriginalGoTheirOwnWays() {
        world.send(0, 0, 1).send(1, 1, 1);
        TestChain copy = world.copy();
        byte[] before = copy.saved();
        world.block(0).send(1, 0, 1).block(0);
        assertThat(world.executed()).containsExactly("0:0", "1:0", "1:1");
        assertThat(copy.saved()).isEqualTo(before);
        copy.block(0).send(1, 0, 1).block(0);
        assertThat(copy.executed()).containsExactly("0:0", "1:0", "1:1");
        assertThat(copy.saved()).isEqualTo(world.saved());
    }

    @Test
    void aRestoredChainHasTheSameFuture() {
        TestChain shared =
                chain(0.3).send(0, 0, 1).block(0).send(0, 1, 2).send(1, 0, 1).send(2, 1, 1);
        TestChain restored = shared.restored();
        assertThat(restored.saved()).isEqualTo(shared.saved());
        assertThat(restored.chain.waiting(0)).isEqualTo(1);
        for (TestChain each : new TestChain[] {shared, restored}) {
            each.events.clear();
            each.send(2, 0, 9).block(5).send(0, -1, 1).block(6);
        }
        assertThat(restored.executed()).containsExactly("2:0", "0:1", "1:0", "2:1", "0:2");
        assertThat(restored.events).isEqualTo(shared.events);
        assertThat(restored.saved()).isEqualTo(shared.saved());
    }
}
