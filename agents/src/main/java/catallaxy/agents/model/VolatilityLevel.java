package catallaxy.agents.model;

/**
 * How much a price moves in a day, in five levels of which the last has an upper part: below 1 %, below 2.5 %, below 5 %, below
 * 10 %, and above, of which 20 % and more is very high. The bounds are those of the desk's rule, not of a paper.
 */
public enum VolatilityLevel {
    CALM(0),
    LOW(0.01),
    MODERATE(0.025),
    HIGH(0.05),
    EXTREME(0.10),
    VERY_HIGH(0.20);

    private final double from;

    VolatilityLevel(double from) {
        this.from = from;
    }

    /** The smallest volatility of the level, a fraction per root of a day. */
    public double from() {
        return from;
    }

    /** How trading is to be changed at this level. */
    public TradingAdjustment adjustment() {
        return switch (this) {
            case CALM -> new TradingAdjustment(1, 1, 0.5);
            case LOW -> new TradingAdjustment(1, 1, 0.75);
            case MODERATE -> TradingAdjustment.NONE;
            case HIGH -> new TradingAdjustment(0.75, 0.75, 1.5);
            case EXTREME -> new TradingAdjustment(0.5, 0.5, 2);
            case VERY_HIGH -> new TradingAdjustment(0.25, 0.25, 3);
        };
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
