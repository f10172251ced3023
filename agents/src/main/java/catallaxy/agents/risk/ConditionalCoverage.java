package catallaxy.agents.risk;

/**
 * The test that exceedances are as frequent as they should be and do not cluster: Christoffersen 1998,
 * https://doi.org/10.2307/2527341. The statistic is the sum of the two parts' likelihood ratios, as is common; strictly
 * the first period would be left out of the frequency.
 *
 * @param coverage     the frequency, Kupiec's test
 * @param independence the clustering
 */
public record ConditionalCoverage(Coverage coverage, ExceedanceIndependence independence) {
    /**
     * The test of a sequence of periods.
     *
     * @param exceeded in order of time, at least one
     * @param expected probability of an exceedance if the forecasts are right, 1 − α
     */
    public static ConditionalCoverage of(boolean[] exceeded, double expected) {
        long exceedances = 0;
        for (boolean each : exceeded) {
            exceedances += each ? 1 : 0;
        }
        return new ConditionalCoverage(
                new Coverage(exceeded.length, exceedances, expected), ExceedanceIndependence.of(exceeded));
    }

    /** χ² with two degrees of freedom for right forecasts. */
    public double likelihoodRatio() {
        return coverage.likelihoodRatio() + independence.likelihoodRatio();
    }

    /** Probability of a ratio at least this large for right forecasts. */
    public double pValue() {
        return ChiSquared.upperTail(likelihoodRatio(), 2);
    }
}
