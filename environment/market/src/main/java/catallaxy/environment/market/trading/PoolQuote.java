package catallaxy.environment.market.trading;

import catallaxy.environment.market.engine.MarketEngine;

/** What a pool would give or take at its present reserves, whole units, fee included. */
public final class PoolQuote {
    private PoolQuote() {}

    /** Base bought for {@code quote}. */
    public static double baseFor(MarketEngine market, int pool, double quote) {
        return ConstantProduct.amountOut(
                quote, market.poolReserveQuote(pool), market.poolReserveBase(pool), market.feeRate(pool));
    }

    /** Quote received for {@code base}. */
    public static double quoteFor(MarketEngine market, int pool, double base) {
        return ConstantProduct.amountOut(
                base, market.poolReserveBase(pool), market.poolReserveQuote(pool), market.feeRate(pool));
    }

    /** Quote that must be paid for {@code base}. */
    public static double quoteToBuy(MarketEngine market, int pool, double base) {
        return ConstantProduct.amountIn(
                base, market.poolReserveQuote(pool), market.poolReserveBase(pool), market.feeRate(pool));
    }
}
