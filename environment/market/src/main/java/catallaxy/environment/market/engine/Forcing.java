package catallaxy.environment.market.engine;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.market.chain.Chain;
import catallaxy.environment.market.chain.ForcedQueue;
import catallaxy.environment.market.chain.ForcedTransaction;

/**
 * How the blocks of a chain force calls on the rollups that settle on it.
 *
 * @param chain index of the chain that takes them
 */
record Forcing(MarketState state, int chain) {
    /** Forces a call by the block that the chain is making; what takes it back. */
    Runnable force(int rollup, int participant, long gasLimit, Call call) {
        ForcedQueue forced = state.chains[rollup].forced();
        long block = state.chains[chain].blockNumber() + 1;
        forced.add(new ForcedTransaction(participant, gasLimit, call, state.timeNanos, block));
        return forced::removeLatest;
    }

    /** Takes back what the latest block of the chain has forced. */
    void recall() {
        Chain undone = state.chains[chain];
        for (int rollup = 0; rollup < state.chains.length; rollup++) {
            if (state.layout.settlesOn(rollup) == chain) {
                state.chains[rollup].forced().recall(undone.blockNumber());
            }
        }
    }
}
