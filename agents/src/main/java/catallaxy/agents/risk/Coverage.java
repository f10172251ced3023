package catallaxy.agents.risk;

import catallaxy.environment.base.check.Checks;

/**
 * The backtest of a value at risk by its number of exceedances: Kupiec 1995, "Techniques for verifying the accuracy of
 * risk measurement models", https://doi.org/10.3905/jod.1995.407942.
 *
 * @param periods     number of forecasts, positive
 * @param exceedances periods whose loss was larger than the forecast
 * @param expected    probability of an exceedance if the forecasts are right, 1 − α, in (0, 1)
 */
public record Coverage(long periods, long exceedances, double expected) {
    /** The 5 % critical value of the statistic: the 95 % quantile of χ² with one degree of freedom. */
    public static final double CRITICAL_5_PERCENT = 3.841458820694124;

    public Coverage {
        Checks.inRange("periods", periods, 1, Long.MAX_VALUE);
        Checks.inRange("exceedances", exceedances, 0, periods);
        Checks.that(expected > 0 && expected < 1, "expected", "a number between 0 and 1", expected);
    }

    /**
     * Likelihood ratio of the observed against the expected frequency,
     * {@code −2 ln[ p^x (1−p)^{n−x} / (x/n)^x (1−x/n)^{n−x} ]}; χ² with one degree of freedom for right forecasts.
     */
    public double likelihoodRatio() {
        double observed = (double) exceedances / periods;
        return 2 * (logLikelihood(observed) - logLikelihood(expected));
    }

    private double logLikelihood(double p) {
        double hit = exceedances == 0 ? 0 : exceedances * StrictMath.log(p);
        double miss = exceedances == periods ? 0 : (periods - exceedances) * StrictMath.log1p(-p);
        return hit + miss;
    }

    /** Probability of a ratio at least this large for right forecasts. */
    public double pValue() {
        return ChiSquared.upperTail(likelihoodRatio(), 1);
    }

    /** Whether the forecasts are rejected at the 5 % level. */
    public boolean isRejected() {
        return likelihoodRatio() > CRITICAL_5_PERCENT;
    }
}
