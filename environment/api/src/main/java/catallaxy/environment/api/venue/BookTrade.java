package catallaxy.environment.api.venue;

import catallaxy.environment.api.command.Side;

/**
 * A match on a book, as everybody sees it.
 *
 * @param price whole quote units per whole base unit
 * @param size  whole base units, positive
 * @param taker whether the order that did not rest bought or sold
 */
public record BookTrade(double price, double size, Side taker) {}
