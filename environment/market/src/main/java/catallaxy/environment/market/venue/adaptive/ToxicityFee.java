package catallaxy.environment.market.venue.adaptive;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * A fee that rises with the toxicity of the order flow, measured as the volume-synchronised probability of informed trading.
 *
 * <pre>
 *   VPIN = Σ |V_buy − V_sell| / (n V)        over the last n buckets of equal volume V
 *   fee  = low + (high − low) VPIN
 * </pre>
 *
 * <p>Easley, López de Prado and O'Hara 2012, "Flow toxicity and liquidity in a high-frequency world", Review of Financial Studies 25(5).
 * Deviations: the direction of a swap is known and not inferred from price changes; volume is counted in the quote asset; until n buckets
 * are full, the mean is over those that are, and the fee is the lowest before the first.
 *
 * @param bucketQuote V, base units of quote
 * @param buckets     n
 * @param bought      of the bucket that is filling, base units of quote
 * @param sold        of it
 * @param imbalances  of the full buckets, oldest first, millionths
 */
public record ToxicityFee(
        FeeBounds bounds, UInt256 bucketQuote, int buckets, UInt256 bought, UInt256 sold, List<Integer> imbalances)
        implements FeeRule {
    private static final UInt256 MILLION = UInt256.of(1_000_000);
    private static final int MOST_BUCKETS = 200;

    public ToxicityFee {
        imbalances = List.copyOf(imbalances);
        Checks.that(!bucketQuote.isZero(), "bucketQuote", "a positive amount", bucketQuote);
        Checks.inRange("buckets", buckets, 1, MOST_BUCKETS);
        Checks.that(imbalances.size() <= buckets, "imbalances", "at most one a bucket", imbalances.size());
    }

    /** A rule that has seen nothing. */
    public static ToxicityFee of(FeeBounds bounds, UInt256 bucketQuote, int buckets) {
        return new ToxicityFee(bounds, bucketQuote, buckets, UInt256.ZERO, UInt256.ZERO, List.of());
    }

    @Override
    public String kind() {
        return ToxicityFeeKind.NAME;
    }

    @Override
    public int feePips(boolean baseForQuote, long timeNanos) {
        long width = bounds.highPips() - (long) bounds.lowPips();
        return bounds.clamp(bounds.lowPips() + width * toxicityPpm() / 1_000_000);
    }

    /** VPIN, millionths. */
    public int toxicityPpm() {
        long sum = imbalances.stream().mapToLong(Integer::longValue).sum();
        return imbalances.isEmpty() ? 0 : Math.toIntExact(sum / imbalances.size());
    }

    @Override
    public ToxicityFee begun(int tick) {
        return of(bounds, bucketQuote, buckets);
    }

    @Override
    public ToxicityFee after(SeenSwap swap) {
        List<Integer> full = new ArrayList<>(imbalances);
        UInt256 buying = bought;
        UInt256 selling = sold;
        UInt256 left = swap.quote();
        for (int filled = 0; filled <= buckets; filled++) {
            UInt256 part = left.min(bucketQuote.minusExact(buying.plusExact(selling)));
            buying = swap.baseForQuote() ? buying : buying.plusExact(part);
            selling = swap.baseForQuote() ? selling.plusExact(part) : selling;
            left = left.minusExact(part);
            if (buying.plusExact(selling).isLessThan(bucketQuote)) {
                return with(buying, selling, full);
            }
            full.add(imbalance(buying, selling));
            buying = UInt256.ZERO;
            selling = UInt256.ZERO;
        }
        UInt256 rest = left.remainder(bucketQuote); // every bucket that is remembered is already this swap's alone
        return with(swap.baseForQuote() ? buying : rest, swap.baseForQuote() ? rest : selling, full);
    }

    private int imbalance(UInt256 buying, UInt256 selling) {
        UInt256 more = buying.max(selling).minusExact(buying.min(selling));
        return Math.toIntExact(more.mulDivFloor(MILLION, bucketQuote).longValueExact());
    }

    private ToxicityFee with(UInt256 buying, UInt256 selling, List<Integer> full) {
        List<Integer> latest = full.subList(Math.max(0, full.size() - buckets), full.size());
        return new ToxicityFee(bounds, bucketQuote, buckets, buying, selling, latest);
    }

    @Override
    public void save(StateWriter out) {
        bounds.save(out);
        bucketQuote.save(out);
        out.int32(buckets);
        bought.save(out);
        sold.save(out);
        out.int32(imbalances.size());
        imbalances.forEach(out::int32);
    }

    static ToxicityFee load(StateReader in) {
        FeeBounds bounds = FeeBounds.load(in);
        UInt256 bucket = UInt256.load(in);
        int buckets = in.int32();
        UInt256 bought = UInt256.load(in);
        UInt256 sold = UInt256.load(in);
        List<Integer> imbalances = new ArrayList<>();
        for (int left = in.count(Integer.BYTES); left > 0; left--) {
            imbalances.add(in.int32());
        }
        if (imbalances.size() > buckets) {
            throw new CorruptStateException("buckets of volume: " + imbalances.size() + " of " + buckets);
        }
        return new ToxicityFee(bounds, bucket, buckets, bought, sold, imbalances);
    }
}
