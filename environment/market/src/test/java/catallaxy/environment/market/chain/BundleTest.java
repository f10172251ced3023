package catallaxy.environment.market.chain;

import static catallaxy.environment.market.chain.TestChain.GWEI;
import static catallaxy.environment.market.chain.TestChain.NEVER;
import static catallaxy.environment.market.chain.TestChain.TRANSFER_GAS;
import static catallaxy.environment.market.chain.TestChain.UNASKED;
import static catallaxy.environment.market.chain.TestChain.own;
import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.command.BundleItem;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.trace.MarketEvent;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Bundles: all or nothing, paid for once they are in a block, and gone without a trace where they are not. */
final class BundleTest {
    private static final UInt256 ETHER = UInt256.of(GWEI).timesExact(UInt256.of(GWEI));
    /** More than anybody has, which a transfer asks for only when it runs. */
    private static final long TOO_MUCH = 5_000_000_000_000_000_000L;

    private static ChainSpec spec(int builders) {
        return TestChain.spec(ChainSpec.Ordering.PRIORITY_FEE, 20 * TRANSFER_GAS, 100, 0)
                .with(BuildingSpec.withBundles(true).with(builders));
    }

    private static TestChain chain() {
        return new TestChain(spec(1), 5, ETHER);
    }

    private static List<UInt256> balances(TestChain world) {
        return IntStream.range(1, world.settlement.ledger().accounts())
                .mapToObj(world::owned)
                .toList();
    }

    @Test
    void itsTransactionsStandAroundTheOneOfTheMempoolAtTheTopOfTheBlock() {
        TestChain world = chain().send(1, 0, 9).send(2, 0, 1);
        world.bundle(0, 1, 5, own(3, 1, 0), world.waiting(2, 0), own(3, 1, 0)).block(0);
        assertThat(world.executed()).containsExactly("0:0", "2:0", "0:1", "1:0");
        MarketEvent.BundleIncluded told =
                world.only(MarketEvent.BundleIncluded.class).getFirst();
        assertThat(told.transactions()).isEqualTo(3);
        assertThat(told.bidWei()).isEqualTo(UInt256.of(5 * GWEI));
        assertThat(told.gasWei()).isEqualTo(UInt256.of(2 * TRANSFER_GAS * 20 * GWEI));
        assertThat(world.chain.bundles()).isEmpty();
    }

    @Test
    void whatItLostIsItsGasItsBidAndWhatItSent() {
        TestChain world = chain().bundle(0, 1, 7, own(3, 1_000, 2)).block(0);
        long gas = TRANSFER_GAS * 22 * GWEI;
        UInt256 lost = UInt256.of(gas + 7 * GWEI + 1_000);
        assertThat(ETHER.minusExact(world.wei(0))).isEqualTo(lost);
        assertThat(world.tips()).isEqualTo(UInt256.of(TRANSFER_GAS * 2 * GWEI + 7 * GWEI));
        assertThat(world.only(MarketEvent.BundleIncluded.class).getFirst().changes())
                .containsExactly(new MarketEvent.Detail("lost", TestChain.ETHER, lost));
    }

    @Test
    void oneThatWouldFailLeavesNoTraceAndPaysNoBid() {
        TestChain world = chain().send(1, 0, 9).send(2, 0, 1);
        TestChain without = world.copy();
        BundleItem fails = own(3, TOO_MUCH, 5);
        world.bundle(0, 1, 5, own(3, 77, 5), world.waiting(2, 0), fails);
        world.block(0);
        without.block(0);
        assertThat(balances(world)).isEqualTo(balances(without));
        assertThat(world.executed()).isEqualTo(without.executed());
        assertThat(world.chain.nonce(0)).isZero();
        assertThat(world.settlement.totals(0).gasPaidQuote()).isZero();
        assertThat(world.events).hasSameSizeAs(without.events);
        world.block(1).block(2);
        assertThat(world.bundleFaults()).containsExactly("0/1 TRANSACTION_NOT_EXECUTABLE");
        assertThat(world.settlement.ledger().check().holds()).isTrue();
    }

