package catallaxy.environment.market.venue.uniswapv4;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.venue.concentrated.TickMath;
import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A pool in unbounded integers that stores no ticks: liquidity in range is summed over all stakes at each step, and every fee is
 * added to each stake that it belongs to when it is earned.
 */
final class NaivePool {
    /** What somebody has in a range, and what has grown for it since its last change. */
    static final class Stake {
        final int lower;
        final int upper;
        BigInteger liquidity = BigInteger.ZERO;
        final BigInteger[] growth = {BigInteger.ZERO, BigInteger.ZERO};

        Stake(int lower, int upper) {
            this.lower = lower;
            this.upper = upper;
        }
    }

    /** What a step moves: the price, what is paid without the fee, what is given, and the fee. */
    private record Step(BigInteger price, BigInteger in, BigInteger out, BigInteger fee) {}

    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);
    private static final BigInteger ONE_X96 = BigInteger.TWO.pow(96);

    private final int spacing;
    private final int lpPips;
    private final int[] protocolPips;
    private final Map<V4PositionKey, Stake> stakes = new TreeMap<>();
    final BigInteger[] growth = {BigInteger.ZERO, BigInteger.ZERO};
    final BigInteger[] protocolFees = {BigInteger.ZERO, BigInteger.ZERO};
    BigInteger price;
    int tick;

    NaivePool(BigInteger price, int tick, int spacing, int lpPips, int protocol0, int protocol1) {
        this.price = price;
        this.tick = tick;
        this.spacing = spacing;
        this.lpPips = lpPips;
        this.protocolPips = new int[] {protocol0, protocol1};
    }

    BigInteger liquidity() {
        BigInteger sum = BigInteger.ZERO;
        for (Stake each : stakes.values()) {
            sum = isInRange(each) ? sum.add(each.liquidity) : sum;
        }
        return sum;
    }

    private boolean isInRange(Stake stake) {
        return stake.lower <= tick && tick < stake.upper;
    }

    Stake stake(V4PositionKey key) {
        return stakes.computeIfAbsent(key, each -> new Stake(each.lower(), each.upper()));
    }

    /** Changes a stake; what its owner gets of each currency, fees included. */
    BigInteger[] modify(V4PositionKey key, BigInteger delta) {
        Stake stake = stake(key);
        BigInteger[] given = {earned(stake, 0), earned(stake, 1)};
        stake.growth[0] = BigInteger.ZERO;
        stake.growth[1] = BigInteger.ZERO;
        stake.liquidity = stake.liquidity.add(delta);
        BigInteger low = priceOf(key.lower());
        BigInteger high = priceOf(key.upper());
        BigInteger at = tick < key.lower() ? low : tick >= key.upper() ? high : price;
        boolean owed = delta.signum() > 0;
        BigInteger amount0 = amount(0, at, high, delta.abs(), owed);
        BigInteger amount1 = amount(1, low, at, delta.abs(), owed);
        given[0] = given[0].add(owed ? amount0.negate() : amount0);
        given[1] = given[1].add(owed ? amount1.negate() : amount1);
        return given;
    }

    BigInteger earned(Stake stake, int currency) {
        return stake.growth[currency].multiply(stake.liquidity).shiftRight(128);
    }

    void donate(BigInteger amount0, BigInteger amount1) {
        BigInteger all = liquidity();
        grow(0, amount0, all);
        grow(1, amount1, all);
    }

    private void grow(int currency, BigInteger fee, BigInteger all) {
        if (all.signum() > 0) {
            BigInteger more = fee.shiftLeft(128).divide(all);
            growth[currency] = growth[currency].add(more);
            stakes.values().stream()
                    .filter(this::isInRange)
                    .forEach(each -> each.growth[currency] = each.growth[currency].add(more));
        }
    }

    /** Swaps; what the swapper gets of each currency. */
    BigInteger[] swap(boolean down, BigInteger specified, BigInteger limit) {
        boolean exactIn = specified.signum() < 0;
        int paid = down ? 0 : 1;
        int pips = protocolPips[paid] + lpPips - (int) ((long) protocolPips[paid] * lpPips / 1_000_000);
        BigInteger left = specified.abs();
        BigInteger in = BigInteger.ZERO;
        BigInteger out = BigInteger.ZERO;
        while (left.signum() > 0 && !price.equals(limit)) {
            int next = next(down);
            BigInteger end = priceOf(next);
            BigInteger target = down ? end.max(limit) : end.min(limit);
            BigInteger all = liquidity();
            Step step = step(down, target, all, exactIn, left, pips);
            BigInteger taken = step.in.add(step.fee);
            in = in.add(taken);
            out = out.add(step.out);
            left = left.subtract(exactIn ? taken : step.out);
            BigInteger part = protocolPips[paid] == 0
                    ? BigInteger.ZERO
                    : lpPips == 0
                            ? step.fee
                            : taken.multiply(BigInteger.valueOf(protocolPips[paid]))
                                    .divide(MILLION);
            protocolFees[paid] = protocolFees[paid].add(part);
            grow(paid, step.fee.subtract(part), all);
            if (step.price.equals(end)) {
                tick = down ? next - 1 : next;
            } else if (!step.price.equals(price)) {
                tick = TickMath.tickAtSqrtRatio(UInt256.of(step.price));
            }
            price = step.price;
        }
        return down ? new BigInteger[] {in.negate(), out} : new BigInteger[] {out, in.negate()};
    }

    /** The nearest end of a stake in the direction, or the end of a word of 256 multiples of the spacing. */
    private int next(boolean down) {
        TreeSet<Integer> ends = new TreeSet<>();
        for (Stake each : stakes.values()) {
            if (each.liquidity.signum() > 0) {
                ends.add(each.lower);
                ends.add(each.upper);
            }
        }
        int multiple = Math.floorDiv(tick, spacing);
        Integer stored = down ? ends.floor(tick) : ends.higher(tick);
        int word = down
                ? Math.floorDiv(multiple, 256) * 256 * spacing
                : (Math.floorDiv(multiple + 1, 256) * 256 + 255) * spacing;
        int near = stored == null ? word : down ? Math.max(stored, word) : Math.min(stored, word);
        return Math.clamp(near, TickMath.MIN_TICK, TickMath.MAX_TICK);
    }

    private Step step(boolean down, BigInteger target, BigInteger all, boolean exactIn, BigInteger left, int pips) {
        BigInteger fee = BigInteger.valueOf(pips);
        int paid = down ? 0 : 1;
        if (exactIn) {
            BigInteger most = left.multiply(MILLION.subtract(fee)).divide(MILLION);
            BigInteger toTarget = amount(paid, price, target, all, true);
            if (most.compareTo(toTarget) < 0) {
                BigInteger next = afterInput(down, all, most);
                return new Step(next, most, amount(1 - paid, price, next, all, false), left.subtract(most));
            }
            return new Step(target, toTarget, amount(1 - paid, price, target, all, false), with(toTarget, fee));
        }
        BigInteger toTarget = amount(1 - paid, price, target, all, false);
        boolean reaches = left.compareTo(toTarget) >= 0;
        BigInteger next = reaches ? target : afterOutput(down, all, left);
        BigInteger in = amount(paid, price, next, all, true);
        return new Step(next, in, reaches ? toTarget : left, with(in, fee));
    }

    private static BigInteger with(BigInteger in, BigInteger fee) {
        return divided(in.multiply(fee), MILLION.subtract(fee), true);
    }

    private BigInteger afterInput(boolean down, BigInteger all, BigInteger in) {
        BigInteger wide = all.shiftLeft(96);
        return down
                ? divided(wide.multiply(price), wide.add(in.multiply(price)), true)
                : price.add(in.shiftLeft(96).divide(all));
    }

    private BigInteger afterOutput(boolean down, BigInteger all, BigInteger out) {
        BigInteger wide = all.shiftLeft(96);
        return down
                ? price.subtract(divided(out.shiftLeft(96), all, true))
                : divided(wide.multiply(price), wide.subtract(out.multiply(price)), true);
    }

    private static BigInteger priceOf(int tick) {
        return TickMath.sqrtRatioAtTick(tick).toBigInteger();
    }

    private static BigInteger amount(int currency, BigInteger a, BigInteger b, BigInteger all, boolean up) {
        BigInteger wide = all.multiply(a.subtract(b).abs());
        return currency == 0 ? divided(wide.shiftLeft(96), a.multiply(b), up) : divided(wide, ONE_X96, up);
    }

    private static BigInteger divided(BigInteger number, BigInteger divisor, boolean up) {
        BigInteger[] parts = number.divideAndRemainder(divisor);
        return up && parts[1].signum() != 0 ? parts[0].add(BigInteger.ONE) : parts[0];
    }
}
