package catallaxy.environment.market.venue.adaptive;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;

/**
 * A swap as the rule of its pool's fee sees it.
 *
 * @param timeNanos    of its block
 * @param tick         of the price after it: price = 1.0001^tick, quote for base in base units
 * @param baseForQuote whether base was paid in
 * @param base         that moved, base units, fee included where it was paid in
 * @param quote        that moved
 */
public record SeenSwap(long timeNanos, int tick, boolean baseForQuote, UInt256 base, UInt256 quote) {
    public SeenSwap {
        Checks.present("base", "an amount", base);
        Checks.present("quote", "an amount", quote);
    }
}
