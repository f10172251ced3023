package catallaxy.environment.market.venue.uniswapv3;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.Deployment;
import catallaxy.environment.market.venue.concentrated.RangeStart;

/** A pool at time zero: its price, and the first positions. */
final class V3Founding {
    private static final long MILLION = 1_000_000;

    private V3Founding() {}

    /**
     * The pool of a spec, with as much of the reserves in it as its first positions take.
     *
     * @throws IllegalArgumentException if the price or a position cannot be
     */
    static V3Pool found(UniswapV3Spec spec, Deployment at) {
        if (spec.reserve0().isZero() || spec.reserve1().isZero()) {
            throw new IllegalArgumentException("venue " + spec.id() + ": without reserves there is no price");
        }
        V3Pool pool = new V3Pool(
                at.ledger().openAccount(spec.id()), spec.base(), spec.quote(), spec.feePips(), spec.tickSpacing());
        at.ledger().openAccount(spec.id() + "/founder");
        RangeStart within = start(spec, spec.rangePercent());
        require(spec, pool.initialize(V3Context.of(at.ledger(), 0), within.sqrtPriceX96()));
        require(spec, pool.setFeeProtocol(V3Context.of(at.ledger(), 0), spec.feeProtocol(), spec.feeProtocol()));
        require(spec, pool.increaseObservationCardinalityNext(V3Context.of(at.ledger(), 0), spec.observations()));
        long pips = spec.rangePercent() == 0 ? 0 : Math.round(spec.rangeShare() * MILLION);
        deposit(spec, at, pool, pips, within);
        deposit(spec, at, pool, MILLION - pips, start(spec, 0));
        return pool;
    }

    private static RangeStart start(UniswapV3Spec spec, double rangePercent) {
        return RangeStart.of(spec.reserve0(), spec.reserve1(), rangePercent, spec.tickSpacing());
    }

    /** Puts a part of the reserves, millionths, in a range. */
    private static void deposit(UniswapV3Spec spec, Deployment at, V3Pool pool, long pips, RangeStart start) {
        if (pips == 0) {
            return;
        }
        UInt256 liquidity = start.liquidity(part(spec.reserve0(), pips), part(spec.reserve1(), pips));
        int founder = at.ledger().account(spec.id() + "/founder");
        V3Amounts paid = pool.mint(
                V3Context.of(at.ledger(), 0), founder, start.lower(), start.upper(), liquidity, (owed0, owed1) -> {
                    at.endow(pool.account(), spec.base(), owed0);
                    at.endow(pool.account(), spec.quote(), owed1);
                    return V3Status.OK;
                });
        require(spec, paid.status());
    }

    private static UInt256 part(UInt256 reserve, long pips) {
        return reserve.mulDivFloor(UInt256.of(pips), UInt256.of(MILLION));
    }

    private static void require(UniswapV3Spec spec, V3Status status) {
        if (!status.ok()) {
            throw new IllegalArgumentException(
                    "venue " + spec.id() + ": the initial reserves are refused: " + status.reason());
        }
    }
}
