package catallaxy.environment.api.venue;

import catallaxy.environment.api.command.Side;

/**
 * An order that rests in a book, as its owner sees it.
 *
 * @param clientOrderId the id under which it was placed
 * @param priceTicks    limit price in the venue's ticks
 * @param lots          that are left of it
 */
public record OpenOrder(long clientOrderId, Side side, long priceTicks, long lots) {}
