package catallaxy.environment.market.venue.uniswapv2;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * A pair's reserves with their time-weighted prices: sums over seconds of UQ112.112 prices, modulo 2^256.
 * Time is kept in seconds modulo 2^32, so gaps are right across the wrap. A side is 0 or 1. Owned by the pair.
 */
final class V2Reserves {
    private static final int RESERVE_BITS = 112;

    /** Two limbs for each side, least significant first: a reserve has at most 112 bits. */
    private final long[] limbs = new long[4];

    private final UInt256[] cumulativePrices = {UInt256.ZERO, UInt256.ZERO};
    private int timestampLast;

    UInt256 amount(int side) {
        return UInt256.ofLimbs(0, 0, limbs[2 * side + 1], limbs[2 * side]);
    }

    /** Both reserves, that of {@code side} first. */
    V2Amounts from(int side) {
        return new V2Amounts(amount(side), amount(side ^ 1));
    }

    /** Sum over seconds of the other side's reserve divided by this side's. */
    UInt256 cumulativePrice(int side) {
        return cumulativePrices[side];
    }

    long timestampLast() {
        return Integer.toUnsignedLong(timestampLast);
    }

    /** Sets the reserves, {@code side} first, after letting the price so far run until {@code timestamp}. */
    void update(int side, V2Amounts balances, long timestamp) {
        int now = (int) timestamp;
        if (now != timestampLast) {
            advance(UInt256.of(Integer.toUnsignedLong(now - timestampLast)));
            timestampLast = now;
        }
        set(side, balances.amount0());
        set(side ^ 1, balances.amount1());
    }

    private void set(int side, UInt256 amount) {
        limbs[2 * side] = amount.limb(0);
        limbs[2 * side + 1] = amount.limb(1);
    }

    private void advance(UInt256 elapsed) {
        if (from(0).eitherIsZero()) {
            return;
        }
        for (int side = 0; side < 2; side++) {
            UInt256 price = amount(side ^ 1).shiftLeft(RESERVE_BITS).dividedBy(amount(side));
            cumulativePrices[side] = cumulativePrices[side].plusWrapping(price.timesExact(elapsed));
        }
    }

    void restore(V2Reserves other) {
        for (int side = 0; side < 2; side++) {
            set(side, other.amount(side));
            cumulativePrices[side] = other.cumulativePrices[side];
        }
        timestampLast = other.timestampLast;
    }

    void save(StateWriter out) {
        for (int side = 0; side < 2; side++) {
            amount(side).save(out);
            cumulativePrices[side].save(out);
        }
        out.int32(timestampLast);
    }

    static V2Reserves load(StateReader in) {
        V2Reserves reserves = new V2Reserves();
        for (int side = 0; side < 2; side++) {
            reserves.set(side, loadReserve(in));
            reserves.cumulativePrices[side] = UInt256.load(in);
        }
        reserves.timestampLast = in.int32();
        return reserves;
    }

    private static UInt256 loadReserve(StateReader in) {
        UInt256 reserve = UInt256.load(in);
        if (reserve.bitLength() > RESERVE_BITS) {
            throw new CorruptStateException("pool: a reserve of " + reserve);
        }
        return reserve;
    }
}
