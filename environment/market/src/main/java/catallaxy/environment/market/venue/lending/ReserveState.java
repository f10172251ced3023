package catallaxy.environment.market.venue.lending;

import static catallaxy.environment.market.venue.lending.CheckedMath.fit128;
import static catallaxy.environment.market.venue.lending.CheckedMath.minus;
import static catallaxy.environment.market.venue.lending.CheckedMath.plus;
import static catallaxy.environment.market.venue.lending.RayMath.rayDiv;
import static catallaxy.environment.market.venue.lending.RayMath.rayMul;
import static catallaxy.environment.market.venue.lending.RayMath.wadToRay;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * A reserve at its last change. What is supplied and owed is kept scaled: divided by the index of its time, so that interest is one
 * product for everybody. Immutable; each change is another state.
 *
 * @param liquidityIndex    what a unit supplied at the start has become, ray
 * @param debtIndex         what a unit borrowed at the start has become, ray
 * @param liquidityRate     what suppliers earn a year from now on, ray
 * @param debtRate          what borrowers pay a year from now on, ray
 * @param lastUpdate        second of the last change
 * @param accruedToTreasury what the treasury has not yet been given, scaled by the liquidity index
 * @param scaledSupply      all that is supplied, scaled
 * @param scaledDebt        all that is owed, scaled
 */
public record ReserveState(
        UInt256 liquidityIndex,
        UInt256 debtIndex,
        UInt256 liquidityRate,
        UInt256 debtRate,
        long lastUpdate,
        UInt256 accruedToTreasury,
        UInt256 scaledSupply,
        UInt256 scaledDebt) {
    /** A reserve that nobody has used. */
    static final ReserveState NEW = new ReserveState(
            RayMath.RAY, RayMath.RAY, UInt256.ZERO, UInt256.ZERO, 0, UInt256.ZERO, UInt256.ZERO, UInt256.ZERO);

    /** The liquidity index at a second, ray: with simple interest since the last change. */
    public UInt256 liquidityIndexAt(long now) {
        return now == lastUpdate
                ? liquidityIndex
                : rayMul(InterestMath.linear(liquidityRate, now - lastUpdate), liquidityIndex);
    }

    /** The debt index at a second, ray: with compound interest since the last change. */
    public UInt256 debtIndexAt(long now) {
        return now == lastUpdate ? debtIndex : rayMul(InterestMath.compounded(debtRate, now - lastUpdate), debtIndex);
    }

    /** Everything that is owed at a second, base units, to the nearest. */
    public UInt256 debtAt(long now) {
        return rayMul(scaledDebt, debtIndexAt(now));
    }

    /** Everything that is supplied at a second, base units, to the nearest; without what the treasury has not been given. */
    public UInt256 supplyAt(long now) {
        return rayMul(scaledSupply, liquidityIndexAt(now));
    }

    /** The state with interest until now, of which the treasury's part is set aside. */
    ReserveState accrued(long now, long reserveFactorBps) {
        UInt256 nextLiquidity = liquidityRate.isZero() ? liquidityIndex : fit128(liquidityIndexAt(now));
        UInt256 nextDebt = scaledDebt.isZero() ? debtIndex : fit128(debtIndexAt(now));
        UInt256 interest = minus(rayMul(scaledDebt, nextDebt), rayMul(scaledDebt, debtIndex));
        UInt256 kept = PercentMath.percentMul(interest, reserveFactorBps);
        UInt256 treasury =
                kept.isZero() ? accruedToTreasury : fit128(plus(accruedToTreasury, rayDiv(kept, nextLiquidity)));
        return new ReserveState(
                nextLiquidity, nextDebt, liquidityRate, debtRate, now, treasury, scaledSupply, scaledDebt);
    }

    /** The state whose rates follow from what the reserve holds once so much has come and gone. */
    ReserveState rated(ReserveConfig config, UInt256 balance, UInt256 added, UInt256 taken) {
        RateCurve.Rates rates = config.curve()
                .rates(new RateCurve.Usage(
                        balance,
                        added,
                        taken,
                        UInt256.ZERO,
                        rayMul(scaledDebt, debtIndex),
                        UInt256.ZERO,
                        config.reserveFactorBps(),
                        UInt256.ZERO));
        return new ReserveState(
                liquidityIndex,
                debtIndex,
                fit128(rates.liquidity()),
                fit128(rates.variable()),
                lastUpdate,
                accruedToTreasury,
                scaledSupply,
                scaledDebt);
    }

    /** The state after a premium that suppliers share, and the part of the treasury: divided by the index that the first makes. */
    ReserveState withPremium(UInt256 toSuppliers, UInt256 toTreasury) {
        UInt256 total = plus(rayMul(scaledSupply, liquidityIndex), rayMul(accruedToTreasury, liquidityIndex));
        UInt256 growth = plus(rayDiv(wadToRay(toSuppliers), wadToRay(total)), RayMath.RAY);
        UInt256 index = fit128(rayMul(growth, liquidityIndex));
        UInt256 treasury = plus(accruedToTreasury, fit128(rayDiv(toTreasury, index)));
        return new ReserveState(
                index, debtIndex, liquidityRate, debtRate, lastUpdate, fit128(treasury), scaledSupply, scaledDebt);
    }

    ReserveState withTreasury(UInt256 accrued) {
        return new ReserveState(
                liquidityIndex, debtIndex, liquidityRate, debtRate, lastUpdate, accrued, scaledSupply, scaledDebt);
    }

    ReserveState withSupply(UInt256 scaled) {
        return new ReserveState(
                liquidityIndex, debtIndex, liquidityRate, debtRate, lastUpdate, accruedToTreasury, scaled, scaledDebt);
    }

    ReserveState withDebt(UInt256 scaled) {
        return new ReserveState(
                liquidityIndex,
                debtIndex,
                liquidityRate,
                debtRate,
                lastUpdate,
                accruedToTreasury,
                scaledSupply,
                scaled);
    }

    void save(StateWriter out) {
        liquidityIndex.save(out);
        debtIndex.save(out);
        liquidityRate.save(out);
        debtRate.save(out);
        out.int64(lastUpdate);
        accruedToTreasury.save(out);
        scaledSupply.save(out);
        scaledDebt.save(out);
    }

    static ReserveState load(StateReader in) {
        return new ReserveState(
                UInt256.load(in),
                UInt256.load(in),
                UInt256.load(in),
                UInt256.load(in),
                in.int64(),
                UInt256.load(in),
                UInt256.load(in),
                UInt256.load(in));
    }
}
