package catallaxy.agents.risk;

import catallaxy.environment.base.check.Checks;

/**
 * The test that exceedances do not cluster: Christoffersen 1998, "Evaluating interval forecasts",
 * https://doi.org/10.2307/2527341. A first-order Markov chain, in which an exceedance may be more probable after one,
 * against independence, by the counts of what followed what.
 *
 * @param calmCalm     n₀₀, periods without an exceedance after one without
 * @param calmExceeded n₀₁, with one after one without
 * @param exceededCalm n₁₀, without one after one with
 * @param bothExceeded n₁₁, with one after one with
 */
public record ExceedanceIndependence(long calmCalm, long calmExceeded, long exceededCalm, long bothExceeded) {
    public ExceedanceIndependence {
        Checks.inRange("n00", calmCalm, 0, Long.MAX_VALUE);
        Checks.inRange("n01", calmExceeded, 0, Long.MAX_VALUE);
        Checks.inRange("n10", exceededCalm, 0, Long.MAX_VALUE);
        Checks.inRange("n11", bothExceeded, 0, Long.MAX_VALUE);
    }

    /** The counts of a sequence of periods, each exceeded or not. */
    public static ExceedanceIndependence of(boolean[] exceeded) {
        long[] counts = new long[4];
        for (int t = 1; t < exceeded.length; t++) {
            counts[(exceeded[t - 1] ? 2 : 0) + (exceeded[t] ? 1 : 0)]++;
        }
        return new ExceedanceIndependence(counts[0], counts[1], counts[2], counts[3]);
    }

    /**
     * {@code −2 ln[(1−π)^{n₀₀+n₁₀} π^{n₀₁+n₁₁} / ((1−π₀)^{n₀₀} π₀^{n₀₁} (1−π₁)^{n₁₀} π₁^{n₁₁})]}, π₀ and π₁ the observed
     * frequencies of an exceedance after none and after one, π over all; χ² with one degree of freedom if independent.
     */
    public double likelihoodRatio() {
        double apart = logLikelihood(calmCalm, calmExceeded) + logLikelihood(exceededCalm, bothExceeded);
        double together = logLikelihood(calmCalm + exceededCalm, calmExceeded + bothExceeded);
        return Math.max(0, 2 * (apart - together));
    }

    /** Probability of a ratio at least this large if exceedances are independent. */
    public double pValue() {
        return ChiSquared.upperTail(likelihoodRatio(), 1);
    }

    /** Of the counts at their own frequency. */
    private static double logLikelihood(long misses, long hits) {
        double n = misses + hits;
        double miss = misses == 0 ? 0 : misses * StrictMath.log(misses / n);
        return hits == 0 ? miss : miss + hits * StrictMath.log(hits / n);
    }
}
