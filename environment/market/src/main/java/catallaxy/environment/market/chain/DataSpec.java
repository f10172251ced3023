package catallaxy.environment.market.chain;

/**
 * Where a rollup of a scenario posts its users' data, and what it charges them for it.
 *
 * @param settlesOn name of the chain that has the blobs, or {@link #NOWHERE}
 * @param data      what a transaction is charged, where there is such a chain
 */
public record DataSpec(String settlesOn, DataFee data) {
    /** What stands for no chain. */
    public static final String NOWHERE = "none";

    /** A chain that charges for gas alone. */
    public static final DataSpec NONE = new DataSpec(NOWHERE, new DataFee(0.5, 5_227, 1_014_213));

    /** Whether data is charged for at all. */
    public boolean isCharged() {
        return !settlesOn.equals(NOWHERE);
    }
}
