package catallaxy.environment.market.storm;

import catallaxy.environment.market.contract.Kinds;
import java.util.List;
import java.util.Map;

/** All storms, each with its share of the operations of a long run. */
final class Storms {
    /**
     * The storms over contracts; the slower an operation of a kind is, the smaller its share.
     *
     * @param share of the operations, thousandths
     */
    record Share(StormKind kind, int share) {}

    /** Thousandths of the operations that order books and their clearing get. */
    static final int BOOKS = 270;

    /** One for each kind of venue, and for the gateways. */
    static final List<Share> ALL = List.of(
            new Share(new UniswapV2Storm(), 300),
            new Share(new UniswapV3Storm(), 100),
            new Share(new UniswapV4Storm(), 50),
            new Share(new StableSwapStorm(), 20),
            new Share(new BalancerStorm.Weighted(), 30),
            new Share(new BalancerStorm.Stable(), 20),
            new Share(new LendingStorm(), 20),
            new Share(new OptionStorm(), 10),
            new Share(new FeedStorm(), 100),
            new Share(new BridgeStorm(), 80));

    private Storms() {}

    /** What one world of a kind does before the next begins. */
    static final long WORLD = 16_000;

    /**
     * Storms over one kind, world after world, each of the next seed.
     *
     * @return operations done
     */
    static long rage(StormKind kind, Kinds kinds, long firstSeed, long operations, Map<String, long[]> outcomes) {
        long done = 0;
        for (long seed = firstSeed; done < operations; seed++) {
            CallStorm storm = new CallStorm(kind, kinds, seed, outcomes);
            done += rage(storm, kind.name(), seed, Math.min(WORLD, operations - done));
        }
        return done;
    }

    /** The same over order books. */
    static long books(long firstSeed, long operations, Map<String, long[]> outcomes) {
        long done = 0;
        for (long seed = firstSeed; done < operations; seed++) {
            done += rage(new BookStorm(seed, outcomes), "books", seed, Math.min(4 * WORLD, operations - done));
        }
        return done;
    }

    private static long rage(Storm storm, String name, long seed, long operations) {
        try {
            storm.rage(operations);
            return storm.operations();
        } catch (RuntimeException broken) {
            throw new AssertionError(
                    name + ", seed " + seed + ", about operation " + storm.operations() + ": " + broken.getMessage(),
                    broken);
        }
    }
}
