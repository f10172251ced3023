package catallaxy.environment.market.exchange;

/**
 * What stands behind one participant's position in a market of derivatives.
 *
 * @param margin           quote units
 * @param equity           quote units: the margin and, where all stands behind it, what is free at the exchange
 * @param liquidationTicks the mark at which it is liquidated; {@code NaN} where there is none
 */
public record MarginFigures(long margin, long equity, double liquidationTicks) {}
