package catallaxy.environment.market.population;

import java.util.List;

/**
 * How large a group's orders are, and the key that says so.
 *
 * @param path       of the key in the group's entry
 * @param quoteUnits worth of an order, quote units
 */
public record OrderSize(List<String> path, double quoteUnits) {
    public OrderSize {
        path = List.copyOf(path);
    }

    /** The mean of the key {@code trade-size}. */
    static OrderSize of(TradeSize size) {
        return new OrderSize(List.of("trade-size", "mean"), size.meanQuote());
    }
}
