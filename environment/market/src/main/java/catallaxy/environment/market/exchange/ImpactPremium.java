package catallaxy.environment.market.exchange;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.market.book.OrderBook;

/**
 * By how much a book is dearer than an index: {@code (max(0, bid − index) − max(0, index − ask)) / index} in billionths, where bid and
 * ask are the mean prices at which an order of some lots would sell and buy, of what there is if that is less. This is the premium
 * index that Binance publishes. It is at most the whole index on either side, and 0 where a side is empty and the other is not beyond
 * the index.
 */
final class ImpactPremium {
    private static final long BILLION = 1_000_000_000L;
    private static final int LEVELS = 64;

    private ImpactPremium() {}

    static long ppb(OrderBook book, long indexTicks, long impactLots) {
        double bid = meanPrice(book, Side.BUY, impactLots);
        double ask = meanPrice(book, Side.SELL, impactLots);
        double above = bid > 0 ? Math.max(0, bid - indexTicks) : 0;
        double below = ask > 0 ? Math.max(0, indexTicks - ask) : 0;
        return Math.clamp((long) ((above - below) / indexTicks * BILLION), -BILLION, BILLION);
    }

    /** Mean price of the best lots of a side, ticks; 0 where there are none. */
    private static double meanPrice(OrderBook book, Side side, long impactLots) {
        long[] prices = new long[LEVELS];
        long[] lots = new long[LEVELS];
        int levels = book.depth(side, prices, lots);
        double paid = 0;
        double taken = 0;
        for (int level = 0; level < levels && taken < Math.max(1, impactLots); level++) {
            double some = Math.min((double) lots[level], Math.max(1, impactLots) - taken);
            paid += some * prices[level];
            taken += some;
        }
        return taken > 0 ? paid / taken : 0;
    }
}
