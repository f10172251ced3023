package catallaxy.environment.market.chain;

import static catallaxy.environment.market.chain.TestChain.GWEI;
import static catallaxy.environment.market.chain.TestChain.NEVER;
import static catallaxy.environment.market.chain.TestChain.TRANSFER_GAS;
import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.trace.MarketEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a chain's pools take in, and for what they give it up again. */
final class AdmissionTest {
    private static final int SENDERS = 4;
    private static final long CAP = 100 * GWEI;
    /** What a transfer of a wei at the fee cap must be covered by. */
    private static final UInt256 COST = Wei.times(CAP, TRANSFER_GAS).plusExact(UInt256.ONE);

    private static final ChainSpec SPEC = TestChain.spec(ChainSpec.Ordering.PRIORITY_FEE, 20 * TRANSFER_GAS, 3, 0);

    private static ChainSpec evicting() {
        return SPEC.with(SPEC.mempool().evicting(SPEC.mempool().mempoolLimit()));
    }

    /** An admission of its own, over the ledger of a chain that takes no part. */
    private static final class Gate {
        final TestChain world;
        final Admission admission;
        private long sequence;

        Gate(ChainSpec spec, UInt256 weiEach) {
            world = new TestChain(spec, SENDERS, weiEach);
            admission = new Admission(0, spec, Pools.empty(spec.mempool().mempoolLimit(), ForcedInclusion.NONE));
        }

        Gate send(int sender, long nonce, long tipGwei) {
            return send(sender, nonce, tipGwei, NEVER);
        }

        Gate send(int sender, long nonce, long tipGwei, long deadline) {
            Call call = new Call.Transfer(0, TestChain.ETHER, UInt256.ONE);
            Transaction sent =
                    new Transaction(sequence++, sender, nonce, TRANSFER_GAS, CAP, tipGwei * GWEI, deadline, call);
            admission.receive(world.settlement, 5, world, sent);
            return this;
        }

        Gate bundle(int sender, long lastBlock) {
            Bundle.Terms terms = new Bundle.Terms(UInt256.ZERO, 1, lastBlock, false, MarketCommand.EVERY_BUILDER);
            Bundle sent = new Bundle(sequence++, sender, 1, List.of(TestChain.own(0, 1, 0)), terms, "test");
            admission.receive(world.settlement, 5, sent, 1);
            return this;
        }

        /** Who waits, as {@code sender:nonce}, in the order of arrival. */
        List<String> waiting() {
            return admission.pools().mempool().waiting().stream()
                    .map(each -> each.participant() + ":" + each.nonce())
                    .toList();
        }
    }

    /** Over seeds: of a sender's transactions as many wait as it owns the cost of, to the wei. */
    @Test
    void aSenderHasAsManyWaitingAsItCanPayFor() {
        for (long seed = 0; seed < 60; seed++) {
            RandomStream random = RandomStream.of(seed, "admission");
            int affordable = random.nextInt(3);
            UInt256 spare = random.nextInt(2) == 0 ? UInt256.ZERO : COST.minusExact(UInt256.ONE);
            UInt256 owned = COST.timesExact(UInt256.of(affordable)).plusExact(spare);
            Gate gate = new Gate(SPEC, owned);
            for (int nonce = 0; nonce < 3; nonce++) {
                gate.send(1, nonce, 1);
            }
            assertThat(gate.waiting()).as("seed %d", seed).hasSize(affordable);
            assertThat(gate.world.dropReasons())
                    .as("seed %d", seed)
                    .hasSize(3 - affordable)
                    .containsOnly(Admission.INSUFFICIENT_FUNDS);
            assertThat(gate.world.settlement.totals(1).rejected()).isEqualTo(3 - affordable);
        }
    }

    @Test
    void aNegativeNonceIsTheNextThatIsFree() {
        Gate gate = new Gate(SPEC, UInt256.powerOfTwo(70));
        gate.send(2, 1, 1).send(2, -1, 1).send(2, -1, 1);
        assertThat(gate.waiting()).containsExactly("2:1", "2:0", "2:2");
    }

    @Test
    void aNonceThatWasUsedIsTooLow() {
        Gate gate = new Gate(SPEC, UInt256.powerOfTwo(70));
        gate.admission.pools().nonces().advance(2);
        gate.send(2, 0, 1).send(2, 1, 1);
        assertThat(gate.waiting()).containsExactly("2:1");
        assertThat(gate.world.dropReasons()).containsExactly("NONCE_TOO_LOW");
    }

    @Test
    void aFullPoolLetsTheCheapestOfOthersGoForABetterTipWhereTheChainDoesThat() {
        Gate gate = new Gate(evicting(), UInt256.powerOfTwo(70));
        gate.send(0, 0, 2).send(1, 0, 3).send(2, 0, 4).send(3, 0, 3);
        assertThat(gate.waiting()).containsExactly("1:0", "2:0", "3:0");
        gate.send(0, 0, 3);
        assertThat(gate.world.dropReasons()).containsExactly("EVICTED", "MEMPOOL_FULL");
        Gate firm = new Gate(SPEC, UInt256.powerOfTwo(70));
        firm.send(0, 0, 2).send(1, 0, 3).send(2, 0, 4).send(3, 0, 9);
        assertThat(firm.waiting()).containsExactly("0:0", "1:0", "2:0");
        assertThat(firm.world.dropReasons()).containsExactly("MEMPOOL_FULL");
    }

    /** Who cannot pay takes nobody's place. */
    @Test
    void nobodyGoesForOneThatIsNotCovered() {
        Gate gate = new Gate(evicting(), COST);
        gate.send(0, 0, 1).send(1, 0, 1).send(2, 0, 1);
        gate.send(0, 1, 50);
        assertThat(gate.waiting()).containsExactly("0:0", "1:0", "2:0");
        assertThat(gate.world.dropReasons()).containsExactly(Admission.INSUFFICIENT_FUNDS);
    }

    @Test
    void whatComesTooLateIsDropped() {
        Gate gate = new Gate(SPEC.with(BuildingSpec.withBundles(true)), UInt256.powerOfTwo(70));
        gate.send(0, 0, 1, 9).send(1, 0, 1, 10).bundle(2, 1).bundle(3, 2).bundle(0, 0);
        assertThat(gate.world.bundleFaults()).containsExactly("0/1 BLOCK_PASSED");
        gate.admission.dropOverdue(gate.world.settlement, 10, 1);
        assertThat(gate.waiting()).containsExactly("1:0");
        assertThat(gate.world.only(MarketEvent.TransactionDropped.class))
                .containsExactly(new MarketEvent.TransactionDropped(10, 0, 0, 0, "DEADLINE_PASSED_IN_MEMPOOL"));
        assertThat(gate.world.bundleFaults()).containsExactly("0/1 BLOCK_PASSED", "2/1 NOT_CHOSEN");
        assertThat(gate.admission.pools().hasFor(2)).isTrue();
    }

    @Test
    void aChainWithoutBundlesRefusesThem() {
        Gate gate = new Gate(SPEC, COST).bundle(2, 9);
        assertThat(gate.world.bundleFaults()).containsExactly("2/1 NO_BUNDLES_HERE");
        assertThat(gate.world.settlement.totals(2).rejected()).isEqualTo(1);
        assertThat(gate.admission.pools().hasFor(1)).isFalse();
    }
}
