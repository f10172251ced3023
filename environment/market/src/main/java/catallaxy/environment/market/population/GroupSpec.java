package catallaxy.environment.market.population;

import catallaxy.environment.api.setting.NameOf;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.recording.RecordedFlow;
import java.util.List;

/**
 * A group of background participants, acting through one account at each place; one record per kind.
 *
 * <p>Arrivals are Poisson with the group's rate times the world's activity multiplier. Trade sizes are log-normal.
 */
public sealed interface GroupSpec {
    /** Name, unique among the groups of a scenario. */
    String id();

    /** Indices of the venues on which the group acts; each arrival picks one with equal probability. */
    List<Integer> venues();

    /** Worth of what the group owns at each place at the start, quote units; half in the quote asset. */
    double capitalQuote();

    /** What its own line adds to the delay of each message, on top of the chain's or exchange's. */
    long latencyNanos();

    /** What its own line adds to the jitter of the place, share of the floor. */
    double latencyJitter();

    /**
     * Size of a trade: log-normal.
     *
     * @param meanQuote            mean, quote units, positive
     * @param logStandardDeviation σ of the logarithm, in [0, 5]
     */
    record TradeSize(double meanQuote, double logStandardDeviation) {
        public TradeSize {
            Checks.positive("meanQuote", meanQuote);
            Checks.inRange("logStandardDeviation", logStandardDeviation, 0, 5);
        }
    }

    /**
     * Buys and sells at random.
     *
     * @param ratePerHour    mean arrivals per hour
     * @param limitShare     share of its book orders that are limit orders, in [0, 1]
     * @param limitOffsetBps mean distance of those from the mid-price (exponential), basis points
     * @param limitLifeNanos after which its limit orders are cancelled
     * @param latencyNanos  what its own line adds to the delay of each message
     * @param latencyJitter what its own line adds to the jitter of the place, share of the floor
     */
    record Noise(
            String id,
            @NameOf(NameOf.Thing.VENUE) List<Integer> venues,
            double capitalQuote,
            double ratePerHour,
            TradeSize tradeSize,
            double limitShare,
            double limitOffsetBps,
            long limitLifeNanos,
            long latencyNanos,
            double latencyJitter)
            implements GroupSpec {
        public Noise {
            venues = List.copyOf(venues);
            checkCommon(venues, capitalQuote, ratePerHour);
            checkLine(latencyNanos, latencyJitter);
            Checks.inRange("limitShare", limitShare, 0, 1);
            Checks.inRange("limitOffsetBps", limitOffsetBps, 0, 10_000);
            Checks.inRange("limitLifeNanos", limitLifeNanos, 1_000_000_000L, 31_536_000_000_000_000L);
        }

        /** A group whose line adds nothing to the delays of chains and exchanges. */
        public Noise(
                String id,
                List<Integer> venues,
                double capitalQuote,
                double ratePerHour,
                TradeSize tradeSize,
                double limitShare,
                double limitOffsetBps,
                long limitLifeNanos) {
            this(id, venues, capitalQuote, ratePerHour, tradeSize, limitShare, limitOffsetBps, limitLifeNanos, 0, 0);
        }
    }

    /**
     * Buys after rises and sells after falls of the venue's price.
     *
     * @param lookbackNanos over which the return is taken
     * @param thresholdBps  returns smaller than this are ignored
     * @param latencyNanos  what its own line adds to the delay of each message
     * @param latencyJitter what its own line adds to the jitter of the place, share of the floor
     */
    record Momentum(
            String id,
            @NameOf(NameOf.Thing.VENUE) List<Integer> venues,
            double capitalQuote,
            double ratePerHour,
            TradeSize tradeSize,
            long lookbackNanos,
            double thresholdBps,
            long latencyNanos,
            double latencyJitter)
            implements GroupSpec {
        public Momentum {
            venues = List.copyOf(venues);
            checkCommon(venues, capitalQuote, ratePerHour);
            checkLine(latencyNanos, latencyJitter);
            Checks.inRange("lookbackNanos", lookbackNanos, 1_000_000_000L, 31_536_000_000_000_000L);
            Checks.inRange("thresholdBps", thresholdBps, 0, 10_000);
        }

        /** A group whose line adds nothing to the delays of chains and exchanges. */
        public Momentum(
                String id,
                List<Integer> venues,
                double capitalQuote,
                double ratePerHour,
                TradeSize tradeSize,
                long lookbackNanos,
                double thresholdBps) {
            this(id, venues, capitalQuote, ratePerHour, tradeSize, lookbackNanos, thresholdBps, 0, 0);
        }
    }

