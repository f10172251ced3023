package catallaxy.environment.market.venue.lending;

import static catallaxy.environment.market.venue.lending.Lenders.ALL;
import static catallaxy.environment.market.venue.lending.Lenders.DOLLARS;
import static catallaxy.environment.market.venue.lending.Lenders.ETHER;
import static catallaxy.environment.market.venue.lending.Lenders.dollars;
import static catallaxy.environment.market.venue.lending.Lenders.ether;
import static catallaxy.environment.market.venue.lending.Lenders.price;
import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Operations whose outcome can be worked out by hand. */
final class LendingPoolTest {
    private static final long YEAR = 365 * 86_400L;

    @Test
    void whatIsSuppliedCanBeBorrowedAgainstUpToItsPart() {
        Lenders market = new Lenders();
        market.supply(market.alice, DOLLARS, dollars(1_000_000));
        assertThat(market.borrow(market.bob, DOLLARS, dollars(1)).reason())
                .isEqualTo(LendingError.COLLATERAL_BALANCE_IS_ZERO.reason());
        market.supply(market.bob, ETHER, ether(10));
        assertThat(market.health(market.bob).collateral()).isEqualTo(price(20_000));
        assertThat(market.health(market.bob).available()).isEqualTo(price(16_000));
        assertThat(market.borrow(market.bob, DOLLARS, dollars(16_001)).reason())
                .isEqualTo(LendingError.COLLATERAL_CANNOT_COVER_NEW_BORROW.reason());
        assertThat(market.borrow(market.bob, DOLLARS, dollars(16_000)).ok()).isTrue();
        assertThat(market.health(market.bob).factor())
                .isEqualTo(RayMath.WAD.timesExact(UInt256.of(16_500)).dividedBy(UInt256.of(16_000)));
        assertThat(market.owned(market.bob, DOLLARS)).isEqualTo(dollars(1_000_016_000));
        assertThat(market.pool.position(market.bob).flags())
                .as("ether as collateral, dollars borrowed")
                .isEqualTo(6);
    }

    @Test
    void nothingIsRefused() {
        Lenders market = new Lenders().lent(1_000);
        UInt256 none = UInt256.ZERO;
        String refused = LendingError.INVALID_AMOUNT.reason();
        assertThat(market.supply(market.alice, ETHER, none).reason()).isEqualTo(refused);
        assertThat(market.withdraw(market.alice, DOLLARS, none).reason()).isEqualTo(refused);
        assertThat(market.withdraw(market.alice, ETHER, ALL).reason()).isEqualTo(refused);
        assertThat(market.borrow(market.bob, DOLLARS, none).reason()).isEqualTo(refused);
        assertThat(market.repay(market.bob, DOLLARS, none).reason()).isEqualTo(refused);
    }

    @Test
    void whoOwesNothingCannotRepayAndWhoHasNothingCannotWithdraw() {
        Lenders market = new Lenders().lent(1_000);
        assertThat(market.repay(market.alice, DOLLARS, ALL).reason())
                .isEqualTo(LendingError.NO_DEBT_OF_SELECTED_TYPE.reason());
        assertThat(market.withdraw(market.bob, DOLLARS, dollars(1)).reason())
                .isEqualTo(LendingError.NOT_ENOUGH_AVAILABLE_USER_BALANCE.reason());
    }

    @Test
    void collateralThatADebtNeedsStays() {
        Lenders market = new Lenders().lent(15_000);
        String refused = LendingError.HEALTH_FACTOR_LOWER_THAN_LIQUIDATION_THRESHOLD.reason();
        assertThat(market.withdraw(market.bob, ETHER, ether(1)).reason()).isEqualTo(refused);
        assertThat(market.withdraw(market.bob, ETHER, ether(0.9)).ok()).isTrue();
        assertThat(market.does(at -> market.pool.useAsCollateral(at, market.bob, ETHER, false))
                        .reason())
                .isEqualTo(refused);
        assertThat(market.pool.position(market.bob).usesAsCollateral(ETHER)).isTrue();
        market.repay(market.bob, DOLLARS, ALL);
        assertThat(market.does(at -> market.pool.useAsCollateral(at, market.bob, ETHER, false))
                        .ok())
                .isTrue();
        assertThat(market.health(market.bob).collateral()).isEqualTo(UInt256.ZERO);
        assertThat(market.does(at -> market.pool.useAsCollateral(at, market.liquidator, ETHER, true))
                        .reason())
                .isEqualTo(LendingError.UNDERLYING_BALANCE_ZERO.reason());
    }

    @Test
    void moreThanThePoolHoldsCannotBeTaken() {
        Lenders market = new Lenders();
        market.supply(market.alice, DOLLARS, dollars(1_000));
        market.supply(market.bob, ETHER, ether(10));
        assertThat(market.borrow(market.bob, DOLLARS, dollars(1_001)).reason())
                .isEqualTo(LendingError.OVERFLOW.reason());
        assertThat(market.borrow(market.bob, DOLLARS, dollars(1_000)).ok()).isTrue();
        assertThat(market.withdraw(market.alice, DOLLARS, dollars(1)).reason())
                .isEqualTo(LendingError.OVERFLOW.reason());
    }

