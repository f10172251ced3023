package catallaxy.environment.market.population;

import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.engine.MarketEngine;
import java.util.List;

/**
 * The recent prices of some venues, sampled at equal intervals into a ring.
 *
 * <p>An eighth of the lookback lies between samples, so that the oldest of nine is between one lookback and nine
 * eighths of it old. Owned by one group.
 */
final class PriceMemory {
    private static final int SAMPLES = 9;

    private final List<Integer> venues;
    private final long intervalNanos;
    /** {@code [venue][SAMPLES]}, flat. */
    private final double[] prices;

    private long taken;
    private long nextNanos;

    private PriceMemory(List<Integer> venues, long intervalNanos, double[] prices, long taken, long nextNanos) {
        this.venues = venues;
        this.intervalNanos = intervalNanos;
        this.prices = prices;
        this.taken = taken;
        this.nextNanos = nextNanos;
    }

    static PriceMemory open(List<Integer> venues, long lookbackNanos, MarketEngine market) {
        long interval = lookbackNanos / (SAMPLES - 1);
        return new PriceMemory(venues, interval, new double[venues.size() * SAMPLES], 0, market.timeNanos() + interval);
    }

    /** Time of the next sample. */
    long nextNanos() {
        return nextNanos;
    }

    void sample(MarketEngine market) {
        int slot = (int) (taken % SAMPLES);
        for (int i = 0; i < venues.size(); i++) {
            prices[i * SAMPLES + slot] = market.price(venues.get(i));
        }
        taken++;
        nextNanos += intervalNanos;
    }

    /** Relative change since the oldest sample; 0 until the memory is full. */
    double change(MarketEngine market, int venue) {
        if (taken < SAMPLES) {
            return 0;
        }
        int oldest = (int) (taken % SAMPLES);
        double then = prices[venues.indexOf(venue) * SAMPLES + oldest];
        return market.price(venue) / then - 1;
    }

    PriceMemory copy() {
        return new PriceMemory(venues, intervalNanos, prices.clone(), taken, nextNanos);
    }

    void save(StateWriter out) {
        out.doubles(prices).int64(taken).int64(nextNanos);
    }

    static PriceMemory load(StateReader in, List<Integer> venues, long lookbackNanos) {
        double[] prices = in.doubles();
        if (prices.length != venues.size() * SAMPLES) {
            throw new CorruptStateException(prices.length + " remembered prices, expected " + venues.size() * SAMPLES);
        }
        return new PriceMemory(venues, lookbackNanos / (SAMPLES - 1), prices, in.int64(), in.int64());
    }
}
