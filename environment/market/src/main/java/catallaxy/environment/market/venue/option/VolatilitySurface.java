package catallaxy.environment.market.venue.option;

import catallaxy.environment.base.check.Checks;

/**
 * A surface of implied volatilities without arbitrage: total variance
 * {@code w(k, θ) = θ/2 (1 + ρφk + √((φk + ρ)² + 1 − ρ²))} at log-moneyness {@code k = ln(K/F)}, with
 * {@code φ(θ) = η / (θ^γ (1 + θ)^{1−γ})} and θ the total variance at the money. {@code η (1 + |ρ|) ≤ 2} and γ ≤ ½ exclude butterfly
 * arbitrage, θ that does not fall with time excludes calendar arbitrage: Gatheral and Jacquier 2014, <i>Arbitrage-free SVI volatility
 * surfaces</i>, section 4, https://doi.org/10.1080/14697688.2013.819986. Immutable.
 *
 * @param skew       ρ in (−1, 1): negative where low strikes are dearer
 * @param curvature  η, positive
 * @param decay      γ in (0, ½]: how smiles flatten with time
 */
public record VolatilitySurface(double skew, double curvature, double decay) {
    private static final double MOST_CURVATURE = 2;
    private static final double MOST_DECAY = 0.5;

    public VolatilitySurface {
        Checks.that(skew > -1 && skew < 1, "skew", "more than -1 and less than 1", skew);
        Checks.that(
                curvature > 0 && curvature * (1 + Math.abs(skew)) <= MOST_CURVATURE,
                "curvature",
                "more than 0 and at most " + MOST_CURVATURE / (1 + Math.abs(skew)) + " with skew " + skew,
                curvature);
        Checks.that(decay > 0 && decay <= MOST_DECAY, "decay", "more than 0 and at most 0.5", decay);
    }

    /** A surface whose curvature is a part, in (0, 1], of the greatest that excludes arbitrage with that skew. */
    public static VolatilitySurface of(double skew, double part, double decay) {
        return new VolatilitySurface(skew, part * MOST_CURVATURE / (1 + Math.abs(skew)), decay);
    }

    /**
     * Total variance until expiry.
     *
     * @param logMoneyness    ln(strike / forward)
     * @param varianceAtMoney total variance of the strike at the forward, not negative
     */
    public double totalVariance(double logMoneyness, double varianceAtMoney) {
        return varianceAtMoney > 0 ? at(varianceAtMoney).totalVariance(logMoneyness) : 0;
    }

    /** The smile of one total variance at the money, which is positive. */
    Smile at(double varianceAtMoney) {
        return new Smile(skew, varianceAtMoney, steepness(varianceAtMoney));
    }

    /**
     * Total variances over strikes for one expiry.
     *
     * @param skew      ρ
     * @param atMoney   θ
     * @param steepness φ(θ)
     */
    record Smile(double skew, double atMoney, double steepness) {
        double totalVariance(double logMoneyness) {
            double x = steepness * logMoneyness;
            double wing = StrictMath.sqrt((x + skew) * (x + skew) + 1 - skew * skew);
            return atMoney / 2 * (1 + skew * x + wing);
        }
    }

    private double steepness(double varianceAtMoney) {
        return curvature / (StrictMath.pow(varianceAtMoney, decay) * StrictMath.pow(1 + varianceAtMoney, 1 - decay));
    }

    /**
     * The implied volatility of a strike.
     *
     * @param atMoney volatility of the strike at the forward, per square root of a year
     * @param years   until expiry; at 0 the volatility at the money
     */
    public double volatility(double strike, double forward, double atMoney, double years) {
        if (!(years > 0)) {
            return atMoney;
        }
        double variance = totalVariance(StrictMath.log(strike / forward), atMoney * atMoney * years);
        return StrictMath.sqrt(variance / years);
    }
}
