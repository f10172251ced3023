package catallaxy.environment.market.venue.uniswapv2;

import catallaxy.environment.base.number.UInt256;

/**
 * What the router pays into a pair: the amounts in the pair's ratio that the desired ones allow.
 * Source: {@code UniswapV2Router02._addLiquidity}, whose order of checks is kept.
 *
 * @param status {@link V2Status#OK}, or why it pays nothing
 */
record V2Deposit(V2Status status, UInt256 amount0, UInt256 amount1) {
    static V2Deposit of(V2Pair pair, UInt256 desired0, UInt256 desired1, UInt256 least0, UInt256 least1) {
        if (pair.reserve0().isZero() && pair.reserve1().isZero()) {
            return new V2Deposit(V2Status.OK, desired0, desired1);
        }
        V2Quote needed1 = V2Library.quote(desired0, pair.reserve0(), pair.reserve1());
        if (!needed1.status().ok()) {
            return refused(needed1.status());
        }
        if (desired1.isAtLeast(needed1.amount())) {
            return needed1.amount().isLessThan(least1)
                    ? refused(V2Status.ROUTER_INSUFFICIENT_B_AMOUNT)
                    : new V2Deposit(V2Status.OK, desired0, needed1.amount());
        }
        V2Quote needed0 = V2Library.quote(desired1, pair.reserve1(), pair.reserve0());
        if (!needed0.status().ok()) {
            return refused(needed0.status());
        }
        return needed0.amount().isLessThan(least0)
                ? refused(V2Status.ROUTER_INSUFFICIENT_A_AMOUNT)
                : new V2Deposit(V2Status.OK, needed0.amount(), desired1);
    }

    private static V2Deposit refused(V2Status status) {
        return new V2Deposit(status, UInt256.ZERO, UInt256.ZERO);
    }
}
