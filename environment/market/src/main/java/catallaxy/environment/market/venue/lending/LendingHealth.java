package catallaxy.environment.market.venue.lending;

import static catallaxy.environment.market.venue.lending.CheckedMath.plus;
import static catallaxy.environment.market.venue.lending.CheckedMath.times;
import static catallaxy.environment.market.venue.lending.PercentMath.percentMul;
import static catallaxy.environment.market.venue.lending.RayMath.rayMul;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.oracle.PriceOracle;

/**
 * How an account stands: Aave's {@code getUserAccountData}. Worth is in the oracle's unit, each asset rounded down.
 *
 * @param collateral       worth of what it uses as collateral
 * @param debt             worth of what it owes
 * @param ltvBps           part of the collateral that can be borrowed, weighted by worth, rounded down
 * @param thresholdBps     part of it that debts may reach, weighted by worth, rounded down
 * @param factor           health factor, wad: collateral at its threshold over debt, to the nearest; 2^256 − 1 without debt
 * @param zeroLtv          whether some of the collateral lends nothing
 */
public record LendingHealth(
        UInt256 collateral, UInt256 debt, long ltvBps, long thresholdBps, UInt256 factor, boolean zeroLtv) {
    /** An account with nothing. */
    private static final LendingHealth NONE = new LendingHealth(UInt256.ZERO, UInt256.ZERO, 0, 0, UInt256.MAX, false);

    /** Worth that could still be borrowed, to the nearest. */
    public UInt256 available() {
        UInt256 most = percentMul(collateral, ltvBps);
        return most.isLessThan(debt) ? UInt256.ZERO : most.minusExact(debt);
    }

    /** Whether debts have passed the threshold, so that anybody may liquidate. */
    public boolean atRisk() {
        return factor.isLessThan(RayMath.WAD);
    }

    static LendingHealth of(LendingState state, int account, long now, PriceOracle prices) {
        LendingPosition position = state.position(account);
        return position.flags() == 0 ? NONE : new Sums(state, account, now, prices).health();
    }

    /** The sums over an account's reserves. */
    private static final class Sums {
        private UInt256 collateral = UInt256.ZERO;
        private UInt256 debt = UInt256.ZERO;
        private UInt256 ltv = UInt256.ZERO;
        private UInt256 threshold = UInt256.ZERO;
        private boolean zeroLtv;

        Sums(LendingState state, int account, long now, PriceOracle prices) {
            LendingPosition position = state.position(account);
            for (int i = 0; i < state.reserves(); i++) {
                ReserveConfig config = state.config(account, i);
                ReserveState reserve = state.reserve(i);
                if (position.usesAsCollateral(i) && config.thresholdBps() != 0) {
                    UInt256 balance = rayMul(position.supplied().get(i), reserve.liquidityIndexAt(now));
                    add(config, worth(config, prices.priceE8(config.asset()), balance));
                }
                if (position.borrows(i)) {
                    UInt256 owed = rayMul(position.owed().get(i), reserve.debtIndexAt(now));
                    debt = plus(debt, worth(config, prices.priceE8(config.asset()), owed));
                }
            }
        }

        private void add(ReserveConfig config, UInt256 worth) {
            collateral = plus(collateral, worth);
            ltv = plus(ltv, times(worth, UInt256.of(config.ltvBps())));
            threshold = plus(threshold, times(worth, UInt256.of(config.thresholdBps())));
            zeroLtv |= config.ltvBps() == 0;
        }

        LendingHealth health() {
            long ltvBps = average(ltv);
            long thresholdBps = average(threshold);
            UInt256 factor = debt.isZero() ? UInt256.MAX : RayMath.wadDiv(percentMul(collateral, thresholdBps), debt);
            return new LendingHealth(collateral, debt, ltvBps, thresholdBps, factor, zeroLtv);
        }

        private long average(UInt256 weighted) {
            return collateral.isZero() ? 0 : weighted.dividedBy(collateral).longValueExact();
        }
    }

    /** Worth of base units at a price, rounded down. */
    static UInt256 worth(ReserveConfig config, UInt256 priceE8, UInt256 amount) {
        return times(priceE8, amount).dividedBy(config.unit());
    }
}
