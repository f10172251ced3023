package catallaxy.environment.market.venue.balancer;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;
import java.util.List;

/**
 * What a batch of swaps may take and must give, in base units: the contract's signed limits, apart.
 *
 * @param assets of the ledger, those that the swaps lead through
 * @param most   for each, what may be paid at most
 * @param least  for each, what must be got at least
 */
public record BalancerLimits(List<Integer> assets, List<UInt256> most, List<UInt256> least) {
    public BalancerLimits {
        assets = List.copyOf(assets);
        most = List.copyOf(most);
        least = List.copyOf(least);
        Checks.inRange("limits", most.size(), assets.size(), assets.size());
        Checks.inRange("limits", least.size(), assets.size(), assets.size());
    }

    void check(int index, UInt256 paid, UInt256 got) {
        boolean kept = !most.get(index).isLessThan(paid) && got.isAtLeast(least.get(index));
        BalancerRevert.unless(kept, BalancerError.SWAP_LIMIT);
    }
}
