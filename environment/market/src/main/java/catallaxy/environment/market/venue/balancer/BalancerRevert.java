package catallaxy.environment.market.venue.balancer;

/** What ends a computation as the contracts' {@code _revert} does; the vault's operations turn it into a result. Without a stack trace. */
final class BalancerRevert extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param reason {@code BAL#} and three digits, or a token's own string */
    BalancerRevert(String reason) {
        super(reason, null, false, false);
    }

    /** The revert string. */
    String reason() {
        return String.valueOf(getMessage());
    }

    static void unless(boolean condition, BalancerError error) {
        if (!condition) {
            throw error.revert();
        }
    }
}
