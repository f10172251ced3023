package catallaxy.environment.market.arbitrage;

import catallaxy.environment.base.check.Checks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The cycles that gain: all simple cycles of conversions up to a length whose product of first rates exceeds a bound. No conversion of the
 * same venue or bridge stands in one twice. An algorithm of exponential time in the length, {@link SimpleCycles}.
 */
public final class Cycles {
    private static final Comparator<Cycle> BEST_FIRST =
            Comparator.comparingDouble(Cycle::rate).reversed().thenComparing(Cycle::toString);

    private record Rated(Conversion conversion, double rate) implements SimpleCycles.Edge<AssetAt> {
        @Override
        public AssetAt from() {
            return conversion.from();
        }

        @Override
        public AssetAt to() {
            return conversion.to();
        }

        @Override
        public Object carrier() {
            return conversion.by();
        }
    }

    private Cycles() {}

    /**
     * The cycles of at most so many legs of whose first unit more than {@code leastRate} comes back, the best rate first; of equal ones in
     * the order of their names.
     *
     * @param most      legs, 2 to 8
     * @param leastRate 1 for all that gain before gas, 1.005 for gaps above half a percent
     */
    public static List<Cycle> of(List<Conversion> all, int most, double leastRate) {
        Checks.inRange("most", most, 2, 8);
        Checks.inRange("leastRate", leastRate, 0, 1e9);
        List<Rated> rated = all.stream()
                .map(each -> new Rated(each, each.rate()))
                .filter(each -> each.rate() > 0 && each.rate() < Double.POSITIVE_INFINITY)
                .toList();
        List<Cycle> found = new ArrayList<>();
        SimpleCycles.visit(rated, most, path -> {
            if (rate(path) > leastRate) {
                found.add(new Cycle(path.stream().map(Rated::conversion).toList()));
            }
        });
        found.sort(BEST_FIRST);
        return List.copyOf(found);
    }

    private static double rate(List<Rated> path) {
        double rate = 1;
        for (Rated each : path) {
            rate *= each.rate();
        }
        return rate;
    }
}
