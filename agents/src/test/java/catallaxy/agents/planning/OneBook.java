package catallaxy.agents.planning;

import catallaxy.agents.AgentContext;
import catallaxy.environment.api.Action;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.MarketEnvironment;
import catallaxy.environment.market.MarketSpec;
import catallaxy.environment.market.engine.Endowment;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.exchange.ExchangeSpec;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.population.BookProviderSpec;
import catallaxy.environment.market.population.Group;
import catallaxy.environment.market.role.RoleSpec;
import catallaxy.environment.market.role.SeatSpec;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.environment.market.world.DiffusionSpec;
import catallaxy.environment.market.world.WorldSpec;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Ten minutes of a book whose ladder follows a price that moves some 3 % a minute up or down, and one trader, {@code seer}, who decides every
 * 10 s. Nothing tells where the price goes: whoever buys or sells loses the fee and half the spread on average.
 */
final class OneBook {
    static final long SECOND = 1_000_000_000L;
    static final String SEER = "seer";
    private static final double STAKE = 5_000;

    private OneBook() {}

    static MarketSpec spec() {
        EngineSpec engine = new EngineSpec(
                List.of(new AssetSpec("ETH", 18), new AssetSpec("USDC", 6)),
                1,
                List.of(),
                List.of(new ExchangeSpec("spot", 100, 400, 5_000_000, 0, 2, 600 * SECOND)),
                List.of(new VenueSpec.Book("eth-spot", 0, 0, 1, 100_000_000_000_000L, 1)),
                List.of(),
                WorldSpec.independent(5 * SECOND, List.of(new DiffusionSpec("ETH", 2000, 0, 20))));
        RoleSpec role = new RoleSpec.Trader(List.of(0), STAKE, 0.01);
        List<Endowment> wealth =
                List.of(new Endowment(0, 0, units("100", 18)), new Endowment(0, 1, units("200000", 6)));
        return new MarketSpec(
                "one-book",
                600 * SECOND,
                engine,
                List.of(new BookProviderSpec(new Group("ladder", List.of(0), 5e6), 5, 2, 2, 20_000, SECOND)),
                List.of(new SeatSpec(SEER, role, 10 * SECOND, 5 * SECOND, 0, wealth)));
    }

    private static UInt256 units(String whole, int decimals) {
        return UInt256.of(new BigDecimal(whole).movePointRight(decimals).toBigIntegerExact());
    }

    /** To buy, or to sell. */
    static final Proposing EITHER_WAY =
            seen -> List.of(new Proposal(Action.of(STAKE), 1), new Proposal(Action.of(-STAKE), 1));

    static AgentContext context(long seed) {
        MarketSpec spec = spec();
        MarketEnvironment like = new MarketEnvironment(spec);
        return new AgentContext(
                SEER,
                spec,
                spec.agents().getFirst(),
                like.observationSpec(SEER),
                like.actionSpec(SEER),
                seed,
                Map.of());
    }
}
