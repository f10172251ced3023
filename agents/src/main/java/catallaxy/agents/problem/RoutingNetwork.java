package catallaxy.agents.problem;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.arbitrage.Cycle;
import catallaxy.environment.market.arbitrage.Cycles;
import catallaxy.environment.market.arbitrage.GreedyRouting;
import catallaxy.environment.market.arbitrage.ProductPool;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which pools there are and which cycles lead through them: between asset 0 and each other so many pools, and between every two others
 * one. Cycles begin and end with asset 0; those of two pools come first.
 *
 * @param pools  pairs of assets, one for each pool
 * @param cycles the swaps of each cycle
 */
record RoutingNetwork(List<Pair> pools, List<List<Hop>> cycles) {
    /** Assets of a pool. */
    record Pair(int asset0, int asset1) {}

    /**
     * A swap of a cycle.
     *
     * @param pool      its number
     * @param zeroForOne whether the pool's first asset is paid in
     */
    record Hop(int pool, boolean zeroForOne) {}

    /** Base units of a reserve of 1. */
    static final double UNIT = 1e15;

    RoutingNetwork {
        pools = List.copyOf(pools);
        cycles = List.copyOf(cycles);
    }

    static RoutingNetwork of(int assets, int parallel) {
        List<Pair> pools = new ArrayList<>();
        for (int asset = 1; asset < assets; asset++) {
            for (int i = 0; i < parallel; i++) {
                pools.add(new Pair(0, asset));
            }
        }
        for (int one = 1; one < assets; one++) {
            for (int other = one + 1; other < assets; other++) {
                pools.add(new Pair(one, other));
            }
        }
        return new RoutingNetwork(pools, cycles(pools, assets));
    }

    private static List<List<Hop>> cycles(List<Pair> pairs, int assets) {
        double[] even = new double[pairs.size()];
        Arrays.fill(even, 1);
        List<ProductPool> pools = pools(pairs, even, even, 0);
        return Cycles.of(GreedyRouting.conversions(pools), assets, 0).stream()
                .map(cycle -> cycle.beginningWith(0))
                .filter(cycle -> cycle.start().asset() == 0)
                .sorted(Comparator.<Cycle>comparingInt(cycle -> cycle.legs().size())
                        .thenComparing(Cycle::toString))
                .map(cycle -> hops(cycle, pairs))
                .toList();
    }

    private static List<Hop> hops(Cycle cycle, List<Pair> pairs) {
        return cycle.legs().stream()
                .map(leg -> {
                    int pool = Integer.parseInt(leg.by());
                    return new Hop(pool, leg.from().asset() == pairs.get(pool).asset0());
                })
                .toList();
    }

    /** The pools in units of {@link #UNIT}. */
    List<ProductPool> pools(double[] reserve0, double[] reserve1, int feePips) {
        return pools(pools, reserve0, reserve1, feePips);
    }

    private static List<ProductPool> pools(List<Pair> pairs, double[] reserve0, double[] reserve1, int feePips) {
        return IntStream.range(0, pairs.size())
                .mapToObj(i -> new ProductPool(
                        Integer.toString(i),
                        pairs.get(i).asset0(),
                        pairs.get(i).asset1(),
                        UInt256.of((long) (reserve0[i] * UNIT)),
                        UInt256.of((long) (reserve1[i] * UNIT)),
                        feePips))
                .toList();
    }
}
