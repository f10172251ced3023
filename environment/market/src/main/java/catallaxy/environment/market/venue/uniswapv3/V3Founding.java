package catallaxy.environment.market.venue.uniswapv3;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.Deployment;
import catallaxy.environment.market.venue.concentrated.RangeStart;

/** A pool at time zero: its price, and the first position. */
final class V3Founding {
    private V3Founding() {}

    /**
     * The pool of a spec, with as much of the reserves in it as its first position takes.
     *
     * @throws IllegalArgumentException if the price or the position cannot be
     */
    static V3Pool found(UniswapV3Spec spec, Deployment at) {
        if (spec.reserve0().isZero() || spec.reserve1().isZero()) {
            throw new IllegalArgumentException("venue " + spec.id() + ": without reserves there is no price");
        }
        V3Pool pool = new V3Pool(
                at.ledger().openAccount(spec.id()), spec.base(), spec.quote(), spec.feePips(), spec.tickSpacing());
        int founder = at.ledger().openAccount(spec.id() + "/founder");
        RangeStart start = RangeStart.of(spec.reserve0(), spec.reserve1(), spec.rangePercent(), spec.tickSpacing());
        require(spec, pool.initialize(V3Context.of(at.ledger(), 0), start.sqrtPriceX96()));
        require(spec, pool.setFeeProtocol(V3Context.of(at.ledger(), 0), spec.feeProtocol(), spec.feeProtocol()));
        UInt256 liquidity = start.liquidity(spec.reserve0(), spec.reserve1());
        V3Amounts paid = pool.mint(
                V3Context.of(at.ledger(), 0), founder, start.lower(), start.upper(), liquidity, (owed0, owed1) -> {
                    at.endow(pool.account(), spec.base(), owed0);
                    at.endow(pool.account(), spec.quote(), owed1);
                    return V3Status.OK;
                });
        require(spec, paid.status());
        return pool;
    }

    private static void require(UniswapV3Spec spec, V3Status status) {
        if (!status.ok()) {
            throw new IllegalArgumentException(
                    "venue " + spec.id() + ": the initial reserves are refused: " + status.reason());
        }
    }
}
