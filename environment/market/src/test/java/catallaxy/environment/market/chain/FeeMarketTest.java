package catallaxy.environment.market.chain;

import static catallaxy.environment.market.chain.TestChain.GWEI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The base fee, and what those who are not simulated use at it. */
final class FeeMarketTest {
    private static final long LIMIT = 30_000_000;
    private static final int BLOCKS = 20_000;
    private static final double SIGMAS = 4.5;

    private static ChainSpec spec(long fee, ChainSpec.BlockspaceDemand demand) {
        return new ChainSpec(
                "test",
                ChainSpec.Kind.L1,
                new ChainSpec.Blocks(ChainSpec.Ordering.PRIORITY_FEE, 12 * GWEI),
                new ChainSpec.GasMarket(LIMIT, 2, 8, fee, 0, demand),
                new ChainSpec.MempoolRule(0, 0, 10));
    }

    private static FeeMarket market(long fee, double share, double sigma, double elasticity) {
        return new FeeMarket(spec(fee, new ChainSpec.BlockspaceDemand(share, sigma, elasticity, 20 * GWEI)), 1);
    }

    /** {@code share · (reference ÷ fee)^elasticity} of the limit, and never more than all of it. */
    @ParameterizedTest
    @CsvSource({
        "20, 0.5, 1, 15000000",
        "40, 0.5, 1, 7500000",
        "40, 0.5, 2, 3750000",
        "5, 0.25, 0.5, 15000000",
        "10, 0.5, 1, 30000000",
        "1, 0.5, 1, 30000000",
        "7, 0.5, 0, 15000000",
        "7, 0, 5, 0"
    })
    void unseenGasFallsWithTheFee(long feeGwei, double share, double elasticity, long gas) {
        assertThat(market(feeGwei * GWEI, share, 0, elasticity).drawUnseenGas()).isEqualTo(gas);
    }

    /** The noise has mean one, so that the share is the mean. */
    @Test
    void unseenGasHasItsMean() {
        double sigma = 0.4;
        FeeMarket fees = market(20 * GWEI, 0.1, sigma, 0);
        double sum = 0;
        for (int i = 0; i < BLOCKS; i++) {
            sum += fees.drawUnseenGas();
        }
        double mean = 0.1 * LIMIT;
        double deviation = mean * StrictMath.sqrt((StrictMath.exp(sigma * sigma) - 1) / BLOCKS);
        assertThat(sum / BLOCKS).isCloseTo(mean, within(SIGMAS * deviation));
    }

    /** Half of the limit is the target. */
    @Test
    void theFeeFollowsTheRuleInUnboundedIntegers() {
        for (long seed = 0; seed < 20; seed++) {
            RandomStream random = RandomStream.of(seed, "test/fees");
            long start = 1 + random.nextLong(1_000 * GWEI);
            FeeMarket fees = market(start, 0, 0, 0);
            BigInteger expected = BigInteger.valueOf(start);
            for (int block = 0; block < 200; block++) {
                long used = random.nextLong(LIMIT + 1);
                fees.close(used, 0);
                expected = next(expected, used);
                assertThat(fees.baseFeeWei())
                        .as("seed %d, block %d", seed, block)
                        .isEqualTo(expected.longValue());
            }
        }
    }

    private static BigInteger next(BigInteger fee, long used) {
        BigInteger target = BigInteger.valueOf(LIMIT / 2);
        BigInteger distance = BigInteger.valueOf(used).subtract(target);
        BigInteger step = fee.multiply(distance.abs()).divide(target).divide(BigInteger.valueOf(8));
        BigInteger moved = distance.signum() > 0 ? fee.add(step.max(BigInteger.ONE)) : fee.subtract(step);
        return moved.max(BigInteger.ONE);
    }

    @Test
    void theFeeNeverFallsBelowAWei() {
        FeeMarket fees = market(2, 0, 0, 0);
        for (int i = 0; i < 100; i++) {
            fees.close(0, 0);
        }
        assertThat(fees.baseFeeWei()).isBetween(1L, 2L);
        fees.close(LIMIT, 0);
        assertThat(fees.baseFeeWei()).as("and can rise from there").isGreaterThan(1);
    }

    private static void go(FeeMarket fees, int blocks) {
        for (int i = 0; i < blocks; i++) {
            fees.close(fees.drawUnseenGas(), 0);
        }
    }

    private static byte[] bytes(FeeMarket fees) {
        StateWriter out = new StateWriter();
        fees.save(out);
        return out.toBytes();
    }

    @Test
    void aCopyARestoredAndAReadOneGoOnTheSame() {
        ChainSpec spec = spec(20 * GWEI, new ChainSpec.BlockspaceDemand(0.5, 0.5, 1, 20 * GWEI));
        for (long seed = 0; seed < 20; seed++) {
            FeeMarket fees = new FeeMarket(spec, seed);
            go(fees, 10);
            FeeMarket copy = fees.copy();
            StateReader in = new StateReader(bytes(fees));
            FeeMarket loaded = FeeMarket.load(in, spec);
            in.end();
            byte[] before = bytes(fees);
            go(fees, 10);
            assertThat(bytes(copy))
                    .as("seed %d: the copy stays", seed)
                    .isEqualTo(before)
                    .isNotEqualTo(bytes(fees));
            FeeMarket undone = fees.copy();
            undone.restore(copy);
            go(loaded, 10);
            go(undone, 10);
            assertThat(bytes(copy))
                    .as("seed %d: what it gave stays its own", seed)
                    .isEqualTo(before);
            assertThat(bytes(loaded)).as("seed %d", seed).isEqualTo(bytes(fees));
            assertThat(bytes(undone)).as("seed %d", seed).isEqualTo(bytes(fees));
        }
    }
}