    /**
     * Knows the world's price and trades a venue towards it.
     *
     * @param thresholdBps deviations smaller than this are ignored
     * @param latencyNanos  what its own line adds to the delay of each message
     * @param latencyJitter what its own line adds to the jitter of the place, share of the floor
     */
    record Fundamental(
            String id,
            @NameOf(NameOf.Thing.VENUE) List<Integer> venues,
            double capitalQuote,
            double ratePerHour,
            TradeSize tradeSize,
            double thresholdBps,
            long latencyNanos,
            double latencyJitter)
            implements GroupSpec {
        public Fundamental {
            venues = List.copyOf(venues);
            checkCommon(venues, capitalQuote, ratePerHour);
            checkLine(latencyNanos, latencyJitter);
            Checks.inRange("thresholdBps", thresholdBps, 0, 10_000);
        }

        /** A group whose line adds nothing to the delays of chains and exchanges. */
        public Fundamental(
                String id,
                List<Integer> venues,
                double capitalQuote,
                double ratePerHour,
                TradeSize tradeSize,
                double thresholdBps) {
            this(id, venues, capitalQuote, ratePerHour, tradeSize, thresholdBps, 0, 0);
        }
    }

    /**
     * Keeps a ladder of resting orders around the world's price on order books.
     *
     * @param levels         orders on each side
     * @param halfSpreadBps  distance of the first level from the centre, basis points
     * @param stepBps        distance between levels, basis points
     * @param levelSizeQuote     size of each order, quote units
     * @param refreshNanos   time between two placements of the ladder
     * @param latencyNanos  what its own line adds to the delay of each message
     * @param latencyJitter what its own line adds to the jitter of the place, share of the floor
     */
    record BookProvider(
            String id,
            @NameOf(NameOf.Thing.VENUE) List<Integer> venues,
            double capitalQuote,
            int levels,
            double halfSpreadBps,
            double stepBps,
            double levelSizeQuote,
            long refreshNanos,
            long latencyNanos,
            double latencyJitter)
            implements GroupSpec {
        public BookProvider {
            venues = List.copyOf(venues);
            checkCommon(venues, capitalQuote, 1);
            checkLine(latencyNanos, latencyJitter);
            Checks.inRange("levels", levels, 1, 100);
            Checks.inRange("halfSpreadBps", halfSpreadBps, 0, 5_000);
            Checks.inRange("stepBps", stepBps, 0.001, 5_000);
            Checks.positive("levelSizeQuote", levelSizeQuote);
            Checks.inRange("refreshNanos", refreshNanos, 1_000_000_000L, 86_400_000_000_000L);
        }

        /** A group whose line adds nothing to the delays of chains and exchanges. */
        public BookProvider(
                String id,
                List<Integer> venues,
                double capitalQuote,
                int levels,
                double halfSpreadBps,
                double stepBps,
                double levelSizeQuote,
                long refreshNanos) {
            this(id, venues, capitalQuote, levels, halfSpreadBps, stepBps, levelSizeQuote, refreshNanos, 0, 0);
        }
    }

    /**
     * Adds liquidity to pools and takes it out again.
     *
     * @param tradeSize      worth of an addition
     * @param removeShare    probability that an arrival removes instead of adding, in [0, 1]
     * @param removeFraction share of its liquidity that it then takes out, in [0, 1]
     * @param latencyNanos  what its own line adds to the delay of each message
     * @param latencyJitter what its own line adds to the jitter of the place, share of the floor
     */
    record PoolProvider(
            String id,
            @NameOf(NameOf.Thing.VENUE) List<Integer> venues,
            double capitalQuote,
            double ratePerHour,
            TradeSize tradeSize,
            double removeShare,
            double removeFraction,
            long latencyNanos,
            double latencyJitter)
            implements GroupSpec {
        public PoolProvider {
            venues = List.copyOf(venues);
            checkCommon(venues, capitalQuote, ratePerHour);
            checkLine(latencyNanos, latencyJitter);
            Checks.inRange("removeShare", removeShare, 0, 1);
            Checks.inRange("removeFraction", removeFraction, 0, 1);
        }

        /** A group whose line adds nothing to the delays of chains and exchanges. */
        public PoolProvider(
                String id,
                List<Integer> venues,
                double capitalQuote,
                double ratePerHour,
                TradeSize tradeSize,
                double removeShare,
                double removeFraction) {
            this(id, venues, capitalQuote, ratePerHour, tradeSize, removeShare, removeFraction, 0, 0);
        }
    }

