package catallaxy.environment.api.view;

import catallaxy.environment.api.BundleBid;
import catallaxy.environment.api.BundleTrial;
import catallaxy.environment.api.PublicTransaction;
import catallaxy.environment.api.command.BundleItem;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.base.number.UInt256;
import java.util.List;

/** What can be seen of a chain at present. */
public interface ChainView {
    /** The asset in which gas is paid. */
    int gasAsset();

    /** Time from one block to the next, as a rule. */
    long blockTimeNanos();

    /** Number of the latest block. */
    long blockNumber();

    /** Base fee of the next block, wei per gas. */
    long baseFeeWei();

    /** Blob base fee of the next block, wei per unit of blob gas; 0 on a chain without blobs. */
    default long blobBaseFeeWei() {
        return 0;
    }

    /**
     * What a transaction with this call pays at present for its data besides gas, wei; nothing unless the chain posts data in
     * blobs of another chain. The price is that of the moment when a block takes the transaction.
     */
    default UInt256 dataFeeWei(Call call) {
        return UInt256.ZERO;
    }

    /** Gas units of a transaction whose call succeeds, in the usual case. */
    long gasEstimate(Call call);

    /** Gas units that a transaction is limited to whose sender asks for enough: they suffice in nearly every case. */
    default long gasLimit(Call call) {
        return gasEstimate(call);
    }

    /** Gas units of a transaction that swaps on one venue of the chain, in the usual case. */
    long swapGas(int venue);

    /** A transaction with the next nonce and enough gas that can pay twice the base fee and tips a tenth of it. */
    MarketCommand.SubmitTransaction transaction(Call call, long deadlineNanos);

    /** All transactions that wait in the mempool, in the order of their arrival; none where it cannot be seen. */
    default List<PublicTransaction> mempool() {
        return List.of();
    }

    /** What bundles that wait bid, in the order of their arrival; none where bids are sealed or there are no bundles. */
    default List<BundleBid> bundleBids() {
        return List.of();
    }

    /** Whether {@link #bundleBids} shows what is bid. */
    default boolean showsBids() {
        return false;
    }

    /**
     * What would become of a bundle of a participant's at the top of the next block, as the chain and its mempool are now.
     *
     * @param items at most {@link MarketCommand#MOST_ITEMS}
     */
    default BundleTrial simulate(int participant, List<BundleItem> items) {
        return new BundleTrial("CANNOT_BE_TRIED", 0, List.of(), List.of());
    }

    /** Whether builders take bundles. */
    default boolean takesBundles() {
        return false;
    }

    /** The earliest round of the express lane that can still be bid for; −1 on a chain without one. */
    default long openRound() {
        return -1;
    }

    /** Whether a participant's transactions come first at present. */
    default boolean isFirst(int participant) {
        return false;
    }
}
