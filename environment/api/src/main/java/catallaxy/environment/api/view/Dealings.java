package catallaxy.environment.api.view;

import catallaxy.environment.api.PendingTransaction;
import java.util.List;

/** What a participant has sent to a market, and what it cost. */
public interface Dealings {
    /**
     * How much of what was sent to a place has had no effect yet: commands on their way to an exchange, transactions that are
     * neither executed nor dropped on a chain.
     */
    int pending(int place);

    /** Nonce of the transaction that a block of a chain can execute next: how many were executed there. */
    long nonce(int chain);

    /**
     * Transactions that were sent to a chain and are neither executed nor dropped: those that wait, by nonce, then those on their way
     * in the order in which they were sent.
     */
    List<PendingTransaction> transactions(int chain);

    /** Mean time that a message takes to a place. */
    long meanDelayNanos(int place);

    /** Executions since the start: each match on a book, each swap on a chain. */
    long fills();

    /** Fees and gas paid since the start, quote units at the prices of their moments. */
    double costsQuote();

    /** How much of what was sent since the start was refused, dropped or reverted. */
    long refusals();
}
