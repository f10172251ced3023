package catallaxy.agents.model;

/**
 * What the models say of a proposed trade.
 *
 * @param go            whether to make it
 * @param sizeQuote     that it should have, at most the proposed one
 * @param expectedQuote profit after shortfall and gas at that size, quote units
 * @param confidence    probability that this profit is above 0, by a normal error of the interval's width; NaN while unknown
 * @param impactBps     expected at both venues together
 * @param toleranceBps  slippage beyond that which should be put up with, at the present volatility; infinite while unknown
 */
public record TradeAdvice(
        boolean go, double sizeQuote, double expectedQuote, double confidence, double impactBps, double toleranceBps) {}
