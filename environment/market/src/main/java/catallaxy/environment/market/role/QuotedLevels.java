package catallaxy.environment.market.role;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.venue.Quoting;

/**
 * What a venue on a chain quotes, as levels like those of a book: each the next input that lowers the price of what is paid in by
 * another {@link #STEP}, and the price, before the fee, that this part of it gets on average.
 *
 * @param prices quote units per unit of base, best first; 0 where nothing is left
 * @param sizes  units of base
 */
@SuppressWarnings("ArrayRecordComponent")
record QuotedLevels(double[] prices, double[] sizes) {
    /** By how much a level lowers the price, as a fraction. */
    static final double STEP = 0.005;

    /**
     * The levels of a side: of bids, which are hit by paying base in, or of asks.
     *
     * @param assetIn what is paid in: base for bids, quote for asks
     */
    static QuotedLevels of(Quoting venue, int assetIn, Side side, int count) {
        double[] prices = new double[count];
        double[] sizes = new double[count];
        double kept = 1 - venue.feeRate();
        double inBefore = 0;
        double outBefore = 0;
        for (int level = 0; level < count; level++) {
            double in = venue.inForDrop(assetIn, (level + 1) * STEP);
            double out = venue.out(assetIn, in);
            double paid = in - inBefore;
            double given = out - outBefore;
            if (paid > 0 && given > 0) {
                prices[level] = side == Side.BUY ? given / (paid * kept) : paid * kept / given;
                sizes[level] = side == Side.BUY ? paid : given;
            }
            inBefore = in;
            outBefore = out;
        }
        return new QuotedLevels(prices, sizes);
    }

    /** Writes prices, then sizes. */
    void write(double[] into, int at) {
        System.arraycopy(prices, 0, into, at, prices.length);
        System.arraycopy(sizes, 0, into, at + prices.length, sizes.length);
    }
}
