/** Tests of the order book: against a naive one, and of its properties. */
@NullMarked
package catallaxy.environment.market.book;

import org.jspecify.annotations.NullMarked;
