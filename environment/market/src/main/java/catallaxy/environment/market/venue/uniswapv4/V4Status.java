package catallaxy.environment.market.venue.uniswapv4;

/**
 * How a transaction ended.
 *
 * @param error name of the contract's error, without arguments; empty if it succeeded
 */
public record V4Status(String error) {
    /** Success. */
    public static final V4Status OK = new V4Status("");

    /** Whether it succeeded. */
    public boolean ok() {
        return error.isEmpty();
    }

    /** {@code ok}, or the error. */
    public String reason() {
        return ok() ? "ok" : error;
    }
}