    @Test
    void oneThatMayRevertIsPaidForAllTheSame() {
        TestChain world = chain();
        Bundle.Terms terms = new Bundle.Terms(UInt256.of(3), 1, 1, true, MarketCommand.EVERY_BUILDER);
        world.bundle(0, 1, terms, own(3, TOO_MUCH, 0), own(3, 1, 0)).block(0);
        assertThat(world.executed()).containsExactly("0:0", "0:1");
        assertThat(world.tips()).isEqualTo(UInt256.of(3));
        assertThat(world.lastBlock().reverted()).isEqualTo(1);
    }

    @Test
    void theMostForEachUnitOfGasComesFirstAndHasTheTransactionThatTwoWant() {
        TestChain world = chain().send(4, 0, 1);
        BundleItem wanted = world.waiting(4, 0);
        world.bundle(0, 1, 5_000_000, wanted, own(3, 1, 0));
        world.bundle(1, 1, 6_000_000, wanted, own(3, 1, 0));
        world.bundle(2, 1, 5_900_000, own(3, 1, 0)).block(0).block(1).block(2).block(3);
        assertThat(world.executed()).containsExactly("2:0", "4:0", "1:0");
        assertThat(world.bundleFaults()).containsExactly("0/1 TRANSACTION_NOT_EXECUTABLE");
        assertThat(world.wei(0))
                .as("who lost pays nothing, and has what the victim sent")
                .isEqualTo(ETHER.plusExact(UInt256.ONE));
    }

    @Test
    void tipsOfOthersDoNotCountForABundle() {
        TestChain world = chain().send(4, 0, 50);
        world.bundle(0, 1, 0, world.waiting(4, 0), own(3, 1, 1));
        world.bundle(1, 1, 0, own(3, 1, 2)).block(0);
        assertThat(world.executed()).startsWith("1:0");
    }

    @Test
    void aReplacementBidsAnewAndOneWithoutTransactionsTakesItBack() {
        TestChain world = chain().bundle(0, 1, 5, own(3, 1, 0)).bundle(0, 1, 9, own(3, 1, 0));
        world.bundle(0, 2, 5, own(3, 1, 0)).bundle(0, 2, 5).block(0);
        assertThat(world.tips()).isEqualTo(UInt256.of(9 * GWEI));
        assertThat(world.executed()).hasSize(1);
    }

    @Test
    void refusalsHaveTheirReasons() {
        TestChain world = chain().send(0, 0, 0).block(0).send(1, 0, 1);
        Bundle.Terms passed = new Bundle.Terms(UInt256.ZERO, 0, 1, false, MarketCommand.EVERY_BUILDER);
        Bundle.Terms now = new Bundle.Terms(UInt256.ZERO, 2, 2, false, MarketCommand.EVERY_BUILDER);
        world.bundle(0, 1, passed, own(3, 1, 0));
        world.bundle(1, 1, now, own(3, 1, 0));
        world.bundle(2, 1, now, new BundleItem.Waiting(1, 0, 99));
        world.bundle(
                2,
                2,
                now,
                new BundleItem.Own(((BundleItem.Own) own(3, 1, 0)).call(), 21 * TRANSFER_GAS, 100 * GWEI, 0));
        world.bundle(3, 1, now, new BundleItem.Own(((BundleItem.Own) own(3, 1, 0)).call(), TRANSFER_GAS, GWEI, 0));
        Bundle.Terms dear = new Bundle.Terms(ETHER, 2, 2, false, MarketCommand.EVERY_BUILDER);
        world.bundle(4, 1, dear, own(3, 1, 0)).block(1);
        assertThat(world.bundleFaults())
                .containsExactly(
                        "0/1 BLOCK_PASSED",
                        "1/1 NONCE_WAITS_IN_MEMPOOL",
                        "2/1 TRANSACTION_NOT_EXECUTABLE",
                        "2/2 GAS_LIMIT_OUT_OF_RANGE",
                        "3/1 FEE_CAP_BELOW_BASE_FEE",
                        "4/1 BID_NOT_COVERED");
        TestChain none = new TestChain(TestChain.spec(ChainSpec.Ordering.PRIORITY_FEE, 999_999, 9, 0), 5, ETHER);
        assertThat(none.bundle(0, 1, now, own(3, 1, 0)).bundleFaults()).containsExactly("0/1 NO_BUNDLES_HERE");
    }

