package catallaxy.environment.market.venue.option;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Total variance at the money by time to expiry, for a volatility of 1: linear from nothing at time zero through the given points, and at
 * the last point's rate beyond them. It never falls, so that no calendar spread is had for less than nothing. Immutable.
 *
 * @param years     times of the points, rising
 * @param variances at them, positive and not falling
 */
public record VarianceCurve(List<Double> years, List<Double> variances) {
    /** One year has the variance 1: all times have the same volatility. */
    public static final VarianceCurve FLAT = new VarianceCurve(List.of(1.0), List.of(1.0));

    public VarianceCurve {
        years = List.copyOf(years);
        variances = List.copyOf(variances);
        Checks.that(!years.isEmpty(), "years", "at least one", years);
        Checks.that(years.size() == variances.size(), "variances", "one for each time", variances);
        Checks.that(rises(years), "years", "positive numbers that rise", years);
        Checks.that(
                variances.getFirst() > 0 && doesNotFall(variances), "variances", "positive, not falling", variances);
    }

    private static boolean rises(List<Double> years) {
        double last = 0;
        for (double each : years) {
            if (!(each > last) || !Double.isFinite(each)) {
                return false;
            }
            last = each;
        }
        return true;
    }

    private static boolean doesNotFall(List<Double> variances) {
        double last = 0;
        for (double each : variances) {
            if (!(each >= last) || !Double.isFinite(each)) {
                return false;
            }
            last = each;
        }
        return true;
    }

    /** Total variance until a time, not negative. */
    public double at(double time) {
        int last = years.size() - 1;
        if (time >= years.get(last)) {
            return variances.get(last) * (time / years.get(last));
        }
        double start = 0;
        double variance = 0;
        for (int i = 0; i <= last; i++) {
            if (time < years.get(i)) {
                double part = (time - start) / (years.get(i) - start);
                return variance + part * (variances.get(i) - variance);
            }
            start = years.get(i);
            variance = variances.get(i);
        }
        return variance;
    }

    void save(StateWriter out) {
        out.int32(years.size());
        for (int i = 0; i < years.size(); i++) {
            out.float64(years.get(i)).float64(variances.get(i));
        }
    }

    static VarianceCurve load(StateReader in) {
        List<Double> years = new ArrayList<>();
        List<Double> variances = new ArrayList<>();
        for (int left = in.count(2 * Double.BYTES); left > 0; left--) {
            years.add(in.float64());
            variances.add(in.float64());
        }
        return new VarianceCurve(years, variances);
    }
}
