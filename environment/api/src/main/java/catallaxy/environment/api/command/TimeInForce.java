package catallaxy.environment.api.command;

/** How long an order may stand and whether it may take. */
public enum TimeInForce {
    /** Good till cancelled: takes what it can, rests with the remainder. */
    GTC(0),
    /** Immediate or cancel: takes what it can, the remainder is cancelled. */
    IOC(1),
    /** Fill or kill: takes everything or nothing. */
    FOK(2),
    /** Rests or is rejected; never takes. */
    POST_ONLY(3);

    private final int code;

    TimeInForce(int code) {
        this.code = code;
    }

    /** Number in saved states. */
    public int code() {
        return code;
    }
}
