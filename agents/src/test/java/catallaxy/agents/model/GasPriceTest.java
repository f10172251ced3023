package catallaxy.agents.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.chain.BaseFee;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Against chains whose base fee follows EIP-1559 exactly. */
final class GasPriceTest {
    private static final long LIMIT = 30_000_000;
    private static final int BLOCKS = 1500;
    private static final ModelSettings SETTINGS = new ModelSettings(50, 800, 200, 0.8);

    /** Fees of blocks whose fullness falls with the fee, by the given elasticity, around a target. */
    private static double[] logFees(long seed, double elasticity) {
        RandomStream random = RandomStream.of(seed, "demand");
        double[] logs = new double[BLOCKS];
        long fee = 20_000_000_000L;
        double demand = 0;
        for (int i = 0; i < BLOCKS; i++) {
            logs[i] = Math.log((double) fee);
            demand = 0.9 * demand + 0.15 * random.nextGaussian();
            double fullness = 0.5 + demand - elasticity * (logs[i] - Math.log(20e9));
            long used = (long) (LIMIT * Math.clamp(fullness, 0, 1));
            fee = BaseFee.ETHEREUM.next(fee, used, LIMIT);
        }
        return logs;
    }

    private static OnlineRegression learned(double[] logFees, int ahead) {
        OnlineRegression model = new OnlineRegression(GasPrice.SPEC, SETTINGS);
        for (int i = GasPrice.LONG; i + ahead < logFees.length; i++) {
            double[] features = GasPrice.features(Arrays.copyOf(logFees, i + 1));
            model.learn(new ModelExample("mainnet", features, logFees[i + ahead] - logFees[i]));
        }
        return model;
    }

    @Test
    void beatsTheLatestFeeWhereDemandGoesOnAndReturns() {
        for (long seed = 0; seed < 3; seed++) {
            ModelScore next = learned(logFees(seed, 0.3), 1).scores().getFirst();
            assertThat(next.skill()).as("seed %d: %s", seed, next).isGreaterThan(0.25);
            ModelScore fifth = learned(logFees(seed, 0.3), 5).scores().getFirst();
            assertThat(fifth.skill()).as("seed %d: %s", seed, fifth).isGreaterThan(0.15);
        }
    }

    /** Where blocks are as full as before, the next change is the latest one: the recursion itself. */
    @Test
    void findsTheRecursionOfSteadyDemand() {
        double[] logs = new double[400];
        RandomStream random = RandomStream.of(1, "fullness");
        long fee = 20_000_000_000L;
        long used = LIMIT / 2;
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Math.log((double) fee);
            used = i % 2 == 0 ? (long) (LIMIT * random.nextDouble()) : used;
            fee = BaseFee.ETHEREUM.next(fee, used, LIMIT);
        }
        OnlineRegression model = new OnlineRegression(GasPrice.SPEC, SETTINGS);
        for (int i = GasPrice.LONG + 1; i + 1 < logs.length; i += 2) {
            model.learn(
                    new ModelExample("mainnet", GasPrice.features(Arrays.copyOf(logs, i + 1)), logs[i + 1] - logs[i]));
        }
        ModelScore score = model.scores().getFirst();
        assertThat(score.absoluteError()).isLessThan(5e-3);
        assertThat(score.skill()).isGreaterThan(0.85);
    }

    @Test
    void nobodyForeseesBlocksThatAreFilledByChance() {
        double[] logs = new double[BLOCKS];
        RandomStream random = RandomStream.of(3, "fullness");
        long fee = 20_000_000_000L;
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Math.log((double) fee);
            fee = BaseFee.ETHEREUM.next(fee, (long) (LIMIT * random.nextDouble()), LIMIT);
        }
        assertThat(learned(logs, 1).scores().getFirst().skill()).isBetween(-0.1, 0.05);
    }

    @Test
    void featuresAreChangesAndTheGapToTheMean() {
        double[] logs = new double[40];
        logs[39] = 3;
        logs[38] = 1;
        assertThat(GasPrice.features(logs)).containsExactly(2, 0.6, 3 - 4.0 / 30);
        assertThat(GasPrice.fee(10, Math.log(1.1))).isCloseTo(11, within(1e-9));
    }
}
