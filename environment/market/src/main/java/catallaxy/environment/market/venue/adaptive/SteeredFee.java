package catallaxy.environment.market.venue.adaptive;

import catallaxy.environment.base.number.UInt256;

/** A fee that one participant sets within bounds, and what swaps have brought the pool since the start. */
public interface SteeredFee extends FeeRule {
    /** Name of the participant who may set it. */
    String controller();

    /** Between what it may be set. */
    FeeBounds bounds();

    /** The rule with another fee, which lies within the bounds. */
    SteeredFee set(int pips);

    /** Sums over all swaps so far, base units, fees included. */
    record Flow(UInt256 baseIn, UInt256 baseOut, UInt256 quoteIn, UInt256 quoteOut) {
        /** Nothing yet. */
        public static final Flow NONE = new Flow(UInt256.ZERO, UInt256.ZERO, UInt256.ZERO, UInt256.ZERO);

        Flow with(SeenSwap swap) {
            return swap.baseForQuote()
                    ? new Flow(baseIn.plusExact(swap.base()), baseOut, quoteIn, quoteOut.plusExact(swap.quote()))
                    : new Flow(baseIn, baseOut.plusExact(swap.base()), quoteIn.plusExact(swap.quote()), quoteOut);
        }
    }

    /** What swaps have brought and taken. */
    Flow flow();
}
