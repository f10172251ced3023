package catallaxy.environment.market.venue.balancer;

import catallaxy.environment.base.number.UInt256;

/**
 * What a pool computes with: a kind of pool with its fixed parameters. Balances and amounts are in 18 decimals, in the order of the
 * pool's assets; what the pool pays rounds down, what it is paid rounds up.
 */
public sealed interface BalancerCurve permits WeightedCurve, StableCurve {
    /** How many assets it is for; zero if any number. */
    int assets();

    /** The invariant, rounded down. */
    UInt256 invariant(UInt256[] balances);

    /** Shares of the first deposit, those that nobody gets included. */
    UInt256 firstShares(UInt256[] amounts);

    /** Output of an exact input. */
    UInt256 outGivenIn(UInt256[] balances, int in, int out, UInt256 amountIn);

    /** Input of an exact output. */
    UInt256 inGivenOut(UInt256[] balances, int in, int out, UInt256 amountOut);

    /** Shares for exact amounts. */
    UInt256 sharesForExactIn(UInt256[] balances, UInt256[] amounts, UInt256 supply, UInt256 fee);

    /** Amount of one asset for exact shares. */
    UInt256 inForShares(UInt256[] balances, int asset, UInt256 shares, UInt256 supply, UInt256 fee);

    /** Shares to give for exact amounts. */
    UInt256 sharesForExactOut(UInt256[] balances, UInt256[] amounts, UInt256 supply, UInt256 fee);

    /** Amount of one asset that exact shares give. */
    UInt256 outForShares(UInt256[] balances, int asset, UInt256 shares, UInt256 supply, UInt256 fee);
}
