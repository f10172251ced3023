package catallaxy.environment.market.engine;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.market.exchange.ExchangeSpec;
import catallaxy.environment.market.margin.DerivativeSpec;
import catallaxy.environment.market.margin.ExpiryTerms;
import catallaxy.environment.market.margin.FundingTerms;
import catallaxy.environment.market.margin.IndexSource;
import catallaxy.environment.market.margin.MarginMode;
import catallaxy.environment.market.margin.MarginRates;
import catallaxy.environment.market.margin.MarkTerms;
import catallaxy.environment.market.outage.OutageSpec;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** When the events come that nobody sends: the world's steps, outages, markings. */
final class SchedulesTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long EXPIRY = 45;
    private static final MarginRates MARGIN = new MarginRates(MarginMode.CROSS, 100_000, 50_000, 10_000, 0);
    private static final DerivativeSpec FUTURE =
            DerivativeSpec.future(MARGIN, marks(10), new ExpiryTerms(EXPIRY * SECOND, 0));
    private static final DerivativeSpec PERPETUAL =
            DerivativeSpec.perpetual(MARGIN, marks(15), new FundingTerms(3_600 * SECOND, 100, 500, 0));

    private static MarkTerms marks(long seconds) {
        return new MarkTerms(IndexSource.WORLD, seconds * SECOND, 60 * SECOND, 0, 0);
    }

    private static VenueSpec book(String id, DerivativeSpec derivative) {
        return new VenueSpec.Book(
                id, 0, TestMarket.ETH, TestMarket.USDC, 100_000_000_000_000L, 1, Optional.of(derivative));
    }

    private static MarketEngine market(OutageSpec outages) {
        EngineSpec known = TestMarket.spec(0.8, 0);
        ExchangeSpec spot = known.exchanges().getFirst();
        return MarketEngine.of(
                new EngineSpec(
                        known.assets(),
                        known.quoteAsset(),
                        known.chains(),
                        List.of(new ExchangeSpec(
                                spot.id(), 100, 400, 5_000_000, 0.1, 2, SECOND, spot.selfTradePrevention(), outages)),
                        Stream.concat(
                                        known.venues().stream(),
                                        Stream.of(book("future", FUTURE), book("perpetual", PERPETUAL)))
                                .toList(),
                        known.bridges(),
                        known.world()),
                3);
    }

    /** Seconds at which the market handles events of a kind in its first two minutes. */
    private static List<Long> seconds(MarketEngine market, EventKind kind) {
        List<Long> times = new ArrayList<>();
        while (market.hasEventUntil(120 * SECOND)) {
            if (market.nextKind() == kind) {
                times.add(market.nextTimeNanos() / SECOND);
            }
            market.advance();
        }
        return times;
    }

    @Test
    void eachDerivativeIsMarkedAtItsIntervalUntilItIsSettled() {
        assertThat(seconds(market(OutageSpec.NONE), EventKind.MARK))
                .as("a future every 10 s until it expires at 45 s, a perpetual every 15 s")
                .containsExactly(10L, 15L, 20L, 30L, 30L, 40L, 45L, 50L, 60L, 75L, 90L, 105L, 120L);
    }

    @Test
    void aFutureIsSettledAfterAnOutage() {
        assertThat(seconds(market(OutageSpec.planned(35 * SECOND, 40 * SECOND)), EventKind.MARK))
                .as("no settlement while the exchange stands still, from 35 s to 75 s")
                .containsSubsequence(50L, 60L, 70L, 80L)
                .doesNotContain(100L);
    }

    @Test
    void aMarketOfSpotAloneIsNeverMarked() {
        assertThat(seconds(MarketEngine.of(TestMarket.spec(), 3), EventKind.MARK))
                .isEmpty();
    }

    @Test
    void aPlannedOutageBeginsAndEnds() {
        assertThat(seconds(market(OutageSpec.planned(35 * SECOND, 40 * SECOND)), EventKind.OUTAGE))
                .containsExactly(35L, 75L);
        assertThat(seconds(market(OutageSpec.NONE), EventKind.OUTAGE)).isEmpty();
    }

    @Test
    void theWorldStepsAndMarksFollowItsPrices() {
        MarketEngine market = market(OutageSpec.NONE);
        List<MarketEvent> events = new ArrayList<>();
        market.observe(events::add);
        double before = market.worldPrice(TestMarket.ETH);
        assertThat(seconds(market, EventKind.WORLD_STEP))
                .containsExactly(10L, 20L, 30L, 40L, 50L, 60L, 70L, 80L, 90L, 100L, 110L, 120L);
        assertThat(market.worldPrice(TestMarket.ETH)).isNotEqualTo(before);
        assertThat(market.worldPrice(TestMarket.USDC)).isEqualTo(1);
        assertThat(events)
                .contains(new MarketEvent.PriceMoved(120 * SECOND, TestMarket.ETH, market.worldPrice(TestMarket.ETH)));
    }

    @Test
    void aForkGoesOnWithTheSameSchedules() {
        MarketEngine market = market(OutageSpec.planned(35 * SECOND, 40 * SECOND));
        while (market.hasEventUntil(33 * SECOND)) {
            market.advance();
        }
        MarketEngine fork = market.copy();
        assertThat(seconds(fork, EventKind.MARK))
                .isEqualTo(seconds(market, EventKind.MARK))
                .isNotEmpty();
        assertThat(fork.log().digest().hex()).isEqualTo(market.log().digest().hex());
    }
}
