/** Recorded candles: the series, and the reader that makes them of any candle CSV and reports what it found. */
@NullMarked
package catallaxy.environment.market.world.candle;

import org.jspecify.annotations.NullMarked;
