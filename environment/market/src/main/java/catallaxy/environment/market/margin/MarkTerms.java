package catallaxy.environment.market.margin;

import catallaxy.environment.base.check.Checks;

/**
 * How a market is marked: at times {@code interval} apart, at {@code index · (1 + P)}, where P is an average of the premium, at most
 * the band on either side. The premium is {@code (max(0, bid − index) − max(0, index − ask)) / index}, where bid and ask are what an
 * order of the impact size would get and pay on average. The average moves by {@code interval / premium window} of the way to each
 * premium.
 *
 * @param index                where the index comes from
 * @param markIntervalNanos    from one marking to the next
 * @param premiumWindowNanos   over which the premium is averaged
 * @param premiumBandPips      most that the mark may be away from the index, millionths of the index
 * @param impactSizeQuote      size of the order whose prices make the premium, whole units of the quote asset
 */
public record MarkTerms(
        IndexSource index,
        long markIntervalNanos,
        long premiumWindowNanos,
        long premiumBandPips,
        double impactSizeQuote) {
    private static final long SECOND = 1_000_000_000L;
    private static final long DAY = 86_400 * SECOND;

    public MarkTerms {
        Checks.present("index", "world or venues", index);
        Checks.inRange("markIntervalNanos", markIntervalNanos, SECOND / 10, DAY);
        Checks.inRange("premiumWindowNanos", premiumWindowNanos, SECOND / 10, 30 * DAY);
        Checks.inRange("premiumBandPips", premiumBandPips, 0, 500_000);
        Checks.inRange("impactSizeQuote", impactSizeQuote, 0, 1e12);
    }
}
