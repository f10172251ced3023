package catallaxy.environment.market.venue.lending;

import static catallaxy.environment.market.venue.lending.PercentMath.WHOLE_BPS;
import static catallaxy.environment.market.venue.lending.PercentMath.percentMul;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;

/**
 * Terms for accounts that borrow nothing but assets of one category, whose prices move together: Aave's {@code EModeCategory}, without a
 * price source of its own.
 *
 * @param ltvBps       part of a collateral's worth that can be borrowed
 * @param thresholdBps part of it that debts may reach
 * @param bonusBps     what a liquidator gets for each ten thousandth that it pays, more than 10,000
 */
public record EfficiencyMode(long ltvBps, long thresholdBps, long bonusBps) {
    /** Checks what the configurator of a pool checks: a position at its threshold must be worth the liquidator's bonus. */
    public EfficiencyMode {
        Checks.inRange("efficiencyThresholdBps", thresholdBps, 1, WHOLE_BPS);
        Checks.inRange("efficiencyLtvBps", ltvBps, 1, thresholdBps);
        Checks.inRange("efficiencyBonusBps", bonusBps, WHOLE_BPS + 1, 2 * WHOLE_BPS);
        long paid = percentMul(UInt256.of(thresholdBps), bonusBps).longValueExact();
        Checks.inRange("efficiencyThresholdBps with bonus, basis points", paid, 1, WHOLE_BPS);
    }
}
