/** Derivatives with margin: what a perpetual or a dated future is, its mark price, its funding, and who holds which position. */
@NullMarked
package catallaxy.environment.market.margin;

import org.jspecify.annotations.NullMarked;
