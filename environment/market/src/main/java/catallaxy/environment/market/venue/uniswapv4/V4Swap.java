package catallaxy.environment.market.venue.uniswapv4;

import catallaxy.environment.base.number.Int256;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.Undo;
import catallaxy.environment.market.venue.concentrated.LiquidityMath;
import catallaxy.environment.market.venue.concentrated.SwapStep;
import catallaxy.environment.market.venue.concentrated.TickMap;
import catallaxy.environment.market.venue.concentrated.TickMath;
import java.util.ArrayList;
import java.util.List;

/**
 * One swap as it walks from tick to tick. It changes nothing until it is {@link #apply applied}, so that a quote is a walk that is not.
 * Used once. Source: {@code Pool.swap} of v4-core 1.0.2.
 */
final class V4Swap {
    private record Crossing(int tick, V4Tick before, UInt256 feeGrowthX128) {}

    private static final UInt256 ALL_PIPS = UInt256.of(V4Fees.ALL_PIPS);

    private final V4State start;
    private final TickMap<V4Tick> ticks;
    private final V4Order order;
    private final int protocolPips;
    private final int feePips;
    private final List<Crossing> crossings = new ArrayList<>(2);
    private UInt256 remaining;
    private Int256 calculated = Int256.ZERO;
    private UInt256 price;
    private int tick;
    private UInt256 liquidity;
    private UInt256 feeGrowth;
    private UInt256 toProtocol = UInt256.ZERO;

    V4Swap(V4Pool pool, V4Order order, int lpFeePips) {
        this.start = pool.state();
        this.ticks = pool.ticks();
        this.order = order;
        this.protocolPips = V4Fees.ofProtocol(start.protocolFee(), order.zeroForOne());
        this.feePips = V4Fees.ofSwap(protocolPips, lpFeePips);
        this.remaining = order.specified().magnitude();
        this.price = start.sqrtPriceX96();
        this.tick = start.tick();
        this.liquidity = start.liquidity();
        this.feeGrowth = order.zeroForOne() ? start.feeGrowth0X128() : start.feeGrowth1X128();
    }

    /** Walks until the amount is used up or the price is at the limit; nowhere if there is no amount. */
    V4Swap walk() {
        V4Revert.unless(feePips < V4Fees.ALL_PIPS || order.specified().signum() <= 0, "InvalidFeeForExactOut");
        if (!remaining.isZero()) {
            checkLimit();
            while (!remaining.isZero() && !price.equals(order.limitX96())) {
                step();
            }
        }
        return this;
    }

    private void checkLimit() {
        UInt256 limit = order.limitX96();
        boolean down = order.zeroForOne();
        boolean ahead = down ? limit.isLessThan(price) : price.isLessThan(limit);
        V4Revert.unless(ahead, "PriceLimitAlreadyExceeded");
        boolean within = down ? TickMath.MIN_SQRT_RATIO.isLessThan(limit) : limit.isLessThan(TickMath.MAX_SQRT_RATIO);
        V4Revert.unless(within, "PriceLimitOutOfBounds");
    }

    private void step() {
        boolean down = order.zeroForOne();
        int next = Math.clamp(down ? ticks.nextDown(tick) : ticks.nextUp(tick), TickMath.MIN_TICK, TickMath.MAX_TICK);
        V4Tick stored = ticks.get(next);
        UInt256 nextPrice = stored == null ? TickMath.sqrtRatioAtTick(next) : stored.sqrtPriceX96();
        UInt256 target = down ? nextPrice.max(order.limitX96()) : nextPrice.min(order.limitX96());
        SwapStep step = V4SwapMath.step(price, target, liquidity, order.exactIn(), remaining, feePips);
        take(step);
        if (step.sqrtPriceX96().equals(nextPrice)) {
            if (stored != null) {
                cross(next, stored);
            }
            tick = down ? next - 1 : next;
        } else if (!step.sqrtPriceX96().equals(price)) {
            tick = TickMath.tickAtSqrtRatio(step.sqrtPriceX96());
        }
        price = step.sqrtPriceX96();
    }

    private void take(SwapStep step) {
        UInt256 in = step.amountIn().plusWrapping(step.feeAmount());
        remaining = remaining.minusWrapping(order.exactIn() ? in : step.amountOut());
        calculated = order.exactIn()
                ? calculated.plusExact(V4Cast.int256(step.amountOut()))
                : calculated.minusExact(V4Cast.int256(in));
        UInt256 fee = step.feeAmount();
        if (protocolPips > 0) {
            UInt256 part = protocolPips == feePips
                    ? fee
                    : in.timesWrapping(UInt256.of(protocolPips)).dividedBy(ALL_PIPS);
            toProtocol = toProtocol.plusWrapping(part);
            fee = fee.minusWrapping(part);
        }
        if (!liquidity.isZero()) {
            feeGrowth = feeGrowth.plusWrapping(V4Pool.growth(fee, liquidity));
        }
    }

    private void cross(int at, V4Tick stored) {
        crossings.add(new Crossing(at, stored, feeGrowth));
        Int256 net = order.zeroForOne() ? stored.liquidityNet().negatedExact() : stored.liquidityNet();
        V4Revert.unless(LiquidityMath.fits(liquidity, net), V4Cast.OVERFLOW);
        liquidity = LiquidityMath.plus(liquidity, net);
    }

    /** Makes the walk the pool's. */
    V4Trade apply(V4Pool pool, Undo undo) {
        V4Trade trade = trade();
        boolean zero = order.zeroForOne();
        for (Crossing each : crossings) {
            UInt256 growth0 = zero ? each.feeGrowthX128() : start.feeGrowth0X128();
            UInt256 growth1 = zero ? start.feeGrowth1X128() : each.feeGrowthX128();
            pool.setTick(each.tick(), each.before().crossed(growth0, growth1), undo);
        }
        V4State moved = start.at(price, tick).withLiquidity(liquidity);
        pool.set(
                moved.withGrowth(zero ? feeGrowth : start.feeGrowth0X128(), zero ? start.feeGrowth1X128() : feeGrowth),
                undo);
        return trade;
    }

    /** What the swap comes to. */
    V4Trade trade() {
        UInt256 done = order.specified().magnitude().minusWrapping(remaining);
        Int256 specified = Int256.ofMagnitude(order.exactIn(), done);
        V4Delta delta = V4Delta.ordered(
                order.zeroForOne() == order.exactIn(), V4Cast.int128(specified), V4Cast.int128(calculated));
        return new V4Trade(delta, toProtocol, feePips, crossings.size());
    }
}
