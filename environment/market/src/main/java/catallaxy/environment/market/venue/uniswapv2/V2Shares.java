package catallaxy.environment.market.venue.uniswapv2;

import catallaxy.environment.base.number.UInt256;

/** How many liquidity shares a pair gives, as its contract computes them: every division rounds down. */
final class V2Shares {
    /** Shares locked for ever by the first mint. */
    static final UInt256 MINIMUM = UInt256.of(1000);

    private V2Shares() {}

    /**
     * Shares for a deposit.
     * The first gives {@code floor(√(amount0 · amount1)) − 1000}, a later one the smaller of
     * {@code amount · supply / reserve} over both assets.
     */
    static V2Quote minted(UInt256 supply, V2Amounts paid, V2Amounts reserves) {
        V2Quote shares = supply.isZero() ? first(paid) : further(supply, paid, reserves);
        if (shares.status().ok() && shares.amount().isZero()) {
            return V2Quote.reverted(V2Status.INSUFFICIENT_LIQUIDITY_MINTED);
        }
        return shares.status().ok() && exceeds(supply, shares.amount())
                ? V2Quote.reverted(V2Status.ADD_OVERFLOW)
                : shares;
    }

    private static V2Quote first(V2Amounts paid) {
        if (paid.amount0().timesOverflows(paid.amount1())) {
            return V2Quote.reverted(V2Status.MUL_OVERFLOW);
        }
        UInt256 root = paid.product().sqrt();
        return root.isLessThan(MINIMUM)
                ? V2Quote.reverted(V2Status.SUB_UNDERFLOW)
                : V2Quote.of(root.minusExact(MINIMUM));
    }

    private static V2Quote further(UInt256 supply, V2Amounts paid, V2Amounts reserves) {
        if (paid.amount0().timesOverflows(supply) || paid.amount1().timesOverflows(supply)) {
            return V2Quote.reverted(V2Status.MUL_OVERFLOW);
        }
        if (reserves.eitherIsZero()) {
            return V2Quote.reverted(V2Status.DIVISION_BY_ZERO);
        }
        UInt256 shares0 = paid.amount0().mulDivFloor(supply, reserves.amount0());
        return V2Quote.of(shares0.min(paid.amount1().mulDivFloor(supply, reserves.amount1())));
    }

    /** What burning {@code shares} pays out: {@code shares · balance / supply} of both assets. */
    static V2Burn burned(UInt256 supply, UInt256 shares, V2Amounts balances) {
        if (shares.timesOverflows(balances.amount0()) || shares.timesOverflows(balances.amount1())) {
            return V2Burn.reverted(V2Status.MUL_OVERFLOW);
        }
        if (supply.isZero()) {
            return V2Burn.reverted(V2Status.DIVISION_BY_ZERO);
        }
        UInt256 amount0 = shares.mulDivFloor(balances.amount0(), supply);
        UInt256 amount1 = shares.mulDivFloor(balances.amount1(), supply);
        return amount0.isZero() || amount1.isZero()
                ? V2Burn.reverted(V2Status.INSUFFICIENT_LIQUIDITY_BURNED)
                : new V2Burn(V2Status.OK, amount0, amount1);
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
    private static boolean exceeds(UInt256 supply, UInt256 shares) {
        return supply.plusOverflows(shares) || supply.plusExact(shares).bitLength() > 255;
    }
}
