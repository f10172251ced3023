package catallaxy.environment.market.venue.uniswapv4;

import catallaxy.environment.base.number.UInt256;

/**
 * What a pool did for a swap, before hooks take their part.
 *
 * @param delta      of the swapper
 * @param toProtocol the protocol's part of the fee, base units of what is paid in
 * @param feePips    of liquidity and protocol together
 * @param crossed    initialised ticks
 */
public record V4Trade(V4Delta delta, UInt256 toProtocol, int feePips, int crossed) {}
