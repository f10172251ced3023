package catallaxy.environment.market.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.check.InvalidValueException;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.trace.MarketEvent;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What blobs cost on a chain, and how many are posted at that. */
final class BlobMarketTest {
    private static final long GWEI = TestChain.GWEI;
    private static final long BLOB = BlobFee.BLOB_GAS;
    private static final int BLOCKS = 20_000;

    private static ChainSpec chain(BlobFork fork, long feeWei, BlobSpec.Demand demand) {
        ChainSpec plain = TestChain.spec(ChainSpec.Ordering.PRIORITY_FEE, 1_000_000, 10, 0);
        return plain.with(new BlobSpec(fork, new BlobSpec.Market(4, 8, 5_000_000, feeWei, demand)), DataSpec.NONE);
    }

    private static BlobMarket market(BlobFork fork, long feeWei, BlobSpec.Demand demand, long seed) {
        ChainSpec spec = chain(fork, feeWei, demand);
        return BlobMarket.of(spec.blobSpec().rule().orElseThrow(), spec, seed);
    }

    private static BlobSpec.Demand demand(double load, double sigma, double elasticity) {
        return new BlobSpec.Demand(load, sigma, elasticity, GWEI);
    }

    /** {@code load · target · (reference ÷ fee)^elasticity} blobs, and never more than the maximum. */
    @ParameterizedTest
    @CsvSource({
        "OSAKA, 1, 1, 1, 6",
        "OSAKA, 1, 0.5, 1, 3",
        "OSAKA, 4, 1, 0.5, 3",
        "OSAKA, 1, 10, 0, 9",
        "CANCUN, 1, 1, 0, 3",
        "BPO2, 100, 1, 1, 0",
        "CUSTOM, 1, 1, 0, 4"
    })
    void blobsFallWithTheirPrice(BlobFork fork, long feeGwei, double load, double elasticity, long blobs) {
        BlobMarket market = market(fork, feeGwei * GWEI, demand(load, 0, elasticity), 1);
        double mean = 0;
        for (int i = 0; i < 100; i++) {
            mean += (double) market.drawBlobGas() / (double) BLOB / 100;
        }
        assertThat(mean).isCloseTo((double) blobs, within(0.3));
    }

    /** A part of a blob is a whole one with that probability, so that the mean is kept. */
    @Test
    void blobsHaveTheirMean() {
        BlobMarket market = market(BlobFork.BPO2, GWEI, demand(0.31, 0.3, 0), 5);
        double sum = 0;
        for (int i = 0; i < BLOCKS; i++) {
            long gas = market.drawBlobGas();
            assertThat(gas % BLOB).isZero();
            sum += gas / (double) BLOB;
        }
        double mean = 0.31 * 14;
        double deviation = StrictMath.sqrt((mean * mean * (StrictMath.exp(0.09) - 1) + 0.25) / BLOCKS);
        assertThat(sum / BLOCKS).isCloseTo(mean, within(4.5 * deviation));
    }

    @ParameterizedTest
    @CsvSource({"CANCUN, 1", "PRAGUE, 2", "OSAKA, 1000000000", "BPO1, 12345", "BPO2, 1000000000000000"})
    void startsAtTheLeastExcessThatCostsSoMuch(BlobFork fork, long feeWei) {
        BlobMarket market = market(fork, feeWei, demand(1, 0, 0), 1);
        assertThat(market.baseFeeWei()).isGreaterThanOrEqualTo(feeWei).isCloseTo(feeWei, within(1 + feeWei / 100_000));
        if (market.excessBlobGas() > 0) {
            BigInteger less = BigInteger.valueOf(market.excessBlobGas() - 1);
            assertThat(fork.rule().orElseThrow().baseFee(less)).isLessThan(BigInteger.valueOf(feeWei));
        }
    }

    /** Demand that does not answer drives the fee up until nobody can pay, and the numbers still fit. */
    @Test
    void demandThatDoesNotAnswerStopsAtTheMostThatIsPaid() {
        BlobMarket market = market(BlobFork.CUSTOM, BlobMarket.MOST_WEI, demand(10, 0, 0), 1);
        for (int i = 0; i < 500; i++) {
            long used = market.drawBlobGas();
            assertThat(used > 0).isEqualTo(market.baseFeeWei() <= BlobMarket.MOST_WEI);
            market.close(used, 1);
        }
        assertThat(market.baseFeeWei()).isBetween(BlobMarket.MOST_WEI / 2, 2 * BlobMarket.MOST_WEI);
    }

    /** The reserve price holds the fee of idle blobs within a block's fall of a sixteenth of the base fee; before, it falls to a wei. */
    @Test
    void theReservePriceHoldsAnIdleMarket() {
        assertThat(idle(BlobFork.OSAKA)).isBetween(20 * GWEI / 16 * 85 / 100, 20 * GWEI / 16);
        assertThat(idle(BlobFork.PRAGUE)).isOne();
    }

