package catallaxy.environment.market;

import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.engine.TestMarket;
import catallaxy.environment.market.population.BookProviderSpec;
import catallaxy.environment.market.population.FundamentalSpec;
import catallaxy.environment.market.population.Group;
import catallaxy.environment.market.population.GroupSpec;
import catallaxy.environment.market.population.MomentumSpec;
import catallaxy.environment.market.population.NoiseSpec;
import catallaxy.environment.market.population.PoolProviderSpec;
import catallaxy.environment.market.population.TradeSize;
import catallaxy.environment.market.role.RoleSpec;
import catallaxy.environment.market.role.SeatSpec;
import catallaxy.environment.market.world.ShockSpec;
import catallaxy.environment.market.world.WorldSpec;
import java.util.ArrayList;
import java.util.List;

/** The {@link TestMarket} with a background population of every kind and an agent in every role. */
final class FullMarket {
    private static final long SECOND = 1_000_000_000L;

    private FullMarket() {}

    static MarketSpec spec(long seconds) {
        return new MarketSpec("full", seconds * SECOND, TestMarket.spec(0.9, 0.1), population(), agents());
    }

    private static List<GroupSpec> population() {
        TradeSize size = new TradeSize(2000, 1);
        return List.of(
                new BookProviderSpec(new Group("ladder", List.of(0, 1), 5e6), 5, 2, 2, 20_000, 30 * SECOND),
                new NoiseSpec(new Group("noise", List.of(0, 1, 2, 3), 5e6), 600, size, 0.5, 5, 300 * SECOND),
                new MomentumSpec(new Group("momentum", List.of(0, 2), 2e6), 60, size, 600 * SECOND, 5),
                new FundamentalSpec(new Group("fundamental", List.of(0, 1, 2, 3), 5e6), 120, size, 10),
                new PoolProviderSpec(new Group("liquidity", List.of(2, 3), 3e6), 20, size, 0.4, 0.5));
    }

    private static List<SeatSpec> agents() {
        return List.of(
                agent("maker", new RoleSpec.MarketMaker(0, 10, 1, 50, 0.1, 600 * SECOND), 5, 1),
                agent(
                        "fund",
                        new RoleSpec.Portfolio(
                                List.of(new RoleSpec.Sleeve(0, 0, 2), new RoleSpec.Sleeve(1, 0, 3)),
                                List.of(0),
                                100,
                                0.01),
                        600,
                        60),
                agent(
                        "arb",
                        new RoleSpec.Arbitrage(
                                List.of(new RoleSpec.Route(0, 2), new RoleSpec.Route(2, 3)),
                                50_000,
                                0.01,
                                0.3,
                                List.of(0)),
                        12,
                        2),
                agent("risk", new RoleSpec.Risk(List.of(0, 1, 2)), 60, 60),
                agent("mine", new RoleSpec.Trader(List.of(0, 2), 5_000, 0.01), 30, 7));
    }

    private static SeatSpec agent(String id, RoleSpec role, long cadenceSeconds, long firstSeconds) {
        return new SeatSpec(id, role, cadenceSeconds * SECOND, firstSeconds * SECOND, 0, TestMarket.plenty());
    }

    /** The same scenario with a crash of the first asset from a given time on. */
    static MarketSpec withShock(MarketSpec spec, long atNanos) {
        EngineSpec engine = spec.engine();
        WorldSpec world = engine.world();
        List<ShockSpec> shocks = new ArrayList<>(world.shocks());
        shocks.add(new ShockSpec(atNanos, "ETH", -0.2, 300 * SECOND));
        WorldSpec shocked = new WorldSpec(
                world.stepNanos(),
                world.assets(),
                world.correlation(),
                world.regimes(),
                world.commonJumpsPerYear(),
                shocks,
                world.replayClock());
        return new MarketSpec(
                spec.name(),
                spec.durationNanos(),
                new EngineSpec(
                        engine.assets(),
                        engine.quoteAsset(),
                        engine.chains(),
                        engine.exchanges(),
                        engine.venues(),
                        engine.bridges(),
                        shocked),
                spec.population(),
                spec.agents());
    }
}
