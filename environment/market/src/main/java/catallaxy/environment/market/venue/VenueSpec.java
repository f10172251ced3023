package catallaxy.environment.market.venue;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;

/** A place where two assets are exchanged, as the scenario describes it. */
public sealed interface VenueSpec {
    String id();

    /** Index of the asset whose price is quoted. */
    int base();

    /** Index of the asset in which the price is expressed. */
    int quote();

    /**
     * One market of an order-book exchange.
     *
     * @param exchange          index of the exchange
     * @param lotUnits          base units of the base asset in one lot
     * @param quoteUnitsPerTickLot base units of the quote asset that one lot costs per tick of price
     */
    record Book(String id, int exchange, int base, int quote, long lotUnits, long quoteUnitsPerTickLot)
            implements VenueSpec {
        public Book {
            Checks.that(base != quote, "venue " + id, "two different assets", "the same twice");
            Checks.inRange("lot", "base units", lotUnits, 1, Long.MAX_VALUE);
            Checks.inRange("tick × lot", "quote base units", quoteUnitsPerTickLot, 1, Long.MAX_VALUE);
        }
    }

    /**
     * A Uniswap V2 pool; token0 is the base asset and token1 the quote asset.
     *
     * @param chain    index of the chain
     * @param reserve0 initial reserve of the base asset, base units
     * @param reserve1 initial reserve of the quote asset, base units
     * @param feeOn    whether the protocol takes a sixth of the liquidity providers' fee
     */
    record UniswapV2(String id, int chain, int base, int quote, UInt256 reserve0, UInt256 reserve1, boolean feeOn)
            implements VenueSpec {
        public UniswapV2 {
            Checks.that(base != quote, "venue " + id, "two different assets", "the same twice");
            Checks.that(reserve0.bitLength() <= 112, "reserve0", "less than 2^112 base units", reserve0);
            Checks.that(reserve1.bitLength() <= 112, "reserve1", "less than 2^112 base units", reserve1);
        }
    }
}
