package catallaxy.environment.api;

/**
 * A price at which orders rest in a book.
 *
 * @param priceTicks in the venue's ticks
 * @param lots       of all orders at that price
 */
public record PriceLevel(long priceTicks, long lots) {}
