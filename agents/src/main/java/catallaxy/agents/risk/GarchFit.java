package catallaxy.agents.risk;

import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * GARCH(1,1) by Gaussian quasi-maximum likelihood, Bollerslev 1986: the recursion that maximises
 * {@code −½ Σ [ln 2π + ln σ²[t] + (r[t] − μ)² / σ²[t]]}, with μ the sample mean.
 *
 * <p>The search is Nelder and Mead's, from two starts, over three numbers without bounds: the logits of the persistence
 * α + β (below 0.9999) and of α's share in it, and the logarithm of ω / (1 − α − β) relative to the sample's variance.
 * Deviation: μ is not searched but set to the sample mean.
 *
 * @param recursion     with the estimates
 * @param logLikelihood at the maximum
 */
public record GarchFit(VarianceRecursion recursion, double logLikelihood) {
    private static final double MOST_PERSISTENT = 0.9999;
    private static final int EVALUATIONS = 5_000;
    private static final double[][] STARTS = {{3.5, -2.4, 0}, {1.7, -1, 0}};

    /**
     * The fit to a sample.
     *
     * @param returns {@code [T]}, at least ten; with less than some hundreds the estimates are poor
     */
    public static GarchFit of(double[] returns) {
        Moments moments = Moments.of(returns);
        if (moments.variance() == 0) {
            return new GarchFit(new VarianceRecursion(moments.mean(), 0, 0, 1), Double.POSITIVE_INFINITY);
        }
        PointValuePair best = search(returns, moments, STARTS[0]);
        PointValuePair other = search(returns, moments, STARTS[1]);
        PointValuePair found = other.getValue() > best.getValue() ? other : best;
        return new GarchFit(recursion(found.getPoint(), moments), found.getValue());
    }

    private static PointValuePair search(double[] returns, Moments moments, double[] start) {
        return new SimplexOptimizer(new SimpleValueChecker(1e-12, 1e-7))
                .optimize(
                        new MaxEval(EVALUATIONS),
                        GoalType.MAXIMIZE,
                        new ObjectiveFunction(point -> logLikelihood(returns, recursion(point, moments))),
                        new InitialGuess(start),
                        new NelderMeadSimplex(start.length, 0.5));
    }

    private static VarianceRecursion recursion(double[] point, Moments moments) {
        double persistence = MOST_PERSISTENT * logistic(point[0]);
        double alpha = persistence * logistic(point[1]);
        double level = moments.variance() * StrictMath.exp(Math.clamp(point[2], -20, 20));
        return new VarianceRecursion(moments.mean(), level * (1 - persistence), alpha, persistence - alpha);
    }

    private static double logistic(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    /** The Gaussian log-likelihood of the returns under a recursion that starts from their mean square. */
    public static double logLikelihood(double[] returns, VarianceRecursion recursion) {
        double[] variances = recursion.filter(returns);
        double sum = 0;
        for (int t = 0; t < returns.length; t++) {
            double surprise = returns[t] - recursion.mean();
            sum += StrictMath.log(2 * StrictMath.PI * variances[t]) + surprise * surprise / variances[t];
        }
        return -sum / 2;
    }
}
