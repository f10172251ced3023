package catallaxy.agents.execution;

/**
 * Circumstances in steps, so that experience repeats: which route, how large, how profitable, how dear gas is, how the price moves.
 *
 * @param route      position of the route, which is a pair and its venues
 * @param tradeQuote quote units that would be spent
 * @param gainQuote  quote units that it would gain
 * @param baseFeeGwei of the chain
 * @param volatilityPerRootYear of the chain's reference price
 */
record Circumstances(int route, double tradeQuote, double gainQuote, double baseFeeGwei, double volatilityPerRootYear) {
    private static final double ROOT_DAYS_PER_YEAR = StrictMath.sqrt(365);
    private static final double[] LEVELS = {0.01, 0.025, 0.05, 0.10, 0.20};
    private static final int STEPS = 64;

    /** The steps of all, as one number. */
    long steps() {
        long all = route;
        all = all * STEPS + decade(tradeQuote, 1);
        all = all * STEPS + decade(gainQuote, 2);
        all = all * STEPS + decade(baseFeeGwei, 3);
        return all * STEPS + level();
    }

    /** Steps of which there are so many in a power of ten; from 10⁻⁶ on. */
    private static long decade(double value, int perDecade) {
        double steps = StrictMath.floor(perDecade * (StrictMath.log10(StrictMath.max(value, 1e-6)) + 6));
        return (long) Math.clamp(steps, 0, STEPS - 1);
    }

    /** How many of 1, 2.5, 5, 10 and 20 % a day the volatility reaches. */
    private int level() {
        double daily = volatilityPerRootYear / ROOT_DAYS_PER_YEAR;
        int level = 0;
        while (level < LEVELS.length && daily >= LEVELS[level]) {
            level++;
        }
        return level;
    }
}
