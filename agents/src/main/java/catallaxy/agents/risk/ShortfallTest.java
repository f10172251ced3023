package catallaxy.agents.risk;

import catallaxy.environment.base.random.RandomStream;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The backtest of an expected shortfall by its exceedance residuals, loss − forecast ES over the periods whose loss was above the
 * value at risk: their mean is zero if the forecasts are right and positive if they are too small. McNeil and Frey 2000,
 * "Estimation of tail-related risk measures for heteroscedastic financial time series",
 * https://doi.org/10.1016/S0927-5398(00)00012-8, section 3.2. Deviation: the residuals are in fractions of equity, not
 * divided by a forecast volatility, so that methods without one and windows that do not vary have them too.
 *
 * @param exceedances n
 * @param loss        mean loss over them; NaN without any
 * @param shortfall   mean forecast over them; NaN without any
 * @param pValue      one-sided, of a mean of zero: the share of resamples of the residuals about their mean with a t-statistic
 *                    at least as large (Efron and Tibshirani 1993, algorithm 16.2); NaN if they are fewer than two or all alike
 */
public record ShortfallTest(int exceedances, double loss, double shortfall, double pValue) {
    private static final int RESAMPLES = 2_000;

    /**
     * The test of the exceedances, in order of time.
     *
     * @param losses     {@code [n]}, fractions of equity
     * @param shortfalls {@code [n]}, forecast
     */
    public static ShortfallTest of(double[] losses, double[] shortfalls) {
        double[] residuals = IntStream.range(0, losses.length)
                .mapToDouble(i -> losses[i] - shortfalls[i])
                .toArray();
        return new ShortfallTest(losses.length, mean(losses), mean(shortfalls), pValue(residuals));
    }

    /** Mean residual, fraction of equity; NaN without exceedances. */
    public double residual() {
        return loss - shortfall;
    }

    /** Mean loss ÷ mean forecast; NaN, and {@link #whyNoRatio} says why, where that would say nothing. */
    public double ratio() {
        return whyNoRatio().isEmpty() ? loss / shortfall : Double.NaN;
    }

    /** Empty where there is a ratio. */
    public String whyNoRatio() {
        if (exceedances == 0) {
            return "no loss exceeded the VaR";
        }
        return shortfall > 0 ? "" : "the mean forecast ES of the exceedances is not above 0";
    }

    /** Empty where there is a p-value. */
    public String whyNoPValue() {
        if (!Double.isNaN(pValue)) {
            return "";
        }
        return exceedances < 2 ? "fewer than two exceedances" : "the residuals do not vary";
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    private static double pValue(double[] residuals) {
        double statistic = residuals.length < 2 ? Double.NaN : statistic(residuals);
        if (!Double.isFinite(statistic)) {
            return Double.NaN;
        }
        double mean = mean(residuals);
        double[] centred = Arrays.stream(residuals).map(each -> each - mean).toArray();
        RandomStream random = RandomStream.of(0, "statistics/shortfall");
        int atLeast = 0;
        for (int i = 0; i < RESAMPLES; i++) {
            double drawn = statistic(drawn(centred, random));
            atLeast += drawn >= statistic ? 1 : 0;
        }
        return (atLeast + 1.0) / (RESAMPLES + 1.0);
    }

    private static double[] drawn(double[] values, RandomStream random) {
        double[] drawn = new double[values.length];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = values[random.nextInt(values.length)];
        }
        return drawn;
    }

    /** Mean ÷ standard error; infinite or NaN where the values are all alike. */
    private static double statistic(double[] values) {
        Moments moments = Moments.of(values);
        return moments.mean() / (moments.deviation() / StrictMath.sqrt(values.length));
    }
}
