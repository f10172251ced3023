package catallaxy.environment.market.population;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.world.RegimeSpec;

/**
 * Arrival times of a Poisson process whose rate is a base rate times the world's activity multiplier, by thinning:
 * candidates come at the base rate times the largest multiplier of any regime, and a candidate is an arrival with
 * probability (present multiplier ÷ largest). Exact for any path of the regime. Lewis and Shedler 1979,
 * https://doi.org/10.1002/nav.3800260304.
 *
 * <p>Takes two words of its group's stream per candidate: acceptance, then the time to the next one.
 */
final class Arrivals {
    private static final double NANOS_PER_HOUR = 3_600e9;

    private final double largestMultiplier;
    private final double candidatesPerNano;
    private long nextNanos;

    private Arrivals(double largestMultiplier, double candidatesPerNano, long nextNanos) {
        this.largestMultiplier = largestMultiplier;
        this.candidatesPerNano = candidatesPerNano;
        this.nextNanos = nextNanos;
    }

    /** Draws the first candidate. */
    static Arrivals open(MarketEngine market, double ratePerHour, RandomStream random) {
        Arrivals arrivals = of(market, ratePerHour, 0);
        arrivals.planAfter(market.timeNanos(), random);
        return arrivals;
    }

    private static Arrivals of(MarketEngine market, double ratePerHour, long nextNanos) {
        double largest = market.spec().world().regimes().regimes().stream()
                .mapToDouble(RegimeSpec::activityMultiplier)
                .max()
                .orElse(1);
        return new Arrivals(largest, ratePerHour * largest / NANOS_PER_HOUR, nextNanos);
    }

    /** Time of the next candidate; {@link Long#MAX_VALUE} for never. */
    long nextNanos() {
        return nextNanos;
    }

    /** Whether the candidate that is due now is an arrival; draws the next candidate. */
    boolean take(MarketEngine market, RandomStream random) {
        double multiplier = market.world().regime().activityMultiplier();
        boolean accepted = random.nextDouble() * largestMultiplier < multiplier;
        planAfter(market.timeNanos(), random);
        return accepted;
    }

    private void planAfter(long nowNanos, RandomStream random) {
        double gap = random.nextExponential() / candidatesPerNano;
        nextNanos = gap < Long.MAX_VALUE - nowNanos ? nowNanos + StrictMath.max(1, (long) gap) : Long.MAX_VALUE;
    }

    Arrivals copy() {
        return new Arrivals(largestMultiplier, candidatesPerNano, nextNanos);
    }

    void save(StateWriter out) {
        out.int64(nextNanos);
    }

    static Arrivals load(StateReader in, MarketEngine market, double ratePerHour) {
        return of(market, ratePerHour, in.int64());
    }
}
