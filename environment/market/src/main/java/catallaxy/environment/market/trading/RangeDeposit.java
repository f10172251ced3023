package catallaxy.environment.market.trading;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.RangeLiquidity;
import catallaxy.environment.api.view.MarketMap;

/**
 * A deposit in a range of prices: whole units of both assets in the ratio that the range takes at a price p, which for a liquidity L
 * between prices a and b is {@code L (1/√p − 1/√b)} of base and {@code L (√p − √a)} of quote, p brought within [a, b].
 *
 * @param lowerTick lower end of the range
 * @param upperTick upper end
 * @param base      most base that it takes
 * @param quote     most quote
 * @param leastBase base that it takes where the price has risen by the slippage
 * @param leastQuote quote that it takes where the price has fallen by it
 */
public record RangeDeposit(
        int lowerTick, int upperTick, double base, double quote, double leastBase, double leastQuote) {
    /**
     * A deposit of some worth in the range from {@code low} to {@code high}, brought to ticks outside of it.
     *
     * @param price    of the pool
     * @param worth    quote units
     * @param slippage part of the price by which it may move until the deposit is made
     */
    public static RangeDeposit of(
            RangeLiquidity ranges, double price, double low, double high, double worth, double slippage) {
        int lower = ranges.tickAt(low);
        int upper = Math.max(ranges.tickAt(high), lower) + ranges.tickSpacing();
        double bottom = ranges.priceAt(lower);
        double top = ranges.priceAt(upper);
        double liquidity = worth / (base(price, bottom, top) * price + quote(price, bottom, top));
        double risen = price * (1 + slippage);
        double fallen = price * (1 - slippage);
        return new RangeDeposit(
                lower,
                upper,
                liquidity * base(price, bottom, top),
                liquidity * quote(price, bottom, top),
                liquidity * part(quote(price, bottom, top), quote(risen, bottom, top)) * base(risen, bottom, top),
                liquidity * part(base(price, bottom, top), base(fallen, bottom, top)) * quote(fallen, bottom, top));
    }

    /** What of the liquidity an amount is still enough for once more of it is needed. */
    private static double part(double given, double needed) {
        return needed > given ? given / needed : 1;
    }

    private static double base(double price, double low, double high) {
        return 1 / StrictMath.sqrt(Math.clamp(price, low, high)) - 1 / StrictMath.sqrt(high);
    }

    private static double quote(double price, double low, double high) {
        return StrictMath.sqrt(Math.clamp(price, low, high)) - StrictMath.sqrt(low);
    }

    /** The same range with so much less of everything that both assets are there. */
    public RangeDeposit within(double baseAvailable, double quoteAvailable) {
        double part = 1;
        part = base > baseAvailable ? StrictMath.min(part, StrictMath.max(0, baseAvailable) / base) : part;
        part = quote > quoteAvailable ? StrictMath.min(part, StrictMath.max(0, quoteAvailable) / quote) : part;
        return new RangeDeposit(lowerTick, upperTick, part * base, part * quote, part * leastBase, part * leastQuote);
    }

    /** Whether there is anything to deposit. */
    public boolean isPositive() {
        return base > 0 || quote > 0;
    }

    /** The call that makes it. */
    public Call call(RangeLiquidity ranges, MarketMap map, int pool) {
        MarketMap.Venue pair = map.venue(pool);
        return ranges.open(
                lowerTick,
                upperTick,
                map.units(pair.base(), base),
                map.units(pair.quote(), quote),
                map.units(pair.base(), leastBase),
                map.units(pair.quote(), leastQuote));
    }
}
