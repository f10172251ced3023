package catallaxy.environment.market.venue.uniswapv3;

import catallaxy.environment.base.number.UInt256;

/**
 * What a pool's fees have earned.
 *
 * @param feeGrowth0X128 fees of token0 per liquidity since the start, modulo 2^256
 * @param feeGrowth1X128 the same of token1
 * @param protocolFees0  fees of token0 that the protocol has not collected, base units
 * @param protocolFees1  the same of token1
 * @param feeProtocol    parts of the fee of which the protocol takes one: of token0 in the low four bits, of token1 in the next; 0 for none
 */
public record V3Income(
        UInt256 feeGrowth0X128, UInt256 feeGrowth1X128, UInt256 protocolFees0, UInt256 protocolFees1, int feeProtocol) {
    static V3Income of(V3State state) {
        return new V3Income(
                state.feeGrowth0X128(),
                state.feeGrowth1X128(),
                state.protocolFees0(),
                state.protocolFees1(),
                state.feeProtocol0() | (state.feeProtocol1() << 4));
    }
}