    /**
     * Those who traded on a recorded book: their orders rest and take as they were recorded, at the times of the recording. Its exchange
     * has neither latency nor jitter, as the times are those at the exchange.
     *
     * @param flow what they sent
     */
    record Recorded(String id, @NameOf(NameOf.Thing.VENUE) List<Integer> venues, double capitalQuote, RecordedFlow flow)
            implements GroupSpec {
        public Recorded {
            venues = List.copyOf(venues);
            checkCommon(venues, capitalQuote, 1);
            Checks.that(venues.size() == 1, "venues", "one order book", venues.size() + " venues");
        }

        @Override
        public long latencyNanos() {
            return 0;
        }

        @Override
        public double latencyJitter() {
            return 0;
        }
    }

    private static void checkLine(long latencyNanos, double latencyJitter) {
        Checks.inRange("latencyNanos", latencyNanos, 0, 60_000_000_000L);
        Checks.inRange("latencyJitter", latencyJitter, 0, 10);
    }

    /**
     * Borrows at lending markets against collateral.
     *
     * @param tradeSize     worth of a loan
     * @param cushion       how many times what a loan needs is left as collateral, from 1 on
     * @param leveraged     whether it buys the collateral with the loan, where the chain has a pool of both
     * @param repayShare    probability that an arrival repays instead of borrowing, in [0, 1]
     * @param repayFraction share of its debt that it then pays back, in [0, 1]
     * @param latencyNanos  what its own line adds to the delay of each message
     * @param latencyJitter what its own line adds to the jitter of the place, share of the floor
     */
    record Borrowers(
            String id,
            @NameOf(NameOf.Thing.VENUE) List<Integer> venues,
            double capitalQuote,
            double ratePerHour,
            TradeSize tradeSize,
            double cushion,
            boolean leveraged,
            double repayShare,
            double repayFraction,
            long latencyNanos,
            double latencyJitter)
            implements GroupSpec {
        public Borrowers {
            venues = List.copyOf(venues);
            checkCommon(venues, capitalQuote, ratePerHour);
            checkLine(latencyNanos, latencyJitter);
            Checks.inRange("cushion", cushion, 1, 100);
            Checks.inRange("repayShare", repayShare, 0, 1);
            Checks.inRange("repayFraction", repayFraction, 0, 1);
        }
    }

    /**
     * Liquidates what is at risk at lending markets.
     *
     * @param refreshNanos   time between two looks
     * @param leastGainQuote what a liquidation must earn beyond its gas, quote units
     * @param latencyNanos   what its own line adds to the delay of each message
     * @param latencyJitter  what its own line adds to the jitter of the place, share of the floor
     */
    record Liquidators(
            String id,
            @NameOf(NameOf.Thing.VENUE) List<Integer> venues,
            double capitalQuote,
            long refreshNanos,
            double leastGainQuote,
            long latencyNanos,
            double latencyJitter)
            implements GroupSpec {
        public Liquidators {
            venues = List.copyOf(venues);
            checkCommon(venues, capitalQuote, 1);
            checkLine(latencyNanos, latencyJitter);
            Checks.inRange("refreshNanos", refreshNanos, 1_000_000_000L, 86_400_000_000_000L);
            Checks.inRange("leastGainQuote", leastGainQuote, 0, 1e15);
        }
    }

    private static void checkCommon(List<Integer> venues, double capitalQuote, double ratePerHour) {
        Checks.that(!venues.isEmpty(), "venues", "at least one", "none");
        Checks.inRange("capitalQuote", capitalQuote, 0, 1e15);
        Checks.inRange("ratePerHour", ratePerHour, 0, 1e7);
    }
}
