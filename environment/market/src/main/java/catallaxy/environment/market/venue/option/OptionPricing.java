package catallaxy.environment.market.venue.option;

import catallaxy.environment.api.venue.OptionRight;

/**
 * What options cost and bring at a moment, without interest: Black's price at the surface's volatility, which rises with the part of the
 * vault's collateral that is in use and has a spread around it. Immutable.
 *
 * @param underlying price of it, whole quote units per whole base unit; positive
 * @param atMoney    volatility at the money
 * @param timeNanos  now
 */
record OptionPricing(OptionSpec.Terms terms, double underlying, double atMoney, long timeNanos) {
    private static final double YEAR_NANOS = 365 * 86_400e9;

    /**
     * An option as it is priced.
     *
     * @param strike whole quote units per whole base unit
     * @param use    part of its collateral that is in use, 0 to 1
     */
    record Priced(OptionRight right, double strike, long expiryNanos, double use) {}

    /** The option at the present price of the underlying. */
    BlackScholes option(Priced option) {
        double years = Math.max(0, option.expiryNanos() - timeNanos) / YEAR_NANOS;
        return BlackScholes.undiscounted(underlying, option.strike(), years);
    }

    /** Volatility in the middle of what is bid and asked. */
    double volatility(Priced option) {
        double level = terms.surface()
                .volatility(option.strike(), underlying, atMoney, option(option).years());
        return level * (1 + terms.impact() * option.use());
    }

    /** What it is sold for. */
    double ask(Priced option) {
        return option(option).price(option.right(), volatility(option) * (1 + terms.spread()));
    }

    /** What it is bought for. */
    double bid(Priced option) {
        return option(option).price(option.right(), volatility(option) * (1 - terms.spread()));
    }
}