    private static long idle(BlobFork fork) {
        BlobMarket market = market(fork, 10 * GWEI, demand(0, 0, 0), 1);
        for (int i = 0; i < 2_000; i++) {
            market.close(market.drawBlobGas(), 20 * GWEI);
        }
        return market.baseFeeWei();
    }

    @Test
    void theChainTellsOfBlobsBeforeItsBlockAndMovesTheirPriceByTheRule() {
        TestChain world = new TestChain(chain(BlobFork.OSAKA, GWEI, demand(1.2, 0.4, 0.1)), 1, UInt256.powerOfTwo(80));
        long excess = -1;
        for (int block = 1; block <= 200; block++) {
            long fee = world.chain.blobBaseFeeWei();
            long gasFee = world.chain.baseFeeWei();
            world.block(block);
            List<MarketEvent> told = world.events.subList(2 * block - 2, 2 * block);
            MarketEvent.BlobsPosted posted = (MarketEvent.BlobsPosted) told.getFirst();
            assertThat(told.getLast()).isInstanceOf(MarketEvent.BlockProduced.class);
            assertThat(posted.block()).isEqualTo(block);
            assertThat(posted.baseFeeWei()).isEqualTo(fee);
            BlobFee rule = BlobFork.OSAKA.rule().orElseThrow();
            if (excess < 0) {
                excess = market(BlobFork.OSAKA, GWEI, demand(1, 0, 0), 1).excessBlobGas();
            }
            BigInteger next =
                    rule.nextExcess(BigInteger.valueOf(excess), posted.blobGasUsed(), BigInteger.valueOf(gasFee));
            assertThat(world.chain.blobBaseFeeWei())
                    .isEqualTo(rule.baseFee(next).longValueExact());
            excess = next.longValueExact();
        }
        assertThat(world.restored().saved()).isEqualTo(world.saved());
    }

    @Test
    void aCopyARestoredAndAReadOneGoOnTheSame() {
        ChainSpec spec = chain(BlobFork.BPO1, GWEI, demand(1, 0.4, 0.5));
        for (long seed = 0; seed < 20; seed++) {
            FeeMarket fees = new FeeMarket(spec, seed);
            go(fees);
            FeeMarket copy = fees.copy();
            byte[] before = bytes(fees);
            StateReader in = new StateReader(before);
            FeeMarket loaded = FeeMarket.load(in, spec);
            in.end();
            go(fees);
            assertThat(bytes(copy)).as("seed %d", seed).isEqualTo(before).isNotEqualTo(bytes(fees));
            FeeMarket undone = fees.copy();
            undone.restore(copy);
            go(loaded);
            go(undone);
            assertThat(bytes(loaded)).as("seed %d", seed).isEqualTo(bytes(fees));
            assertThat(bytes(undone)).as("seed %d", seed).isEqualTo(bytes(fees));
            assertThat(loaded.blobBaseFeeWei()).isEqualTo(fees.blobBaseFeeWei());
        }
    }

    private static void go(FeeMarket fees) {
        for (int i = 0; i < 20; i++) {
            fees.close(fees.drawUnseenGas(), fees.drawBlobGas());
        }
    }

    private static byte[] bytes(FeeMarket fees) {
        StateWriter out = new StateWriter();
        fees.save(out);
        return out.toBytes();
    }

    @Test
    void refusesWhatCannotBe() {
        BlobFee rule = BlobFork.OSAKA.rule().orElseThrow();
        ChainSpec spec = chain(BlobFork.OSAKA, GWEI, demand(1, 0, 0));
        StateWriter out = new StateWriter();
        BlobMarket.of(rule, spec, 1).save(out);
        byte[] bytes = out.toBytes();
        bytes[bytes.length - 8] = -1;
        bytes[bytes.length - 1] = -1;
        assertThatThrownBy(() -> BlobMarket.load(new StateReader(bytes), rule, spec))
                .isInstanceOf(CorruptStateException.class)
                .hasMessageContaining("excess blob gas");
        for (BlobFork fork : List.of(BlobFork.OSAKA, BlobFork.CUSTOM)) {
            boolean counts = fork == BlobFork.CUSTOM;
            BlobSpec.Market backwards = new BlobSpec.Market(7, 6, 5_000_000, 1, demand(1, 0, 0));
            BlobSpec.Market steep = new BlobSpec.Market(1, 1_000, 5_000_000, 1, demand(1, 0, 0));
            assertThat(refused(fork, backwards)).isEqualTo(counts ? "blobs.custom-maximum" : "");
            assertThat(refused(fork, steep)).isEqualTo(counts ? "blobs.custom-update-fraction" : "");
        }
        assertThatThrownBy(() -> new BlobSpec.Demand(-1, 0, 0, 1)).hasMessageContaining("meanLoad");
        assertThat(BlobSpec.NONE.rule()).isEmpty();
    }

    private static String refused(BlobFork fork, BlobSpec.Market market) {
        try {
            assertThat(new BlobSpec(fork, market).rule()).isPresent();
            return "";
        } catch (InvalidValueException refused) {
            return refused.component();
        }
    }
}
