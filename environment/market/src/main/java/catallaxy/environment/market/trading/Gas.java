package catallaxy.environment.market.trading;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.view.ChainView;
import catallaxy.environment.api.view.Gateway;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.number.UInt256;
import java.util.List;

/** What transactions cost, and what must be left to pay for them. */
public final class Gas {
    /** Gas units that stay reserved at twice the base fee: about ten swaps. */
    private static final long RESERVED_GAS = 1_500_000;

    private static final double WEI_PER_WHOLE = 1e18;
    private static final int RESERVED_SWAPS = 10;
    /** A swap on one venue, whichever: what its data costs does not depend on that. */
    private static final Call ONE_SWAP = new Call.Swap(List.of(0), 0, UInt256.ZERO, UInt256.ZERO);

    private Gas() {}

    /** Cost of a call at the current base fee, its data included, quote units. */
    public static double costQuote(MarketView market, int chain, Call call) {
        ChainView view = market.chain(chain);
        return costQuote(market, view, view.gasEstimate(call), call);
    }

    /** Cost of one swap on a venue of a chain at the current base fee, its data included, quote units. */
    public static double ofSwapQuote(MarketView market, int venue) {
        ChainView chain = market.chain(market.map().venue(venue).place());
        return costQuote(market, chain, chain.swapGas(venue), ONE_SWAP);
    }

    private static double costQuote(MarketView market, ChainView chain, long gas, Call call) {
        double whole = gas * (chain.baseFeeWei() / WEI_PER_WHOLE) + dataFee(chain, call);
        return whole * market.prices().atVenues(chain.gasAsset());
    }

    private static double dataFee(ChainView chain, Call call) {
        return chain.dataFeeWei(call).doubleValue() / WEI_PER_WHOLE;
    }

    /** Whole units of the gas asset that a participant keeps on the chain to pay for transactions. */
    public static double reserve(MarketView market, int chain) {
        ChainView view = market.chain(chain);
        return 2.0 * RESERVED_GAS * (view.baseFeeWei() / WEI_PER_WHOLE)
                + 2.0 * RESERVED_SWAPS * dataFee(view, ONE_SWAP);
    }

    /** Free whole units at a place that may be traded: on a chain, of its gas asset, all but the {@link #reserve}. */
    public static double spendable(MarketView market, int participant, int place, int asset) {
        double free = market.holdings(participant).free(place, asset);
        boolean isGas = market.map().isChain(place) && market.chain(place).gasAsset() == asset;
        return isGas ? StrictMath.max(0, free - reserve(market, place)) : free;
    }

    /**
     * Sends a call with a deadline of {@code blocks} block times, if the participant owns the gas at the fee cap, without
     * which the chain would refuse it; else it counts as rejected.
     *
     * @return whether it was sent
     */
    public static boolean send(MarketView market, Gateway gateway, int chain, Call call, int blocks) {
        ChainView view = market.chain(chain);
        long delay = market.dealings(gateway.participant()).meanDelayNanos(chain);
        long deadline = market.timeNanos() + delay + blocks * view.blockTimeNanos();
        MarketCommand.SubmitTransaction transaction = view.transaction(call, deadline);
        UInt256 dearest = UInt256.of(view.gasLimit(call))
                .timesExact(UInt256.of(transaction.maxFeePerGasWei()))
                .plusExact(view.dataFeeWei(call));
        if (market.holdings(gateway.participant())
                .balance(chain, view.gasAsset())
                .isLessThan(dearest)) {
            gateway.notSent(transaction, "INSUFFICIENT_FUNDS_FOR_GAS");
            return false;
        }
        gateway.submit(transaction);
        return true;
    }
}
