package catallaxy.environment.market.world;

/** What a replayed world does where candles are missing. */
public enum GapPolicy {
    /** The price stays at the last close until the next candle opens. */
    HOLD,
    /** The time in which any replayed asset lacks candles is left out, for all of them. */
    SKIP,
    /** A gap is an error of the spec. */
    ERROR
}
