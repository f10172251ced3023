package catallaxy.environment.market.population;

import catallaxy.environment.api.command.Side;

/** On which side a position is. */
public enum PositionSide {
    /** It gains when the price rises. */
    LONG(Side.BUY),
    /** It gains when the price falls. */
    SHORT(Side.SELL);

    private final Side opening;

    PositionSide(Side opening) {
        this.opening = opening;
    }

    /** The side of the orders that open it. */
    public Side opening() {
        return opening;
    }
}
