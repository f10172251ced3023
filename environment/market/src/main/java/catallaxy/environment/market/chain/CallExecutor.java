package catallaxy.environment.market.chain;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/** Carries out the calls of a chain's transactions: each wholly, or not at all. */
public interface CallExecutor {
    /** Executes a call with at most so much gas; every effect of one that reverts is undone. */
    Execution execute(long now, int participant, Call call, long gasLimit);

    /**
     * What a call takes from its sender of the chain's gas asset, base units. The calls of a batch spend what the sender
     * has by then, so that a batch takes nothing beforehand.
     */
    UInt256 value(Call call);

    /** What the chain charges at present for a call's data besides gas, wei; nothing unless it posts data elsewhere. */
    UInt256 dataFee(Call call);

    /**
     * Begins a trial: what is executed until its end is taken back then, and nothing is told of it. Trials stand in each other.
     */
    void beginTrial();

    /** Ends the latest trial: ledger and contracts are as they were when it began. */
    void endTrial();

    /** Whether what is executed is only tried. */
    boolean isTrial();

    /** Begins to remember what blocks change beyond ledger and chain: contracts, messages. */
    void record();

    /** Ends what {@link #record} began; what the block changed, to be undone. */
    Effects recorded();

    /**
     * Puts back what a block changed, the latest block first.
     *
     * @param confirmations how many blocks there are since it, itself included
     */
    void undo(long now, Effects effects, int confirmations);

    /** What a block changes that has no transactions. */
    Effects nothing();

    /** Whether a venue is on this chain. */
    boolean isHere(int venue);

    /** What a block changed beyond ledger and chain. Immutable, and of any market with the same state. */
    interface Effects {
        /** Writes them. */
        void save(StateWriter out);
    }

    /** Reads {@link Effects} back. */
    @FunctionalInterface
    interface EffectsReader {
        /** Reads what {@link Effects#save} wrote. */
        Effects read(StateReader in);
    }
}