    @Test
    void whoCannotPayIsToldByTheToken() {
        Lenders market = new Lenders();
        assertThat(market.supply(market.alice, DOLLARS, dollars(2_000_000_000)).reason())
                .isEqualTo(LendingError.PAYMENT.reason());
        assertThat(market.pool.reserve(DOLLARS)).isEqualTo(ReserveState.NEW);
    }

    @Test
    void interestGoesToSuppliersAndToTheTreasury() {
        Lenders market = new Lenders().lent(10_000);
        market.now += YEAR;
        UInt256 owed = market.repay(market.bob, DOLLARS, ALL).amount();
        assertThat(owed.doubleValue() / 1e6).as("1 + 4/90 % on 10,000").isBetween(10_104.9, 10_105.0);
        market.does(at -> market.pool.mintToTreasury(at));
        UInt256 suppliers = market.withdraw(market.alice, DOLLARS, ALL).amount().minusExact(dollars(1_000_000));
        UInt256 treasury = market.pool
                .position(market.pool.accounts().treasury())
                .supplied()
                .get(DOLLARS);
        assertThat(suppliers.doubleValue() / 1e6)
                .as("simple interest, a tenth less")
                .isBetween(93.9, 95.0);
        assertThat(treasury.doubleValue() / 1e6).isBetween(10.4, 10.6);
        assertThat(market.ledger.check().violations()).isEmpty();
    }

    @Test
    void whatIsMissingIsTold() {
        Lenders market = new Lenders().lent(10_000);
        market.now += YEAR;
        assertThat(market.pool.shortfall(market.ledger, DOLLARS, market.now)).isEqualTo(UInt256.ZERO);
        market.ledger.transfer(market.pool.accounts().pool(), market.bob, DOLLARS, dollars(500));
        assertThat(market.pool.shortfall(market.ledger, DOLLARS, market.now).doubleValue() / 1e6)
                .as("less the interest of the treasury, which has no claim before the next change")
                .isBetween(489.0, 490.0);
    }

    /** At an index of 1.5 one unit is scaled to ⌊0.67 + 0.5⌋ = 1 and read as ⌊1.5 + 0.5⌋ = 2. */
    @Test
    void halfUpRoundingCanPayAUnitMoreThanWasPutIn() {
        Lenders market = atIndex(151);
        assertThat(market.supply(market.liquidator, DOLLARS, UInt256.ONE).ok()).isTrue();
        assertThat(market.withdraw(market.liquidator, DOLLARS, ALL).amount()).isEqualTo(UInt256.of(2));
    }

    @Test
    void whatScalesToNothingIsRefused() {
        Lenders market = atIndex(201);
        assertThat(market.supply(market.liquidator, DOLLARS, UInt256.ONE).reason())
                .isEqualTo(LendingError.INVALID_MINT_AMOUNT.reason());
        market.supply(market.liquidator, DOLLARS, dollars(1));
        assertThat(market.withdraw(market.liquidator, DOLLARS, UInt256.ONE).reason())
                .isEqualTo(LendingError.INVALID_BURN_AMOUNT.reason());
    }

    /** A dollar reserve whose liquidity index is a little above so many per cent, by interest at full utilisation. */
    private static Lenders atIndex(long percent) {
        Lenders market = new Lenders();
        market.supply(market.alice, DOLLARS, dollars(1_000));
        market.supply(market.bob, ETHER, ether(1_000));
        market.borrow(market.bob, DOLLARS, dollars(1_000));
        UInt256 wanted = RateCurveTest.percent(percent);
        while (market.pool.reserve(DOLLARS).liquidityIndexAt(market.now).isLessThan(wanted)) {
            market.now += 86_400;
        }
        market.repay(market.bob, DOLLARS, dollars(500));
        return market;
    }

    @Test
    void aSnapshotHasTheSameFuture() {
        Lenders market = new Lenders().lent(10_000);
        Lenders other = new Lenders().lent(10_000);
        other.reload();
        for (Lenders each : List.of(market, other)) {
            each.now += 1_000;
            each.repay(each.bob, DOLLARS, dollars(10));
        }
        assertThat(saved(other.pool)).isEqualTo(saved(market.pool));
        LendingPool copy = market.pool.copy();
        market.repay(market.bob, DOLLARS, dollars(10));
        assertThat(saved(copy)).isEqualTo(saved(other.pool)).isNotEqualTo(saved(market.pool));
        market.pool.restore(copy);
        assertThat(saved(market.pool)).isEqualTo(saved(copy));
    }

    private static byte[] saved(LendingPool pool) {
        StateWriter out = new StateWriter();
        pool.save(out);
        return out.toBytes();
    }
}
