package catallaxy.environment.market.arbitrage;

import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.number.UInt256;
import java.util.function.DoubleUnaryOperator;

/** Base units and whole units of a market's assets. Pure functions. */
final class WholeUnits {
    private WholeUnits() {}

    /** Whole units, rounded to the nearest double. */
    static double whole(MarketView market, int asset, UInt256 units) {
        return units.doubleValue()
                / StrictMath.pow(10, market.map().assets().get(asset).decimals());
    }

    /** What an input gives by a function of whole units, rounded down to base units. */
    static UInt256 floor(MarketView market, int assetIn, int assetOut, UInt256 in, DoubleUnaryOperator out) {
        return market.map().units(assetOut, out.applyAsDouble(whole(market, assetIn, in)));
    }
}
