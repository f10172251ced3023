package catallaxy.environment.api.view;

/** What a participant has sent to a market, and what it cost. */
public interface Dealings {
    /**
     * How much of what was sent to a place has had no effect yet: commands on their way to an exchange, transactions that are
     * neither executed nor dropped on a chain.
     */
    int pending(int place);

    /** Mean time that a message takes to a place. */
    long meanDelayNanos(int place);

    /** Executions since the start: each match on a book, each swap on a chain. */
    long fills();

    /** Fees and gas paid since the start, quote units at the prices of their moments. */
    double costsQuote();

    /** How much of what was sent since the start was refused, dropped or reverted. */
    long refusals();
}
