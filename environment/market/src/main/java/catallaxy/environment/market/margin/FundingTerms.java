package catallaxy.environment.market.margin;

import catallaxy.environment.base.check.Checks;

/**
 * What one side of a perpetual pays the other at times {@code interval} apart: of each position's worth at the mark price the rate
 * {@code F = P + clamp(I − P, −d, d)}, itself at most the cap on either side, where P is the mean of the premiums since the last time
 * and I the interest of one interval. Longs pay where it is positive. This is the formula that Binance publishes for its perpetuals
 * (interest 0.01 %, d = 0.05 % each eight hours), with a plain mean.
 *
 * @param fundingIntervalNanos from one payment to the next
 * @param interestPips         I, millionths of the worth each interval
 * @param dampingPips          d, millionths
 * @param fundingCapPips       most that is paid each interval, millionths
 */
public record FundingTerms(long fundingIntervalNanos, long interestPips, long dampingPips, long fundingCapPips) {
    private static final long PPB_OF_PIP = 1_000;
    private static final long MINUTE = 60_000_000_000L;

    public FundingTerms {
        Checks.inRange("fundingIntervalNanos", fundingIntervalNanos, MINUTE, 30 * 1440 * MINUTE);
        Checks.inRange("interestPips", interestPips, -100_000, 100_000);
        Checks.inRange("dampingPips", dampingPips, 0, 100_000);
        Checks.inRange("fundingCapPips", fundingCapPips, 0, 100_000);
    }

    /** The rate in billionths for a mean premium in billionths. */
    public long ratePpb(long premiumPpb) {
        long damping = dampingPips * PPB_OF_PIP;
        long cap = fundingCapPips * PPB_OF_PIP;
        long towardsInterest = Math.clamp(interestPips * PPB_OF_PIP - premiumPpb, -damping, damping);
        return Math.clamp(premiumPpb + towardsInterest, -cap, cap);
    }
}
