package catallaxy.environment.market.venue.lending;

import static catallaxy.environment.market.venue.lending.Lenders.ALL;
import static catallaxy.environment.market.venue.lending.Lenders.DOLLARS;
import static catallaxy.environment.market.venue.lending.Lenders.ETHER;
import static catallaxy.environment.market.venue.lending.Lenders.dollars;
import static catallaxy.environment.market.venue.lending.Lenders.ether;
import static catallaxy.environment.market.venue.lending.Lenders.price;
import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.Result;
import org.junit.jupiter.api.Test;

/** Liquidations whose outcome can be worked out by hand. */
final class LendingLiquidationTest {
    /** Ten ether against 15,000 dollars; the threshold is 8,250 basis points of the ether's worth. */
    private static Lenders at(double etherPrice, long protocolFeeBps) {
        Lenders market = new Lenders(protocolFeeBps).lent(15_000);
        market.prices.set(ETHER, price(etherPrice));
        return market;
    }

    @Test
    void aSoundPositionIsLeftAlone() {
        assertThat(at(1_819, 0).liquidate(1, ETHER, DOLLARS, ALL, false).reason())
                .isNotEmpty();
        Lenders market = at(1_819, 0);
        assertThat(market.liquidate(market.bob, ETHER, DOLLARS, ALL, false).reason())
                .isEqualTo(LendingError.HEALTH_FACTOR_NOT_BELOW_THRESHOLD.reason());
        market.prices.set(ETHER, price(1_818));
        assertThat(market.liquidate(market.bob, ETHER, DOLLARS, ALL, false).ok())
                .isTrue();
    }

    @Test
    void aboveNinetyFiveHundredthsHalfOfTheDebtIsPaid() {
        Lenders market = at(1_750, 0);
        assertThat(market.health(market.bob).factor().doubleValue() / 1e18).isBetween(0.962, 0.963);
        Result result = market.liquidate(market.bob, ETHER, DOLLARS, ALL, false);
        assertThat(result.amounts()).containsExactly(dollars(7_500), ether(4.5), UInt256.ZERO);
        assertThat(market.owned(market.liquidator, ETHER)).isEqualTo(ether(1_000_004.5));
        assertThat(market.pool.position(market.bob).borrows(DOLLARS)).isTrue();
    }

    @Test
    void belowItAllOfItIsPaid() {
        Lenders market = at(1_700, 0);
        Result result = market.liquidate(market.bob, ETHER, DOLLARS, ALL, false);
        assertThat(result.amounts().getFirst()).isEqualTo(dollars(15_000));
        assertThat(result.amounts().get(1).doubleValue() / 1e18).isBetween(9.26470, 9.26471);
        assertThat(market.pool.position(market.bob).borrowsAny()).isFalse();
        assertThat(market.health(market.bob).factor()).isEqualTo(UInt256.MAX);
    }

    @Test
    void whereThereIsTooLittleCollateralAllOfItIsTakenForLess() {
        Lenders market = at(1_000, 0);
        Result result = market.liquidate(market.bob, ETHER, DOLLARS, ALL, false);
        assertThat(result.amounts().get(1)).isEqualTo(ether(10));
        assertThat(result.amounts().getFirst().doubleValue() / 1e6).isBetween(9_523.8, 9_523.9);
        assertThat(market.health(market.bob).collateral()).isEqualTo(UInt256.ZERO);
        assertThat(market.health(market.bob).debt().doubleValue() / 1e8).isBetween(5_476.1, 5_476.2);
        assertThat(market.pool.position(market.bob).usesAsCollateral(ETHER)).isFalse();
    }

    @Test
    void theTreasuryTakesItsPartOfTheBonus() {
        Lenders market = at(1_750, 1_000);
        Result result = market.liquidate(market.bob, ETHER, DOLLARS, ALL, false);
        UInt256 bonus = ether(4.5).minusExact(PercentMath.percentDiv(ether(4.5), 10_500));
        UInt256 part = PercentMath.percentMul(bonus, 1_000);
        assertThat(result.amounts()).containsExactly(dollars(7_500), ether(4.5).minusExact(part), part);
        int treasury = market.pool.accounts().treasury();
        assertThat(market.pool.position(treasury).supplied().get(ETHER)).isEqualTo(part);
    }

    @Test
    void aClaimCanBeTakenInPlaceOfTheAsset() {
        Lenders market = at(1_750, 0);
        Result result = market.liquidate(market.bob, ETHER, DOLLARS, ALL, true);
        assertThat(result.ok()).isTrue();
        assertThat(market.owned(market.liquidator, ETHER)).isEqualTo(ether(1_000_000));
        LendingPosition position = market.pool.position(market.liquidator);
        assertThat(position.supplied().get(ETHER)).isEqualTo(ether(4.5));
        assertThat(position.usesAsCollateral(ETHER)).isTrue();
    }

    @Test
    void onlyCollateralAndOnlyDebtsThatThereAre() {
        Lenders market = at(1_750, 0);
        assertThat(market.liquidate(market.bob, DOLLARS, DOLLARS, ALL, false).reason())
                .isEqualTo(LendingError.COLLATERAL_CANNOT_BE_LIQUIDATED.reason());
        assertThat(market.liquidate(market.bob, ETHER, ETHER, ALL, false).reason())
                .isEqualTo(LendingError.SPECIFIED_CURRENCY_NOT_BORROWED_BY_USER.reason());
        market.prices.set(ETHER, UInt256.ZERO);
        assertThat(market.liquidate(market.bob, ETHER, DOLLARS, ALL, false).reason())
                .isEqualTo(LendingError.DIVISION_BY_ZERO.reason());
    }
}
