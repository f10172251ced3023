package catallaxy.environment.market.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.random.RandomStream;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class MarkPriceTest {
    private static final long SECOND = 1_000_000_000L;

    private static MarkPrice mark(long windowSeconds, long bandPips) {
        MarginRates margin = new MarginRates(MarginMode.CROSS, 100_000, 50_000, 0, 0);
        MarkTerms terms = new MarkTerms(IndexSource.WORLD, SECOND, windowSeconds * SECOND, bandPips, 1);
        return new MarkPrice(
                DerivativeSpec.perpetual(margin, terms, new FundingTerms(3_600 * SECOND, 100, 500, 7_500)));
    }

    @Test
    void followsTheIndexAndTheAveragePremium() {
        MarkPrice mark = mark(10, 100_000);
        assertThat(mark.next(SECOND, 1_000_000, 10_000_000)).isEqualTo(1_001_000);
        assertThat(mark.averagePremiumPpb()).isEqualTo(1_000_000);
        assertThat(mark.next(2 * SECOND, 2_000_000, 10_000_000)).isEqualTo(2_003_800);
        assertThat(mark.averagePremiumPpb()).isEqualTo(1_900_000);
    }

    @Test
    void theBandBoundsIt() {
        MarkPrice mark = mark(1, 2_000);
        assertThat(mark.next(SECOND, 1_000_000, 500_000_000)).isEqualTo(1_002_000);
        assertThat(mark.next(SECOND, 1_000_000, -500_000_000)).isEqualTo(998_000);
    }

    /** F = P + clamp(I − P, −d, d), at most the cap: I = 0.01 %, d = 0.05 %, cap 0.75 %. */
    @Test
    void fundingIsTheFormulaOfItsTerms() {
        FundingTerms terms = new FundingTerms(SECOND * 3_600, 100, 500, 7_500);
        assertThat(terms.ratePpb(0)).isEqualTo(100_000);
        assertThat(terms.ratePpb(400_000)).as("within d of the interest").isEqualTo(100_000);
        assertThat(terms.ratePpb(-400_000)).isEqualTo(100_000);
        assertThat(terms.ratePpb(1_000_000)).isEqualTo(500_000);
        assertThat(terms.ratePpb(-1_000_000)).isEqualTo(-500_000);
        assertThat(terms.ratePpb(90_000_000)).isEqualTo(7_500_000);
        assertThat(terms.ratePpb(-90_000_000)).isEqualTo(-7_500_000);
    }

    @Test
    void fundingIsOfTheMeanPremiumSinceTheLastTime() {
        MarkPrice mark = mark(1, 100_000);
        mark.next(SECOND, 1_000, 2_000_000);
        mark.next(2 * SECOND, 1_000, 4_000_000);
        assertThat(mark.expectedFundingPpb()).isEqualTo(3_000_000 - 500_000);
        assertThat(mark.takeFunding()).isEqualTo(2_500_000);
        assertThat(mark.fundingDueNanos()).isEqualTo(7_200 * SECOND);
        mark.next(3 * SECOND, 1_000, 0);
        assertThat(mark.expectedFundingPpb()).isEqualTo(100_000);
    }

    @Test
    void partsAreExactOverSeeds() {
        for (long seed = 1; seed <= 200; seed++) {
            RandomStream random = RandomStream.of(seed, "parts");
            long amount = random.nextLong(Long.MAX_VALUE / 2);
            long rate = random.nextLong(2_000_001) - 1_000_000;
            BigInteger product = BigInteger.valueOf(amount).multiply(BigInteger.valueOf(rate));
            BigInteger[] parts = product.divideAndRemainder(BigInteger.valueOf(1_000_000));
            long floor = parts[0].longValueExact() - (parts[1].signum() < 0 ? 1 : 0);
            long ceil = parts[0].longValueExact() + (parts[1].signum() > 0 ? 1 : 0);
            assertThat(RatedAmounts.floor(amount, rate, 1_000_000))
                    .as("seed %s", seed)
                    .isEqualTo(floor);
            assertThat(RatedAmounts.ceil(amount, rate, 1_000_000))
                    .as("seed %s", seed)
                    .isEqualTo(ceil);
        }
    }

    @Test
    void termsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> new MarginRates(MarginMode.CROSS, 50_000, 60_000, 0, 0))
                .hasMessageContaining("maintenanceMarginPips");
        assertThatThrownBy(() -> new MarginRates(MarginMode.CROSS, 0, 0, 0, 0))
                .hasMessageContaining("initialMarginPips");
        assertThatThrownBy(() -> new MarkTerms(IndexSource.WORLD, 0, SECOND, 0, 0))
                .hasMessageContaining("markIntervalNanos");
        assertThatThrownBy(() -> new FundingTerms(0, 0, 0, 0)).hasMessageContaining("fundingIntervalNanos");
        assertThatThrownBy(() -> new ExpiryTerms(0, 0)).hasMessageContaining("expiryNanos");
    }
}
