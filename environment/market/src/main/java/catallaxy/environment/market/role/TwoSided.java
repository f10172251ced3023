package catallaxy.environment.market.role;

/**
 * Offered by the settings of a role that quotes both sides around a mid-price: its actions are {@code BID_OFFSET}, {@code ASK_OFFSET},
 * {@code BID_SIZE} and {@code ASK_SIZE} of the seat, and it observes {@code mid}, {@code inventory}, {@code bid_exposure},
 * {@code ask_exposure}, {@code reference_price}, {@code volatility}, {@code time_remaining} and {@code risk_scale} as a market maker does.
 */
public interface TwoSided {
    /** Largest deviation from the initial inventory, whole base units, positive. */
    double maxInventory();

    /** Quantity of a full-sized quote, whole base units, positive. */
    double quoteSize();
}
