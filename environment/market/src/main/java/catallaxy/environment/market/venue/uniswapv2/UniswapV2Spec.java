package catallaxy.environment.market.venue.uniswapv2;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.venue.VenueSpec;

/**
 * A Uniswap V2 pool; token0 is the base asset and token1 the quote asset.
 *
 * @param chain    index of the chain
 * @param reserve0 initial reserve of the base asset, base units
 * @param reserve1 initial reserve of the quote asset, base units
 * @param feeOn    whether the protocol takes a sixth of the liquidity providers' fee
 */
public record UniswapV2Spec(
        String id, int chain, int base, int quote, UInt256 reserve0, UInt256 reserve1, boolean feeOn)
        implements VenueSpec.OnChain {
    public UniswapV2Spec {
        Checks.that(base != quote, "venue " + id, "two different assets", "the same twice");
        Checks.that(reserve0.bitLength() <= 112, "reserve0", "less than 2^112 base units", reserve0);
        Checks.that(reserve1.bitLength() <= 112, "reserve1", "less than 2^112 base units", reserve1);
    }
}
