package catallaxy.environment.market.trading;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.chain.ChainSpec;
import catallaxy.environment.market.engine.MarketEngine;

/** What transactions cost, and what must be left to pay for them. */
public final class Gas {
    /** Gas units that stay reserved at twice the base fee: about ten swaps. */
    private static final long RESERVED_GAS = 1_500_000;

    private static final double WEI_PER_WHOLE = 1e18;

    private Gas() {}

    /** Cost of a call at the current base fee, quote units. */
    public static double costQuote(MarketEngine market, int chain, Call call) {
        ChainSpec spec = market.spec().chains().get(chain);
        return market.gasEstimate(call)
                * (market.baseFeeWei(chain) / WEI_PER_WHOLE)
                * market.priceAtVenues(spec.gasAsset());
    }

    /** Cost of one swap on a venue of a chain at the current base fee, quote units. */
    public static double ofSwapQuote(MarketEngine market, int venue) {
        Call swap = market.quoting(venue)
                .swap(market.spec().venues().get(venue).base(), Amount.of(UInt256.ONE), UInt256.ZERO);
        return costQuote(market, market.spec().placeOfVenue(venue), swap);
    }

    /** Whole units of the gas asset that a participant keeps on the chain to pay for transactions. */
    public static double reserve(MarketEngine market, int chain) {
        return 2.0 * RESERVED_GAS * (market.baseFeeWei(chain) / WEI_PER_WHOLE);
    }

    /** Free whole units at a place that may be traded: on a chain, of its gas asset, all but the {@link #reserve}. */
    public static double spendable(MarketEngine market, int participant, int place, int asset) {
        double free = market.holding(participant, place, asset);
        boolean isGas = place < market.spec().chains().size()
                && market.spec().chains().get(place).gasAsset() == asset;
        return isGas ? StrictMath.max(0, free - reserve(market, place)) : free;
    }

    /**
     * Sends a call with a deadline of {@code blocks} block times, if the participant owns the gas at the fee cap, without
     * which the chain would refuse it; else it counts as rejected.
     *
     * @return whether it was sent
     */
    public static boolean send(MarketEngine market, int participant, int chain, Call call, int blocks) {
        ChainSpec spec = market.spec().chains().get(chain);
        long deadline = market.timeNanos() + market.meanDelayNanos(participant, chain) + blocks * spec.blockTimeNanos();
        MarketCommand.SubmitTransaction transaction = market.transaction(chain, call, deadline);
        UInt256 dearest = UInt256.of(market.gasEstimate(call)).timesExact(UInt256.of(transaction.maxFeePerGasWei()));
        if (market.balance(participant, chain, spec.gasAsset()).isLessThan(dearest)) {
            market.reject(participant, transaction, "INSUFFICIENT_FUNDS_FOR_GAS");
            return false;
        }
        market.submit(participant, transaction);
        return true;
    }
}
