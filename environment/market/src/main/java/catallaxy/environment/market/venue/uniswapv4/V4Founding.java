package catallaxy.environment.market.venue.uniswapv4;

import catallaxy.environment.base.number.Int256;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.Deployment;
import catallaxy.environment.market.contract.Undo;
import catallaxy.environment.market.venue.concentrated.RangeStart;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A chain's pools at time zero: their prices, and the first position of each. */
final class V4Founding {
    private final Deployment at;
    private final int founder;
    private final V4Pools pools;
    /** By venue. */
    private final Map<Integer, V4PoolKey> keys;

    private V4Founding(Deployment at, int founder, V4Pools pools, Map<Integer, V4PoolKey> keys) {
        this.at = at;
        this.founder = founder;
        this.pools = pools;
        this.keys = keys;
    }

    /**
     * The contract of all venues that share it, with as much of their reserves in it as the first positions take.
     *
     * @throws IllegalArgumentException if a price or a position cannot be, or two venues are the same pool
     */
    static UniswapV4Contract found(int chain, Deployment at) {
        String name = "uniswap-v4/" + chain;
        int account = at.ledger().openAccount(name);
        int founder = at.ledger().openAccount(name + "/founder");
        Map<Integer, V4PoolKey> keys = new TreeMap<>();
        Map<Integer, V4Hook> hooks = new TreeMap<>();
        for (Deployment.Shared each : at.sharing()) {
            UniswapV4Spec spec = (UniswapV4Spec) each.spec();
            int hook = spec.hook()
                    .map(_ -> at.ledger().openAccount(spec.id() + "/hook"))
                    .orElse(V4PoolKey.NO_HOOK);
            spec.hook().ifPresent(rule -> hooks.put(hook, new FeeHook(rule)));
            keys.put(each.venue(), spec.key(hook));
        }
        V4Founding founding = new V4Founding(at, founder, new V4Pools(account, founder, hooks), keys);
        at.sharing().forEach(each -> founding.found((UniswapV4Spec) each.spec(), each.venue()));
        return new UniswapV4Contract(founding.pools, keys);
    }

    private void found(UniswapV4Spec spec, int venue) {
        V4PoolKey key = Objects.requireNonNull(keys.get(venue), "a venue of this contract");
        if (spec.reserve0().isZero() || spec.reserve1().isZero()) {
            throw new IllegalArgumentException("venue " + spec.id() + ": without reserves there is no price");
        }
        RangeStart start = RangeStart.of(spec.reserve0(), spec.reserve1(), spec.rangePercent(), spec.tickSpacing());
        V4Status status = pools.run(at.ledger(), 0, new Undo(), () -> {
            pools.initialize(founder, key, start.sqrtPriceX96(), true);
            pools.setProtocolFee(founder, key, V4Fees.packed(spec.protocolPips(), spec.protocolPips()));
            pools.unlock(() -> provide(spec, key, start));
        });
        if (!status.ok()) {
            throw new IllegalArgumentException(
                    "venue " + spec.id() + ": the initial reserves are refused: " + status.error());
        }
    }

    private void provide(UniswapV4Spec spec, V4PoolKey key, RangeStart start) {
        Int256 liquidity = Int256.of(start.liquidity(spec.reserve0(), spec.reserve1()));
        V4Delta paid = pools.modifyLiquidity(
                        founder, key, new V4LiquidityOrder(start.lower(), start.upper(), liquidity, 0))
                .delta();
        pay(spec.base(), paid.amount0().magnitude());
        pay(spec.quote(), paid.amount1().magnitude());
    }

    private void pay(int currency, UInt256 amount) {
        pools.sync(currency);
        at.endow(pools.account(), currency, amount);
        pools.settle(founder);
    }
}
