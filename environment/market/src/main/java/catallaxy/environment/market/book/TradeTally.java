package catallaxy.environment.market.book;

import catallaxy.environment.api.command.Side;

/** A listener that counts trades and sums what identifies them, to compare two runs. */
final class TradeTally implements BookListener {
    private long trades;
    private long lots;
    private long notional;
    private long makers;

    void add(long makerId, long priceTicks, long tradedLots) {
        trades++;
        lots += tradedLots;
        notional += priceTicks * tradedLots;
        makers += makerId * trades;
    }

    long trades() {
        return trades;
    }

    long lots() {
        return lots;
    }

    /** Depends on maker, price, lots and order of the trades. */
    long checksum() {
        return ((trades * 31 + lots) * 31 + notional) * 31 + makers;
    }

    @Override
    public void filled(
            long makerId,
            long takerId,
            int makerOwner,
            int takerOwner,
            long priceTicks,
            long tradedLots,
            long makerRemaining) {
        add(makerId, priceTicks, tradedLots);
    }

    @Override
    public void cancelled(long orderId, int owner, Side side, long priceTicks, long openLots, CancelReason reason) {}
}
