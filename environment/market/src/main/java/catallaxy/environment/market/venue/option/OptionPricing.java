package catallaxy.environment.market.venue.option;

import catallaxy.environment.api.venue.OptionRight;

/**
 * What options cost and bring at a moment, without interest: Black's price at the volatilities of a surface, whose level rises with the
 * part of the vault's assets that is in use and has a spread around it. Bid, middle and ask are each a surface without arbitrage, one
 * above the other, so that nothing is earned for sure by dealing at them. Immutable.
 *
 * @param surface    of volatilities over strikes and times
 * @param spread     by which part of the level it sells dearer and buys cheaper
 * @param underlying price of it, whole quote units per whole base unit; positive
 * @param level      volatility at the money, with what use adds to it
 * @param timeNanos  now
 */
record OptionPricing(QuotedSurface surface, double spread, double underlying, double level, long timeNanos) {
    private static final double YEAR_NANOS = 365 * 86_400e9;

    /**
     * An option as it is priced.
     *
     * @param strike whole quote units per whole base unit
     */
    record Priced(OptionRight right, double strike, long expiryNanos) {}

    /** The same at another price of the underlying, and another level. */
    OptionPricing moved(double price, double toLevel) {
        return new OptionPricing(surface, spread, price, toLevel, timeNanos);
    }

    /** The option at the present price of the underlying. */
    BlackScholes option(Priced option) {
        return BlackScholes.undiscounted(underlying, option.strike(), years(option));
    }

    double years(Priced option) {
        return Math.max(0, option.expiryNanos() - timeNanos) / YEAR_NANOS;
    }

    /** Volatility in the middle of what is bid and asked. */
    double volatility(Priced option) {
        return volatility(option, 1);
    }

    private double volatility(Priced option, double times) {
        return surface.volatility(option.strike(), underlying, years(option), level * times);
    }

    /** What it is worth in the middle. */
    double middle(Priced option) {
        return option(option).price(option.right(), volatility(option));
    }

    /** What it is sold for. */
    double ask(Priced option) {
        return option(option).price(option.right(), volatility(option, 1 + spread));
    }

    /** What it is bought for. */
    double bid(Priced option) {
        return option(option).price(option.right(), volatility(option, 1 - spread));
    }
}
