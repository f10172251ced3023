package catallaxy.environment.market.venue.balancer;

import catallaxy.environment.base.number.UInt256;

/** What a way into or out of a pool moves: base units of each asset, and shares. Owned by its maker. */
final class BalancerChange {
    private final UInt256[] amounts;
    private final UInt256 shares;

    BalancerChange(UInt256[] amounts, UInt256 shares) {
        this.amounts = amounts;
        this.shares = shares;
    }

    UInt256[] amounts() {
        return amounts;
    }

    UInt256 shares() {
        return shares;
    }
}
