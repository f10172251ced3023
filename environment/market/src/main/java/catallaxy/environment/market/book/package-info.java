/** A price-time priority limit order book: the matching engine of an exchange, without money and without time. */
@NullMarked
package catallaxy.environment.market.book;

import org.jspecify.annotations.NullMarked;
