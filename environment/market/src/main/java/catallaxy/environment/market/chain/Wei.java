package catallaxy.environment.market.chain;

import catallaxy.environment.base.number.UInt256;

/** Products of wei and gas, which may exceed 64 bits. */
final class Wei {
    private Wei() {}

    /** The exact product of two non-negative numbers. */
    static UInt256 times(long wei, long gas) {
        return UInt256.ofLimbs(0, 0, Math.multiplyHigh(wei, gas), wei * gas);
    }
}
