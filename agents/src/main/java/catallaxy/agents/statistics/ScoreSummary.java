package catallaxy.agents.statistics;

/**
 * What is reported of one algorithm's runs.
 *
 * @param runs              n over all problems
 * @param mean              of all runs
 * @param standardDeviation of all runs, n − 1; NaN for one run
 * @param median            of all runs
 * @param interquartileMean with its interval
 */
public record ScoreSummary(int runs, double mean, double standardDeviation, double median, Estimate interquartileMean) {

    /** The summary of the runs. */
    public static ScoreSummary of(ScoreSample sample, StratifiedBootstrap bootstrap) {
        return new ScoreSummary(
                sample.size(),
                sample.mean(),
                sample.standardDeviation(),
                sample.median(),
                InterquartileMean.estimate(sample, bootstrap));
    }
}
