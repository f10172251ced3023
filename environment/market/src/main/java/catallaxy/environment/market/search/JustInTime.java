package catallaxy.environment.market.search;

import catallaxy.environment.api.BundleTrial;
import catallaxy.environment.api.command.BundleItem;
import catallaxy.environment.api.venue.RangeLiquidity;
import catallaxy.environment.api.view.MarketMap;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.trading.Maximum;
import java.util.List;
import java.util.Optional;

/**
 * Just-in-time liquidity: provides liquidity between the two ticks around the price right before a swap, and takes it out right behind
 * it, so that it alone earns most of the fee. How much is what gains most at the world's prices. Only on venues with ranges. Capponi
 * and Jia 2024, https://arxiv.org/abs/2311.18164.
 */
final class JustInTime implements Strategy {
    private static final int STEPS = 24;

    /** Liquidity around the price but for its amount. */
    private record Plan(SearchSight sight, WaitingSwap swap, RangeLiquidity ranges, int account) {
        Optional<List<BundleItem>> of(double share) {
            MarketMap.Venue pair = sight.market().map().venue(swap.venue());
            double price = sight.market().prices().of(swap.venue());
            int lower = ranges.tickAt(price);
            int upper = lower + ranges.tickSpacing();
            UInt256 base = sight.market().map().units(pair.base(), share * sight.spendable(pair.base()));
            UInt256 quote = sight.market().map().units(pair.quote(), share * sight.spendable(pair.quote()));
            UInt256 liquidity = ranges.liquidityFor(lower, upper, base, quote);
            if (liquidity.isZero()) {
                return Optional.empty();
            }
            var position = new RangeLiquidity.Position(account, lower, upper, liquidity);
            return Optional.of(List.of(
                    sight.own(ranges.open(lower, upper, base, quote, UInt256.ZERO, UInt256.ZERO)),
                    swap.transaction().item(),
                    sight.own(ranges.close(position, UInt256.ZERO, UInt256.ZERO))));
        }

        double gain(double share) {
            return of(share)
                    .map(sight::tried)
                    .filter(BundleTrial::ok)
                    .map(sight::gainQuote)
                    .orElse(Double.NEGATIVE_INFINITY);
        }
    }

    @Override
    public Optional<Opportunity> around(SearchSight sight, WaitingSwap swap) {
        return sight.market().venue(swap.venue(), RangeLiquidity.class).flatMap(ranges -> {
            int account = sight.market().holdings(sight.participant()).account(sight.chain());
            Plan plan = new Plan(sight, swap, ranges, account);
            double share = Maximum.of(plan::gain, 0, 1, STEPS);
            double gain = plan.gain(share);
            return gain > 0 ? plan.of(share).map(items -> new Opportunity(items, gain)) : Optional.<Opportunity>empty();
        });
    }
}
