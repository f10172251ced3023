package catallaxy.agents.statistics;

/**
 * The interquartile mean of runs over problems: the mean of what is left of all n runs, pooled, when the ⌊n/4⌋ lowest
 * and the ⌊n/4⌋ highest are set aside. Agarwal et al. 2021, https://arxiv.org/abs/2108.13264, section 4.3; as in their
 * library the count is rounded down, where a fractional trim would weigh the outermost runs.
 */
public final class InterquartileMean {
    private InterquartileMean() {}

    /** Of the runs themselves. */
    public static double of(ScoreSample sample) {
        double[] sorted = sample.sorted();
        int aside = sorted.length / 4;
        double sum = 0;
        for (int i = aside; i < sorted.length - aside; i++) {
            sum += sorted[i];
        }
        return sum / (sorted.length - 2 * aside);
    }

    /** With its interval. */
    public static Estimate estimate(ScoreSample sample, StratifiedBootstrap bootstrap) {
        return bootstrap.estimate(sample, InterquartileMean::of);
    }
}
