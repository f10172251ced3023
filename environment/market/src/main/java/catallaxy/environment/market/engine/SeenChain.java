package catallaxy.environment.market.engine;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.view.ChainView;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.chain.ChainSpec;
import catallaxy.environment.market.chain.GasSchedule;

/**
 * A chain as it stands.
 *
 * @param swapGas {@code [venues]}: gas units of a swap, once somebody asked; 0 before
 */
@SuppressWarnings("ArrayRecordComponent") // its market's own, filled in as it is asked
record SeenChain(EngineView market, int chain, long[] swapGas) implements ChainView {
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
    public UInt256 dataFeeWei(Call call) {
        return state().dataFeeWei(chain, call);
    }

    @Override
    public long gasEstimate(Call call) {
        return GasSchedule.TRANSACTION + state().layout.contracts().calls().gas(call);
    }

    @Override
    public long swapGas(int venue) {
        if (swapGas[venue] == 0) {
            int base = market.map().venue(venue).base();
            swapGas[venue] = gasEstimate(market.quoting(venue).swap(base, Amount.of(UInt256.ONE), UInt256.ZERO));
        }
        return swapGas[venue];
    }

    @Override
    public MarketCommand.SubmitTransaction transaction(Call call, long deadlineNanos) {
        long baseFee = baseFeeWei();
        long tip = Math.max(1, baseFee / 10);
        return new MarketCommand.SubmitTransaction(
                chain, call, MarketCommand.NEXT_NONCE, MarketCommand.ENOUGH_GAS, 2 * baseFee + tip, tip, deadlineNanos);
    }
}
