package catallaxy.environment.market.venue.lending;

import static catallaxy.environment.market.venue.lending.PercentMath.WHOLE_BPS;
import static catallaxy.environment.market.venue.lending.PercentMath.percentMul;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;

/**
 * The terms of one reserve. Parts are basis points.
 *
 * @param asset            index of the asset
 * @param decimals         of the asset
 * @param ltvBps           part of a collateral's worth that can be borrowed
 * @param thresholdBps     part of it that debts may reach before they can be liquidated
 * @param bonusBps         what a liquidator gets for what it pays, at least the whole; 0 where the asset is no collateral
 * @param reserveFactorBps part of the interest that the treasury keeps
 * @param protocolFeeBps   part of a liquidation's bonus that the treasury gets
 * @param curve            how rates follow from utilisation
 * @param supplyCap        whole units that may be supplied in all; 0 for any number
 * @param borrowCap        whole units that may be owed in all; 0 for any number
 */
public record ReserveConfig(
        int asset,
        int decimals,
        long ltvBps,
        long thresholdBps,
        long bonusBps,
        long reserveFactorBps,
        long protocolFeeBps,
        RateCurve curve,
        long supplyCap,
        long borrowCap) {
    private static final int MOST_DECIMALS = 77;
    /** A cap has 36 bits in the deployed contracts. */
    private static final long MOST_CAP = (1L << 36) - 1;

    /** Checks what the configurator of a pool checks: a position at its threshold must be worth the liquidator's bonus. */
    public ReserveConfig {
        Checks.inRange("decimals", decimals, 0, MOST_DECIMALS);
        Checks.inRange("thresholdBps", thresholdBps, 0, WHOLE_BPS);
        Checks.inRange("loan to value, basis points", ltvBps, 0, thresholdBps);
        Checks.inRange("reserveFactorBps", reserveFactorBps, 0, WHOLE_BPS);
        Checks.inRange("protocolFeeBps", protocolFeeBps, 0, WHOLE_BPS);
        Checks.inRange("supplyCap", supplyCap, 0, MOST_CAP);
        Checks.inRange("borrowCap", borrowCap, 0, MOST_CAP);
        if (thresholdBps == 0) {
            Checks.inRange("bonusBps of an asset that is no collateral", bonusBps, 0, 0);
        } else {
            Checks.inRange("bonusBps", bonusBps, WHOLE_BPS + 1, 2 * WHOLE_BPS * WHOLE_BPS);
            long paid = percentMul(UInt256.of(thresholdBps), bonusBps).longValueExact();
            Checks.inRange("threshold with bonus, basis points", paid, 0, WHOLE_BPS);
        }
    }

    /** Terms without caps. */
    public ReserveConfig(
            int asset,
            int decimals,
            long ltvBps,
            long thresholdBps,
            long bonusBps,
            long reserveFactorBps,
            long protocolFeeBps,
            RateCurve curve) {
        this(asset, decimals, ltvBps, thresholdBps, bonusBps, reserveFactorBps, protocolFeeBps, curve, 0, 0);
    }

    /** The terms with another loan to value and threshold. */
    ReserveConfig withCollateral(long ltv, long threshold) {
        return new ReserveConfig(
                asset,
                decimals,
                ltv,
                threshold,
                bonusBps,
                reserveFactorBps,
                protocolFeeBps,
                curve,
                supplyCap,
                borrowCap);
    }

    /**
     * The terms for an account in an efficiency mode to which the asset belongs: what lends nothing without it lends nothing in it either,
     * and what is no collateral is none.
     */
    ReserveConfig in(EfficiencyMode mode) {
        return thresholdBps == 0
                ? this
                : new ReserveConfig(
                        asset,
                        decimals,
                        ltvBps == 0 ? 0 : mode.ltvBps(),
                        mode.thresholdBps(),
                        mode.bonusBps(),
                        reserveFactorBps,
                        protocolFeeBps,
                        curve,
                        supplyCap,
                        borrowCap);
    }

    /** Whether so many base units are within a cap. */
    boolean isWithin(long cap, UInt256 units) {
        return cap == 0 || UInt256.of(cap).timesExact(unit()).isAtLeast(units);
    }

    /** Base units in a whole unit. */
    UInt256 unit() {
        return UInt256.parse("1" + "0".repeat(decimals));
    }

    /** What a liquidator gets beyond what it pays, as a share; 0 where the reserve is no collateral. */
    double bonus() {
        return bonusBps == 0 ? 0 : (double) bonusBps / PercentMath.WHOLE_BPS - 1;
    }
}
