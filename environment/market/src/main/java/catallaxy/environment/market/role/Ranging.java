package catallaxy.environment.market.role;

import catallaxy.environment.api.Quantity;

/**
 * Offered by the settings of a role that keeps a range of prices in a pool: its actions are {@link #WIDTH}, {@link #SKEW} and {@link #REBALANCE} of
 * the pool, and it observes its {@code VOLATILITY}.
 */
public interface Ranging {
    /** How far a range reaches above its centre, as a fraction, and below in the same ratio. */
    Quantity WIDTH = new Quantity("width");
    /** Where its centre is put: half-widths above the price. */
    Quantity SKEW = new Quantity("skew");
    /** How far the price may be from the centre before the range is moved, half-widths. */
    Quantity REBALANCE = new Quantity("rebalance");

    /** Index of the pool. */
    int pool();

    /** The greatest width. */
    double maxWidth();
}
