package catallaxy.environment.market.venue.lending;

import catallaxy.environment.base.number.UInt256;

/** Arithmetic as Solidity 0.8 compiles it: what leaves 256 bits, and a division by zero, reverts. Divisions round down. */
final class CheckedMath {
    private static final int WORD_128 = 128;

    private CheckedMath() {}

    static UInt256 plus(UInt256 a, UInt256 b) {
        LendingError.OVERFLOW.unless(!a.plusOverflows(b));
        return a.plusExact(b);
    }

    static UInt256 minus(UInt256 a, UInt256 b) {
        LendingError.OVERFLOW.unless(a.isAtLeast(b));
        return a.minusExact(b);
    }

    static UInt256 times(UInt256 a, UInt256 b) {
        LendingError.OVERFLOW.unless(!a.timesOverflows(b));
        return a.timesExact(b);
    }

    static UInt256 over(UInt256 a, UInt256 b) {
        LendingError.DIVISION_BY_ZERO.unless(!b.isZero());
        return a.dividedBy(b);
    }

    /** The number itself, which must fit 128 bits. */
    static UInt256 fit128(UInt256 value) {
        LendingError.CAST.unless(value.bitLength() <= WORD_128);
        return value;
    }
}
