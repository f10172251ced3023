package catallaxy.environment.market.venue.uniswapv4;

/**
 * What unwinds a transaction that reverts, through callbacks and hooks, up to {@link V4Pools#run}, which makes it a status.
 * Carries no stack.
 */
public final class V4Revert extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String error;

    /** A revert with the name of the contract's error. */
    public V4Revert(String error) {
        super(error, null, false, false);
        this.error = error;
    }

    /** Name of the contract's error, without arguments. */
    public String error() {
        return error;
    }

    static void unless(boolean condition, String error) {
        if (!condition) {
            throw new V4Revert(error);
        }
    }
}
