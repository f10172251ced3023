package catallaxy.environment.market.chain;

/** Gas that a chain itself charges; what a call uses beside it, the contracts say that it runs through. */
public final class GasSchedule {
    /** Gas of every transaction. */
    public static final long TRANSACTION = 21_000;
    /** Gas used by a transaction whose deadline has passed, which the router looks at first. */
    public static final long EXPIRED = TRANSACTION + 3_000;

    private GasSchedule() {}
}
