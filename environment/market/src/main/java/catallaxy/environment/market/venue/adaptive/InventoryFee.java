package catallaxy.environment.market.venue.adaptive;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * A fee that leans against the pool's inventory: dearer for trades that lead it further from its usual one, cheaper for those that bring
 * it back.
 *
 * <pre>
 *   a ← (a τ + i t) / (τ + t)                    the tick about which the price has been, over the time t that it was at tick i
 *   fee = centre ± slope (i − a)                 + for buying base, − for selling it; within the bounds
 * </pre>
 *
 * <p>What a pool owns follows from its price: above a it has less base than usual, and a purchase takes more of it. The lean is that of a
 * dealer's quotes about a price that falls with inventory (Ho and Stoll 1981; Avellaneda and Stoikov 2008), with the fee as the half
 * spread.
 *
 * @param centrePips  fee of a pool at its usual inventory
 * @param slopeMilli  pips for a tick of 0.01 %, thousandths
 * @param tauNanos    τ
 * @param usual       a, ticks times 2^16
 * @param tick        i
 * @param nanos       since when a does not contain i
 */
public record InventoryFee(
        FeeBounds bounds, int centrePips, int slopeMilli, long tauNanos, long usual, int tick, long nanos)
        implements FeeRule {
    private static final int FRACTION_BITS = 16;

    public InventoryFee {
        Checks.inRange("centrePips", centrePips, bounds.lowPips(), bounds.highPips());
        Checks.inRange("slopeMilli", slopeMilli, 0, 10_000_000);
        Checks.inRange("tauNanos", tauNanos, 1_000_000_000L, 30 * 86_400_000_000_000L);
    }

    /** A rule that has seen nothing. */
    public static InventoryFee of(FeeBounds bounds, int centrePips, int slopeMilli, long tauNanos) {
        return new InventoryFee(bounds, centrePips, slopeMilli, tauNanos, 0, 0, 0);
    }

    @Override
    public String kind() {
        return InventoryFeeKind.NAME;
    }

    @Override
    public int feePips(boolean baseForQuote, long timeNanos) {
        long above = ((long) tick << FRACTION_BITS) - usualAt(timeNanos);
        long lean = Math.floorDiv(above * slopeMilli, 1000L << FRACTION_BITS);
        return bounds.clamp(baseForQuote ? centrePips - lean : centrePips + lean);
    }

    /** a at a time: the distance of i from it, its sign apart, decays. */
    private long usualAt(long timeNanos) {
        long now = (long) tick << FRACTION_BITS;
        long distance = Forgetting.left(Math.abs(now - usual), tauNanos, Math.max(0, timeNanos - nanos));
        return now > usual ? now - distance : now + distance;
    }

    @Override
    public InventoryFee begun(int first) {
        return new InventoryFee(bounds, centrePips, slopeMilli, tauNanos, (long) first << FRACTION_BITS, first, 0);
    }

    @Override
    public InventoryFee after(SeenSwap swap) {
        return new InventoryFee(
                bounds, centrePips, slopeMilli, tauNanos, usualAt(swap.timeNanos()), swap.tick(), swap.timeNanos());
    }

    @Override
    public void save(StateWriter out) {
        bounds.save(out);
        out.int32(centrePips)
                .int32(slopeMilli)
                .int64(tauNanos)
                .int64(usual)
                .int32(tick)
                .int64(nanos);
    }

    static InventoryFee load(StateReader in) {
        return new InventoryFee(
                FeeBounds.load(in), in.int32(), in.int32(), in.int64(), in.int64(), in.int32(), in.int64());
    }
}
