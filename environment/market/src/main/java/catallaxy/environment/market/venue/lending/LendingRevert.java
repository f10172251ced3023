package catallaxy.environment.market.venue.lending;

/**
 * What unwinds an operation that reverts, from however deep in the arithmetic to the pool, which makes it a result. It never leaves
 * this package, and carries no stack.
 */
final class LendingRevert extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    LendingRevert(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
