package catallaxy.environment.market.venue.uniswapv4;

import catallaxy.environment.base.number.Int256;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.Undo;
import catallaxy.environment.market.venue.concentrated.LiquidityMath;
import catallaxy.environment.market.venue.concentrated.SqrtPriceMath;
import catallaxy.environment.market.venue.concentrated.TickMath;

/**
 * A change of one position's liquidity, with the ticks at its ends and the liquidity in range; a change of zero pays the fees alone.
 * Used once. Source: {@code Pool.modifyLiquidity} of v4-core 1.0.2, whose order of checks is kept.
 */
final class V4LiquidityChange {
    private final V4Pool pool;
    private final V4State state;
    private final V4PositionKey key;
    private final Int256 delta;
    private final Undo undo;

    V4LiquidityChange(V4Pool pool, V4PositionKey key, Int256 delta, Undo undo) {
        this.pool = pool;
        this.state = pool.state();
        this.key = key;
        this.delta = delta;
        this.undo = undo;
    }

    /** Makes the change; amounts are rounded up where they are owed, down where they are given. */
    V4Change apply() {
        checkTicks();
        if (!delta.isZero()) {
            changeTicks();
        }
        V4Delta fees = updatePosition();
        if (delta.isNegative()) {
            clearEmptied(key.lower());
            clearEmptied(key.upper());
        }
        V4Delta principal = delta.isZero() ? V4Delta.ZERO : principal();
        if (!delta.isZero() && inRange()) {
            pool.set(state.withLiquidity(plus(state.liquidity())), undo);
        }
        return new V4Change(principal.plus(fees), fees);
    }

    private void checkTicks() {
        V4Revert.unless(key.lower() < key.upper(), "TicksMisordered");
        V4Revert.unless(key.lower() >= TickMath.MIN_TICK, "TickLowerOutOfBounds");
        V4Revert.unless(key.upper() <= TickMath.MAX_TICK, "TickUpperOutOfBounds");
    }

    private boolean inRange() {
        return state.tick() >= key.lower() && state.tick() < key.upper();
    }

    private void changeTicks() {
        V4Tick lower = changed(key.lower(), false);
        V4Tick upper = changed(key.upper(), true);
        if (!delta.isNegative()) {
            boolean fits = !pool.maxLiquidityPerTick().isLessThan(lower.liquidityGross())
                    && !pool.maxLiquidityPerTick().isLessThan(upper.liquidityGross());
            V4Revert.unless(fits, "TickLiquidityOverflow");
        }
        checkAligned(key.lower(), lower);
        checkAligned(key.upper(), upper);
        pool.setTick(key.lower(), lower, undo);
        pool.setTick(key.upper(), upper, undo);
    }

    private V4Tick changed(int tick, boolean upper) {
        V4Tick before = pool.ticks().get(tick);
        V4Tick base = before == null ? initialised(tick) : before;
        UInt256 gross = plus(base.liquidityGross());
        Int256 net = upper
                ? base.liquidityNet().minusExact(delta)
                : base.liquidityNet().plusExact(delta);
        V4Revert.unless(net.fits(128), V4Cast.PANIC);
        return base.withLiquidity(gross, net);
    }

    /** By convention all that has grown so far has grown below a tick that is initialised. */
    private V4Tick initialised(int tick) {
        boolean below = tick <= state.tick();
        return new V4Tick(
                TickMath.sqrtRatioAtTick(tick),
                UInt256.ZERO,
                Int256.ZERO,
                below ? state.feeGrowth0X128() : UInt256.ZERO,
                below ? state.feeGrowth1X128() : UInt256.ZERO);
    }

    /** A tick is looked up by its word only where it begins or ceases to be initialised, so only then does its place matter. */
    private void checkAligned(int tick, V4Tick changed) {
        boolean flips =
                pool.ticks().get(tick) == null != changed.liquidityGross().isZero();
        V4Revert.unless(!flips || tick % pool.ticks().spacing() == 0, "TickMisaligned");
    }

    private V4Delta updatePosition() {
        V4Inside inside = pool.inside(key.lower(), key.upper());
        V4Position before = pool.position(key);
        V4Revert.unless(!delta.isZero() || !before.liquidity().isZero(), "CannotUpdateEmptyPosition");
        pool.setPosition(
                key, new V4Position(plus(before.liquidity()), inside.growth0X128(), inside.growth1X128()), undo);
        return new V4Delta(V4Cast.int128(inside.earned0(before)), V4Cast.int128(inside.earned1(before)));
    }

    private void clearEmptied(int tick) {
        V4Tick end = pool.ticks().get(tick);
        if (end != null && end.liquidityGross().isZero()) {
            pool.setTick(tick, null, undo);
        }
    }

    private UInt256 plus(UInt256 liquidity) {
        V4Revert.unless(LiquidityMath.fits(liquidity, delta), V4Cast.OVERFLOW);
        return LiquidityMath.plus(liquidity, delta);
    }

    private V4Delta principal() {
        UInt256 low = TickMath.sqrtRatioAtTick(key.lower());
        UInt256 high = TickMath.sqrtRatioAtTick(key.upper());
        UInt256 at = inRange() ? state.sqrtPriceX96() : state.tick() < key.lower() ? low : high;
        boolean owed = !delta.isNegative();
        return new V4Delta(
                signed(owed, SqrtPriceMath.amount0Delta(at, high, delta.magnitude(), owed)),
                signed(owed, SqrtPriceMath.amount1Delta(low, at, delta.magnitude(), owed)));
    }

    private static Int256 signed(boolean owed, UInt256 amount) {
        Int256 given = V4Cast.int256(amount);
        return V4Cast.int128(owed ? given.negatedExact() : given);
    }
}
