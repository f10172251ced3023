package catallaxy.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.agents.statistics.ScoreSample;
import catallaxy.environment.api.venue.MarginMarket;
import catallaxy.environment.market.Market;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Funding keeps a perpetual within the band that follows from what carry traders pay: damping + (threshold + taker's fee) / payments. The
 * market is the shipped {@code perp-funding}, whose crowd is long; the control is the same market without funding.
 */
final class FundingBandTest {
    private static final double BAND_BPS = 5 + (2 + 4) / 3.0;
    private static final int SEEDS = 12;
    /** Of Student's t with 11 degrees of freedom, for an interval of 95 %. */
    private static final double QUANTILE = 2.201;

    private static final long MINUTE = 60_000_000_000L;
    private static final int MINUTES_OF_FUNDING = 30;
    private static final String WITHOUT = "venues.eth-perp.funding-cap-bps=0";

    /** What a run says of the premium, basis points of the index. */
    private record Premium(List<Double> means, double funding) {
        double mean() {
            return means.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        }

        double greatest() {
            return means.stream().mapToDouble(Math::abs).max().orElseThrow();
        }

        double share() {
            return means.stream().filter(mean -> Math.abs(mean) <= BAND_BPS).count() / (double) means.size();
        }
    }

    /** The mean premium of each interval of funding from the third hour on, when the crowd is in. */
    private static Premium premium(long seed, String duration, String... overrides) {
        Market market =
                Market.of(ShortRun.scenario("perp-funding", duration, overrides).market(), seed);
        int venue = market.engine().spec().venue("eth-perp");
        List<Double> minutes = new ArrayList<>();
        market.sampleEvery(MINUTE, 180 * MINUTE + 1, each -> {
            MarginMarket perpetual = each.engine().offered(venue, MarginMarket.class);
            minutes.add(1e4 * (perpetual.mark() / perpetual.index() - 1));
        });
        assertThat(market.runToNextEpoch()).as("there are no seats").isNegative();
        assertThat(market.checkConservation().violations()).isEmpty();
        List<Double> means = new ArrayList<>();
        for (int from = 0; from + MINUTES_OF_FUNDING <= minutes.size(); from += MINUTES_OF_FUNDING) {
            means.add(minutes.subList(from, from + MINUTES_OF_FUNDING).stream()
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .orElseThrow());
        }
        return new Premium(
                means, market.engine().offered(venue, MarginMarket.class).fundingRate());
    }

    @Test
    void aCrowdDoesNotMoveThePerpetualOutOfTheBandAndDoesWithoutFunding() {
        Premium with = premium(1, "4 h");
        Premium without = premium(1, "4 h", WITHOUT);
        assertThat(with.greatest()).isLessThan(BAND_BPS);
        assertThat(with.funding()).isPositive();
        assertThat(without.mean()).isGreaterThan(5 * BAND_BPS);
        assertThat(without.funding()).isZero();
    }

    @Test
    @Tag("long")
    void overSeedsThePremiumIsWithinTheBandAndWithoutFundingFarOutside() {
        double[] with = new double[SEEDS];
        double[] without = new double[SEEDS];
        double inside = 0;
        double outside = 0;
        double greatest = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            Premium kept = premium(seed, "8 h");
            Premium left = premium(seed, "8 h", WITHOUT);
            with[seed - 1] = kept.mean();
            without[seed - 1] = left.mean();
            inside += kept.share() / SEEDS;
            outside += 1.0 / SEEDS - left.share() / SEEDS;
            greatest = Math.max(greatest, kept.greatest());
        }
        ScoreSample kept = ScoreSample.of(with);
        ScoreSample left = ScoreSample.of(without);
        String told = "with %.2f ± %.2f bp, at most %.2f, %.3f inside; without %.2f ± %.2f bp, %.3f outside"
                .formatted(kept.mean(), half(kept), greatest, inside, left.mean(), half(left), outside);
        assertThat(kept.mean() + half(kept)).as(told).isLessThan(BAND_BPS);
        assertThat(inside).as(told).isGreaterThanOrEqualTo(0.95);
        assertThat(left.mean() - half(left)).as(told).isGreaterThan(5 * BAND_BPS);
        assertThat(outside).as(told).isEqualTo(1);
    }

    /** Half of the interval of a mean. */
    private static double half(ScoreSample runs) {
        return QUANTILE * runs.standardDeviation() / Math.sqrt(runs.size());
    }
}
