package catallaxy.environment.market.engine;

import catallaxy.environment.api.BundleBid;
import catallaxy.environment.api.BundleTrial;
import catallaxy.environment.api.PublicTransaction;
import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.BundleItem;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.view.ChainView;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.chain.Bundle;
import catallaxy.environment.market.chain.ChainSpec;
import catallaxy.environment.market.chain.GasSchedule;
import java.util.List;

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
        return spec().blocks().blockTimeNanos();
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
    public long gasLimit(Call call) {
        return GasSchedule.TRANSACTION
                + state().layout.contracts().calls().atMost().gas(call);
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

    @Override
    public List<PublicTransaction> mempool() {
        return state().chains[chain].mempool().stream()
                .map(each ->
                        new PublicTransaction(each.participant(), each.sequence(), SeenDealings.command(chain, each)))
                .toList();
    }

    @Override
    public List<BundleBid> bundleBids() {
        return showsBids()
                ? state().chains[chain].bundles().stream()
                        .map(each -> new BundleBid(
                                each.participant(),
                                each.id(),
                                each.targets(),
                                each.terms().bidWei()))
                        .toList()
                : List.of();
    }

    @Override
    public boolean showsBids() {
        return takesBundles() && spec().blocks().building().openBids();
    }

    @Override
    public BundleTrial simulate(int participant, List<BundleItem> items) {
        List<BundleItem> limited = items.stream().map(this::limited).toList();
        Bundle.Terms terms = new Bundle.Terms(UInt256.ZERO, 0, Long.MAX_VALUE, false, MarketCommand.EVERY_BUILDER);
        Bundle bundle = new Bundle(state().transactions, participant, 0, limited, terms, "trial");
        return state().chains[chain].simulate(state().settlement, market.timeNanos(), market.calls(chain), bundle);
    }

    /** The item with a number for its gas limit. */
    BundleItem limited(BundleItem item) {
        return item instanceof BundleItem.Own(Call call, long gasLimit, long maxFee, long maxPriorityFee)
                        && gasLimit == MarketCommand.ENOUGH_GAS
                ? new BundleItem.Own(call, gasLimit(call), maxFee, maxPriorityFee)
                : item;
    }

    @Override
    public boolean takesBundles() {
        return spec().blocks().building().bundles();
    }

    @Override
    public long openRound() {
        return isLane() ? spec().blocks().building().expressLane().openRound(market.timeNanos()) : -1;
    }

    @Override
    public boolean isFirst(int participant) {
        return isLane() && state().chains[chain].lane().isHeldBy(market.timeNanos(), participant);
    }

    private boolean isLane() {
        return spec().blocks().ordering() == ChainSpec.Ordering.EXPRESS_LANE;
    }
}
