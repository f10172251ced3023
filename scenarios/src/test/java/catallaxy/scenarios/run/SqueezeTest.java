package catallaxy.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.Action;
import catallaxy.environment.api.venue.MarginMarket;
import catallaxy.environment.market.Market;
import org.junit.jupiter.api.Test;

/** The shipped squeeze, with its jump soon after the crowd is in. */
final class SqueezeTest {
    private static final long SECOND = 1_000_000_000L;

    private static Market market() {
        var scenario =
                ShortRun.scenario("perp-squeeze", "30 m", "world.shocks.squeeze.at=20 m", "world.shocks.gap.at=26 m");
        return Market.of(scenario.market(), 3);
    }

    private static void play(Market market, long untilSeconds) {
        int agent = market.runToNextEpoch();
        while (agent >= 0 && market.engine().timeNanos() < untilSeconds * SECOND) {
            market.decide(agent, Action.HOLD);
            agent = market.runToNextEpoch();
        }
    }

    private static MarginMarket perpetual(Market market) {
        int venue = market.engine().spec().venue("eth-perp");
        return market.engine().offered(venue, MarginMarket.class);
    }

    @Test
    void shortsAreLiquidatedAndNothingIsMadeOrLost() {
        Market market = market();
        play(market, 1_150);
        assertThat(perpetual(market).openInterest()).isPositive();
        assertThat(perpetual(market).liquidated()).isZero();
        play(market, 1_800);
        assertThat(perpetual(market).liquidated()).isPositive();
        assertThat(perpetual(market).deleveraged()).isPositive();
        assertThat(perpetual(market).insurance()).isNotNegative();
        assertThat(market.engine().checkConservation().violations()).isEmpty();
    }

    @Test
    void aForkHasTheSameFuture() {
        Market market = market();
        play(market, 1_180);
        Market fork = market.fork();
        play(market, 1_700);
        play(fork, 1_700);
        assertThat(fork.snapshot()).isEqualTo(market.snapshot());
    }
}
