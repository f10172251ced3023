package catallaxy.environment.market.venue.uniswapv4;

import catallaxy.environment.base.number.Int256;

/**
 * What somebody gets of a pool's two currencies, or owes where it is negative; base units that fit 128 bits.
 * Source: {@code BalanceDelta.sol} of v4-core 1.0.2.
 */
public record V4Delta(Int256 amount0, Int256 amount1) {
    /** Nothing of either. */
    public static final V4Delta ZERO = new V4Delta(Int256.ZERO, Int256.ZERO);

    public V4Delta {
        V4Cast.int128(amount0);
        V4Cast.int128(amount1);
    }

    /** Amounts of which the first is of currency0 if {@code zeroFirst}, else of currency1. */
    static V4Delta ordered(boolean zeroFirst, Int256 first, Int256 second) {
        return zeroFirst ? new V4Delta(first, second) : new V4Delta(second, first);
    }

    V4Delta plus(V4Delta other) {
        return new V4Delta(amount0.plusExact(other.amount0), amount1.plusExact(other.amount1));
    }

    V4Delta minus(V4Delta other) {
        return new V4Delta(amount0.minusExact(other.amount0), amount1.minusExact(other.amount1));
    }

    boolean isZero() {
        return amount0.isZero() && amount1.isZero();
    }
}
