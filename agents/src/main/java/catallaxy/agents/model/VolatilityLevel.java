package catallaxy.agents.model;

/**
 * How much a price moves in a day, in five levels of which the last has an upper part: below 1 %, below 2.5 %, below 5 %, below
 * 10 %, and above, of which 20 % and more is very high. The bounds are those of the desk's rule, not of a paper.
 */
public enum VolatilityLevel {
    CALM(0, new TradingAdjustment(1, 1, 0.5)),
    LOW(0.01, new TradingAdjustment(1, 1, 0.75)),
    MODERATE(0.025, TradingAdjustment.NONE),
    HIGH(0.05, new TradingAdjustment(0.75, 0.75, 1.5)),
    EXTREME(0.10, new TradingAdjustment(0.5, 0.5, 2)),
    VERY_HIGH(0.20, new TradingAdjustment(0.25, 0.25, 3));

    private final double from;
    private final TradingAdjustment adjustment;

    VolatilityLevel(double from, TradingAdjustment adjustment) {
        this.from = from;
        this.adjustment = adjustment;
    }

    /** The smallest volatility of the level, a fraction per root of a day. */
    public double from() {
        return from;
    }

    /** How trading is to be changed at this level. */
    public TradingAdjustment adjustment() {
        return adjustment;
    }

    /** The level of a volatility, a fraction per root of a day. */
    public static VolatilityLevel of(double perDay) {
        VolatilityLevel level = CALM;
        for (VolatilityLevel each : values()) {
            level = perDay >= each.from ? each : level;
        }
        return level;
    }
}
