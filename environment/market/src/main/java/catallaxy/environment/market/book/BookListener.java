package catallaxy.environment.market.book;

import catallaxy.environment.api.command.Side;

/**
 * Receives what a command does, in the order in which it happens, while the command runs.
 *
 * <p>The book has already applied an event when it reports it. A listener may query the book but must not send it
 * commands.
 */
public interface BookListener {
    /** A listener that ignores everything. */
    BookListener SILENT = new BookListener() {
        @Override
        public void filled(
                long makerId,
                long takerId,
                int makerOwner,
                int takerOwner,
                long priceTicks,
                long lots,
                long makerRemaining) {}

        @Override
        public void cancelled(long orderId, int owner, Side side, long priceTicks, long lots, CancelReason reason) {}
    };

    /**
     * Two orders traded, at the maker's price.
     *
     * @param makerRemaining lots of the maker that still rest; at zero the maker has left the book
     */
    void filled(
            long makerId,
            long takerId,
            int makerOwner,
            int takerOwner,
            long priceTicks,
            long lots,
            long makerRemaining);

    /**
     * Lots left the market without trading.
     *
     * @param priceTicks the order's limit; of a market order {@link Long#MAX_VALUE} (bid) or {@link Long#MIN_VALUE} (ask)
     */
    void cancelled(long orderId, int owner, Side side, long priceTicks, long lots, CancelReason reason);
}
