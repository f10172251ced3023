package catallaxy.environment.market.venue.balancer;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.VenueKey;
import catallaxy.environment.market.contract.VenueSettings;
import catallaxy.environment.market.venue.pool.PoolGas;
import catallaxy.environment.market.venue.pool.PoolPairs;
import java.util.List;

/** Balancer V2's stable pools. */
public final class BalancerStable extends BalancerKind<BalancerStableSpec> {
    private static final PoolGas GAS = new PoolGas(120_000, 180_000, 140_000, 180_000);

    private static final VenueKey AMPLIFICATION = VenueKey.number(
            "amplification",
            "200",
            1,
            StableCurve.MOST_AMPLIFICATION,
            "Curve's A: the higher, the longer the price stays near 1.");
    private static final VenueKey FEE = VenueKey.number("fee-bps", "4", 0.01, 1_000, "Kept of what is paid in.");

    @Override
    public String name() {
        return "balancer-stable";
    }

    @Override
    public String summary() {
        return "A pool of two to five like assets with the arithmetic of Balancer V2's stable pools, unit for unit";
    }

    @Override
    public String detail() {
        return """
                A n Σx + D = A D n + D^(n+1) / (n^n Πx); a swap keeps D, its fee is taken off the input
                Joins and exits in any proportions, or in one asset for exact shares. A venue for each pair of assets; the pool stands in a
                vault of its own. As the pools deployed on 2022-06-09 compute it.""";
    }

    @Override
    public Class<BalancerStableSpec> spec() {
        return BalancerStableSpec.class;
    }

    @Override
    public List<VenueKey> keys() {
        return List.of(BALANCES, AMPLIFICATION, FEE);
    }

    @Override
    public List<BalancerStableSpec> read(VenueSettings settings) {
        List<UInt256> balances = settings.unitsOfEach(BALANCES, 0);
        StableCurve curve = new StableCurve(Math.round(settings.number(AMPLIFICATION)));
        long fee = Math.round(FEE_UNITS_PER_BASIS_POINT * settings.number(FEE));
        return PoolPairs.specs(
                settings,
                (id, base, quote) -> new BalancerStableSpec(
                        id, settings.name(), settings.chain(), base, quote, settings.assets(), balances, curve, fee));
    }

    @Override
    protected PoolGas gas() {
        return GAS;
    }

    @Override
    BalancerTerms terms(BalancerStableSpec spec, List<Integer> decimals) {
        return new BalancerTerms(decimals, spec.curve(), spec.swapFee());
    }
}
