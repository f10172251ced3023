package catallaxy.environment.market.venue.uniswapv4;

import catallaxy.environment.base.number.Int256;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.Deployment;
import catallaxy.environment.market.contract.Undo;
import catallaxy.environment.market.venue.concentrated.RangeStart;
import java.util.Map;
import java.util.TreeMap;

/** A chain's pools at time zero: their prices, and the first position of each. */
final class V4Founding {
    private final Deployment at;
    private final int founder;
    private final V4Pools pools;

    private V4Founding(Deployment at, int founder, V4Pools pools) {
        this.at = at;
        this.founder = founder;
        this.pools = pools;
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
        V4Founding founding = new V4Founding(at, founder, new V4Pools(account, founder, new TreeMap<>()));
        Map<Integer, V4PoolKey> keys = new TreeMap<>();
        for (Deployment.Shared each : at.sharing()) {
            UniswapV4Spec spec = (UniswapV4Spec) each.spec();
            founding.found(spec);
            keys.put(each.venue(), spec.key());
        }
        return new UniswapV4Contract(founding.pools, keys);
    }

    private void found(UniswapV4Spec spec) {
        if (spec.reserve0().isZero() || spec.reserve1().isZero()) {
            throw new IllegalArgumentException("venue " + spec.id() + ": without reserves there is no price");
        }
        RangeStart start = RangeStart.of(spec.reserve0(), spec.reserve1(), spec.rangePercent(), spec.tickSpacing());
        V4Status status = pools.run(at.ledger(), new Undo(), () -> {
            pools.initialize(founder, spec.key(), start.sqrtPriceX96());
            pools.setProtocolFee(founder, spec.key(), V4Fees.packed(spec.protocolPips(), spec.protocolPips()));
            pools.unlock(() -> provide(spec, start));
        });
        if (!status.ok()) {
            throw new IllegalArgumentException(
                    "venue " + spec.id() + ": the initial reserves are refused: " + status.error());
        }
    }

    private void provide(UniswapV4Spec spec, RangeStart start) {
        Int256 liquidity = Int256.of(start.liquidity(spec.reserve0(), spec.reserve1()));
        V4Delta paid = pools.modifyLiquidity(
                        founder, spec.key(), new V4LiquidityOrder(start.lower(), start.upper(), liquidity, 0))
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
