package catallaxy.environment.market.world.candle;

/** A candle file that has been read: the series, and what was found on the way. */
public record CandleFile(CandleSeries series, CandleReport report) {}
