package catallaxy.environment.market.pool;

import catallaxy.environment.market.arithmetic.UInt256;
import catallaxy.environment.market.kernel.StateReader;
import catallaxy.environment.market.kernel.StateWriter;

/**
 * A pair's time-weighted price accumulators: sums over seconds of UQ112.112 prices, modulo 2^256.
 * Time is kept in seconds modulo 2^32, so gaps are right across the wrap. Owned by the pair.
 */
final class V2Prices {
    private static final int FRACTION_BITS = 112;

    private UInt256 cumulative0 = UInt256.ZERO;
    private UInt256 cumulative1 = UInt256.ZERO;
    private int timestampLast;

    UInt256 cumulative0() {
        return cumulative0;
    }

    UInt256 cumulative1() {
        return cumulative1;
    }

    long timestampLast() {
        return Integer.toUnsignedLong(timestampLast);
    }

    /** Lets the price of the reserves so far run until {@code timestamp}. */
    void advance(V2Amounts reserves, long timestamp) {
        int now = (int) timestamp;
        if (now != timestampLast && !reserves.eitherIsZero()) {
            UInt256 elapsed = UInt256.of(Integer.toUnsignedLong(now - timestampLast));
            cumulative0 = cumulative0.plusWrapping(area(reserves.amount1(), reserves.amount0(), elapsed));
            cumulative1 = cumulative1.plusWrapping(area(reserves.amount0(), reserves.amount1(), elapsed));
        }
        timestampLast = now;
    }

    private static UInt256 area(UInt256 numerator, UInt256 denominator, UInt256 elapsed) {
        return numerator.shiftLeft(FRACTION_BITS).dividedBy(denominator).timesExact(elapsed);
    }

    void restore(V2Prices other) {
        cumulative0 = other.cumulative0;
        cumulative1 = other.cumulative1;
        timestampLast = other.timestampLast;
    }

    void save(StateWriter out) {
        cumulative0.save(out);
        cumulative1.save(out);
        out.int32(timestampLast);
    }

    static V2Prices load(StateReader in) {
        V2Prices prices = new V2Prices();
        prices.cumulative0 = UInt256.load(in);
        prices.cumulative1 = UInt256.load(in);
        prices.timestampLast = in.int32();
        return prices;
    }
}
