package catallaxy.environment.market.margin;

/** Where the index of a derivative comes from: the price of what it is a derivative of. */
public enum IndexSource {
    /** The world's price, which nobody in the market moves. */
    WORLD,
    /** The median of what the venues show that trade the same two assets for each other; the world's price where there is none. */
    VENUES
}
