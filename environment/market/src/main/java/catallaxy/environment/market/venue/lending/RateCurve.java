package catallaxy.environment.market.venue.lending;

import static catallaxy.environment.market.venue.lending.CheckedMath.minus;
import static catallaxy.environment.market.venue.lending.CheckedMath.plus;
import static catallaxy.environment.market.venue.lending.RayMath.rayDiv;
import static catallaxy.environment.market.venue.lending.RayMath.rayMul;
import static catallaxy.environment.market.venue.lending.RayMath.wadToRay;

import catallaxy.environment.base.number.UInt256;

/**
 * How rates follow from utilisation: a line to the optimum and a steeper one beyond it, Aave's
 * {@code DefaultReserveInterestRateStrategy}. Everything is ray, rates a year; roundings as there, to the nearest.
 *
 * @param optimalUsage         utilisation at the bend
 * @param base                 variable rate at no utilisation
 * @param slope1               what the variable rate rises by up to the bend
 * @param slope2               what it rises by from the bend to full utilisation
 * @param stable               the curve of stable debts
 */
public record RateCurve(UInt256 optimalUsage, UInt256 base, UInt256 slope1, UInt256 slope2, Stable stable) {
    /**
     * The stable rate's curve, which starts at {@code slope1} plus an offset.
     *
     * @param slope1       what the stable rate rises by up to the bend
     * @param slope2       what it rises by beyond
     * @param baseOffset   what it starts above the variable slope
     * @param excessOffset what it rises by as the stable part of debt goes from its optimum to all
     * @param optimalShare the optimal stable part of debt
     */
    public record Stable(
            UInt256 slope1, UInt256 slope2, UInt256 baseOffset, UInt256 excessOffset, UInt256 optimalShare) {
        /** No stable debts. */
        public static final Stable NONE =
                new Stable(UInt256.ZERO, UInt256.ZERO, UInt256.ZERO, UInt256.ZERO, UInt256.ZERO);

        private UInt256 excess(UInt256 share) {
            UInt256 beyond = minus(share, optimalShare);
            return rayMul(excessOffset, rayDiv(beyond, minus(RayMath.RAY, optimalShare)));
        }
    }

    /**
     * What the rates follow from, base units.
     *
     * @param balance           what the reserve holds
     * @param added             what comes in beside
     * @param taken             what goes out of it
     * @param averageStableRate of the stable debt, ray
     * @param reserveFactorBps  part of the interest that the treasury keeps
     * @param unbacked          what was minted without backing
     */
    record Usage(
            UInt256 balance,
            UInt256 added,
            UInt256 taken,
            UInt256 stableDebt,
            UInt256 variableDebt,
            UInt256 averageStableRate,
            long reserveFactorBps,
            UInt256 unbacked) {
        UInt256 debt() {
            return plus(stableDebt, variableDebt);
        }

        UInt256 available() {
            return minus(plus(balance, added), taken);
        }

        /** What borrowers pay on the average, ray. */
        private UInt256 averageRate(UInt256 variableRate) {
            UInt256 debt = debt();
            if (debt.isZero()) {
                return UInt256.ZERO;
            }
            UInt256 paid =
                    plus(rayMul(wadToRay(variableDebt), variableRate), rayMul(wadToRay(stableDebt), averageStableRate));
            return rayDiv(paid, wadToRay(debt));
        }
    }

    /** Rates a year, ray: what suppliers earn and what borrowers pay. */
    record Rates(UInt256 liquidity, UInt256 stable, UInt256 variable) {}

    /** @throws IllegalArgumentException if an optimum is above the whole */
    public RateCurve {
        if (RayMath.RAY.isLessThan(optimalUsage) || RayMath.RAY.isLessThan(stable.optimalShare())) {
            throw new IllegalArgumentException("rate curve: an optimum above 1");
        }
    }

    /** A curve without stable debts. */
    public RateCurve(UInt256 optimalUsage, UInt256 base, UInt256 slope1, UInt256 slope2) {
        this(optimalUsage, base, slope1, slope2, Stable.NONE);
    }

    /** The rates that follow; reverts where more is taken than there is. */
    Rates rates(Usage usage) {
        UInt256 debt = usage.debt();
        UInt256 share = UInt256.ZERO;
        UInt256 borrowed = UInt256.ZERO;
        UInt256 supplied = UInt256.ZERO;
        if (!debt.isZero()) {
            share = rayDiv(usage.stableDebt(), debt);
            UInt256 all = plus(usage.available(), debt);
            borrowed = rayDiv(debt, all);
            supplied = rayDiv(debt, plus(all, usage.unbacked()));
        }
        UInt256 variable = plus(base, rise(borrowed, slope1, slope2));
        UInt256 stableRate = plus(plus(slope1, stable.baseOffset()), rise(borrowed, stable.slope1(), stable.slope2()));
        if (stable.optimalShare().isLessThan(share)) {
            stableRate = plus(stableRate, stable.excess(share));
        }
        UInt256 earned = rayMul(usage.averageRate(variable), supplied);
        UInt256 liquidity = PercentMath.percentMul(earned, PercentMath.WHOLE_BPS - usage.reserveFactorBps());
        return new Rates(liquidity, stableRate, variable);
    }

    private UInt256 rise(UInt256 usage, UInt256 first, UInt256 second) {
        if (optimalUsage.isLessThan(usage)) {
            UInt256 excess = rayDiv(minus(usage, optimalUsage), minus(RayMath.RAY, optimalUsage));
            return plus(first, rayMul(second, excess));
        }
        return rayDiv(rayMul(first, usage), optimalUsage);
    }
}
