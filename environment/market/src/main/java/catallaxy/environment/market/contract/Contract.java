package catallaxy.environment.market.contract;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.state.StateWriter;

/**
 * A contract on a chain: state of its own, and code that runs when it is called. Whatever it changes of itself it can put back:
 * before a change it hands the {@link Frame} what undoes it. Owned by the market, which is single-threaded.
 */
public interface Contract {
    /** Ledger account in which it holds what it owns; contracts that own nothing have {@link Kind#NO_ACCOUNT}. */
    int account();

    /** Carries out a call, or says why it reverts; the frame then undoes what was done in it. */
    Result call(Frame frame, Call call);

    /** An independent contract in the same state. */
    Contract copy();

    /** Takes over the state of an earlier copy of itself, when blocks are undone. */
    void restore(Contract earlier);

    /** Writes the state, for the kind's {@code load}. */
    void save(StateWriter out);
}
