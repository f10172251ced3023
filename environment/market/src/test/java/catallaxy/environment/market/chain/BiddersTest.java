package catallaxy.environment.market.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import catallaxy.environment.base.check.InvalidValueException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Users with bids of their own: how the base fee moves under them, who comes first, and that they are saved and copied. */
final class BiddersTest {
    private static final long GWEI = 1_000_000_000L;
    private static final long LIMIT = 30_000_000;
    /** Gas prices of Polygon, one a minute, if there are any. */
    private static final Path RECORDED = Path.of(
            System.getProperty("catallaxy.root", "../.."),
            "..",
            "shared",
            "data",
            "gas",
            "polygon_gas_price_gwei_1m_2023-08-14_17.csv");

    private static ChainSpec chain(Congestion congestion, int denominator) {
        return new ChainSpec(
                "chain",
                ChainSpec.Kind.L1,
                new ChainSpec.Blocks(ChainSpec.Ordering.PRIORITY_FEE, 12_000_000_000L),
                new ChainSpec.GasMarket(
                        LIMIT,
                        2,
                        denominator,
                        12 * GWEI,
                        0,
                        new ChainSpec.BlockspaceDemand(0.5, 0.3, 1, 12 * GWEI),
                        congestion),
                new ChainSpec.MempoolRule(0, 0, 1_000));
    }

    private static Congestion usual(double load) {
        Congestion none = Congestion.NONE;
        return new Congestion(
                load,
                none.loadLogStandardDeviation(),
                none.referenceValueWei(),
                none.valueLogStandardDeviation(),
                none.patienceBlocks(),
                none.driftPerBlock(),
                none.reversionPerBlock(),
                none.tipShare());
    }

    private static double[] baseFees(ChainSpec chain, long seed, int blocks) {
        FeeMarket fees = new FeeMarket(chain, seed);
        double[] path = new double[blocks];
        for (int block = 0; block < blocks; block++) {
            path[block] = fees.baseFeeWei();
            fees.close(fees.drawUnseenGas(), 0);
        }
        return path;
    }

    /** Of mainnet's recorded blocks 57 % move the base fee by its bound, one part in eight up or down, but for a hundredth of it. */
    @Test
    void asManyBlocksMoveTheBaseFeeByItsBoundAsOnMainnet() {
        for (long seed = 1; seed <= 5; seed++) {
            double[] path = baseFees(chain(usual(1), 8), seed, 20_000);
            double full = share(path, 0.99 / 8, Double.POSITIVE_INFINITY);
            double empty = share(path, Double.NEGATIVE_INFINITY, -0.99 / 8);
            assertThat(full + empty).as("seed %d", seed).isBetween(0.50, 0.64);
            assertThat(full).isBetween(0.35, 0.55);
            assertThat(empty).isBetween(0.05, 0.25);
        }
    }

    /** The comparison sees something: a demand without bids keeps the fee away from its bound. */
    @Test
    void aDemandWithoutBidsSeldomReachesTheBound() {
        double[] path = baseFees(chain(Congestion.NONE, 8), 1, 20_000);
        assertThat(share(path, 0.99 / 8, Double.POSITIVE_INFINITY) + share(path, -1, -0.99 / 8))
                .isLessThan(0.1);
    }

    private static double share(double[] path, double low, double high) {
        int count = 0;
        for (int i = 1; i < path.length; i++) {
            double change = path[i] / path[i - 1] - 1;
            count += change >= low && change <= high ? 1 : 0;
        }
        return (double) count / (path.length - 1);
    }

    /** Spread and memory of the logarithm, at a quarter of an hour and at an hour, of recorded minutes and of blocks of 2 s. */
    @Test
    void theFeeWandersAsFarAndAsLongAsRecordedOnes() throws IOException {
        assumeThat(Files.exists(RECORDED)).as("recorded gas prices").isTrue();
        List<String> lines = Files.readAllLines(RECORDED);
        double[] recorded = lines.stream()
                .skip(1)
                .mapToDouble(line -> StrictMath.log(Double.parseDouble(line.substring(line.indexOf(',') + 1))))
                .toArray();
        double[] path = baseFees(chain(usual(1), 16), 2, 300_000);
        double[] simulated = new double[path.length / 30];
        Arrays.setAll(simulated, minute -> StrictMath.log(path[30 * minute]));
        assertThat(deviation(simulated)).isCloseTo(deviation(recorded), within(0.15));
        assertThat(memory(simulated, 15)).isCloseTo(memory(recorded, 15), within(0.2));
        assertThat(memory(simulated, 60)).isCloseTo(memory(recorded, 60), within(0.25));
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return StrictMath.sqrt(Arrays.stream(values)
                .map(each -> (each - mean) * (each - mean))
                .average()
                .orElseThrow());
    }

    private static double memory(double[] values, int lag) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double sum = 0;
        for (int i = lag; i < values.length; i++) {
            sum += (values[i] - mean) * (values[i - lag] - mean);
        }
        return sum / values.length / (deviation(values) * deviation(values));
    }

    @Test
    void thoseWhoTipMoreComeFirstAndNobodyPaysMoreThanItIsWorth() {
        FeeMarket fees = new FeeMarket(chain(usual(3), 8), 1);
        for (int block = 0; block < 200; block++) {
            fees.open();
            long before = Long.MAX_VALUE;
            for (long tip = 0; tip <= 20 * GWEI; tip += GWEI / 4) {
                long ahead = fees.gasAhead(tip);
                assertThat(ahead).isBetween(0L, Math.min(LIMIT, before));
                before = ahead;
            }
            assertThat(before).as("nobody tips as much").isZero();
            long left = LIMIT - 1_000_000;
            long taken = fees.unseenGas(left);
            assertThat(taken).isBetween(0L, left);
            fees.close(taken, 0);
        }
        assertThat(fees.baseFeeWei()).isBetween(2 * GWEI, 60 * GWEI);
    }

    @Test
    void aCopyARestoredAndARewoundMarketHaveTheSameFuture() {
        ChainSpec chain = chain(usual(1), 8);
        FeeMarket fees = new FeeMarket(chain, 4);
        for (int block = 0; block < 100; block++) {
            fees.close(fees.drawUnseenGas(), 0);
        }
        StateWriter out = new StateWriter();
        fees.save(out);
        StateReader in = new StateReader(out.toBytes());
        FeeMarket restored = FeeMarket.load(in, chain);
        in.end();
        FeeMarket copy = fees.copy();
        List<Long> expected = future(fees);
        assertThat(future(restored)).isEqualTo(expected);
        fees.restore(copy);
        assertThat(future(fees)).isEqualTo(expected);
        assertThat(future(copy)).isEqualTo(expected);
    }

    private static List<Long> future(FeeMarket fees) {
        return IntStream.range(0, 100)
                .mapToObj(_ -> {
                    fees.close(fees.drawUnseenGas(), 0);
                    return fees.baseFeeWei();
                })
                .toList();
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> usual(-1)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new Congestion(1, 1, GWEI, 0, 50, 0, 0, 0)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new Congestion(1, 1, GWEI, 1, 0, 0, 0, 0)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new Congestion(1, 1, GWEI, 1, 1, 0, 0, 2)).isInstanceOf(InvalidValueException.class);
    }
}
