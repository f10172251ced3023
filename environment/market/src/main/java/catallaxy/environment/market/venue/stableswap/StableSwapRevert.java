package catallaxy.environment.market.venue.stableswap;

/** What ends a computation as the contract's {@code require} does; the pool's operations turn it into a result. Without a stack trace. */
final class StableSwapRevert extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StableSwapRevert(String reason) {
        super(reason, null, false, false);
    }

    /** The revert string. */
    String reason() {
        return String.valueOf(getMessage());
    }

    static void unless(boolean condition, String reason) {
        if (!condition) {
            throw new StableSwapRevert(reason);
        }
    }
}
