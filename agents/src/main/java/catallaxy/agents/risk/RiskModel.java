package catallaxy.agents.risk;

/**
 * A way to forecast returns from past ones, in two steps: {@link #fit} estimates what is costly to estimate, the parameters,
 * and what it gives is then used on later windows as well. A function of its arguments; no method changes them.
 */
public interface RiskModel {
    /** The fewest returns that a model can be fitted to. */
    int FEWEST_RETURNS = 10;

    /** A model with its parameters. */
    @FunctionalInterface
    interface Fitted {
        /**
         * The distribution of the return over the next periods.
         *
         * @param returns {@code [T]} simple returns of the past, oldest first, at least {@link #FEWEST_RETURNS} and more than
         *                {@code horizon} of them
         * @param horizon h, periods ahead, at least 1
         */
        ReturnDistribution forecast(double[] returns, int horizon);
    }

    /**
     * Estimates the parameters.
     *
     * @param returns {@code [T]} simple returns, oldest first, at least {@link #FEWEST_RETURNS}
     */
    Fitted fit(double[] returns);
}
