package catallaxy.environment.market.venue.adaptive;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * A fee in proportion to the realised volatility of the pool's own price from block to block.
 *
 * <pre>
 *   v ← (v τ + r²) / (τ + t)            per block with a swap: r the move since the block before it [ticks], t the time [s]
 *   fee = k σ √h                         σ² = v τ / (τ + t) with t since the last swap; within the bounds
 * </pre>
 *
 * <p>With Poisson blocks of mean time h an arbitrageur finds a trade in a block with probability {@code 1 / (1 + √2 γ / σ_b)} (Milionis,
 * Moallemi and Roughgarden 2023, https://arxiv.org/abs/2305.14604), which a fee γ = k σ_b keeps at {@code 1 / (1 + √2 k)} whatever the
 * volatility. What happens in a block counts from the next one on, so that no swap changes the fee of its own block. A tick is a basis
 * point: 100 pips, less than 0.01 % off.
 *
 * @param multipleMilli k, thousandths
 * @param horizonNanos  h
 * @param tauNanos      τ
 * @param variance      v, ticks² a second times 2^20
 * @param anchorTick    of the price at the end of the last block but one that had a swap
 * @param anchorNanos   time of that block
 * @param tick          of the price at the end of the last block that had one
 * @param nanos         time of that block
 */
public record VolatilityFee(
        FeeBounds bounds,
        int multipleMilli,
        long horizonNanos,
        long tauNanos,
        long variance,
        int anchorTick,
        long anchorNanos,
        int tick,
        long nanos)
        implements FeeRule {
    private static final int FRACTION_BITS = 20;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    /** A hundred pips to the tick, thousandths of the multiple: {@code (100 / 1000)² = 1 / 100}. */
    private static final long PER_MULTIPLE_SQUARED = 100;

    public VolatilityFee {
        Checks.inRange("multipleMilli", multipleMilli, 0, 1_000_000);
        Checks.inRange("horizonNanos", horizonNanos, 1_000_000L, 86_400_000_000_000L);
        Checks.inRange("tauNanos", tauNanos, NANOS_PER_SECOND, 30 * 86_400_000_000_000L);
        Checks.inRange("variance", variance, 0, Long.MAX_VALUE);
    }

    /** A rule that has seen nothing. */
    public static VolatilityFee of(FeeBounds bounds, int multipleMilli, long horizonNanos, long tauNanos) {
        return new VolatilityFee(bounds, multipleMilli, horizonNanos, tauNanos, 0, 0, 0, 0, 0);
    }

    @Override
    public String kind() {
        return VolatilityFeeKind.NAME;
    }

    /** {@code ⌊√(v h (100 k)²)⌋}. */
    @Override
    public int feePips(boolean baseForQuote, long timeNanos) {
        long known = timeNanos > nanos
                ? Forgetting.left(folded(), tauNanos, timeNanos - nanos)
                : Forgetting.left(variance, tauNanos, nanos - anchorNanos);
        UInt256 squared = UInt256.of(known)
                .timesExact(UInt256.of(horizonNanos))
                .timesExact(UInt256.of((long) multipleMilli * multipleMilli))
                .dividedBy(UInt256.of(PER_MULTIPLE_SQUARED))
                .dividedBy(UInt256.of(NANOS_PER_SECOND))
                .shiftRight(FRACTION_BITS);
        UInt256 fee = squared.sqrt();
        return bounds.clamp(fee.bitLength() < 32 ? fee.longValueExact() : ALL_PIPS);
    }

    /** The variance with the move of the last block that had a swap, once it has ended. */
    private long folded() {
        long move = (long) tick - anchorTick;
        long time = nanos - anchorNanos;
        UInt256 added = UInt256.of(move * move)
                .shiftLeft(FRACTION_BITS)
                .mulDivFloor(UInt256.of(NANOS_PER_SECOND), UInt256.of(tauNanos).plusExact(UInt256.of(time)));
        return Forgetting.left(variance, tauNanos, time) + added.longValueExact();
    }

    @Override
    public VolatilityFee begun(int first) {
        return new VolatilityFee(bounds, multipleMilli, horizonNanos, tauNanos, 0, first, 0, first, 0);
    }

    @Override
    public VolatilityFee after(SeenSwap swap) {
        return swap.timeNanos() > nanos
                ? moved(folded(), tick, nanos, swap)
                : moved(variance, anchorTick, anchorNanos, swap);
    }

    private VolatilityFee moved(long known, int fromTick, long fromNanos, SeenSwap swap) {
        return new VolatilityFee(
                bounds,
                multipleMilli,
                horizonNanos,
                tauNanos,
                known,
                fromTick,
                fromNanos,
                swap.tick(),
                swap.timeNanos());
    }

    @Override
    public void save(StateWriter out) {
        bounds.save(out);
        out.int32(multipleMilli).int64(horizonNanos).int64(tauNanos).int64(variance);
        out.int32(anchorTick).int64(anchorNanos).int32(tick).int64(nanos);
    }

    static VolatilityFee load(StateReader in) {
        return new VolatilityFee(
                FeeBounds.load(in),
                in.int32(),
                in.int64(),
                in.int64(),
                in.int64(),
                in.int32(),
                in.int64(),
                in.int32(),
                in.int64());
    }
}
