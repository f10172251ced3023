package catallaxy.environment.market.venue.pool;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.chain.ChainSpec;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.environment.market.venue.balancer.BalancerStableSpec;
import catallaxy.environment.market.venue.balancer.BalancerWeightedSpec;
import catallaxy.environment.market.venue.balancer.PowerVersion;
import catallaxy.environment.market.venue.balancer.StableCurve;
import catallaxy.environment.market.venue.balancer.WeightedCurve;
import catallaxy.environment.market.venue.stableswap.StableSwapSpec;
import catallaxy.environment.market.world.DiffusionSpec;
import catallaxy.environment.market.world.WorldSpec;
import java.util.ArrayList;
import java.util.List;

/** Markets of one chain with one pool of two or three assets, of each kind. */
final class PoolMarkets {
    static final int DAI = 1;
    static final int USDT = 2;
    static final int USDC = 3;

    private static final long SECOND = 1_000_000_000L;
    private static final List<AssetSpec> ASSETS = List.of(
            new AssetSpec("ETH", 18), new AssetSpec("DAI", 18), new AssetSpec("USDT", 6), new AssetSpec("USDC", 6));

    private PoolMarkets() {}

    /** A market for each kind of pool, of two or of three assets. */
    static List<EngineSpec> all(int assets) {
        return List.of(market(stableSwap(assets)), market(weighted(assets)), market(stable(assets)));
    }

    static List<Integer> assets(int count) {
        return List.of(DAI, USDT, USDC).subList(3 - count, 3);
    }

    private static List<UInt256> balances(int count) {
        List<UInt256> balances = new ArrayList<>();
        for (int asset : assets(count)) {
            int decimals = ASSETS.get(asset).decimals();
            balances.add(UInt256.parse((9 + asset) + "00000" + "0".repeat(decimals)));
        }
        return balances;
    }

    private static String id(int at, int count) {
        return count == 2 ? "pool" : "pool." + at;
    }

    static List<VenueSpec> stableSwap(int count) {
        List<VenueSpec> venues = new ArrayList<>();
        for (PoolPairs pair : PoolPairs.of(count)) {
            venues.add(new StableSwapSpec(
                    id(venues.size(), count),
                    "pool",
                    0,
                    assets(count).get(pair.base()),
                    assets(count).get(pair.quote()),
                    assets(count),
                    balances(count),
                    200,
                    4_000_000,
                    5_000_000_000L));
        }
        return venues;
    }

    static List<VenueSpec> weighted(int count) {
        List<UInt256> weights = count == 2 ? percents(20, 80) : percents(20, 30, 50);
        WeightedCurve curve = new WeightedCurve(weights, PowerVersion.LOGARITHMIC);
        List<VenueSpec> venues = new ArrayList<>();
        for (PoolPairs pair : PoolPairs.of(count)) {
            venues.add(new BalancerWeightedSpec(
                    id(venues.size(), count),
                    "pool",
                    0,
                    assets(count).get(pair.base()),
                    assets(count).get(pair.quote()),
                    assets(count),
                    balances(count),
                    curve,
                    3_000_000_000_000_000L));
        }
        return venues;
    }

    private static List<UInt256> percents(long... percents) {
        List<UInt256> weights = new ArrayList<>();
        for (long percent : percents) {
            weights.add(UInt256.of(percent * 10_000_000_000_000_000L));
        }
        return weights;
    }

    static List<VenueSpec> stable(int count) {
        List<VenueSpec> venues = new ArrayList<>();
        for (PoolPairs pair : PoolPairs.of(count)) {
            venues.add(new BalancerStableSpec(
                    id(venues.size(), count),
                    "pool",
                    0,
                    assets(count).get(pair.base()),
                    assets(count).get(pair.quote()),
                    assets(count),
                    balances(count),
                    new StableCurve(200),
                    400_000_000_000_000L));
        }
        return venues;
    }

    static EngineSpec market(List<VenueSpec> venues) {
        ChainSpec chain = new ChainSpec(
                "chain",
                ChainSpec.Kind.L1,
                new ChainSpec.Blocks(ChainSpec.Ordering.PRIORITY_FEE, 12 * SECOND),
                new ChainSpec.GasMarket(30_000_000, 2, 8, SECOND, 0, new ChainSpec.BlockspaceDemand(0.5, 0, 0, SECOND)),
                new ChainSpec.MempoolRule(0, 0, 100));
        return new EngineSpec(
                ASSETS,
                USDC,
                List.of(chain),
                List.of(),
                venues,
                List.of(),
                WorldSpec.independent(
                        10 * SECOND,
                        List.of(
                                new DiffusionSpec("ETH", 2000, 0, 0),
                                new DiffusionSpec("DAI", 1, 0, 0),
                                new DiffusionSpec("USDT", 1, 0, 0))));
    }
}
