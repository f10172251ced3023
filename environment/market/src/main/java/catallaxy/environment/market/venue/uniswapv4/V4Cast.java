package catallaxy.environment.market.venue.uniswapv4;

import catallaxy.environment.base.number.Int256;
import catallaxy.environment.base.number.UInt256;

/** Casts to narrower numbers, which revert with {@code SafeCastOverflow}. Source: {@code SafeCast.sol} of v4-core 1.0.2. */
final class V4Cast {
    /** The contracts' error of a number that does not fit. */
    static final String OVERFLOW = "SafeCastOverflow";
    /** The contracts' error of checked arithmetic. */
    static final String PANIC = "Panic(17)";

    private V4Cast() {}

    /** An unsigned number as one of 128 signed bits. */
    static Int256 int128(UInt256 number) {
        V4Revert.unless(number.bitLength() < 128, OVERFLOW);
        return Int256.of(number);
    }

    /** A signed number as one of 128 bits. */
    static Int256 int128(Int256 number) {
        V4Revert.unless(number.fits(128), OVERFLOW);
        return number;
    }

    /** An unsigned number as one of 256 signed bits. */
    static Int256 int256(UInt256 number) {
        V4Revert.unless(number.bitLength() < 256, OVERFLOW);
        return Int256.of(number);
    }
}
