package catallaxy.environment.market.search;

import catallaxy.environment.api.BundleTrial;
import catallaxy.environment.api.command.BundleItem;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.view.MarketMap;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.trading.Maximum;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Arbitrage right behind a swap: buys what the swap has made cheap on its venue, and sells it on another venue of the same pair on
 * the chain, in one transaction that gives at least what it takes. The size is the one that gains most.
 */
final class Backrunning implements Strategy {
    private static final int STEPS = 30;

    /** A backrun but for its size. */
    private record Plan(SearchSight sight, WaitingSwap swap, int other) {
        List<BundleItem> of(double size) {
            UInt256 in = sight.market().map().units(swap.assetOut(), size);
            Call round = new Call.Swap(List.of(swap.venue(), other), swap.assetOut(), in, in);
            return List.of(swap.transaction().item(), sight.own(round));
        }

        double gain(double size) {
            BundleTrial trial = sight.tried(of(size));
            return trial.ok() ? sight.gainQuote(trial) : -size;
        }

        Opportunity best() {
            double size = Maximum.of(this::gain, 0, sight.spendable(swap.assetOut()), STEPS);
            return new Opportunity(of(size), gain(size));
        }
    }

    @Override
    public Optional<Opportunity> around(SearchSight sight, WaitingSwap swap) {
        MarketMap map = sight.market().map();
        return sight.spec().venues().stream()
                .filter(other -> other != swap.venue() && isSamePair(map.venue(other), map.venue(swap.venue())))
                .map(other -> new Plan(sight, swap, other).best())
                .filter(each -> each.gainQuote() > 0)
                .max(Comparator.comparingDouble(Opportunity::gainQuote));
    }

    private static boolean isSamePair(MarketMap.Venue one, MarketMap.Venue other) {
        return one.place() == other.place() && one.base() == other.base() && one.quote() == other.quote();
    }
}
