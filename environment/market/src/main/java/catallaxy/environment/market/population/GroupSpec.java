package catallaxy.environment.market.population;

import catallaxy.environment.base.check.Checks;
import java.util.List;

/**
 * A group of background participants, acting through one account at each place; one record per kind.
 *
 * <p>Arrivals are Poisson with the group's rate times the world's activity multiplier. Trade sizes are log-normal.
 */
public sealed interface GroupSpec {
    String id();

    /** Indices of the venues on which the group acts; each arrival picks one with equal probability. */
    List<Integer> venues();

    /** Worth of what the group owns at each place at the start, quote units; half in the quote asset. */
    double capitalQuote();

    /**
     * Size of a trade: log-normal.
     *
     * @param meanQuote            mean, quote units, positive
     * @param logStandardDeviation σ of the logarithm, in [0, 5]
     */
    record TradeSize(double meanQuote, double logStandardDeviation) {
        public TradeSize {
            Checks.that(meanQuote > 0, "trade-size.mean", "a positive number", meanQuote);
            Checks.inRange("trade-size.log-standard-deviation", logStandardDeviation, 0, 5);
        }
    }

    /**
     * Buys and sells at random.
     *
     * @param ratePerHour    mean arrivals per hour
     * @param limitShare     share of its book orders that are limit orders, in [0, 1]
     * @param limitOffsetBps mean distance of those from the mid-price (exponential), basis points
     * @param limitLifeNanos after which its limit orders are cancelled
     */
    record Noise(
            String id,
            List<Integer> venues,
            double capitalQuote,
            double ratePerHour,
            TradeSize tradeSize,
            double limitShare,
            double limitOffsetBps,
            long limitLifeNanos)
            implements GroupSpec {
        public Noise {
            venues = List.copyOf(venues);
            checkCommon(venues, capitalQuote, ratePerHour);
            Checks.inRange("limit-share", limitShare, 0, 1);
            Checks.inRange("limit-offset-bps", limitOffsetBps, 0, 10_000);
            Checks.inRange("limit-life", "ns", limitLifeNanos, 1_000_000_000L, 31_536_000_000_000_000L);
        }
    }

    /**
     * Buys after rises and sells after falls of the venue's price.
     *
     * @param lookbackNanos over which the return is taken
     * @param thresholdBps  returns smaller than this are ignored
     */
    record Momentum(
            String id,
            List<Integer> venues,
            double capitalQuote,
            double ratePerHour,
            TradeSize tradeSize,
            long lookbackNanos,
            double thresholdBps)
            implements GroupSpec {
        public Momentum {
            venues = List.copyOf(venues);
            checkCommon(venues, capitalQuote, ratePerHour);
            Checks.inRange("lookback", "ns", lookbackNanos, 1_000_000_000L, 31_536_000_000_000_000L);
            Checks.inRange("threshold-bps", thresholdBps, 0, 10_000);
        }
    }

    /**
     * Knows the world's price and trades a venue towards it.
     *
     * @param thresholdBps deviations smaller than this are ignored
     */
    record Fundamental(
            String id,
            List<Integer> venues,
            double capitalQuote,
            double ratePerHour,
            TradeSize tradeSize,
            double thresholdBps)
            implements GroupSpec {
        public Fundamental {
            venues = List.copyOf(venues);
            checkCommon(venues, capitalQuote, ratePerHour);
            Checks.inRange("threshold-bps", thresholdBps, 0, 10_000);
        }
    }

    /**
     * Keeps a ladder of resting orders around the world's price on order books.
     *
     * @param levels         orders on each side
     * @param halfSpreadBps  distance of the first level from the centre, basis points
     * @param stepBps        distance between levels, basis points
     * @param levelQuote     size of each order, quote units
     * @param refreshNanos   time between two placements of the ladder
     */
    record BookProvider(
            String id,
            List<Integer> venues,
            double capitalQuote,
            int levels,
            double halfSpreadBps,
            double stepBps,
            double levelQuote,
            long refreshNanos)
            implements GroupSpec {
        public BookProvider {
            venues = List.copyOf(venues);
            checkCommon(venues, capitalQuote, 1);
            Checks.inRange("levels", levels, 1, 100);
            Checks.inRange("half-spread-bps", halfSpreadBps, 0, 5_000);
            Checks.inRange("step-bps", stepBps, 0.001, 5_000);
            Checks.that(levelQuote > 0, "level-size", "a positive number", levelQuote);
            Checks.inRange("refresh", "ns", refreshNanos, 1_000_000_000L, 86_400_000_000_000L);
        }
    }

    /**
     * Adds liquidity to pools and takes it out again.
     *
     * @param tradeSize      worth of an addition
     * @param removeShare    probability that an arrival removes instead of adding, in [0, 1]
     * @param removeFraction share of its liquidity that it then takes out, in [0, 1]
     */
    record PoolProvider(
            String id,
            List<Integer> venues,
            double capitalQuote,
            double ratePerHour,
            TradeSize tradeSize,
            double removeShare,
            double removeFraction)
            implements GroupSpec {
        public PoolProvider {
            venues = List.copyOf(venues);
            checkCommon(venues, capitalQuote, ratePerHour);
            Checks.inRange("remove-share", removeShare, 0, 1);
            Checks.inRange("remove-fraction", removeFraction, 0, 1);
        }
    }

    private static void checkCommon(List<Integer> venues, double capitalQuote, double ratePerHour) {
        Checks.that(!venues.isEmpty(), "venues", "at least one", "none");
        Checks.inRange("capital", capitalQuote, 0, 1e15);
        Checks.inRange("rate-per-hour", ratePerHour, 0, 1e7);
    }
}
