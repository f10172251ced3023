package catallaxy.agents.statistics;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.random.RandomStream;
import java.util.Arrays;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

/**
 * Intervals by the stratified percentile bootstrap: the runs of each problem are resampled with replacement, the statistic
 * is taken of every replicate, and the interval lies between its quantiles {@code (1 ∓ confidence) / 2}.
 * Agarwal et al. 2021, "Deep reinforcement learning at the edge of the statistical precipice",
 * https://arxiv.org/abs/2108.13264, section 4.1.
 *
 * <p>With few runs the interval is too short: the interquartile mean of 10 normal runs is held in 93 % of cases, of 5 in 89 %, where 95 %
 * is asked for. Where every problem has but one run there is nothing to resample, and no interval. The same seed and runs give the same interval on every machine.
 *
 * @param seed       of the replicates
 * @param replicates number of them, at least 100
 * @param confidence of the interval, in (0, 1)
 */
public record StratifiedBootstrap(long seed, int replicates, double confidence) {
    /** 2000 replicates, 95 %. */
    public static final StratifiedBootstrap STANDARD = new StratifiedBootstrap(0, 2_000, 0.95);

    public StratifiedBootstrap {
        Checks.inRange("replicates", replicates, 100, 10_000_000);
        Checks.that(confidence > 0 && confidence < 1, "confidence", "a number between 0 and 1", confidence);
    }

    /** A statistic of one algorithm's runs. */
    public Estimate estimate(ScoreSample sample, ToDoubleFunction<ScoreSample> statistic) {
        if (!sample.isRepeated()) {
            return without(statistic.applyAsDouble(sample), sample.size());
        }
        RandomStream random = RandomStream.of(seed, "statistics/bootstrap");
        double[] values = new double[replicates];
        Arrays.setAll(values, _ -> statistic.applyAsDouble(sample.resampled(random)));
        return interval(statistic.applyAsDouble(sample), values, sample.size());
    }

    /** A statistic of two algorithms' runs, resampled independently; {@code runs} counts both. No interval where either has none. */
    public Estimate estimate(ScoreSample x, ScoreSample y, ToDoubleBiFunction<ScoreSample, ScoreSample> statistic) {
        if (!x.isRepeated() || !y.isRepeated()) {
            return without(statistic.applyAsDouble(x, y), x.size() + y.size());
        }
        RandomStream left = RandomStream.of(seed, "statistics/bootstrap/x");
        RandomStream right = RandomStream.of(seed, "statistics/bootstrap/y");
        double[] values = new double[replicates];
        Arrays.setAll(values, _ -> statistic.applyAsDouble(x.resampled(left), y.resampled(right)));
        return interval(statistic.applyAsDouble(x, y), values, x.size() + y.size());
    }

    private Estimate without(double value, int runs) {
        return new Estimate(value, Double.NaN, Double.NaN, confidence, runs);
    }

    private Estimate interval(double value, double[] values, int runs) {
        Arrays.sort(values);
        double tail = (1 - confidence) / 2;
        return new Estimate(value, Quantile.of(values, tail), Quantile.of(values, 1 - tail), confidence, runs);
    }
}
