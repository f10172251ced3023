package catallaxy.environment.market.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.market.margin.DerivativeSpec;
import catallaxy.environment.market.margin.FundingTerms;
import catallaxy.environment.market.margin.MarginMode;
import catallaxy.environment.market.margin.MarginRates;
import catallaxy.environment.market.margin.MarginTier;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A lot is worth 3,000 at the first mark; beyond 30,000, ten lots, initial margin is 20 % and maintenance margin 10 %. */
class MarginTiersTest {
    private static final int A = 0;
    private static final int B = 1;
    private static final int C = 2;
    private static final MarginTier TIER = new MarginTier(30_000, 200_000, 100_000);

    static DerivativeSpec tiered(MarginMode mode, List<MarginTier> tiers) {
        return DerivativeSpec.perpetual(
                new MarginRates(mode, 100_000, 50_000, 10_000, 0, tiers),
                TestDerivatives.terms(0),
                new FundingTerms(TestDerivatives.HOUR, 100, 500, 0));
    }

    private static TestDerivatives market(List<MarginTier> tiers, long ofA) {
        return TestDerivatives.of(tiered(MarginMode.ISOLATED, tiers), 0, ofA, 1_000_000, 1_000_000);
    }

    @Test
    void anOrderNeedsMoreForThePartOfAPositionInTheUpperTier() {
        TestDerivatives market = market(List.of(TIER), 100_000);
        market.buy(A, 1, 990, 10);
        assertThat(market.margin(A)).isEqualTo(3_000);
        market.buy(A, 2, 990, 10);
        assertThat(market.margin(A)).isEqualTo(3_000 + 6_000);
    }

    @Test
    void whatCouldBeOrderedEndsWhereItsTiersMarginDoes() {
        TestDerivatives market = market(List.of(TIER), 3_600);
        assertThat(market.buy(A, 1, 1_000, 12)).contains(Rejection.INSUFFICIENT_BALANCE);
        assertThat(market.buy(A, 2, 1_000, 11)).isEmpty();
        TestDerivatives flat = market(List.of(), 3_600);
        assertThat(flat.buy(A, 1, 1_000, 12)).isEmpty();
    }

    /** Twenty lots gain and lose 60 a tick, and have 9,000 of margin. */
    @Test
    void theUpperTierIsLiquidatedFirstAndTheRestStaysWhereItHasEnough() {
        TestDerivatives market = market(List.of(TIER), 9_000);
        market.trade(A, B, 1_000, 20);
        double price = market.margins().liquidationPriceTicks(A);
        assertThat(price).isEqualTo((60_000.0 - 9_000 - 1_500) / (60 * 0.9));
        market.buy(C, 1, 915, 20);
        market.mark((long) Math.ceil(price));
        assertThat(market.positions().lots(A)).isEqualTo(20);
        market.mark((long) Math.floor(price));
        long fits = 30_000 / (3 * 916);
        assertThat(market.positions().lots(A))
                .as("what the first tier holds at 916")
                .isEqualTo(fits);
        assertThat(market.changes("liquidated")).hasSize(1);
        assertThat(market.margins().isBelowMaintenance(A)).isFalse();
    }

    @Test
    void aFlatMarginLiquidatesAllOfIt() {
        TestDerivatives market = market(List.of(), 9_000);
        market.trade(A, B, 1_000, 20);
        market.buy(C, 1, 940, 20);
        market.mark(950);
        assertThat(market.positions().lots(A)).isEqualTo(20);
        market.mark(940);
        assertThat(market.positions().lots(A)).isZero();
    }

    @Test
    void aFallThatTheFirstTierDoesNotBearEitherClosesAll() {
        TestDerivatives market = market(List.of(TIER), 9_000);
        market.trade(A, B, 1_000, 20);
        market.buy(C, 1, 855, 20);
        market.mark(855);
        assertThat(market.positions().lots(A)).isZero();
        assertThat(market.changes("liquidated")).hasSize(2);
        assertThat(market.settlement.ledger().check().holds()).isTrue();
    }

    @Test
    void whatTheBookDoesNotTakeIsTriedAtTheNextMark() {
        TestDerivatives market = market(List.of(TIER), 9_000);
        market.trade(A, B, 1_000, 20);
        market.buy(C, 1, 915, 4);
        market.mark(910);
        assertThat(market.positions().lots(A)).isEqualTo(16);
        market.buy(C, 2, 890, 20);
        market.mark(890);
        assertThat(market.positions().lots(A)).isLessThan(16).isPositive();
    }
}
