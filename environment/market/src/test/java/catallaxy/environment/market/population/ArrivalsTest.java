package catallaxy.environment.market.population;

import static catallaxy.environment.market.trading.SmallMarket.HOUR;
import static catallaxy.environment.market.trading.SmallMarket.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.engine.EventKind;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.trading.SmallMarket;
import catallaxy.environment.market.world.RegimeChainSpec;
import catallaxy.environment.market.world.RegimeSpec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Arrival times against the Poisson process that they are said to be. */
class ArrivalsTest {
    private static final double SIGMAS = 5;

    private static List<Long> arrivals(MarketEngine market, double ratePerHour, long untilNanos, List<String> regimes) {
        RandomStream random = RandomStream.of(7, "arrivals");
        Arrivals arrivals = Arrivals.open(market, ratePerHour, random);
        List<Long> times = new ArrayList<>();
        market.wake(EventKind.POPULATION, 0, arrivals.nextNanos());
        while (market.hasEventUntil(untilNanos)) {
            if (market.advance() != MarketEngine.HANDLED) {
                if (arrivals.take(market, random)) {
                    times.add(market.timeNanos());
                    regimes.add(market.world().regime().name());
                }
                market.wake(EventKind.POPULATION, 0, arrivals.nextNanos());
            }
        }
        return times;
    }

    @Test
    void comeAtTheRateWithExponentialGaps() {
        MarketEngine market = MarketEngine.of(new SmallMarket().engine(), 1);
        List<Long> times = arrivals(market, 600, 20 * HOUR, new ArrayList<>());
        assertThat((double) times.size()).isCloseTo(12_000, within(SIGMAS * StrictMath.sqrt(12_000)));
        double mean = 6;
        double largest = 0;
        long before = 0;
        double[] gaps = new double[times.size()];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = (times.get(i) - before) / (double) SECOND;
            before = times.get(i);
        }
        java.util.Arrays.sort(gaps);
        for (int i = 0; i < gaps.length; i++) {
            double expected = 1 - StrictMath.exp(-gaps[i] / mean);
            largest = StrictMath.max(largest, StrictMath.abs((i + 0.5) / gaps.length - expected));
        }
        assertThat(largest * StrictMath.sqrt(gaps.length))
                .as("Kolmogorov's statistic")
                .isLessThan(1.95);
    }

    @Test
    void followTheActivityOfTheRegime() {
        RegimeSpec calm = new RegimeSpec("calm", 0, 1, 1, 0.5);
        RegimeSpec busy = new RegimeSpec("busy", 0, 1, 1, 4);
        RegimeChainSpec chain =
                new RegimeChainSpec(List.of(calm, busy), List.of(List.of(0.0, 48.0), List.of(48.0, 0.0)), "calm");
        MarketEngine market = MarketEngine.of(new SmallMarket().regimes(chain).engine(), 3);
        List<String> regimes = new ArrayList<>();
        List<String> clock = new ArrayList<>();
        market.observe(event -> {
            if (event instanceof catallaxy.environment.market.trace.MarketEvent.PriceMoved) {
                clock.add(market.world().regime().name());
            }
        });
        arrivals(market, 200, 100 * HOUR, regimes);
        for (RegimeSpec regime : chain.regimes()) {
            double hours = count(clock, regime) * 10 / 3600.0;
            double expected = 200 * regime.activityMultiplier() * hours;
            assertThat((double) count(regimes, regime))
                    .as(regime.name())
                    .isCloseTo(expected, within(SIGMAS * StrictMath.sqrt(expected)));
        }
    }

    private static long count(List<String> names, RegimeSpec regime) {
        return names.stream().filter(regime.name()::equals).count();
    }

    @Test
    void neverComeAtRateZero() {
        MarketEngine market = MarketEngine.of(new SmallMarket().engine(), 1);
        assertThat(Arrivals.open(market, 0, RandomStream.of(1, "a")).nextNanos())
                .isEqualTo(Long.MAX_VALUE);
    }
}
