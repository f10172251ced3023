package catallaxy.environment.market.command;

/** Which side of a trade, seen from the participant, in the base asset. */
public enum Side {
    BUY,
    SELL;

    public Side opposite() {
        return this == BUY ? SELL : BUY;
    }
}
