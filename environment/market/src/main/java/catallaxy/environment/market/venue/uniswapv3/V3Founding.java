package catallaxy.environment.market.venue.uniswapv3;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.Deployment;
import catallaxy.environment.market.venue.concentrated.LiquidityAmounts;
import catallaxy.environment.market.venue.concentrated.TickMath;
import java.math.BigInteger;

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
        UInt256 price = sqrtPriceX96(spec);
        require(spec, pool.initialize(V3Context.of(at.ledger(), 0), price));
        require(spec, pool.setFeeProtocol(V3Context.of(at.ledger(), 0), spec.feeProtocol(), spec.feeProtocol()));
        int lower = lower(spec, price);
        int upper = upper(spec, price);
        UInt256 liquidity = LiquidityAmounts.liquidity(
                price,
                TickMath.sqrtRatioAtTick(lower),
                TickMath.sqrtRatioAtTick(upper),
                spec.reserve0(),
                spec.reserve1());
        V3Amounts paid = pool.mint(V3Context.of(at.ledger(), 0), founder, lower, upper, liquidity, (owed0, owed1) -> {
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

    /** {@code floor(√(reserve1 / reserve0) · 2^96)}. */
    private static UInt256 sqrtPriceX96(UniswapV3Spec spec) {
        BigInteger ratio = spec.reserve1()
                .toBigInteger()
                .shiftLeft(192)
                .divide(spec.reserve0().toBigInteger());
        return UInt256.of(ratio.sqrt());
    }

    private static int lower(UniswapV3Spec spec, UInt256 price) {
        int lowest = -(TickMath.MAX_TICK / spec.tickSpacing()) * spec.tickSpacing();
        if (spec.rangePercent() == 0) {
            return lowest;
        }
        int tick = TickMath.tickAtSqrtRatio(price) - width(spec);
        return Math.max(lowest, Math.floorDiv(tick, spec.tickSpacing()) * spec.tickSpacing());
    }

    private static int upper(UniswapV3Spec spec, UInt256 price) {
        int highest = TickMath.MAX_TICK / spec.tickSpacing() * spec.tickSpacing();
        if (spec.rangePercent() == 0) {
            return highest;
        }
        int tick = TickMath.tickAtSqrtRatio(price) + width(spec);
        return Math.min(highest, Math.ceilDiv(tick, spec.tickSpacing()) * spec.tickSpacing());
    }

    /** Ticks of the range on each side of the price, at least one. */
    private static int width(UniswapV3Spec spec) {
        double ticks = StrictMath.log(1 + spec.rangePercent() / 100) / StrictMath.log(1.0001);
        return (int) Math.max(1, Math.round(ticks));
    }
}
