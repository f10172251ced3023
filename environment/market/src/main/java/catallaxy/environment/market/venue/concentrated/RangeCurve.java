package catallaxy.environment.market.venue.concentrated;

import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.base.number.UInt256;

/**
 * How a pool's price moves in one direction, for decisions: a walk from initialised tick to initialised tick, on each stretch in closed
 * form. Square-root prices s are √(token1 per token0) in base units, amounts base units without the fee: over liquidity L from s to t,
 * {@code L |1/t − 1/s|} of token0 against {@code L |t − s|} of token1. Settlement has exact integers of its own. Used once.
 */
public final class RangeCurve {
    private static final double ONE_X96 = 0x1p96;
    private static final double LOWEST = root(TickMath.MIN_SQRT_RATIO);
    private static final double HIGHEST = root(TickMath.MAX_SQRT_RATIO);

    private final TickMap<? extends RangeTick> ticks;
    private final boolean zeroForOne;
    private double root;
    private double liquidity;
    private int rank;
    private double in;
    private double out;

    /**
     * A curve at a price.
     *
     * @param tick      of the price, as the pool stores it
     * @param liquidity in force
     * @param ticks     initialised ones, which the walk reads
     */
    public RangeCurve(
            UInt256 sqrtPriceX96, int tick, UInt256 liquidity, TickMap<? extends RangeTick> ticks, boolean zeroForOne) {
        this.ticks = ticks;
        this.zeroForOne = zeroForOne;
        this.root = root(sqrtPriceX96);
        this.liquidity = liquidity.doubleValue();
        this.rank = zeroForOne ? ticks.upTo(tick) - 1 : ticks.upTo(tick);
    }

    /** A square-root price as a floating number. */
    public static double root(UInt256 sqrtPriceX96) {
        return sqrtPriceX96.doubleValue() / ONE_X96;
    }

    /** Base units paid in so far, without the fee. */
    public double in() {
        return in;
    }

    /** Base units given so far. */
    public double out() {
        return out;
    }

    /** Moves to a square-root price in its direction, or does nothing if that is behind. */
    public RangeCurve to(double target) {
        while (isAhead(target) && isAhead(end())) {
            double end = end();
            boolean within = zeroForOne ? target > end : target < end;
            move(within ? target : end);
            if (within) {
                return this;
            }
            cross();
        }
        return this;
    }

    /** Moves as far as an input reaches, which is then used up, or to the end of all prices. */
    public RangeCurve input(double amount) {
        double left = amount;
        while (left > 0 && isAhead(end())) {
            double end = end();
            double most = zeroForOne ? amount0(root, end) : amount1(root, end);
            if (left < most) {
                move(zeroForOne ? 1 / (1 / root + left / liquidity) : root + left / liquidity);
                return this;
            }
            move(end);
            left -= most;
            cross();
        }
        return this;
    }

    /** Moves until an output is reached; whether there is so much. */
    public boolean output(double amount) {
        double left = amount;
        while (left > 0 && isAhead(end())) {
            double end = end();
            double most = zeroForOne ? amount1(root, end) : amount0(root, end);
            if (left < most) {
                move(zeroForOne ? root - left / liquidity : 1 / (1 / root - left / liquidity));
                return true;
            }
            move(end);
            left -= most;
            cross();
        }
        return left <= 0;
    }

    /** Whether there is liquidity ahead: the next stretch that has some, up to which the price jumps, is then {@link #stretch}. */
    boolean advance() {
        while (liquidity == 0 && isAhead(end())) {
            root = end();
            cross();
        }
        return liquidity > 0 && isAhead(end());
    }

    /** The stretch of constant liquidity ahead, base units, which is then behind; see {@link #advance}. */
    Quoting.Stretch stretch(double fee) {
        double end = end();
        double reserve0 = liquidity / root;
        double reserve1 = liquidity * root;
        Quoting.Stretch stretch = zeroForOne
                ? new Quoting.Stretch(reserve0, reserve1, amount0(root, end), fee)
                : new Quoting.Stretch(reserve1, reserve0, amount1(root, end), fee);
        move(end);
        cross();
        return stretch;
    }

    private boolean isAhead(double target) {
        return zeroForOne ? target < root : target > root;
    }

    /** The end of the stretch of constant liquidity. */
    private double end() {
        boolean more = zeroForOne ? rank >= 0 : rank < ticks.size();
        return more ? root(ticks.value(rank).sqrtPriceX96()) : zeroForOne ? LOWEST : HIGHEST;
    }

    private void move(double target) {
        in += zeroForOne ? amount0(root, target) : amount1(root, target);
        out += zeroForOne ? amount1(root, target) : amount0(root, target);
        root = target;
    }

    private void cross() {
        boolean more = zeroForOne ? rank >= 0 : rank < ticks.size();
        if (more) {
            double net = ticks.value(rank).liquidityNet().doubleValue();
            liquidity = Math.max(0, liquidity + (zeroForOne ? -net : net));
            rank += zeroForOne ? -1 : 1;
        }
    }

    private double amount0(double from, double to) {
        return liquidity * Math.abs(1 / to - 1 / from);
    }

    private double amount1(double from, double to) {
        return liquidity * Math.abs(to - from);
    }
}
