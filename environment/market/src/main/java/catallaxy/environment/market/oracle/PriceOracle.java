package catallaxy.environment.market.oracle;

import catallaxy.environment.base.number.UInt256;

/** Prices of assets as a contract reads them at one moment. */
@FunctionalInterface
public interface PriceOracle {
    /** Decimals of a price. */
    int DECIMALS = 8;

    /** The price of a whole unit of an asset, in 10^-8 of the unit in which everything is counted, rounded down; 0 where there is none. */
    UInt256 priceE8(int asset);
}
