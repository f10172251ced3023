package catallaxy.environment.market.venue.lending;

import static catallaxy.environment.market.venue.lending.CheckedMath.minus;
import static catallaxy.environment.market.venue.lending.CheckedMath.over;
import static catallaxy.environment.market.venue.lending.CheckedMath.plus;
import static catallaxy.environment.market.venue.lending.CheckedMath.times;
import static catallaxy.environment.market.venue.lending.PercentMath.percentDiv;
import static catallaxy.environment.market.venue.lending.PercentMath.percentMul;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.Result;

/**
 * One liquidation, Aave's {@code executeLiquidationCall}: the liquidator pays at most half of one debt, or all of it where the health
 * factor is at most 0.95, and gets so much of one collateral as that is worth, and a bonus; of the bonus the treasury takes its part.
 * Where there is less collateral, all of it is taken and less is paid.
 */
public final class LendingLiquidation {
    private static final UInt256 HALF_CLOSE_ABOVE = UInt256.parse("95" + "0".repeat(16));
    private static final long HALF_BPS = 5_000;

    private final LendingPool pool;
    private final LendingState state;
    private final LendingMoment at;
    private final Order order;

    /**
     * What a liquidator asks for.
     *
     * @param liquidator  account that pays and gets
     * @param borrower    account whose debt is paid
     * @param collateral  reserve of which the liquidator gets
     * @param debt        reserve of which it pays
     * @param most        of the debt that it pays, base units
     * @param asClaim     whether it gets a claim on the reserve in place of the asset
     */
    public record Order(int liquidator, int borrower, int collateral, int debt, UInt256 most, boolean asClaim) {}

    /**
     * What changes hands, base units.
     *
     * @param paid     of the debt
     * @param taken    of the collateral by the liquidator
     * @param protocol of the collateral by the treasury
     */
    private record Amounts(UInt256 paid, UInt256 taken, UInt256 protocol) {}

    LendingLiquidation(LendingPool pool, LendingState state, LendingMoment at, Order order) {
        this.pool = pool;
        this.state = state;
        this.at = at;
        this.order = order;
    }

    Result run() {
        int borrower = order.borrower();
        state.accrue(order.debt(), at.now());
        LendingHealth health = LendingHealth.of(state, borrower, at.now(), at.prices());
        UInt256 debtIndex = state.reserve(order.debt()).debtIndex();
        UInt256 debt = state.owed(borrower, order.debt(), debtIndex);
        long closeBps = HALF_CLOSE_ABOVE.isLessThan(health.factor()) ? HALF_BPS : PercentMath.WHOLE_BPS;
        UInt256 most = order.most().min(percentMul(debt, closeBps));
        require(health, debt);
        UInt256 has = state.supplied(
                borrower, order.collateral(), state.reserve(order.collateral()).liquidityIndexAt(at.now()));
        Amounts amounts = amounts(most, has);
        if (amounts.paid().equals(debt)) {
            state.borrowing(borrower, order.debt(), false);
        }
        if (plus(amounts.taken(), amounts.protocol()).equals(has)) {
            state.collateral(borrower, order.collateral(), false);
        }
        state.repay(borrower, order.debt(), amounts.paid(), debtIndex);
        state.rate(order.debt(), pool.held(at.ledger(), order.debt()), amounts.paid(), UInt256.ZERO);
        hand(amounts.taken());
        if (!amounts.protocol().isZero()) {
            toTreasury(amounts.protocol());
        }
        pool.pull(at, order.liquidator(), order.debt(), amounts.paid());
        return Result.of(amounts.paid(), amounts.taken(), amounts.protocol());
    }

    private void require(LendingHealth health, UInt256 debt) {
        LendingError.HEALTH_FACTOR_NOT_BELOW_THRESHOLD.unless(health.atRisk());
        boolean collateral = state.config(order.collateral()).thresholdBps() != 0
                && state.position(order.borrower()).usesAsCollateral(order.collateral());
        LendingError.COLLATERAL_CANNOT_BE_LIQUIDATED.unless(collateral);
        LendingError.SPECIFIED_CURRENCY_NOT_BORROWED_BY_USER.unless(!debt.isZero());
    }

    private Amounts amounts(UInt256 most, UInt256 has) {
        ReserveConfig collateral = state.config(order.borrower(), order.collateral());
        ReserveConfig debt = state.config(order.debt());
        UInt256 collateralPrice = at.price(collateral);
        UInt256 debtPrice = at.price(debt);
        UInt256 worth = over(times(times(debtPrice, most), collateral.unit()), times(collateralPrice, debt.unit()));
        UInt256 asked = percentMul(worth, collateral.bonusBps());
        UInt256 paid = most;
        if (has.isLessThan(asked)) {
            asked = has;
            UInt256 needed = over(times(times(collateralPrice, has), debt.unit()), times(debtPrice, collateral.unit()));
            paid = percentDiv(needed, collateral.bonusBps());
        }
        UInt256 protocol = protocolPart(collateral, asked);
        return new Amounts(paid, minus(asked, protocol), protocol);
    }

    private static UInt256 protocolPart(ReserveConfig collateral, UInt256 taken) {
        if (collateral.protocolFeeBps() == 0) {
            return UInt256.ZERO;
        }
        UInt256 bonus = minus(taken, percentDiv(taken, collateral.bonusBps()));
        return percentMul(bonus, collateral.protocolFeeBps());
    }

    private void hand(UInt256 amount) {
        int reserve = order.collateral();
        if (order.asClaim()) {
            handClaim(reserve, amount);
            return;
        }
        state.accrue(reserve, at.now());
        state.rate(reserve, pool.held(at.ledger(), reserve), UInt256.ZERO, amount);
        state.withdraw(order.borrower(), reserve, amount, state.reserve(reserve).liquidityIndex());
        pool.payOut(at, order.liquidator(), reserve, amount);
    }

    private void handClaim(int reserve, UInt256 amount) {
        UInt256 index = state.reserve(reserve).liquidityIndexAt(at.now());
        boolean first = state.supplied(order.liquidator(), reserve, index).isZero();
        state.move(order.borrower(), order.liquidator(), reserve, amount, index);
        if (first && state.config(reserve).ltvBps() != 0) {
            state.collateral(order.liquidator(), reserve, true);
        }
    }

    /** At most what the borrower has left: its claim and the fee are rounded apart. */
    private void toTreasury(UInt256 amount) {
        int reserve = order.collateral();
        UInt256 index = state.reserve(reserve).liquidityIndexAt(at.now());
        UInt256 left = state.position(order.borrower()).supplied().get(reserve);
        UInt256 fee = left.isLessThan(RayMath.rayDiv(amount, index)) ? RayMath.rayMul(left, index) : amount;
        state.move(order.borrower(), pool.accounts().treasury(), reserve, fee, index);
    }
}
