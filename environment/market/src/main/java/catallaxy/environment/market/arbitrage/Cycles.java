package catallaxy.environment.market.arbitrage;

import catallaxy.environment.base.check.Checks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The cycles that gain: all simple cycles of conversions up to a length whose product of first rates exceeds a bound. Every cycle is met
 * once, from its least node, by a search in depth through nodes above that; no conversion of the same venue or bridge stands in one twice.
 * An algorithm of exponential time in the length: for lengths to four or five.
 */
public final class Cycles {
    private static final Comparator<Cycle> BEST_FIRST =
            Comparator.comparingDouble(Cycle::rate).reversed().thenComparing(Cycle::toString);

    private record Edge(Conversion conversion, double rate) {}

    private final Map<AssetAt, List<Edge>> edges = new TreeMap<>();
    private final int most;
    private final double leastRate;
    private final List<Cycle> found = new ArrayList<>();
    private final List<Conversion> path = new ArrayList<>();
    private final Set<AssetAt> visited = new TreeSet<>();
    private final Set<String> used = new TreeSet<>();

    private Cycles(List<Conversion> all, int most, double leastRate) {
        this.most = most;
        this.leastRate = leastRate;
        for (Conversion each : all) {
            double rate = each.rate();
            if (rate > 0 && rate < Double.POSITIVE_INFINITY) {
                edges.computeIfAbsent(each.from(), _ -> new ArrayList<>()).add(new Edge(each, rate));
            }
        }
    }

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
        Cycles search = new Cycles(all, most, leastRate);
        search.edges.keySet().forEach(start -> search.extend(start, start, 1));
        search.found.sort(BEST_FIRST);
        return List.copyOf(search.found);
    }

    private void extend(AssetAt start, AssetAt at, double rate) {
        for (Edge edge : edges.getOrDefault(at, List.of())) {
            AssetAt next = edge.conversion.to();
            boolean closes = next.equals(start);
            boolean open = next.compareTo(start) > 0 && path.size() + 1 < most && !visited.contains(next);
            if ((closes || open) && used.add(edge.conversion.by())) {
                path.add(edge.conversion);
                follow(start, next, rate * edge.rate, closes);
                path.removeLast();
                used.remove(edge.conversion.by());
            }
        }
    }

    private void follow(AssetAt start, AssetAt next, double rate, boolean closes) {
        if (!closes) {
            visited.add(next);
            extend(start, next, rate);
            visited.remove(next);
        } else if (rate > leastRate && path.size() > 1) {
            found.add(new Cycle(path));
        }
    }
}
