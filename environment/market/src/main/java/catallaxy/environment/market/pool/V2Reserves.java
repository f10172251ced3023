package catallaxy.environment.market.pool;

import catallaxy.environment.market.arithmetic.UInt256;
import catallaxy.environment.market.kernel.StateReader;
import catallaxy.environment.market.kernel.StateWriter;

/**
 * A pair's reserves with their time-weighted prices: sums over seconds of UQ112.112 prices, modulo 2^256.
 * Time is kept in seconds modulo 2^32, so gaps are right across the wrap. A side is 0 or 1. Owned by the pair.
 */
final class V2Reserves {
    private static final int FRACTION_BITS = 112;

    private final UInt256[] amounts = {UInt256.ZERO, UInt256.ZERO};
    private final UInt256[] cumulativePrices = {UInt256.ZERO, UInt256.ZERO};
    private int timestampLast;

    UInt256 amount(int side) {
        return amounts[side];
    }

    /** Both reserves, that of {@code side} first. */
    V2Amounts from(int side) {
        return new V2Amounts(amounts[side], amounts[side ^ 1]);
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
        amounts[side] = balances.amount0();
        amounts[side ^ 1] = balances.amount1();
    }

    private void advance(UInt256 elapsed) {
        if (amounts[0].isZero() || amounts[1].isZero()) {
            return;
        }
        for (int side = 0; side < 2; side++) {
            UInt256 price = amounts[side ^ 1].shiftLeft(FRACTION_BITS).dividedBy(amounts[side]);
            cumulativePrices[side] = cumulativePrices[side].plusWrapping(price.timesExact(elapsed));
        }
    }

    void restore(V2Reserves other) {
        for (int side = 0; side < 2; side++) {
            amounts[side] = other.amounts[side];
            cumulativePrices[side] = other.cumulativePrices[side];
        }
        timestampLast = other.timestampLast;
    }

    void save(StateWriter out) {
        for (int side = 0; side < 2; side++) {
            amounts[side].save(out);
            cumulativePrices[side].save(out);
        }
        out.int32(timestampLast);
    }

    static V2Reserves load(StateReader in) {
        V2Reserves reserves = new V2Reserves();
        for (int side = 0; side < 2; side++) {
            reserves.amounts[side] = UInt256.load(in);
            reserves.cumulativePrices[side] = UInt256.load(in);
        }
        reserves.timestampLast = in.int32();
        return reserves;
    }
}
