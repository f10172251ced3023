package catallaxy.environment.market.venue.balancer;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.market.contract.Result;
import catallaxy.environment.market.contract.VenueKey;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.venue.pool.PoolContract;
import catallaxy.environment.market.venue.pool.PoolKind;
import catallaxy.environment.market.venue.pool.PoolSpec;
import catallaxy.environment.market.venue.pool.SharedPool;
import java.util.Arrays;
import java.util.List;

/**
 * A kind of Balancer V2's pools, each alone in a vault of its own.
 *
 * @param <S> what the scenario says of a pair
 */
abstract class BalancerKind<S extends PoolSpec> extends PoolKind<S> {
    static final VenueKey BALANCES = VenueKey.quantities("balances", "What the pool holds of each asset at the start.");

    /** Of a fee in 18 decimals. */
    static final double FEE_UNITS_PER_BASIS_POINT = 1e14;

    /** A pool's terms. */
    abstract BalancerTerms terms(S spec, List<Integer> decimals);

    private BalancerTerms terms(S spec, Ledger ledger) {
        return terms(
                spec,
                spec.assets().stream()
                        .map(asset -> ledger.assetSpec(asset).decimals())
                        .toList());
    }

    /** The vault does. */
    @Override
    protected final boolean lendsFlash() {
        return true;
    }

    @Override
    protected final SharedPool open(S spec, Ledger ledger) {
        int account = ledger.openAccount(spec.pool());
        BalancerVault vault = new BalancerVault(account, ledger.openAccount(spec.pool() + "/collector"));
        vault.register(ledger, spec.pool(), terms(spec, ledger), spec.assets());
        return new BalancerVenue(vault);
    }

    @Override
    protected final Result found(SharedPool pool, S spec, Ledger ledger, int founder) {
        return ((BalancerVenue) pool).vault().join(ledger, 0, new BalancerJoin.First(spec.balances()), founder);
    }

    /** Decimals of the assets are the ledger's to know: a pool writes them with itself. */
    @Override
    public final PoolContract load(S spec, int venue, StateReader in) {
        List<Integer> decimals = Arrays.stream(in.ints()).boxed().toList();
        BalancerVault vault = BalancerVault.load(in, terms(spec, decimals), spec.assets());
        return new PoolContract(venue, new BalancerVenue(vault), gas());
    }
}
