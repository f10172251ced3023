package catallaxy.environment.market.chain;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;

/** Carries out the calls of a chain's transactions: each wholly, or not at all. */
public interface CallExecutor {
    /** Executes a call with at most so much gas; every effect of one that reverts is undone. */
    Execution execute(long now, int participant, Call call, long gasLimit);

    /**
     * What a call takes from its sender of the chain's gas asset, base units. The calls of a batch spend what the sender
     * has by then, so that a batch takes nothing beforehand.
     */
    UInt256 value(Call call);
}
