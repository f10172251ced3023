package catallaxy.environment.market.venue.lending;

import static catallaxy.environment.market.venue.lending.PercentMath.WHOLE_BPS;
import static catallaxy.environment.market.venue.lending.PercentMath.percentMul;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;

/**
 * Within what those whom a market trusts with its risk may set what its collateral is good for: at most so much at once, not too often,
 * and never beyond a least and a greatest threshold.
 *
 * @param stepBps      most by which loan to value or threshold change at once
 * @param delaySeconds least time between two changes of one reserve
 * @param leastBps     least threshold
 * @param mostBps      greatest threshold
 */
public record RiskBounds(long stepBps, long delaySeconds, long leastBps, long mostBps) {
    /** Nobody may change anything. */
    public static final RiskBounds NONE = new RiskBounds(0, 0, 0, 0);

    public RiskBounds {
        Checks.inRange("stepBps", stepBps, 0, WHOLE_BPS);
        Checks.inRange("delaySeconds", delaySeconds, 0, 31_536_000);
        Checks.inRange("mostBps", mostBps, 0, WHOLE_BPS);
        Checks.inRange("leastBps", leastBps, 0, mostBps);
    }

    /** Whether terms that were last set at a second, or never, may be set again. */
    boolean isDue(long setAt, long now) {
        return setAt < 0 || now - setAt >= delaySeconds;
    }

    /** Whether terms may follow others; a reserve that is no collateral stays none, and a liquidation must stay covered. */
    boolean allow(ReserveConfig before, long ltvBps, long thresholdBps) {
        boolean near = StrictMath.abs(before.ltvBps() - ltvBps) <= stepBps
                && StrictMath.abs(before.thresholdBps() - thresholdBps) <= stepBps;
        boolean within = thresholdBps >= StrictMath.max(1, leastBps) && thresholdBps <= mostBps;
        return near && within && ltvBps >= 0 && ltvBps <= thresholdBps && isCovered(before, thresholdBps);
    }

    private static boolean isCovered(ReserveConfig before, long thresholdBps) {
        return before.thresholdBps() != 0
                && percentMul(UInt256.of(thresholdBps), before.bonusBps()).longValueExact() <= WHOLE_BPS;
    }
}
