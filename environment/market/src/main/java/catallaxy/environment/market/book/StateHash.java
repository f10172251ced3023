package catallaxy.environment.market.book;

import catallaxy.environment.api.command.Side;

/**
 * Hash of a sequence of resting orders, the same for every implementation of {@link MatchingEngine}.
 *
 * <p>Covers id, owner, side, price and open lots of every order in price-time order, and what icebergs show. Two books that differ collide
 * with a chance of about 2<sup>-64</sup>; it is not a defence against someone who wants a collision.
 */
final class StateHash implements OrderVisitor {
    private static final long MULTIPLIER = 0x9E37_79B9_7F4A_7C15L;

    private long hash = MULTIPLIER;

    @Override
    public void visit(long orderId, int owner, Side side, long priceTicks, long lots) {
        mix(orderId);
        mix((long) owner << 1 | BookSide.index(side));
        mix(priceTicks);
        mix(lots);
    }

    /** Adds what an order shows, if it does not show all. */
    void iceberg(long sliceLots, long shownLots) {
        if (sliceLots > 0) {
            mix(sliceLots);
            mix(shownLots);
        }
    }

    long value() {
        return hash;
    }

    private void mix(long value) {
        long mixed = (hash ^ value) * MULTIPLIER;
        hash = mixed ^ (mixed >>> 29);
    }
}
