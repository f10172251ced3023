package catallaxy.environment.market.execution;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.FlashLender;
import catallaxy.environment.api.view.MarketMap;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.trading.FlashCredit;
import catallaxy.environment.market.trading.Gas;
import java.util.List;
import java.util.Optional;

/**
 * What a trade of a certain size promises under one option.
 *
 * @param opportunity that is traded
 * @param lender      whose money it is; empty for own
 * @param spent       quote units
 * @param gain        quote units, before the lender's fee and gas
 * @param fee         of the lender, quote units
 * @param gas         of the transaction at the present base fee, quote units
 */
record ExecutionOffer(
        ChainOpportunity opportunity, Optional<FlashLender> lender, double spent, double gain, double fee, double gas) {
    /**
     * The offer of an option.
     *
     * @param most quote units that may be spent of whosever money
     * @return empty where there is no money or no lender for it
     */
    static Optional<ExecutionOffer> of(
            MarketView market, int participant, ChainOpportunity opportunity, ExecutionOption option, double most) {
        int quote = market.map().venue(opportunity.from()).quote();
        double wanted = StrictMath.min(most, opportunity.best().spent());
        if (option.lender().isEmpty()) {
            double spent = StrictMath.min(wanted, Gas.spendable(market, participant, option.chain(), quote));
            return spent > 0
                    ? Optional.of(of(market, opportunity, option.chain(), Optional.empty(), spent, 0))
                    : Optional.empty();
        }
        UInt256 amount = wanted > 0 ? market.map().units(quote, wanted) : UInt256.ZERO;
        return amount.isZero()
                ? Optional.empty()
                : lender(market, opportunity, option, amount)
                        .map(found -> of(
                                market,
                                opportunity,
                                option.chain(),
                                Optional.of(found),
                                wanted,
                                whole(market, quote, found.flashFee(quote, amount))));
    }

    private static Optional<FlashLender> lender(
            MarketView market, ChainOpportunity opportunity, ExecutionOption option, UInt256 amount) {
        int quote = market.map().venue(opportunity.from()).quote();
        List<Integer> used = List.of(opportunity.from(), opportunity.to());
        return FlashCredit.lenders(market, option.chain(), quote, amount, used).stream()
                .filter(each -> each.flashVenue() == option.lender().getAsInt())
                .findFirst();
    }

    private static ExecutionOffer of(
            MarketView market,
            ChainOpportunity opportunity,
            int chain,
            Optional<FlashLender> lender,
            double spent,
            double fee) {
        ExecutionOffer free =
                new ExecutionOffer(opportunity, lender, spent, opportunity.returned(market, spent) - spent, fee, 0);
        double gas = Gas.costQuote(market, chain, free.call(market, 1));
        return new ExecutionOffer(opportunity, lender, spent, free.gain, fee, gas);
    }

    private static double whole(MarketView market, int asset, UInt256 units) {
        MarketMap.Asset of = market.map().assets().get(asset);
        return units.doubleValue() / StrictMath.pow(10, of.decimals());
    }

    /** What is left after the lender's fee and gas, quote units. */
    double net() {
        return gain - fee - gas;
    }

    /**
     * The transaction's call, which reverts where it falls short.
     *
     * @param slippage share of the gain that may be lost, in [0, 1]
     */
    Call call(MarketView market, double slippage) {
        int quote = market.map().venue(opportunity.from()).quote();
        UInt256 in = market.map().units(quote, spent);
        double least = spent + fee + StrictMath.max(0, (gain - fee) * (1 - slippage));
        Call.Swap swap = new Call.Swap(
                List.of(opportunity.from(), opportunity.to()),
                quote,
                in,
                market.map().units(quote, StrictMath.min(least, spent + gain)));
        return lender.<Call>map(each -> each.flashLoan(quote, in, swap)).orElse(swap);
    }
}
