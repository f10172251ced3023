package catallaxy.environment.api.command;

/** Which side of a trade, seen from the participant, in the base asset. */
public enum Side {
    BUY(0),
    SELL(1);

    private final int code;

    Side(int code) {
        this.code = code;
    }

    /** Number in saved states and digests. */
    public int code() {
        return code;
    }

    /** The side of the one with whom this side trades. */
    public Side opposite() {
        return this == BUY ? SELL : BUY;
    }
}
