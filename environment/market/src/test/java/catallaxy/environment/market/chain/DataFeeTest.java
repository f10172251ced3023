package catallaxy.environment.market.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.trace.MarketEvent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the data of a transaction costs, and that it is paid. */
final class DataFeeTest {
    private static final long GWEI = TestChain.GWEI;
    private static final DataFee OPTIMISM = new DataSpec("l1", DataSpec.NONE.data()).data();

    /** The specification's text, in decimals of any length. */
    private static UInt256 specification(DataFee rule, long bytes, long baseFee, long blobFee) {
        BigDecimal compressed = BigDecimal.valueOf(bytes + DataFee.ENVELOPE_BYTES)
                .multiply(BigDecimal.valueOf(rule.compression()))
                .setScale(0, RoundingMode.CEILING);
        BigDecimal size = new BigDecimal("0.8365")
                .multiply(compressed)
                .subtract(new BigDecimal("42.5856"))
                .max(BigDecimal.valueOf(100));
        BigDecimal price = BigDecimal.valueOf(16 * rule.baseFeeScalar())
                .multiply(BigDecimal.valueOf(baseFee))
                .add(BigDecimal.valueOf(rule.blobBaseFeeScalar()).multiply(BigDecimal.valueOf(blobFee)));
        return UInt256.of(size.multiply(price).movePointLeft(6).toBigInteger());
    }

    @Test
    void isTheSpecificationsToTheWei() {
        for (int seed = 0; seed < 2_000; seed++) {
            RandomStream random = RandomStream.of(seed, "data fee");
            DataFee rule =
                    new DataFee((1 + random.nextInt(100)) / 100.0, random.nextInt(100_000), random.nextInt(2_000_000));
            long bytes = random.nextInt(1 + (1 << random.nextInt(16)));
            long baseFee = 1 + random.nextLong(1_000 * GWEI);
            long blobFee = 1 + random.nextLong(1 + (1L << random.nextInt(50)));
            assertThat(rule.wei(bytes, baseFee, blobFee))
                    .as("seed %d: %s, %d bytes", seed, rule, bytes)
                    .isEqualTo(specification(rule, bytes, baseFee, blobFee));
        }
    }

    /** 100 bytes are the least that is charged for: 100 · (16 · 5227 · 10 gwei + 1014213 · 1 gwei) / 10⁶. */
    @Test
    void shortTransactionsPayForAHundredBytes() {
        UInt256 least = OPTIMISM.wei(0, 10 * GWEI, GWEI);
        assertThat(least).isEqualTo(UInt256.of(185_053_300_000L));
        assertThat(OPTIMISM.wei(200, 10 * GWEI, GWEI)).isEqualTo(least);
        assertThat(OPTIMISM.wei(300, 10 * GWEI, GWEI).compareTo(least)).isPositive();
    }

    @Test
    void refusesWhatIsNoWeight() {
        assertThatThrownBy(() -> new DataFee(0, 1, 1)).hasMessageContaining("compression");
        assertThatThrownBy(() -> new DataFee(1.1, 1, 1)).hasMessageContaining("compression");
        assertThatThrownBy(() -> new DataFee(1, -1, 1)).hasMessageContaining("baseFeeScalar");
        assertThatThrownBy(() -> new DataFee(1, 1, -1)).hasMessageContaining("blobBaseFeeScalar");
    }

    private static TestChain world(UInt256 weiEach) {
        return new TestChain(TestChain.spec(ChainSpec.Ordering.FIRST_COME, 10_000_000, 10, 0), 2, weiEach);
    }

    private static final UInt256 FEE = UInt256.of(123_456_789L);

    @Test
    void itIsPaidBesideGasAndToldBeforeTheTransaction() {
        UInt256 start = UInt256.powerOfTwo(70);
        TestChain plain = world(start).send(0, 0, 2).block(1);
        TestChain charged = world(start);
        charged.dataFee = FEE;
        charged.send(0, 0, 2).block(1);
        assertThat(charged.data()).isEqualTo(FEE);
        assertThat(plain.data().isZero()).isTrue();
        assertThat(charged.wei(0)).isEqualTo(plain.wei(0).minusExact(FEE));
        assertThat(charged.burned()).isEqualTo(plain.burned());
        assertThat(charged.tips()).isEqualTo(plain.tips());
        List<MarketEvent> events = charged.events;
        int paid = events.indexOf(new MarketEvent.DataPaid(1, 0, 1, 0, 0, FEE));
        assertThat(events.get(paid + 1)).isInstanceOf(MarketEvent.TransactionExecuted.class);
        assertThat(plain.only(MarketEvent.DataPaid.class)).isEmpty();
        double more = charged.settlement.totals(0).gasPaidQuote()
                - plain.settlement.totals(0).gasPaidQuote();
        assertThat(more).isCloseTo(FEE.doubleValue() / 1e18 * 2_000, within(1e-9));
    }

    @Test
    void failedAndOverdueTransactionsPayItToo() {
        TestChain world = world(UInt256.powerOfTwo(70));
        world.dataFee = FEE;
        world.send(0, 0, TestChain.TRANSFER_GAS - 1, 100 * GWEI, GWEI, TestChain.NEVER, 1);
        world.send(1, 0, TestChain.TRANSFER_GAS, 100 * GWEI, GWEI, 0, 1);
        world.block(1);
        assertThat(world.only(MarketEvent.TransactionExecuted.class))
                .isNotEmpty()
                .noneMatch(MarketEvent.TransactionExecuted::succeeded);
        long executed = world.executed().size();
        assertThat(world.data()).isEqualTo(FEE.timesExact(UInt256.of(executed)));
    }

    /** Whoever owns a wei less than gas, value and data is refused; a fee that has risen since drops what waits. */
    @Test
    void whoCannotPayItIsRefusedOrDropped() {
        UInt256 gas = UInt256.of(TestChain.TRANSFER_GAS).timesExact(UInt256.of(100 * GWEI));
        UInt256 enough = gas.plusExact(UInt256.ONE).plusExact(FEE);
        TestChain poor = world(enough.minusExact(UInt256.ONE));
        poor.dataFee = FEE;
        poor.send(0, 0, 2).block(1);
        assertThat(poor.dropReasons()).containsExactly(Admission.INSUFFICIENT_FUNDS);
        TestChain able = world(enough);
        able.dataFee = FEE;
        able.send(0, 0, 2).block(1);
        assertThat(able.executed()).containsExactly("0:0");
        TestChain dearer = world(enough);
        dearer.dataFee = FEE;
        dearer.send(0, 0, 2);
        dearer.dataFee = FEE.plusExact(UInt256.ONE);
        dearer.block(1);
        assertThat(dearer.dropReasons()).containsExactly(Admission.INSUFFICIENT_FUNDS);
        assertThat(dearer.data().isZero()).isTrue();
    }

    @Test
    void callsCountTheirWords() {
        UInt256 one = UInt256.ONE;
        assertThat(new Call.Transfer(0, 0, one).dataBytes()).isEqualTo(4 + 3 * 32);
        Call swap = new Call.Swap(List.of(1, 2), 0, one, one);
        assertThat(swap.dataBytes()).isEqualTo(4 + 9 * 32);
        assertThat(new Call.Batch(List.of(swap, swap)).dataBytes()).isEqualTo(4 + 2 * 32 + 2 * (2 + 10) * 32);
    }
}
