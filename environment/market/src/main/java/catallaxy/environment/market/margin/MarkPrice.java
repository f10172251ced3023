package catallaxy.environment.market.margin;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.Optional;

/**
 * The mark price of a market as {@link MarkTerms} say, with the sums from which funding and the final price follow. Ticks and
 * billionths; a sum of premiums is of those since the last funding. Mutable, owned by its {@link Positions}.
 */
public final class MarkPrice {
    private static final long PPB_OF_PIP = 1_000;
    private static final long MILLI = 1_000_000;

    private final DerivativeSpec spec;
    private long indexTicks;
    private long markTicks;
    private long averagePremiumPpb;
    private long premiumSumPpb;
    private long premiums;
    private long fundingDueNanos;
    private long fundingRatePpb;
    private long settlementSum;
    private long settlementCount;

    MarkPrice(DerivativeSpec spec) {
        this.spec = spec;
        fundingDueNanos = spec.funding().map(FundingTerms::fundingIntervalNanos).orElse(Long.MAX_VALUE);
    }

    private MarkPrice(MarkPrice other) {
        spec = other.spec;
        indexTicks = other.indexTicks;
        markTicks = other.markTicks;
        averagePremiumPpb = other.averagePremiumPpb;
        premiumSumPpb = other.premiumSumPpb;
        premiums = other.premiums;
        fundingDueNanos = other.fundingDueNanos;
        fundingRatePpb = other.fundingRatePpb;
        settlementSum = other.settlementSum;
        settlementCount = other.settlementCount;
    }

    MarkPrice copy() {
        return new MarkPrice(this);
    }

    /** The first mark: the index. */
    void open(long ticks) {
        indexTicks = ticks;
        markTicks = ticks;
    }

    /** The index at the last marking, ticks. */
    public long indexTicks() {
        return indexTicks;
    }

    /** The mark price, ticks. */
    public long ticks() {
        return markTicks;
    }

    /** The average of the premium, billionths of the index. */
    public long averagePremiumPpb() {
        return averagePremiumPpb;
    }

    /** When funding is paid next; the greatest {@code long} where it never is. */
    public long fundingDueNanos() {
        return fundingDueNanos;
    }

    /** The rate of the last funding, billionths; longs paid where it is positive. */
    public long fundingRatePpb() {
        return fundingRatePpb;
    }

    /** What the rate would be if funding were paid now, billionths. */
    public long expectedFundingPpb() {
        return spec.funding()
                .map(terms -> terms.ratePpb(premiums == 0 ? 0 : premiumSumPpb / premiums))
                .orElse(0L);
    }

    /** The mark that follows from an index and a premium, which count from now on; the market is not yet settled at it. */
    long next(long now, long index, long premiumPpb) {
        indexTicks = index;
        premiumSumPpb += premiumPpb;
        premiums++;
        averagePremiumPpb += step(premiumPpb - averagePremiumPpb);
        spec.expiry().ifPresent(terms -> sample(terms, now, index));
        if (isExpired(now)) {
            return settlementCount == 0 ? index : Math.max(1, (settlementSum + settlementCount / 2) / settlementCount);
        }
        long band = spec.mark().premiumBandPips() * PPB_OF_PIP;
        long premium = Math.clamp(averagePremiumPpb, -band, band);
        return Math.max(1, index + RatedAmounts.floor(index, premium, RatedAmounts.BILLION));
    }

    private long step(long distancePpb) {
        MarkTerms terms = spec.mark();
        return terms.markIntervalNanos() >= terms.premiumWindowNanos()
                ? distancePpb
                : distancePpb * (terms.markIntervalNanos() / MILLI) / (terms.premiumWindowNanos() / MILLI);
    }

    private void sample(ExpiryTerms terms, long now, long index) {
        boolean within = now > terms.expiryNanos() - terms.settlementWindowNanos() && now <= terms.expiryNanos();
        if (within) {
            settlementSum = Math.addExact(settlementSum, index);
            settlementCount++;
        }
    }

    void settledAt(long ticks) {
        markTicks = ticks;
    }

    /** Whether the future has ended. */
    boolean isExpired(long now) {
        Optional<ExpiryTerms> expiry = spec.expiry();
        return expiry.isPresent() && now >= expiry.get().expiryNanos();
    }

    /** Whether funding is to be paid now. */
    boolean isFundingDue(long now) {
        return now >= fundingDueNanos;
    }

    /** The rate that is paid now, billionths; the next interval begins. */
    long takeFunding() {
        FundingTerms terms = spec.funding().orElseThrow();
        fundingRatePpb = expectedFundingPpb();
        premiumSumPpb = 0;
        premiums = 0;
        fundingDueNanos += terms.fundingIntervalNanos();
        return fundingRatePpb;
    }

    void save(StateWriter out) {
        out.int64(indexTicks)
                .int64(markTicks)
                .int64(averagePremiumPpb)
                .int64(premiumSumPpb)
                .int64(premiums);
        out.int64(fundingDueNanos).int64(fundingRatePpb).int64(settlementSum).int64(settlementCount);
    }

    static MarkPrice load(StateReader in, DerivativeSpec spec) {
        MarkPrice mark = new MarkPrice(spec);
        mark.indexTicks = in.int64();
        mark.markTicks = in.int64();
        mark.averagePremiumPpb = in.int64();
        mark.premiumSumPpb = in.int64();
        mark.premiums = in.int64();
        mark.fundingDueNanos = in.int64();
        mark.fundingRatePpb = in.int64();
        mark.settlementSum = in.int64();
        mark.settlementCount = in.int64();
        return mark;
    }
}
