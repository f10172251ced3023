package catallaxy.environment.market.arbitrage;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A workload of decisions over random pools, for a caller that reads a clock: eight pools of four assets, with prices to 5 % and depths to
 * e^1.5 from their middles and fees of 0.3 %, other ones for each decision. Owned by one thread.
 */
public final class CycleWorkload {
    private static final int ASSETS = 4;
    private static final int POOLS = 8;
    private static final int FEE_PIPS = 3_000;
    private static final double DEPTH = 1e15;

    private final List<List<ProductPool>> markets = new ArrayList<>();

    /** So many random markets, in turn. */
    public CycleWorkload(long seed, int markets) {
        for (int i = 0; i < markets; i++) {
            this.markets.add(pools(RandomStream.of(seed, "market " + i)));
        }
    }

    private static List<ProductPool> pools(RandomStream random) {
        List<ProductPool> pools = new ArrayList<>();
        for (int i = 0; i < POOLS; i++) {
            int one = i % ASSETS;
            int other = (one + 1 + random.nextInt(ASSETS - 1)) % ASSETS;
            double depth = DEPTH * StrictMath.exp(3 * random.nextDouble() - 1.5);
            double price = StrictMath.exp(0.1 * random.nextDouble() - 0.05);
            pools.add(new ProductPool(
                    "pool " + i, one, other, UInt256.of((long) depth), UInt256.of((long) (depth * price)), FEE_PIPS));
        }
        return pools;
    }

    /**
     * Finds all cycles of at most four legs that gain, and the exact size of each, so many times; the sum of what the best gain.
     *
     * @param decisions one market each
     */
    public long decide(int decisions) {
        long sum = 0;
        for (int i = 0; i < decisions; i++) {
            long best = 0;
            for (SizedCycle each : GreedyRouting.sized(markets.get(i % markets.size()), 0, ASSETS)) {
                best = Math.max(best, each.gain().longValueExact());
            }
            sum += best;
        }
        return sum;
    }

    /** Computes the convex bound of so many markets; the sum of the bounds, in base units. */
    public long bound(int bounds) {
        double sum = 0;
        for (int i = 0; i < bounds; i++) {
            List<Conversion> all = GreedyRouting.conversions(markets.get(i % markets.size()));
            sum += RoutingBound.of(all, new AssetAt(0, 0)).gain();
        }
        return (long) sum;
    }
}
