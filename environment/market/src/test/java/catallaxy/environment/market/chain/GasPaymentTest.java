package catallaxy.environment.market.chain;

import static catallaxy.environment.market.chain.TestChain.ETHER;
import static catallaxy.environment.market.chain.TestChain.GWEI;
import static catallaxy.environment.market.chain.TestChain.NEVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.trace.MarketEvent;
import org.junit.jupiter.api.Test;

/** What a transaction pays for gas and data, and to whom. */
final class GasPaymentTest {
    private static final int SENDER = 1;
    private static final long BASE_FEE = 20 * GWEI;
    private static final ChainSpec SPEC = TestChain.spec(ChainSpec.Ordering.PRIORITY_FEE, 1_000_000, 9, 0);

    private static GasPayment payment(TestChain world, long gasLimit, long tipWei, UInt256 dataWei) {
        BlockExecution.Header header = new BlockExecution.Header(
                0, SPEC, 4, 5, new FeeMarket(SPEC, 7), world.chain.accounts(), BlockExecution.Header.PROPOSER);
        Call call = new Call.Transfer(0, ETHER, UInt256.ONE);
        Transaction sent = new Transaction(0, SENDER, 6, gasLimit, 100 * GWEI, tipWei, NEVER, call);
        int payer = world.settlement.accounts().free(SENDER, 0);
        return new GasPayment(header, world.settlement, sent, payer, tipWei, dataWei);
    }

    private static UInt256 product(long a, long b) {
        return UInt256.of(a).timesExact(UInt256.of(b));
    }

    /** Whoever owns exactly what is set aside has nothing meanwhile, and in the end what was not used. */
    @Test
    void overSeedsEachGetsItsPartAndNothingIsMadeOrLost() {
        for (long seed = 0; seed < 200; seed++) {
            RandomStream random = RandomStream.of(seed, "gas payment");
            long limit = 21_000 + random.nextLong(500_000);
            long used = random.nextLong(limit + 1);
            long tip = random.nextLong(50 * GWEI);
            UInt256 data = UInt256.of(random.nextInt(3) == 0 ? 0 : random.nextLong(GWEI * GWEI));
            UInt256 most = product(BASE_FEE + tip, limit).plusExact(data);
            TestChain world = new TestChain(SPEC, 2, most);
            GasPayment payment = payment(world, limit, tip, data);
            payment.setAside();
            assertThat(world.wei(SENDER).isZero()).as("seed %d", seed).isTrue();
            payment.release();
            assertThat(world.wei(SENDER)).as("seed %d", seed).isEqualTo(most);
            payment.pay(used);
            assertThat(world.burned()).as("seed %d", seed).isEqualTo(product(BASE_FEE, used));
            assertThat(world.tips()).as("seed %d", seed).isEqualTo(product(tip, used));
            assertThat(world.data()).as("seed %d", seed).isEqualTo(data);
            assertThat(world.wei(SENDER)).as("seed %d", seed).isEqualTo(product(BASE_FEE + tip, limit - used));
        }
    }

    @Test
    void whatIsNotCoveredIsAFaultOfTheChain() {
        UInt256 gas = product(BASE_FEE + GWEI, 30_000);
        GasPayment able = payment(new TestChain(SPEC, 2, gas), 30_000, GWEI, UInt256.ZERO);
        able.pay(30_000);
        GasPayment lacking = payment(new TestChain(SPEC, 2, gas), 30_000, GWEI, UInt256.ONE);
        assertThatThrownBy(() -> lacking.pay(30_000))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("1 wei were set aside on test but not paid");
    }

    /** 30 000 gas at 21 gwei are 0.00063 ether, at 2000 each 1.26; data of 0.001 ether are 2 more. */
    @Test
    void theSendersTotalsCountBothAndOnlyDataIsReported() {
        UInt256 data = UInt256.of(GWEI / 1_000 * GWEI);
        TestChain world = new TestChain(SPEC, 2, UInt256.powerOfTwo(70));
        payment(world, 40_000, GWEI, UInt256.ZERO).tell(30_000);
        assertThat(world.settlement.totals(SENDER).gasPaidQuote()).isCloseTo(1.26, within(1e-12));
        assertThat(world.events).isEmpty();
        payment(world, 40_000, GWEI, data).tell(30_000);
        assertThat(world.settlement.totals(SENDER).gasPaidQuote()).isCloseTo(2 * 1.26 + 2, within(1e-12));
        assertThat(world.events).containsExactly(new MarketEvent.DataPaid(5, 0, 4, SENDER, 6, data));
    }
}
