package catallaxy.environment.market.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.contract.Kinds;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with transactions, what they pay, what their senders must own, and as bytes. */
final class TransactionTest {
    private static final Call CALL = new Call.Pay(1, 2, Amount.all());

    private static Transaction transaction(long gasLimit, long cap, long tip) {
        return new Transaction(1, 2, 3, gasLimit, cap, tip, 4, CALL);
    }

    @ParameterizedTest
    @CsvSource({
        "20999, 10, 1, GAS_LIMIT_OUT_OF_RANGE",
        "21000, 10, 1, ''",
        "1000000, 10, 1, ''",
        "1000001, 10, 1, GAS_LIMIT_OUT_OF_RANGE",
        "-1, 10, 1, GAS_LIMIT_OUT_OF_RANGE",
        "21000, 10, 10, ''",
        "21000, 10, 11, INVALID_FEE",
        "21000, 10, -1, INVALID_FEE",
        "21000, 0, 0, ''",
        "21000, -5, -6, INVALID_FEE",
        "21000, 9223372036854775807, 9223372036854775807, ''"
    })
    void whatNoBlockMayHoldIsFoundBeforehand(long gasLimit, long cap, long tip, String reason) {
        assertThat(transaction(gasLimit, cap, tip).fault(1_000_000).orElse("")).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"100, 7, 20, 7", "100, 7, 93, 7", "100, 7, 94, 6", "100, 7, 100, 0", "100, 0, 20, 0"})
    void theTipIsWhatTheCapLeaves(long cap, long tip, long baseFee, long paid) {
        assertThat(transaction(21_000, cap, tip).priorityFeeWei(baseFee)).isEqualTo(paid);
    }

    @Test
    void aNonceIsAssignedAndNothingElseChanges() {
        assertThat(new Transaction(1, 2, -1, 21_000, 10, 1, 4, CALL).withNonce(3))
                .isEqualTo(transaction(21_000, 10, 1));
    }

    /** In unbounded integers, up to sums that no word of 256 bits holds. */
    @Test
    void aBalanceCoversGasAtTheCapAndTheValue() {
        for (long seed = 0; seed < 2_000; seed++) {
            RandomStream random = RandomStream.of(seed, "test/cost");
            Cost cost = new Cost(drawn(random), drawn(random));
            UInt256 balance = drawn(random);
            BigInteger total = cost.gas().toBigInteger().add(cost.value().toBigInteger());
            BigInteger left = balance.toBigInteger().subtract(total);
            assertThat(cost.total().toBigInteger())
                    .as("seed %d", seed)
                    .isEqualTo(total.min(UInt256.MAX.toBigInteger()));
            assertThat(cost.leftOf(balance).map(UInt256::toBigInteger).orElse(BigInteger.ONE.negate()))
                    .as("seed %d: %s of %s", seed, cost, balance)
                    .isEqualTo(left.max(BigInteger.ONE.negate()));
        }
    }

    /** Numbers near each other and near the ends of the range are as likely as others. */
    private static UInt256 drawn(RandomStream random) {
        return switch (random.nextInt(4)) {
            case 0 -> UInt256.of(random.nextInt(4));
            case 1 -> UInt256.MAX.minusExact(UInt256.of(random.nextInt(4)));
            case 2 -> UInt256.powerOfTwo(255);
            default -> UInt256.ofLimbs(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
        };
    }

    @Test
    void readsWhatItWrote() {
        for (long seed = 0; seed < 100; seed++) {
            RandomStream random = RandomStream.of(seed, "test/transaction");
            Transaction transaction = new Transaction(
                    random.nextLong(),
                    random.nextInt(Integer.MAX_VALUE),
                    random.nextLong(),
                    random.nextLong(),
                    random.nextLong(),
                    random.nextLong(),
                    random.nextLong(),
                    CALL);
            StateWriter out = new StateWriter();
            TransactionCodec.write(out, transaction);
            StateReader in = new StateReader(out.toBytes());
            assertThat(TransactionCodec.read(in, Kinds.registered().reader()))
                    .as("seed %d", seed)
                    .isEqualTo(transaction);
            in.end();
        }
    }

    @Test
    void moreGasThanTheLimitIsAllOfIt() {
        assertThat(Execution.within(100, "", 100)).isEqualTo(new Execution("", 100));
        assertThat(Execution.within(100, "K", 99)).isEqualTo(new Execution("K", 99));
        assertThat(Execution.within(100, "", 101)).isEqualTo(new Execution(Execution.OUT_OF_GAS, 100));
        assertThat(new Execution("", 1).succeeded()).isTrue();
        assertThat(Execution.within(100, "K", 101).succeeded()).isFalse();
    }

    @Test
    void moreBlocksToUndoThanAChainRemembersAreCorrupt() {
        ChainSpec stands = TestChain.spec(ChainSpec.Ordering.FIRST_COME, 1_000_000, 5, 0);
        StateReader in = new StateReader(new StateWriter().int32(1).int64(0).toBytes());
        assertThatThrownBy(() -> History.load(in, stands, Kinds.registered().reader(), _ -> {
                    throw new IllegalStateException("nothing to read");
                }))
                .isInstanceOf(CorruptStateException.class)
                .hasMessage("blocks to undo: expected at most 0, found 1");
    }
}
