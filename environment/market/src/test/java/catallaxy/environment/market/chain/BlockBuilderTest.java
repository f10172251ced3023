package catallaxy.environment.market.chain;

import static catallaxy.environment.market.chain.TestChain.GWEI;
import static catallaxy.environment.market.chain.TestChain.NEVER;
import static catallaxy.environment.market.chain.TestChain.TRANSFER_GAS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.number.UInt256;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** In which order transactions come into a block, and what a chain lets a builder do. */
class BlockBuilderTest {
    private static final UInt256 ETHER = UInt256.of(GWEI).timesExact(UInt256.of(GWEI));

    private static ChainSpec spec(ChainSpec.Ordering ordering, long transfers) {
        return TestChain.spec(ordering, transfers * TRANSFER_GAS, 100, 0);
    }

    private static TestChain byFee(long transfers) {
        return new TestChain(spec(ChainSpec.Ordering.PRIORITY_FEE, transfers), 5, ETHER);
    }

    private static TestChain built(BlockBuilder builder) {
        return new TestChain(spec(ChainSpec.Ordering.PRIORITY_FEE, 4), 5, ETHER, builder);
    }

    @Test
    void theHighestTipComesFirstAndOfEqualTipsTheEarliest() {
        TestChain world = byFee(10).send(3, 0, 2).send(0, 0, 1).send(2, 0, 2).send(1, 0, 3);
        assertThat(world.block(0).executed()).containsExactly("1:0", "3:0", "2:0", "0:0");
    }

    @Test
    void theEarliestComesFirstWhateverItTips() {
        TestChain world = new TestChain(spec(ChainSpec.Ordering.FIRST_COME, 10), 5, ETHER);
        world.send(3, 0, 2).send(0, 1, 9).send(2, 0, 0).send(0, 0, 3);
        assertThat(world.block(0).executed()).containsExactly("3:0", "2:0", "0:0", "0:1");
    }

    @Test
    void aSendersNoncesKeepTheirOrderAndHideWhatIsBehindThem() {
        TestChain world = byFee(10).send(0, 0, 1).send(0, 1, 9).send(1, 0, 5).send(0, 2, 4);
        assertThat(world.block(0).executed()).containsExactly("1:0", "0:0", "0:1", "0:2");
    }

    @Test
    void theCapBoundsTheTipThatCounts() {
        TestChain world = byFee(10);
        world.send(0, 0, TRANSFER_GAS, 21 * GWEI, 9 * GWEI, NEVER, 1).send(1, 0, 2);
        assertThat(world.block(0).executed()).containsExactly("1:0", "0:0");
    }

    @Test
    void aCapBelowTheBaseFeeWaitsAndHoldsBackItsSendersOthersUntilTheFeeFalls() {
        TestChain world = byFee(4);
        world.send(0, 0, TRANSFER_GAS, 20 * GWEI - 1, 0, NEVER, 1).send(0, 1, 9);
        world.send(1, 0, TRANSFER_GAS, 20 * GWEI, 0, NEVER, 1);
        assertThat(world.block(0).executed()).containsExactly("1:0");
        assertThat(world.chain.baseFeeWei()).isEqualTo(18_750_000_000L);
        assertThat(world.block(0).executed()).containsExactly("1:0", "0:0", "0:1");
    }

    @Test
    void aSenderWhoseNextDoesNotFitIsPassedOverForThisBlock() {
        TestChain world = byFee(2);
        world.send(0, 0, 9);
        world.send(1, 0, TRANSFER_GAS + 1, 100 * GWEI, 5 * GWEI, NEVER, 1).send(1, 1, 5);
        world.send(2, 0, 1).send(3, 0, 0);
        assertThat(world.block(0).executed()).containsExactly("0:0", "2:0");
        assertThat(world.block(0).executed()).containsExactly("0:0", "2:0", "1:0", "1:1");
        assertThat(world.block(0).executed()).endsWith("3:0");
    }

