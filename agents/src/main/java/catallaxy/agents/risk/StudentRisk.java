package catallaxy.agents.risk;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.hipparchus.special.Gamma;

/**
 * Returns are independent and follow Student's t. The degrees of freedom ν and the scale τ are found by maximum likelihood
 * around the sample mean; between fits ν and the ratio of τ to the window's standard deviation are kept. Over one period,
 * McNeil, Frey and Embrechts 2015, "Quantitative risk management", example 2.15:
 *
 * <pre>
 *   VaR = −μ + τ t_α
 *   ES  = −μ + τ f(t_α) / (1 − α) · (ν + t_α²) / (ν − 1)
 * </pre>
 *
 * <p>Sums of t variates are not t: over several periods 2000 compounded paths are drawn from 2000 equally probable quantiles.
 */
record StudentRisk() implements RiskModel {
    private static final double FEWEST_DEGREES = 1.5;
    private static final double MOST_DEGREES = 200;
    private static final int TABLE = 2_000;
    private static final SimulatedPaths PATHS = new SimulatedPaths(2_000, 0);

    /**
     * What is fitted.
     *
     * @param degrees ν in [1.5, 200]
     * @param ratio   τ / s
     */
    record Shape(double degrees, double ratio) {}

    @Override
    public Fitted fit(double[] returns) {
        Shape shape = shape(returns);
        TDistribution student = new TDistribution(shape.degrees());
        double[] quantiles = IntStream.range(0, TABLE)
                .mapToDouble(i -> student.inverseCumulativeProbability((i + 0.5) / TABLE))
                .toArray();
        return (window, horizon) -> {
            Moments moments = Moments.of(window);
            double scale = shape.ratio() * moments.deviation();
            if (horizon == 1) {
                return level -> tail(moments.mean(), scale, student, level);
            }
            VarianceRecursion constant = new VarianceRecursion(moments.mean(), scale * scale, 0, 0);
            double[] sample = PATHS.returns(constant, quantiles, scale * scale, horizon);
            return level -> TailRisk.historical(sample, level);
        };
    }

    /** ν and τ / s of greatest likelihood; nearly normal for returns that do not vary. */
    static Shape shape(double[] returns) {
        Moments moments = Moments.of(returns);
        if (moments.variance() == 0) {
            return new Shape(MOST_DEGREES, 1);
        }
        double[] squares = Arrays.stream(returns)
                .map(each -> (each - moments.mean()) * (each - moments.mean()) / moments.variance())
                .toArray();
        double[] found = new SimplexOptimizer(new SimpleValueChecker(1e-12, 1e-7))
                .optimize(
                        new MaxEval(5_000),
                        GoalType.MAXIMIZE,
                        new ObjectiveFunction(point -> logLikelihood(squares, shape(point[0], point[1]))),
                        new InitialGuess(new double[] {0, -0.3}),
                        new NelderMeadSimplex(2, 0.5))
                .getPoint();
        return shape(found[0], found[1]);
    }

    /** From two numbers without bounds; 1 / ν is searched, in whose equal steps the tail changes about equally. */
    private static Shape shape(double logit, double logRatio) {
        double most = 1 / FEWEST_DEGREES;
        double least = 1 / MOST_DEGREES;
        double inverse = least + (most - least) / (1 + StrictMath.exp(-logit));
        return new Shape(1 / inverse, StrictMath.exp(Math.clamp(logRatio, -10, 10)));
    }

    private static double logLikelihood(double[] squares, Shape shape) {
        double degrees = shape.degrees();
        double spread = shape.ratio() * shape.ratio() * degrees;
        double sum = 0;
        for (double square : squares) {
            sum += StrictMath.log1p(square / spread);
        }
        double constant = Gamma.logGamma((degrees + 1) / 2)
                - Gamma.logGamma(degrees / 2)
                - 0.5 * StrictMath.log(StrictMath.PI * spread);
        return squares.length * constant - (degrees + 1) / 2 * sum;
    }

    private static TailRisk tail(double mean, double scale, TDistribution student, double level) {
        double degrees = student.getDegreesOfFreedom();
        double t = student.inverseCumulativeProbability(level);
        double beyond = student.density(t) / (1 - level) * (degrees + t * t) / (degrees - 1);
        return new TailRisk(-mean + scale * t, -mean + scale * beyond);
    }
}
