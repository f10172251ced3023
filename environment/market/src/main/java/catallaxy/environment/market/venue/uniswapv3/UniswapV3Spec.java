package catallaxy.environment.market.venue.uniswapv3;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.venue.VenueSpec;

/**
 * A Uniswap V3 pool; token0 is the base asset and token1 the quote asset.
 *
 * @param chain        index of the chain
 * @param reserve0     base asset that there is for the first position, base units; with {@code reserve1} it is the initial price
 * @param reserve1     quote asset that there is for the first position, base units
 * @param feePips      millionths of what is paid in, 0…999,999
 * @param tickSpacing  distance of the ticks at which positions may begin and end, 1…16,383
 * @param rangePercent how far above the price, per cent, the first position reaches, and below in the same ratio; 0 for all prices
 * @param rangeShare   part of the reserves that this range gets, 0 to 1; the rest is for all prices
 * @param feeProtocol  the protocol takes one of so many parts of the fee, 4 to 10; 0 for none
 * @param observations how many observations of its tick it keeps, 1…65,535
 */
public record UniswapV3Spec(
        String id,
        int chain,
        int base,
        int quote,
        UInt256 reserve0,
        UInt256 reserve1,
        int feePips,
        int tickSpacing,
        double rangePercent,
        double rangeShare,
        int feeProtocol,
        int observations)
        implements VenueSpec.OnChain {
    public UniswapV3Spec {
        Checks.that(base != quote, "venue " + id, "two different assets", "the same twice");
        Checks.that(reserve0.bitLength() <= 112, "reserve0", "less than 2^112 base units", reserve0);
        Checks.that(reserve1.bitLength() <= 112, "reserve1", "less than 2^112 base units", reserve1);
        Checks.inRange("feePips", feePips, 0, 999_999);
        Checks.inRange("tickSpacing", tickSpacing, 1, V3Pool.MAX_TICK_SPACING);
        Checks.that(rangePercent >= 0 && rangePercent <= 1e6, "rangePercent", "0 to 1,000,000", rangePercent);
        Checks.that(rangeShare >= 0 && rangeShare <= 1, "rangeShare", "0 to 1", rangeShare);
        Checks.that(
                feeProtocol == 0 || (feeProtocol >= 4 && feeProtocol <= 10),
                "feeProtocol",
                "0, or 4 to 10",
                feeProtocol);
        Checks.inRange("observations", observations, 1, V3Pool.MAX_OBSERVATIONS);
    }
}
