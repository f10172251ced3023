package catallaxy.agents.seat;

/** What a gain is worth once its risk is counted; see {@link SeatSettings.Risk}. May remember an episode. */
interface RiskAdjustment {
    /**
     * The reward for an epoch's gain.
     *
     * @param gain   quote units
     * @param before equity at the start of the epoch
     * @param after  equity at its end
     */
    double adjusted(double gain, double before, double after);

    /** The adjustment of one seat in one episode, at its beginning. */
    static RiskAdjustment of(SeatSettings.Risk risk) {
        return switch (risk) {
            case SeatSettings.Risk.Neutral() -> (gain, _, _) -> gain;
            case SeatSettings.Risk.Variance(double aversion) ->
                (gain, before, after) -> gain - quadratic(aversion, before, after);
            case SeatSettings.Risk.DifferentialSharpe(double decay) -> new Sharpe(decay);
        };
    }

    private static double quadratic(double aversion, double before, double after) {
        double change = after - before;
        return before > 0 ? aversion / 2 * change * change / before : 0;
    }

    /** The differential Sharpe ratio of one episode. Mutable, one owner. */
    final class Sharpe implements RiskAdjustment {
        /** Of the mean square; a smaller variance is of rounding. */
        private static final double SMALLEST_VARIANCE = 1e-10;

        private final double decay;
        private double mean;
        private double square;
        private long seen;

        private Sharpe(double decay) {
            this.decay = decay;
        }

        @Override
        public double adjusted(double gain, double before, double after) {
            double value = before > 0 ? gain / before : 0;
            double toMean = value - mean;
            double toSquare = value * value - square;
            double variance = square - mean * mean;
            boolean known = seen * decay >= 1 && variance > SMALLEST_VARIANCE * square;
            double ratio = known ? (square * toMean - mean * toSquare / 2) / (variance * StrictMath.sqrt(variance)) : 0;
            seen++;
            double weight = Math.max(decay, 1.0 / seen);
            mean += weight * toMean;
            square += weight * toSquare;
            return ratio;
        }
    }
}
