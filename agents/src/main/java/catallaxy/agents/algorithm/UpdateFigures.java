package catallaxy.agents.algorithm;

/** Figures by which people judge an update. */
final class UpdateFigures {
    private UpdateFigures() {}

    /** {@code 1 − Var[R − V]/Var[R]}: 1 for a perfect value network, 0 for one that knows only the mean; NaN if R is constant. */
    static double explainedVariance(float[] values, float[] returns) {
        if (isConstant(returns)) {
            return Double.NaN;
        }
        double errors = 0;
        double errorMean = 0;
        double mean = 0;
        for (int i = 0; i < returns.length; i++) {
            mean += returns[i] / (double) returns.length;
            errorMean += (returns[i] - values[i]) / (double) returns.length;
        }
        double spread = 0;
        for (int i = 0; i < returns.length; i++) {
            spread += (returns[i] - mean) * (returns[i] - mean);
            double error = returns[i] - values[i] - errorMean;
            errors += error * error;
        }
        return 1 - errors / spread;
    }

    /** Asked of the numbers themselves, as their mean may be rounded to none of them. */
    private static boolean isConstant(float[] numbers) {
        for (float number : numbers) {
            if (number != numbers[0]) {
                return false;
            }
        }
        return true;
    }

    /** {@code E[(r − 1) − log r]}, Schulman's low-variance estimate of KL(π_old ‖ π_θ): http://joschu.net/blog/kl-approx.html. */
    static double approximateKl(float[] logRatios) {
        double sum = 0;
        for (float logRatio : logRatios) {
            sum += Math.expm1(logRatio) - logRatio;
        }
        return sum / logRatios.length;
    }

    /** Share of rows whose ratio lies outside 1 ± {@code clip}. */
    static double clipFraction(float[] logRatios, double clip) {
        int outside = 0;
        for (float logRatio : logRatios) {
            if (Math.abs(Math.expm1(logRatio)) > clip) {
                outside++;
            }
        }
        return (double) outside / logRatios.length;
    }
}