    @Test
    void whatCountsIsTheGasUsedAndNotTheLimit() {
        TestChain world = byFee(2);
        world.send(0, 0, 2 * TRANSFER_GAS, 100 * GWEI, 5 * GWEI, NEVER, 1).send(1, 0, 1);
        assertThat(world.block(0).executed()).containsExactly("0:0", "1:0");
    }

    @Test
    void aBuilderIsAskedOnlyWhenSomethingIsExecutable() {
        List<Integer> asked = new ArrayList<>();
        TestChain world = built((pool, block) -> asked.add(pool.executable().size()));
        world.block(0).send(0, 1, 1).block(0);
        assertThat(asked).isEmpty();
        world.send(0, 0, 1).send(2, 0, 1).block(0);
        assertThat(asked).containsExactly(2);
        assertThat(world.chain.waiting(0)).as("what it leaves waits").isEqualTo(2);
    }

    @Test
    void anyOrderIsABuilders() {
        TestChain world = built((pool, block) -> {
            Transaction next = pool.executable(2);
            while (next != null && block.include(next)) {
                next = pool.executable(2);
            }
            for (Transaction each : List.copyOf(pool.executable())) {
                block.include(each);
            }
        });
        world.send(1, 0, 9).send(2, 0, 1).send(2, 1, 1).send(0, 0, 5);
        assertThat(world.block(0).executed()).containsExactly("2:0", "2:1", "0:0", "1:0");
    }

    @Test
    void aBlockTellsItsBaseFeeAndWhatItHasLeft() {
        List<Long> seen = new ArrayList<>();
        TestChain world = built((pool, block) -> {
            seen.add(block.baseFeeWei());
            seen.add(block.gasLeft());
            pool.executable().stream().toList().forEach(block::include);
            seen.add(block.gasLeft());
        });
        world.send(0, 0, 1).send(1, 0, 1).block(0);
        assertThat(seen).containsExactly(20 * GWEI, 4 * TRANSFER_GAS, 2 * TRANSFER_GAS);
    }

    @Test
    void aBlockRefusesWhatDoesNotBelongIntoIt() {
        List<Transaction> taken = new ArrayList<>();
        TestChain world = built((pool, block) -> {
            for (int sender = 1; sender < 4; sender++) {
                Transaction each = Objects.requireNonNull(pool.executable(sender));
                if (sender > 1) {
                    assertThatThrownBy(() -> block.include(each))
                            .as("below the base fee, or too big")
                            .isInstanceOf(IllegalArgumentException.class)
                            .hasMessageContaining("participant=" + each.participant());
                } else {
                    assertThat(block.include(each)).isTrue();
                    taken.add(each);
                    assertThatThrownBy(() -> block.include(each)).as("twice").hasMessageContaining("nonce=0");
                    Transaction foreign = each.withNonce(1);
                    assertThatThrownBy(() -> block.include(foreign))
                            .as("never seen")
                            .hasMessageContaining("nonce=1");
                }
            }
        });
        world.send(1, 0, 1);
        world.send(2, 0, TRANSFER_GAS, 20 * GWEI - 1, 0, NEVER, 1);
        world.send(3, 0, 4 * TRANSFER_GAS, 100 * GWEI, GWEI, NEVER, 1).block(0);
        assertThat(taken).hasSize(1);
        assertThat(world.executed()).containsExactly("1:0");
        assertThat(world.chain.waiting(2) + world.chain.waiting(3)).isEqualTo(2);
        assertThat(world.lastBlock().gasUsed()).isEqualTo(TRANSFER_GAS);
    }

    @Test
    void aDroppedTransactionIsNotInTheBlockAndFreesItsPlace() {
        long most = ETHER.longValueExact() - 6_000_000 * GWEI;
        TestChain world = byFee(2);
        world.send(0, 0, TRANSFER_GAS, 100 * GWEI, 9 * GWEI, NEVER, most);
        world.send(0, 1, 8).send(0, 2, 8).send(2, 0, 1).send(3, 0, 0);
        assertThat(world.block(0).executed()).containsExactly("0:0", "2:0");
        assertThat(world.dropReasons()).containsExactly("INSUFFICIENT_FUNDS_FOR_GAS");
    }
}
