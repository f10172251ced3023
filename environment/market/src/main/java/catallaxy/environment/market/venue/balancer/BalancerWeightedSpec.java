package catallaxy.environment.market.venue.balancer;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.venue.pool.PoolSpec;
import java.util.List;

/**
 * A pair of assets of a weighted pool.
 *
 * @param pool     the pool's name
 * @param chain    index of the chain
 * @param base     index of the base asset, one of the pool's
 * @param quote    index of the quote asset, a later one
 * @param assets   indices of the pool's assets, two to eight
 * @param balances of each at the start, base units
 * @param curve    weights and version of the power
 * @param swapFee  of what is paid in, 18 decimals
 */
public record BalancerWeightedSpec(
        String id,
        String pool,
        int chain,
        int base,
        int quote,
        List<Integer> assets,
        List<UInt256> balances,
        WeightedCurve curve,
        long swapFee)
        implements PoolSpec {
    public BalancerWeightedSpec {
        assets = List.copyOf(assets);
        balances = List.copyOf(balances);
        Checks.inRange("assets of " + pool, assets.size(), 2, BalancerTerms.MOST_ASSETS);
        Checks.that(assets.contains(base) && assets.contains(quote) && base != quote, id, "two of its assets", assets);
        Checks.that(
                balances.size() == assets.size(), "balances of " + pool, assets.size() + " of them", balances.size());
    }
}
