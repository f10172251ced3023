package catallaxy.agents.market;

import catallaxy.agents.policy.AgentFactory;
import catallaxy.agents.policy.HoldAgent;
import catallaxy.agents.policy.MarketAgents;
import catallaxy.agents.policy.PolicySpec;
import catallaxy.agents.policy.RandomAgent;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.MarketSpec;
import catallaxy.environment.market.engine.Endowment;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.exchange.ExchangeSpec;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.population.BookProviderSpec;
import catallaxy.environment.market.population.Group;
import catallaxy.environment.market.population.GroupSpec;
import catallaxy.environment.market.role.RoleSpec;
import catallaxy.environment.market.role.SeatSpec;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.environment.market.world.DiffusionSpec;
import catallaxy.environment.market.world.WorldSpec;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Two minutes of one book, in which ETH moves and others trade: {@code fast} decides every 10 s, {@code slow} every 20 s, both from
 * the beginning, and {@code late} every 20 s from 5 s on.
 */
final class TradedMarket {
    static final long SECOND = 1_000_000_000L;
    static final int ETH = 0;
    static final int USDC = 1;

    private TradedMarket() {}

    /** Everybody holds. */
    static MarketAgents holding() {
        PolicySpec hold = new HoldAgent.Config();
        return agents(Map.of("fast", hold, "slow", hold, "late", hold));
    }

    /** Everybody trades by chance. */
    static MarketAgents trading() {
        PolicySpec random = new RandomAgent.Config();
        return agents(Map.of("fast", random, "slow", random, "late", random));
    }

    private static MarketAgents agents(Map<String, PolicySpec> policies) {
        return new MarketAgents(spec(), policies, new AgentFactory(TradedMarket.class.getClassLoader()));
    }

    private static MarketSpec spec() {
        EngineSpec engine = new EngineSpec(
                List.of(new AssetSpec("ETH", 18), new AssetSpec("USDC", 6)),
                USDC,
                List.of(),
                List.of(new ExchangeSpec("spot", 100, 400, 5_000_000, 0.1, 2, 600 * SECOND)),
                List.of(new VenueSpec.Book("eth-spot", 0, ETH, USDC, 100_000_000_000_000L, 1)),
                List.of(),
                WorldSpec.independent(5 * SECOND, List.of(new DiffusionSpec("ETH", 2000, 0, 0.9))));
        GroupSpec ladder = new BookProviderSpec(new Group("ladder", List.of(0), 5e6), 5, 2, 2, 20_000, 10 * SECOND);
        return new MarketSpec(
                "traded",
                120 * SECOND,
                engine,
                List.of(ladder),
                List.of(seat("fast", 10, 0), seat("slow", 20, 0), seat("late", 20, 5)));
    }

    private static SeatSpec seat(String id, long cadenceSeconds, long firstSeconds) {
        RoleSpec role = new RoleSpec.Trader(List.of(0), 5_000, 0.01);
        List<Endowment> endowments =
                List.of(new Endowment(0, ETH, units("10", 18)), new Endowment(0, USDC, units("20000", 6)));
        return new SeatSpec(id, role, cadenceSeconds * SECOND, firstSeconds * SECOND, 0, endowments);
    }

    private static UInt256 units(String whole, int decimals) {
        return UInt256.of(new BigDecimal(whole).movePointRight(decimals).toBigIntegerExact());
    }
}
