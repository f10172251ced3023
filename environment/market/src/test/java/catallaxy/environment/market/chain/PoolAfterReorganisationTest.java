package catallaxy.environment.market.chain;

import static catallaxy.environment.market.chain.TestChain.GWEI;
import static catallaxy.environment.market.chain.TestChain.NEVER;
import static catallaxy.environment.market.chain.TestChain.TRANSFER_GAS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.contract.Kinds;
import org.junit.jupiter.api.Test;

/** What waits after blocks were undone. */
final class PoolAfterReorganisationTest {
    private static final long FOUR = 4 * TRANSFER_GAS;
    private static final int LIMIT = 5;
    private static final UInt256 ETHER = UInt256.of(GWEI).timesExact(UInt256.of(GWEI));

    private final TestChain world = new TestChain(spec(), 6, ETHER);

    /** A chain whose last three blocks can be undone. */
    private static ChainSpec spec() {
        ChainSpec stands = TestChain.spec(ChainSpec.Ordering.PRIORITY_FEE, FOUR, LIMIT, 0);
        return stands.with(new ChainSpec.Permanence(new ChainSpec.Reorganisations(0, 3)));
    }

    private void undo(int depth) {
        world.chain.reorganise(world.settlement, 0, world, depth);
    }

    private static int waiting(TestChain each) {
        int waiting = 0;
        for (int sender = 0; sender < 6; sender++) {
            waiting += each.chain.waiting(sender);
        }
        return waiting;
    }

    @Test
    void whatWasExecutedWaitsAgainAndCostsNothing() {
        world.send(0, 0, 3).send(1, 0, 2).block(0);
        undo(1);
        assertThat(waiting(world)).isEqualTo(2);
        assertThat(world.chain.nonce(0)).isZero();
        assertThat(world.wei(0)).isEqualTo(ETHER);
        assertThat(world.burned().plusExact(world.tips())).isEqualTo(UInt256.ZERO);
        assertThat(world.chain.blockNumber()).isEqualTo(1);
        world.block(0);
        assertThat(world.executed()).containsExactly("0:0", "1:0", "0:0", "1:0");
    }

    /** A pool that was full when blocks were undone holds more than it would take in. */
    @Test
    void aPoolThatIsFullerThanItsLimitIsReadBackWhole() {
        for (int sender = 0; sender < 4; sender++) {
            world.send(sender, 0, 10);
        }
        world.block(0);
        for (int sender = 0; sender < LIMIT; sender++) {
            world.send(sender, sender < 4 ? 1 : 0, 1);
        }
        undo(1);
        assertThat(waiting(world)).isEqualTo(LIMIT + 4);
        TestChain restored = world.restored();
        assertThat(waiting(restored)).isEqualTo(LIMIT + 4);
        assertThat(restored.saved()).isEqualTo(world.saved());
        world.events.clear();
        for (TestChain each : new TestChain[] {world, restored}) {
            each.send(5, 0, 20).block(1).block(2).block(3);
        }
        assertThat(world.dropReasons()).containsExactly("MEMPOOL_FULL");
        assertThat(world.executed()).hasSize(LIMIT + 4);
        assertThat(restored.events).isEqualTo(world.events);
    }

    /** Its sender could not pay for the first one when its turn came, and has sent another since. */
    @Test
    void theOneThatWasSentLaterStaysInThePlaceOfOneThatWasDropped() {
        long most = ETHER.longValueExact() - 6_000_000 * GWEI;
        world.send(0, 0, TRANSFER_GAS, 100 * GWEI, GWEI, NEVER, most);
        world.send(0, 1, TRANSFER_GAS, 100 * GWEI, GWEI, NEVER, 1).block(0);
        assertThat(world.dropReasons()).containsExactly("INSUFFICIENT_FUNDS_FOR_GAS");
        world.send(5, 0, TRANSFER_GAS, 100 * GWEI, GWEI, NEVER, most).block(0);
        world.send(0, 1, TRANSFER_GAS, 100 * GWEI, GWEI, NEVER, 2);
        assertThat(waiting(world)).isEqualTo(1);
        undo(2);
        assertThat(waiting(world))
                .as("two senders' first, and the later of the seconds")
                .isEqualTo(3);
        assertThat(world.restored().saved()).isEqualTo(world.saved());
        world.events.clear();
        world.send(0, 2, 1).send(0, 3, 1).send(0, 4, 1);
        assertThat(world.dropReasons()).as("there is room for five").containsExactly("MEMPOOL_FULL");
    }

    @Test
    void twoThatWaitWithOneNonceAreCorrupt() {
        Transaction each = new Transaction(7, 2, 5, 21_000, 2, 1, 9, new Call.Transfer(0, 0, UInt256.ONE));
        StateWriter out = new StateWriter().int32(2);
        for (int i = 0; i < 2; i++) {
            TransactionCodec.write(out, each);
            UInt256.ONE.save(out);
        }
        assertThatThrownBy(() -> Mempool.load(
                        new StateReader(out.toBytes()), Kinds.registered().reader(), LIMIT))
                .isInstanceOf(CorruptStateException.class)
                .hasMessage("two transactions of participant 2 wait with nonce 5");
    }
}
