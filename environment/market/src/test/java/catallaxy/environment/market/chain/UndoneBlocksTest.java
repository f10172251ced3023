package catallaxy.environment.market.chain;

import static catallaxy.environment.market.chain.TestChain.GWEI;
import static catallaxy.environment.market.chain.TestChain.NEVER;
import static catallaxy.environment.market.chain.TestChain.TRANSFER_GAS;
import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.trace.MarketEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Blocks that are undone, against a copy of the chain from before them. */
final class UndoneBlocksTest {
    private static final int DEPTH = 4;
    private static final int SENDERS = 4;
    private static final UInt256 ETHER = UInt256.of(GWEI).timesExact(UInt256.of(GWEI));

    private static TestChain chain() {
        ChainSpec stands = TestChain.spec(ChainSpec.Ordering.PRIORITY_FEE, 6 * TRANSFER_GAS, 1_000, 0.3);
        return new TestChain(
                stands.with(new ChainSpec.Permanence(new ChainSpec.Reorganisations(0, DEPTH))), SENDERS, ETHER);
    }

    private static void undo(TestChain each, int depth) {
        each.chain.reorganise(each.settlement, 0, each, depth);
    }

    private static void block(TestChain each, RandomStream random) {
        for (int i = random.nextInt(6); i > 0; i--) {
            long cap = (15 + random.nextInt(40)) * GWEI;
            each.send(random.nextInt(SENDERS), -1, 60_000, cap, random.nextInt(9) * GWEI, NEVER, 1 + random.nextInt(9));
        }
        each.block(0);
    }

    /** Balances, nonces, base fee and totals of everybody. */
    private static List<Object> account(TestChain each) {
        List<Object> account = new ArrayList<>(List.of(each.burned(), each.tips(), each.chain.baseFeeWei()));
        for (int sender = 0; sender < SENDERS; sender++) {
            account.add(each.wei(sender));
            account.add(each.chain.nonce(sender));
            account.add(each.settlement.totals(sender).fills());
            account.add(each.settlement.totals(sender).reverted());
            account.add(StrictMath.round(each.settlement.totals(sender).gasPaidQuote() * 1e9));
        }
        return account;
    }

    /** The copy makes the blocks of those who had not seen the ones that are undone: empty ones. */
    @Test
    void whatStandsIsWhatAChainHasThatNeverMadeThem() {
        for (long seed = 0; seed < 40; seed++) {
            RandomStream random = RandomStream.of(seed, "test/undone");
            TestChain world = chain();
            for (int i = random.nextInt(6); i > 0; i--) {
                block(world, random);
            }
            int depth = 1 + random.nextInt(DEPTH);
            TestChain empty = world.copy();
            empty.chain = empty.chain.builtBy((pool, block) -> {});
            for (int i = 0; i < depth; i++) {
                block(world, random);
                empty.block(0);
            }
            undo(world, depth);
            assertThat(account(world)).as("seed %d, depth %d", seed, depth).isEqualTo(account(empty));
            assertThat(world.chain.blockNumber()).as("seed %d", seed).isEqualTo(empty.chain.blockNumber());
            assertThat(world.only(MarketEvent.ChainReorganised.class))
                    .containsExactly(new MarketEvent.ChainReorganised(0, 0, depth, world.chain.blockNumber() - depth));
        }
    }

    @Test
    void nobodysTransactionIsLostAndEachIsExecutedOnceInTheBlocksThatStand() {
        for (long seed = 0; seed < 40; seed++) {
            RandomStream random = RandomStream.of(seed, "test/lost");
            TestChain world = chain();
            int sent = 0;
            for (int i = 0; i < 8; i++) {
                int sender = random.nextInt(SENDERS);
                for (int j = random.nextInt(4); j > 0; j--, sent++) {
                    world.send(sender, -1, random.nextInt(9));
                }
                world.block(0);
                if (i >= DEPTH && random.nextInt(3) == 0) {
                    undo(world, 1 + random.nextInt(DEPTH));
                }
            }
            for (int i = 0; i < 20; i++) {
                world.block(0);
            }
            long executed = 0;
            for (int sender = 0; sender < SENDERS; sender++) {
                executed += world.chain.nonce(sender);
                assertThat(world.chain.waiting(sender)).as("seed %d", seed).isZero();
            }
            assertThat(executed).as("seed %d", seed).isEqualTo(sent);
            assertThat(world.dropReasons()).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void aCopyAndARestoredChainUndoTheSame() {
        for (long seed = 0; seed < 20; seed++) {
            RandomStream random = RandomStream.of(seed, "test/undone/copies");
            TestChain world = chain();
            for (int i = 0; i < 6; i++) {
                block(world, random);
            }
            byte[] before = world.saved();
            TestChain copy = world.copy();
            TestChain restored = world.restored();
            undo(world, DEPTH);
            assertThat(copy.saved()).as("seed %d: the copy stays", seed).isEqualTo(before);
            undo(copy, DEPTH);
            undo(restored, DEPTH);
            world.block(1);
            copy.block(1);
            restored.block(1);
            assertThat(copy.saved()).as("seed %d", seed).isEqualTo(world.saved());
            assertThat(restored.saved()).as("seed %d", seed).isEqualTo(world.saved());
        }
    }
}
