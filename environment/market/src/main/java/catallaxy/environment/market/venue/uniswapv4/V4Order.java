package catallaxy.environment.market.venue.uniswapv4;

import catallaxy.environment.base.number.Int256;
import catallaxy.environment.base.number.UInt256;

/**
 * What somebody asks of a pool.
 *
 * @param zeroForOne    whether currency0 is paid in
 * @param specified     base units: negative for an exact input, fee included; positive for an exact output
 * @param limitX96      square-root price at which the swap stops, with less than the amount if it must
 */
public record V4Order(boolean zeroForOne, Int256 specified, UInt256 limitX96) {
    /** Whether the input is exact. */
    public boolean exactIn() {
        return specified.isNegative();
    }

    V4Order of(Int256 amount) {
        return new V4Order(zeroForOne, amount, limitX96);
    }
}
