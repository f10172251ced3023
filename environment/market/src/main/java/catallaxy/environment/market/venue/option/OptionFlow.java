package catallaxy.environment.market.venue.option;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What others have lately bought of each series less what they sold, each trade losing half of its weight in a half-life. Immutable.
 *
 * @param quantities whole units of the underlying
 * @param nanos      when that was
 */
record OptionFlow(List<Double> quantities, long nanos) {
    OptionFlow {
        quantities = List.copyOf(quantities);
    }

    static OptionFlow none(int series) {
        return new OptionFlow(Collections.nCopies(series, 0.0), 0);
    }

    /** After a trade; a sale is negative. */
    OptionFlow traded(int series, double quantity, long timeNanos, double halfLifeNanos) {
        List<Double> next = new ArrayList<>(at(timeNanos, halfLifeNanos));
        next.set(series, next.get(series) + quantity);
        return new OptionFlow(next, timeNanos);
    }

    private List<Double> at(long timeNanos, double halfLifeNanos) {
        double kept = StrictMath.pow(0.5, (double) (timeNanos - nanos) / halfLifeNanos);
        return quantities.stream().map(each -> each * kept).toList();
    }

    void save(StateWriter out) {
        out.doubles(quantities.stream().mapToDouble(Double::doubleValue).toArray())
                .int64(nanos);
    }

    static OptionFlow load(StateReader in) {
        List<Double> quantities = new ArrayList<>();
        for (double each : in.doubles()) {
            quantities.add(each);
        }
        return new OptionFlow(quantities, in.int64());
    }
}
