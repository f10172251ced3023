package catallaxy.environment.market.engine;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.view.ChainView;
import catallaxy.environment.market.chain.ChainSpec;
import catallaxy.environment.market.chain.GasSchedule;

/** A chain as it stands. */
record SeenChain(EngineView market, int chain) implements ChainView {
    private MarketState state() {
        return market.state;
    }

    private ChainSpec spec() {
        return state().layout.spec().chains().get(chain);
    }

    @Override
    public int gasAsset() {
        return spec().gas().gasAsset();
    }

    @Override
    public long blockTimeNanos() {
        return spec().blockTimeNanos();
    }

    @Override
    public long blockNumber() {
        return state().chains[chain].blockNumber();
    }

    @Override
    public long baseFeeWei() {
        return state().chains[chain].baseFeeWei();
    }

    @Override
    public long blobBaseFeeWei() {
        return state().chains[chain].blobBaseFeeWei();
    }

    @Override
    public long gasEstimate(Call call) {
        return GasSchedule.TRANSACTION + state().layout.contracts().calls().gas(call);
    }

    @Override
    public long swapGas(int venue) {
        return market.swapGas(venue);
    }

    @Override
    public MarketCommand.SubmitTransaction transaction(Call call, long deadlineNanos) {
        long baseFee = baseFeeWei();
        long tip = Math.max(1, baseFee / 10);
        return new MarketCommand.SubmitTransaction(
                chain, call, MarketCommand.NEXT_NONCE, MarketCommand.ENOUGH_GAS, 2 * baseFee + tip, tip, deadlineNanos);
    }
}
