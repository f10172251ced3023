package catallaxy.environment.market.venue.stableswap;

import catallaxy.environment.base.number.UInt256;

/** The checked arithmetic of the deployed pools: OpenZeppelin 3.4.1's {@code SafeMath}, with its revert strings. Division rounds down. */
final class SafeMath {
    private static final String ADDITION = "SafeMath: addition overflow";
    private static final String SUBTRACTION = "SafeMath: subtraction overflow";
    private static final String MULTIPLICATION = "SafeMath: multiplication overflow";
    private static final String DIVISION = "SafeMath: division by zero";

    private SafeMath() {}

    static UInt256 plus(UInt256 a, UInt256 b) {
        if (a.plusOverflows(b)) {
            throw new StableSwapRevert(ADDITION);
        }
        return a.plusWrapping(b);
    }

    static UInt256 minus(UInt256 a, UInt256 b) {
        if (a.isLessThan(b)) {
            throw new StableSwapRevert(SUBTRACTION);
        }
        return a.minusWrapping(b);
    }

    static UInt256 times(UInt256 a, UInt256 b) {
        if (a.timesOverflows(b)) {
            throw new StableSwapRevert(MULTIPLICATION);
        }
        return a.timesWrapping(b);
    }

    static UInt256 over(UInt256 a, UInt256 b) {
        if (b.isZero()) {
            throw new StableSwapRevert(DIVISION);
        }
        return a.dividedBy(b);
    }

    /** {@code floor(a b / c)}, whose product must fit 256 bits. */
    static UInt256 timesOver(UInt256 a, UInt256 b, UInt256 c) {
        return over(times(a, b), c);
    }

    static UInt256 difference(UInt256 a, UInt256 b) {
        return a.isLessThan(b) ? b.minusWrapping(a) : a.minusWrapping(b);
    }
}
