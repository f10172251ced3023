package catallaxy.environment.market.pool;

import catallaxy.environment.market.arithmetic.UInt256;

/** How many liquidity shares a pair gives, as its contract computes them: every division rounds down. */
final class V2Shares {
    private V2Shares() {}

    /** Shares for the first deposit: {@code floor(√(amount0 · amount1)) − 1000}. */
    static V2Quote first(UInt256 amount0, UInt256 amount1) {
        if (amount0.timesOverflows(amount1)) {
            return V2Quote.reverted(V2Status.MUL_OVERFLOW);
        }
        UInt256 root = amount0.timesExact(amount1).sqrt();
        return root.isLessThan(V2Pair.MINIMUM_LIQUIDITY)
                ? V2Quote.reverted(V2Status.SUB_UNDERFLOW)
                : V2Quote.of(root.minusExact(V2Pair.MINIMUM_LIQUIDITY));
    }

    /** Shares for a later deposit: the smaller of {@code amount · supply / reserve} over both assets. */
    static V2Quote further(UInt256 supply, UInt256 amount0, UInt256 amount1, UInt256 reserve0, UInt256 reserve1) {
        if (amount0.timesOverflows(supply) || amount1.timesOverflows(supply)) {
            return V2Quote.reverted(V2Status.MUL_OVERFLOW);
        }
        if (reserve0.isZero() || reserve1.isZero()) {
            return V2Quote.reverted(V2Status.DIVISION_BY_ZERO);
        }
        UInt256 shares0 = amount0.mulDivFloor(supply, reserve0);
        return V2Quote.of(shares0.min(amount1.mulDivFloor(supply, reserve1)));
    }

    /**
     * Shares for the protocol, a sixth of the growth of √k: {@code supply · (√k − √kLast) / (5 √k + √kLast)}.
     *
     * @param k product of the reserves now
     * @param kLast product after the last liquidity event, or zero: nothing is owed
     */
    static V2Quote protocol(UInt256 supply, UInt256 k, UInt256 kLast) {
        UInt256 root = k.sqrt();
        UInt256 rootLast = kLast.sqrt();
        if (kLast.isZero() || !rootLast.isLessThan(root)) {
            return V2Quote.of(UInt256.ZERO);
        }
        UInt256 growth = root.minusExact(rootLast);
        if (supply.timesOverflows(growth)) {
            return V2Quote.reverted(V2Status.MUL_OVERFLOW);
        }
        UInt256 denominator = root.timesExact(UInt256.of(5)).plusExact(rootLast);
        UInt256 shares = supply.mulDivFloor(growth, denominator);
        return exceeds(supply, shares) ? V2Quote.reverted(V2Status.ADD_OVERFLOW) : V2Quote.of(shares);
    }

    /** Whether a supply grown by {@code shares} is beyond the ledger's 2^255 − 1; the contract's bound is 2^256 − 1. */
    static boolean exceeds(UInt256 supply, UInt256 shares) {
        return supply.plusOverflows(shares) || supply.plusExact(shares).bitLength() > 255;
    }
}
