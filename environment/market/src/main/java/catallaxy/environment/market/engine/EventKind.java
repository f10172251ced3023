package catallaxy.environment.market.engine;

/** What can happen; of events at the same time the lower priority value comes first. */
public enum EventKind {
    /** The world advances one step. */
    WORLD_STEP(0, 0),
    /** The target place stops, or goes on. */
    OUTAGE(5, 7),
    /** The target venue, a market of derivatives, is marked. */
    MARK(8, 8),
    /** A bridge transfer, deposit or withdrawal arrives; the argument is its slot. */
    DELIVERY(10, 1),
    /** A command reaches the target exchange; the argument is its sender. */
    COMMAND(20, 2),
    /** A transaction reaches the mempool of the target chain; the argument is its sender. */
    TRANSACTION(30, 3),
    /** The target chain produces a block. */
    BLOCK(40, 4),
    /** The target group of the background population acts. */
    POPULATION(50, 5),
    /** The target agent decides. */
    AGENT(60, 6),
    /** A transaction that was held back reaches the mempool of the target chain. */
    HELD_TRANSACTION(35, 9);

    private static final EventKind[] KINDS = {
        WORLD_STEP, DELIVERY, COMMAND, TRANSACTION, BLOCK, POPULATION, AGENT, OUTAGE, MARK, HELD_TRANSACTION
    };

    private final int priority;
    private final int code;

    EventKind(int priority, int code) {
        this.priority = priority;
        this.code = code;
    }

    /** Lower comes first at equal times. */
    public int priority() {
        return priority;
    }

    /** Number in the event queue and in saved states. */
    int code() {
        return code;
    }

    static EventKind of(int code) {
        return KINDS[code];
    }
}
