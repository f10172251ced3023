package catallaxy.agents.model;

import catallaxy.environment.base.check.Checks;

/**
 * What trading is multiplied by.
 *
 * @param frequency of decisions, in (0, 1]
 * @param size      of trades, in (0, 1]
 * @param slippage  that is put up with, positive
 */
public record TradingAdjustment(double frequency, double size, double slippage) {
    /** As it was. */
    public static final TradingAdjustment NONE = new TradingAdjustment(1, 1, 1);

    public TradingAdjustment {
        Checks.inRange("frequency", frequency, 0.01, 1);
        Checks.inRange("size", size, 0.01, 1);
        Checks.positive("slippage", slippage);
    }
}