    @Test
    void theBuilderWhoIsWorthMostBuysTheBlockAndKeepsTheRest() {
        TestChain world = new TestChain(spec(3), 5, ETHER).send(4, 0, 1);
        long tips = TRANSFER_GAS * GWEI;
        world.bundle(0, 1, new Bundle.Terms(UInt256.of(8 * tips), 1, 1, false, 2), own(3, 1, 0));
        world.bundle(1, 1, new Bundle.Terms(UInt256.of(6 * tips), 1, 1, false, 1), own(3, 1, 0))
                .block(0);
        MarketEvent.BlockAuctioned sold =
                world.only(MarketEvent.BlockAuctioned.class).getFirst();
        assertThat(sold.builder()).isEqualTo(2);
        assertThat(sold.valueWei()).isEqualTo(UInt256.of(9 * tips));
        assertThat(sold.bidWei().longValueExact()).isBetween(7 * tips, 7 * tips * 105 / 100);
        assertThat(world.tips()).isEqualTo(sold.bidWei());
        assertThat(world.owned(6)).isEqualTo(sold.valueWei().minusExact(sold.bidWei()));
        assertThat(world.owned(4).plusExact(world.owned(5))).isEqualTo(UInt256.ZERO);
        assertThat(world.executed()).containsExactly("0:0", "4:0");
        assertThat(world.settlement.ledger().check().holds()).isTrue();
    }

    /** A world in which random transactions and bundles meet. */
    private static void act(TestChain world, RandomStream random) {
        for (int i = random.nextInt(6); i > 0; i--) {
            int sender = random.nextInt(5);
            long wei = random.nextBoolean(0.2) ? TOO_MUCH : UNASKED / 2;
            world.send(sender, -1, TRANSFER_GAS, 100 * GWEI, random.nextLong(9) * GWEI, NEVER, wei);
        }
        List<Transaction> waiting = world.chain.mempool();
        for (int i = random.nextInt(4); i > 0; i--) {
            int sender = random.nextInt(5);
            BundleItem first = own(random.nextInt(5), random.nextBoolean(0.3) ? TOO_MUCH : 1, random.nextLong(4));
            BundleItem last = own(random.nextInt(5), 1, random.nextLong(4));
            Transaction around = waiting.isEmpty() ? null : waiting.get(random.nextInt(waiting.size()));
            BundleItem middle = around == null
                    ? first
                    : new BundleItem.Waiting(around.participant(), around.nonce(), around.sequence());
            Bundle.Terms terms = new Bundle.Terms(
                    UInt256.of(random.nextLong(1_000_000) * GWEI),
                    world.chain.blockNumber() + 1,
                    world.chain.blockNumber() + 1 + random.nextInt(3),
                    random.nextBoolean(0.3),
                    random.nextInt(4) - 1);
            world.bundle(sender, random.nextInt(3), terms, first, middle, last);
        }
    }

    @Test
    void overSeedsNothingIsMadeOrLostAndCopiesAndRestoredChainsGoOnAlike() {
        int included = 0;
        for (long seed = 0; seed < 40; seed++) {
            TestChain world = new TestChain(spec(seed % 2 == 0 ? 1 : 3), 5, ETHER);
            RandomStream random = RandomStream.of(seed, "bundles");
            for (int block = 0; block < 12; block++) {
                act(world, random);
                TestChain copy = world.copy();
                TestChain restored = world.restored();
                world.block(block);
                assertThat(copy.block(block).saved()).as("seed %d", seed).isEqualTo(world.saved());
                assertThat(restored.block(block).saved()).as("seed %d", seed).isEqualTo(world.saved());
                assertThat(world.settlement.ledger().check().holds())
                        .as("seed %d", seed)
                        .isTrue();
            }
            included += world.only(MarketEvent.BundleIncluded.class).size();
        }
        assertThat(included).as("bundles in blocks").isGreaterThan(100);
    }
}
