package catallaxy.environment.market.venue.uniswapv3;

import catallaxy.environment.base.number.Int256;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.Undo;
import catallaxy.environment.market.venue.concentrated.FeeGrowth;
import catallaxy.environment.market.venue.concentrated.LiquidityMath;
import catallaxy.environment.market.venue.concentrated.SwapMath;
import catallaxy.environment.market.venue.concentrated.SwapStep;
import catallaxy.environment.market.venue.concentrated.TickMap;
import catallaxy.environment.market.venue.concentrated.TickMath;
import java.util.ArrayList;
import java.util.List;

/**
 * One swap as it walks from tick to tick. It changes nothing until it is {@link #apply applied}, so that a quote is a walk that is not.
 * Used once. Source: {@code UniswapV3Pool.swap} of v3-core 1.0.1.
 */
final class V3Swap {
    private record Crossing(int tick, V3Tick before, UInt256 feeGrowthX128) {}

    private final V3State start;
    private final TickMap<V3Tick> ticks;
    private final int feePips;
    private final boolean zeroForOne;
    private final boolean exactIn;
    private final UInt256 limit;
    private final int feeProtocol;
    private final List<Crossing> crossings = new ArrayList<>(2);
    private final UInt256 specified;
    private UInt256 remaining;
    private UInt256 calculated = UInt256.ZERO;
    private UInt256 price;
    private int tick;

    /** Of the next initialised tick in its direction. */
    private int rank;

    private UInt256 liquidity;
    private UInt256 feeGrowth;
    private UInt256 protocolFee = UInt256.ZERO;

    /**
     * A swap that has not moved yet.
     *
     * @param exactIn whether {@code amount} is to be paid in, else given out
     * @param limit   square-root price at which it stops
     */
    V3Swap(V3Storage pool, int feePips, boolean zeroForOne, boolean exactIn, UInt256 amount, UInt256 limit) {
        start = pool.state();
        ticks = pool.ticks();
        this.feePips = feePips;
        this.zeroForOne = zeroForOne;
        this.exactIn = exactIn;
        this.limit = limit;
        specified = amount;
        remaining = amount;
        price = start.sqrtPriceX96();
        tick = start.tick();
        rank = zeroForOne ? ticks.upTo(tick) - 1 : ticks.upTo(tick);
        liquidity = start.liquidity();
        feeGrowth = zeroForOne ? start.feeGrowth0X128() : start.feeGrowth1X128();
        feeProtocol = zeroForOne ? start.feeProtocol0() : start.feeProtocol1();
    }

    /** Walks until the amount is used up or the price is at the limit. */
    V3Swap walk() {
        while (!remaining.isZero() && !price.equals(limit)) {
            boolean initialised = isInWord();
            int next = initialised ? ticks.tick(rank) : endOfWord();
            UInt256 nextPrice = initialised ? ticks.value(rank).sqrtPriceX96() : TickMath.sqrtRatioAtTick(next);
            UInt256 target = zeroForOne ? nextPrice.max(limit) : nextPrice.min(limit);
            SwapStep step = SwapMath.step(price, target, liquidity, exactIn, remaining, feePips);
            take(step);
            if (step.sqrtPriceX96().equals(nextPrice)) {
                if (initialised) {
                    cross(next, ticks.value(rank));
                }
                tick = zeroForOne ? next - 1 : next;
            } else if (!step.sqrtPriceX96().equals(price)) {
                tick = TickMath.tickAtSqrtRatio(step.sqrtPriceX96());
            }
            price = step.sqrtPriceX96();
        }
        return this;
    }

    /** Whether the next initialised tick is in the word of the bitmap that is searched. */
    private boolean isInWord() {
        return zeroForOne
                ? rank >= 0 && ticks.tick(rank) >= ticks.lowestOfWord(tick)
                : rank < ticks.size() && ticks.tick(rank) <= ticks.highestOfWord(tick);
    }

    private int endOfWord() {
        return zeroForOne
                ? Math.max(ticks.lowestOfWord(tick), TickMath.MIN_TICK)
                : Math.min(ticks.highestOfWord(tick), TickMath.MAX_TICK);
    }

    private void take(SwapStep step) {
        UInt256 in = step.amountIn().plusExact(step.feeAmount());
        remaining = remaining.minusExact(exactIn ? in : step.amountOut());
        calculated = calculated.plusExact(exactIn ? step.amountOut() : in);
        UInt256 fee = step.feeAmount();
        if (feeProtocol > 0) {
            UInt256 part = fee.dividedBy(UInt256.of(feeProtocol));
            protocolFee = protocolFee.plusExact(part);
            fee = fee.minusExact(part);
        }
        if (!liquidity.isZero()) {
            feeGrowth = feeGrowth.plusWrapping(FeeGrowth.of(fee, liquidity));
        }
    }

    private void cross(int at, V3Tick stored) {
        crossings.add(new Crossing(at, stored, feeGrowth));
        rank += zeroForOne ? -1 : 1;
        Int256 net = zeroForOne ? stored.liquidityNet().negatedExact() : stored.liquidityNet();
        liquidity = LiquidityMath.plus(liquidity, net);
    }

    /** Makes the walk the pool's: ticks that were crossed, the observation of the block, and the state. */
    void apply(V3Storage pool, long seconds, Undo undo) {
        if (!crossings.isEmpty()) {
            applyCrossings(pool, seconds, undo);
        }
        V3OracleState oracle = start.oracle();
        if (tick != start.tick()) {
            oracle = pool.observations().write(oracle, seconds, start.tick(), start.liquidity(), undo);
        }
        pool.set(start.swapped(this, oracle), undo);
    }

    private void applyCrossings(V3Storage pool, long seconds, Undo undo) {
        V3Cumulatives now = pool.observations().now(start.oracle(), seconds, start.tick(), start.liquidity());
        for (Crossing each : crossings) {
            UInt256 growth0 = zeroForOne ? each.feeGrowthX128 : start.feeGrowth0X128();
            UInt256 growth1 = zeroForOne ? start.feeGrowth1X128() : each.feeGrowthX128;
            pool.setTick(each.tick, each.before.crossed(growth0, growth1, now), undo);
        }
    }

    V3Trade trade() {
        UInt256 used = specified.minusExact(remaining);
        return new V3Trade(V3Status.OK, exactIn ? used : calculated, exactIn ? calculated : used, crossings.size());
    }

    boolean zeroForOne() {
        return zeroForOne;
    }

    UInt256 sqrtPriceX96() {
        return price;
    }

    int tick() {
        return tick;
    }

    UInt256 liquidity() {
        return liquidity;
    }

    UInt256 feeGrowthX128() {
        return feeGrowth;
    }

    UInt256 protocolFee() {
        return protocolFee;
    }
}
