package catallaxy.environment.market.search;

import catallaxy.environment.api.BundleTrial;
import catallaxy.environment.api.PublicTransaction;
import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.BundleItem;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.trading.Maximum;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sandwiches: pays the same asset into the venue before the swap, and sells what it got for it right behind it. The size is the one
 * that gains most among those that leave the swap at least its minimum output, found by trying the bundle: first the largest such
 * size by bisection, then the best up to it. Zhou et al. 2021, https://arxiv.org/abs/2009.14021, section IV.
 */
final class Sandwiching implements Strategy {
    private static final int BISECTIONS = 30;
    private static final int STEPS = 24;
    /** Part of what it bought that it sells where it keeps some, at least. */
    private static final double LEAST_SOLD = 0.9;

    private static final UInt256 WHOLE = UInt256.of(1_000_000);

    /** A sandwich but for its size. */
    private record Plan(SearchSight sight, WaitingSwap swap, Quoting quoting, List<BundleItem> filling, UInt256 sold) {
        List<BundleItem> opened(UInt256 in, UInt256 least) {
            List<BundleItem> items = new ArrayList<>();
            items.add(sight.own(quoting.swap(swap.assetIn(), Amount.of(in), least)));
            items.addAll(filling);
            return items;
        }

        /** The whole sandwich; empty if the swap inside would not get its minimum. */
        Optional<List<BundleItem>> of(double size) {
            UInt256 in = sight.market().map().units(swap.assetIn(), size);
            if (in.isZero()) {
                return Optional.empty();
            }
            BundleTrial opening = sight.tried(opened(in, UInt256.ZERO));
            if (!opening.ok()) {
                return Optional.empty();
            }
            UInt256 bought = opening.given().getFirst();
            List<BundleItem> items = opened(in, bought);
            UInt256 back = bought.mulDivFloor(sold, WHOLE);
            items.add(sight.own(quoting.swap(swap.assetOut(), Amount.of(back), UInt256.ZERO)));
            return Optional.of(items);
        }

        double gain(double size) {
            return of(size).map(sight::tried)
                    .filter(BundleTrial::ok)
                    .map(sight::gainQuote)
                    .orElse(Double.NEGATIVE_INFINITY);
        }

        /** The largest size at which the swap inside gets its minimum. */
        double largest() {
            double high = sight.spendable(swap.assetIn());
            double low = 0;
            for (int i = 0; i < BISECTIONS && low < high; i++) {
                double middle = i == 0 ? high : (low + high) / 2;
                if (of(middle).isPresent()) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }

    @Override
    public Optional<Opportunity> around(SearchSight sight, WaitingSwap swap) {
        boolean encloses = sight.random().nextBoolean(sight.spec().habits().encloseShare());
        boolean keeps = sight.random().nextBoolean(sight.spec().habits().keepShare());
        double part = LEAST_SOLD + (1 - LEAST_SOLD) * sight.random().nextDouble();
        UInt256 sold = keeps ? UInt256.of((long) (part * 1e6)) : WHOLE;
        Quoting quoting = sight.market().offered(swap.venue(), Quoting.class);
        List<BundleItem> filling = new ArrayList<>();
        if (encloses) {
            bystander(sight, swap).ifPresent(each -> filling.add(each.item()));
        }
        filling.add(swap.transaction().item());
        return best(new Plan(sight, swap, quoting, filling, sold));
    }

    private static Optional<Opportunity> best(Plan plan) {
        double largest = plan.largest();
        if (largest <= 0) {
            return Optional.empty();
        }
        double size = Maximum.of(plan::gain, 0, largest, STEPS);
        double gain = plan.gain(size);
        return gain > 0 ? plan.of(size).map(items -> new Opportunity(items, gain)) : Optional.empty();
    }

    /** A transaction of somebody else's that waits and is no swap on the same venue. */
    private static Optional<PublicTransaction> bystander(SearchSight sight, WaitingSwap swap) {
        return sight.mempool().stream()
                .filter(each -> each.participant() != sight.participant()
                        && each.participant() != swap.transaction().participant()
                        && sight.isNext(each)
                        && WaitingSwap.of(each, sight.market().map())
                                .filter(other -> other.venue() == swap.venue())
                                .isEmpty())
                .findFirst();
    }
}
