package catallaxy.agents.model;

/** Where volatility goes: the ratio of that of a short lookback to that of a long one, 1.25 and more or 0.8 and less. */
public enum VolatilityTrend {
    RISING,
    STEADY,
    FALLING;

    private static final double RISES_FROM = 1.25;

    /** The trend of two volatilities of the same unit; steady where the long one is 0. */
    static VolatilityTrend of(double shortTerm, double longTerm) {
        if (!(longTerm > 0)) {
            return STEADY;
        }
        double ratio = shortTerm / longTerm;
        if (ratio >= RISES_FROM) {
            return RISING;
        }
        return ratio <= 1 / RISES_FROM ? FALLING : STEADY;
    }
}
