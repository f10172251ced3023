package catallaxy.environment.market.arbitrage;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The best cycle over some pools, made, and again the best of what is left, until none gains more than a millionth of all before: what an
 * arbitrageur reaches who takes one route after another. What cycles without the asset that is gained bring is swapped to it last.
 *
 * <p>The algorithm: every round finds all cycles, {@link Cycles}, sizes each exactly, {@link SizedCycle}, takes the one that gains most at
 * first prices, and makes a part of its best size. A whole size at once is greedy in the plain sense; since fees forbid to take a step
 * back, small parts come nearer to the common optimum of routes that share a pool, {@link RoutingBound}.
 *
 * @param gain   of the asset, base units
 * @param rounds that were made
 * @param after  the pools after them
 */
public record GreedyRouting(BigInteger gain, int rounds, List<ProductPool> after) {
    private static final double LEAST_PART = 1e-6;
    private static final int MOST_ROUNDS = 10_000;

    public GreedyRouting {
        after = List.copyOf(after);
    }

    /**
     * The rounds over pools that gain an asset.
     *
     * @param legs  of a cycle, at most
     * @param parts into how many a best size is cut, of which a round makes one; 1 to make all of it
     */
    public static GreedyRouting of(List<ProductPool> pools, int asset, int legs, int parts) {
        Checks.inRange("parts", parts, 1, 1_000_000);
        Map<Integer, UInt256> gained = new TreeMap<>();
        List<ProductPool> now = pools;
        double worth = 0;
        int rounds = 0;
        while (rounds < MOST_ROUNDS) {
            Valued best = best(now, asset, legs).orElse(null);
            if (best == null || best.worth < LEAST_PART * worth) {
                break;
            }
            SizedCycle made = best.sized.part(parts);
            if (made.gain().signum() <= 0) {
                break;
            }
            gained.merge(made.cycle().start().asset(), UInt256.of(made.gain()), UInt256::plusExact);
            worth += best.worth / parts;
            now = after(now, made.cycle().legs(), made.in());
            rounds++;
        }
        return swapped(now, gained, asset, legs, rounds);
    }

    private record Valued(SizedCycle sized, double worth) {}

    private static Optional<Valued> best(List<ProductPool> pools, int asset, int legs) {
        Map<Integer, Double> prices = prices(pools, asset);
        Valued best = null;
        for (SizedCycle each : sized(pools, asset, legs)) {
            double price = prices.getOrDefault(each.cycle().start().asset(), 0.0);
            double worth = each.gain().doubleValue() * price;
            best = best == null || worth > best.worth ? new Valued(each, worth) : best;
        }
        return Optional.ofNullable(best).filter(valued -> valued.worth > 0);
    }

    /** All cycles that gain, each with its own best size, in the order of their rates; begun with an asset where they contain it. */
    public static List<SizedCycle> sized(List<ProductPool> pools, int asset, int legs) {
        return Cycles.of(conversions(pools), legs, 1).stream()
                .map(cycle -> cycle.beginningWith(asset))
                .flatMap(cycle -> SizedCycle.of(cycle, RoundTerms.free(0)).stream())
                .toList();
    }

    /** Both swaps of every pool. */
    public static List<Conversion> conversions(List<ProductPool> pools) {
        return pools.stream().flatMap(pool -> pool.conversions().stream()).toList();
    }

    /** The pools after an input through some of them, which are found by their names. */
    public static List<ProductPool> after(List<ProductPool> pools, List<Conversion> legs, UInt256 in) {
        List<ProductPool> after = new ArrayList<>(pools);
        UInt256 amount = in;
        for (Conversion leg : legs) {
            UInt256 paid = amount;
            int asset = leg.from().asset();
            after.replaceAll(pool -> pool.name().equals(leg.by()) ? pool.after(asset, paid) : pool);
            amount = leg.outUnits(amount);
        }
        return after;
    }

    /** What a unit of each asset gives of one, along the first way. */
    private static Map<Integer, Double> prices(List<ProductPool> pools, int asset) {
        Map<Integer, Double> prices = new TreeMap<>();
        prices.put(asset, 1.0);
        List<Conversion> all = conversions(pools);
        for (int round = 0; round < pools.size(); round++) {
            for (Conversion each : all) {
                Double to = prices.get(each.to().asset());
                if (to != null) {
                    prices.putIfAbsent(each.from().asset(), to * each.rate());
                }
            }
        }
        return prices;
    }

    private static GreedyRouting swapped(
            List<ProductPool> pools, Map<Integer, UInt256> gained, int asset, int legs, int rounds) {
        UInt256 all = gained.getOrDefault(asset, UInt256.ZERO);
        List<ProductPool> now = pools;
        for (Map.Entry<Integer, UInt256> each : gained.entrySet()) {
            if (each.getKey() != asset) {
                List<Conversion> way = way(conversions(now), List.of(), each.getKey(), asset, each.getValue(), legs);
                all = all.plusExact(given(way, each.getValue()));
                now = after(now, way, each.getValue());
            }
        }
        return new GreedyRouting(all.toBigInteger(), rounds, now);
    }

    /** The way from an asset to another that gives most of it; none where there is none. */
    private static List<Conversion> way(
            List<Conversion> all, List<Conversion> before, int at, int asset, UInt256 amount, int legs) {
        List<Conversion> best = List.of();
        for (Conversion next : all) {
            boolean fresh = before.stream().noneMatch(leg -> leg.by().equals(next.by()));
            if (next.from().asset() == at && fresh && before.size() < legs) {
                List<Conversion> path = new ArrayList<>(before);
                path.add(next);
                List<Conversion> whole = next.to().asset() == asset
                        ? path
                        : way(all, path, next.to().asset(), asset, amount, legs);
                best = given(best, amount).isLessThan(given(whole, amount)) ? whole : best;
            }
        }
        return best;
    }

    /** What a way gives; nothing where it is none. */
    private static UInt256 given(List<Conversion> way, UInt256 amount) {
        UInt256 out = way.isEmpty() ? UInt256.ZERO : amount;
        for (Conversion leg : way) {
            out = leg.outUnits(out);
        }
        return out;
    }
}
