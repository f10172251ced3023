package catallaxy.environment.market.venue.option;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.List;

/**
 * Implied volatilities over strikes and times to expiry, at any level: {@code θ(T) = level² · curve(T)}, and across strikes the smile of θ.
 * As the curve does not fall and the smile excludes butterflies at every θ, it has no arbitrage at any level. Immutable.
 *
 * @param curve variance at the money over time
 * @param smile over strikes
 */
public record QuotedSurface(VarianceCurve curve, VolatilitySurface smile) {
    /** The same volatility at the money for every time. */
    public static QuotedSurface flat(VolatilitySurface smile) {
        return new QuotedSurface(VarianceCurve.FLAT, smile);
    }

    /** What gives at a level the volatilities that this gives at the level 1. */
    QuotedSurface at(double level) {
        List<Double> variances =
                curve.variances().stream().map(each -> each / (level * level)).toList();
        return new QuotedSurface(new VarianceCurve(curve.years(), variances), smile);
    }

    /** Total variance until expiry of a log-moneyness {@code ln(strike / forward)}. */
    public double totalVariance(double logMoneyness, double years, double level) {
        return smile.totalVariance(logMoneyness, level * level * curve.at(years));
    }

    /** Implied volatility of a strike, per square root of a year; at expiry the level. */
    public double volatility(double strike, double forward, double years, double level) {
        return years > 0
                ? StrictMath.sqrt(totalVariance(StrictMath.log(strike / forward), years, level) / years)
                : level;
    }

    void save(StateWriter out) {
        curve.save(out);
        out.float64(smile.skew()).float64(smile.curvature()).float64(smile.decay());
    }

    static QuotedSurface load(StateReader in) {
        return new QuotedSurface(
                VarianceCurve.load(in), new VolatilitySurface(in.float64(), in.float64(), in.float64()));
    }
}
