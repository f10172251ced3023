package catallaxy.environment.market.engine;

/** What can happen; of events at the same time the lower priority value comes first. */
public enum EventKind {
    /** The world advances one step. */
    WORLD_STEP(0),
    /** A bridge transfer, deposit or withdrawal arrives; the argument is its slot. */
    DELIVERY(10),
    /** A command reaches the target exchange; the argument is its sender. */
    COMMAND(20),
    /** A transaction reaches the mempool of the target chain; the argument is its sender. */
    TRANSACTION(30),
    /** The target chain produces a block. */
    BLOCK(40),
    /** The target group of the background population acts. */
    POPULATION(50),
    /** The target agent decides. */
    AGENT(60);

    private static final EventKind[] KINDS = {WORLD_STEP, DELIVERY, COMMAND, TRANSACTION, BLOCK, POPULATION, AGENT};

    private final int priority;

    EventKind(int priority) {
        this.priority = priority;
    }

    /** Lower comes first at equal times. */
    public int priority() {
        return priority;
    }

    /** Number in the event queue and in saved states. */
    int code() {
        return priority / 10;
    }

    static EventKind of(int code) {
        return KINDS[code];
    }
}
