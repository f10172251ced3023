package catallaxy.environment.market.venue.balancer;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.venue.pool.PoolSpec;
import java.util.List;

/**
 * A pair of assets of a stable pool.
 *
 * @param pool     the pool's name
 * @param chain    index of the chain
 * @param base     index of the base asset, one of the pool's
 * @param quote    index of the quote asset, a later one
 * @param assets   indices of the pool's assets, two to five
 * @param balances of each at the start, base units
 * @param curve    amplification
 * @param swapFee  of what is paid in, 18 decimals
 */
public record BalancerStableSpec(
        String id,
        String pool,
        int chain,
        int base,
        int quote,
        List<Integer> assets,
        List<UInt256> balances,
        StableCurve curve,
        long swapFee)
        implements PoolSpec {
    public BalancerStableSpec {
        assets = List.copyOf(assets);
        balances = List.copyOf(balances);
        Checks.inRange("assets of " + pool, assets.size(), 2, StableCurve.MOST_ASSETS);
        Checks.that(assets.contains(base) && assets.contains(quote) && base != quote, id, "two of its assets", assets);
        Checks.that(
                balances.size() == assets.size(), "balances of " + pool, assets.size() + " of them", balances.size());
    }
}
