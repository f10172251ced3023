package catallaxy.environment.market.venue.uniswapv3;

import catallaxy.environment.base.number.Int256;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.Undo;
import catallaxy.environment.market.venue.concentrated.LiquidityMath;
import catallaxy.environment.market.venue.concentrated.SqrtPriceMath;
import catallaxy.environment.market.venue.concentrated.TickMath;
import org.jspecify.annotations.Nullable;

/**
 * A change of one position's liquidity, with the ticks at its ends and the liquidity in force; a change of zero only credits the fees.
 * Used once. Source: {@code UniswapV3Pool._modifyPosition} of v3-core 1.0.1, whose order of checks is kept.
 */
final class V3LiquidityChange {
    private final V3Storage pool;
    private final V3State state;
    private final V3PositionKey key;
    private final Int256 delta;
    private final long seconds;
    private final Undo undo;

    V3LiquidityChange(V3Storage pool, V3PositionKey key, Int256 delta, long seconds, Undo undo) {
        this.pool = pool;
        this.state = pool.state();
        this.key = key;
        this.delta = delta;
        this.seconds = seconds;
        this.undo = undo;
    }

    /** Makes the change; the amounts are what it takes, rounded up, or what it gives, rounded down. */
    V3Amounts apply() {
        V3Status refusal = refusal();
        if (!refusal.ok()) {
            return V3Amounts.reverted(refusal);
        }
        if (!delta.isZero()) {
            change(key.lower(), false);
            change(key.upper(), true);
        }
        updatePosition();
        clearEmptied(key.lower());
        clearEmptied(key.upper());
        if (!delta.isZero() && inForce()) {
            V3OracleState oracle =
                    pool.observations().write(state.oracle(), seconds, state.tick(), state.liquidity(), undo);
            pool.set(state.withLiquidity(LiquidityMath.plus(state.liquidity(), delta), oracle), undo);
        }
        return amounts();
    }

    private boolean inForce() {
        return state.tick() >= key.lower() && state.tick() < key.upper();
    }

    private V3Status refusal() {
        V3Status ticks = checkTicks(key.lower(), key.upper());
        if (!ticks.ok() || delta.isZero()) {
            return ticks.ok() && pool.position(key).liquidity().isZero() ? V3Status.NO_POSITION : ticks;
        }
        V3Status lower = checkEnd(key.lower(), false);
        V3Status upper = lower.ok() ? checkEnd(key.upper(), true) : lower;
        V3Status aligned = upper.ok() ? checkAligned() : upper;
        V3Status position = aligned.ok() ? checkFits(pool.position(key).liquidity()) : aligned;
        return position.ok() && inForce() ? checkFits(state.liquidity()) : position;
    }

    static V3Status checkTicks(int lower, int upper) {
        if (lower >= upper) {
            return V3Status.TICKS_MISORDERED;
        }
        if (lower < TickMath.MIN_TICK) {
            return V3Status.TICK_TOO_LOW;
        }
        return upper > TickMath.MAX_TICK ? V3Status.TICK_TOO_HIGH : V3Status.OK;
    }

    private V3Status checkFits(UInt256 liquidity) {
        if (LiquidityMath.fits(liquidity, delta)) {
            return V3Status.OK;
        }
        return delta.isNegative() ? V3Status.LIQUIDITY_UNDERFLOW : V3Status.LIQUIDITY_OVERFLOW;
    }

    private V3Status checkEnd(int tick, boolean upper) {
        V3Tick end = pool.ticks().get(tick);
        UInt256 gross = end == null ? UInt256.ZERO : end.liquidityGross();
        V3Status fits = checkFits(gross);
        if (!fits.ok()) {
            return fits;
        }
        if (pool.maxLiquidityPerTick().isLessThan(LiquidityMath.plus(gross, delta))) {
            return V3Status.TOO_MUCH_LIQUIDITY_AT_TICK;
        }
        return net(end, upper).fits(128) ? V3Status.OK : V3Status.EMPTY;
    }

    /** A tick is looked up by its word only where it is initialised or cleared, so only then does its place matter. */
    private V3Status checkAligned() {
        boolean misplaced = (flips(key.lower()) && key.lower() % spacing() != 0)
                || (flips(key.upper()) && key.upper() % spacing() != 0);
        return misplaced ? V3Status.EMPTY : V3Status.OK;
    }

    private boolean flips(int tick) {
        V3Tick end = pool.ticks().get(tick);
        return end == null || LiquidityMath.plus(end.liquidityGross(), delta).isZero();
    }

    private int spacing() {
        return pool.ticks().spacing();
    }

    private Int256 net(@Nullable V3Tick end, boolean upper) {
        Int256 before = end == null ? Int256.ZERO : end.liquidityNet();
        return upper ? before.minusExact(delta) : before.plusExact(delta);
    }

    private void change(int tick, boolean upper) {
        V3Tick end = pool.ticks().get(tick);
        V3Tick base = end == null ? initialised(tick) : end;
        pool.setTick(tick, base.withLiquidity(LiquidityMath.plus(base.liquidityGross(), delta), net(end, upper)), undo);
    }

    /** By convention all that has grown so far has grown below a tick that is initialised. */
    private V3Tick initialised(int tick) {
        boolean below = tick <= state.tick();
        return new V3Tick(
                TickMath.sqrtRatioAtTick(tick),
                UInt256.ZERO,
                Int256.ZERO,
                below ? state.feeGrowth0X128() : UInt256.ZERO,
                below ? state.feeGrowth1X128() : UInt256.ZERO,
                below
                        ? pool.observations().now(state.oracle(), seconds, state.tick(), state.liquidity())
                        : V3Cumulatives.ZERO);
    }

    private void updatePosition() {
        pool.setPosition(key, pool.updated(key, delta), undo);
    }

    private void clearEmptied(int tick) {
        V3Tick end = pool.ticks().get(tick);
        if (end != null && end.liquidityGross().isZero()) {
            pool.setTick(tick, null, undo);
        }
    }

    private V3Amounts amounts() {
        UInt256 low = TickMath.sqrtRatioAtTick(key.lower());
        UInt256 high = TickMath.sqrtRatioAtTick(key.upper());
        UInt256 at = inForce() ? state.sqrtPriceX96() : state.tick() < key.lower() ? low : high;
        boolean up = !delta.isNegative();
        return V3Amounts.of(
                SqrtPriceMath.amount0Delta(at, high, delta.magnitude(), up),
                SqrtPriceMath.amount1Delta(low, at, delta.magnitude(), up));
    }
}
