package catallaxy.agents.risk;

/**
 * The variance–covariance method: returns are independent and normal with the window's mean μ and standard deviation s;
 * over h periods mean h μ and deviation s √h, which neglects compounding. There is nothing to fit beyond the window.
 */
record NormalRisk() implements RiskModel {
    @Override
    public Fitted fit(double[] returns) {
        return (window, horizon) -> {
            Moments moments = Moments.of(window);
            double mean = horizon * moments.mean();
            double deviation = moments.deviation() * StrictMath.sqrt(horizon);
            return level -> TailRisk.normal(mean, deviation, level);
        };
    }
}
