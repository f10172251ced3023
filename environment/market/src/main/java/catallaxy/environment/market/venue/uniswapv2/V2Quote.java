package catallaxy.environment.market.venue.uniswapv2;

import catallaxy.environment.base.number.UInt256;

/**
 * An amount asked of {@link V2Library}, in base units.
 *
 * @param amount zero unless the status is {@link V2Status#OK}
 */
public record V2Quote(V2Status status, UInt256 amount) {
    static V2Quote of(UInt256 amount) {
        return new V2Quote(V2Status.OK, amount);
    }

    static V2Quote reverted(V2Status status) {
        return new V2Quote(status, UInt256.ZERO);
    }
}
