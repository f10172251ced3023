package catallaxy.environment.market.world.candle;

import catallaxy.environment.base.check.Checks;

/**
 * How one asset's candles are found in a CSV file; {@code docs/world.md} has examples.
 *
 * @param maxBadRows how many unreadable rows are left out and reported before the file is refused, in [0, 1000]
 */
public record CandleFormat(CsvLayout layout, TimeColumn time, PriceColumns prices, int maxBadRows) {
    public CandleFormat {
        Checks.inRange("maxBadRows", maxBadRows, 0, 1000);
        requireHeaderForNames(layout, time.column());
        for (Column column : prices.all()) {
            requireHeaderForNames(layout, column);
        }
    }

    private static void requireHeaderForNames(CsvLayout layout, Column column) {
        Checks.that(layout.header() || !column.byName(), "column", "a number, as the file has no header", column);
    }
}
