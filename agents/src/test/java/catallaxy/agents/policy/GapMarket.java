package catallaxy.agents.policy;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.MarketSpec;
import catallaxy.environment.market.chain.ChainSpec;
import catallaxy.environment.market.engine.Endowment;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.population.Group;
import catallaxy.environment.market.population.NoiseSpec;
import catallaxy.environment.market.population.TradeSize;
import catallaxy.environment.market.role.RoleSpec;
import catallaxy.environment.market.role.SeatSpec;
import catallaxy.environment.market.venue.uniswapv2.UniswapV2Spec;
import catallaxy.environment.market.world.DiffusionSpec;
import catallaxy.environment.market.world.WorldSpec;
import java.math.BigDecimal;
import java.util.List;

/**
 * Five minutes of three pools of one pair on one chain, which noise pushes apart, and two arbitrageurs who bring them together again:
 * {@code mine} and {@code rival}, who decide at the same times and may tip eight times the usual.
 */
final class GapMarket {
    static final long SECOND = 1_000_000_000L;
    private static final long GWEI = 1_000_000_000L;

    private GapMarket() {}

    static MarketSpec spec() {
        EngineSpec engine = new EngineSpec(
                List.of(new AssetSpec("ETH", 18), new AssetSpec("USDC", 6)),
                1,
                List.of(chain()),
                List.of(),
                List.of(pool("deep", "1000"), pool("middle", "400"), pool("shallow", "100")),
                List.of(),
                WorldSpec.independent(10 * SECOND, List.of(new DiffusionSpec("ETH", 2000, 0, 0.5))));
        NoiseSpec noise = new NoiseSpec(
                new Group("noise", List.of(0, 1, 2), 5e6), 600, new TradeSize(5_000, 1), 0.5, 5, 300 * SECOND);
        return new MarketSpec("gaps", 300 * SECOND, engine, List.of(noise), List.of(seat("mine"), seat("rival")));
    }

    private static SeatSpec seat(String id) {
        RoleSpec role = new RoleSpec.Arbitrage(
                List.of(new RoleSpec.Route(0, 1), new RoleSpec.Route(1, 2), new RoleSpec.Route(0, 2)),
                50_000,
                0.005,
                0.3,
                List.of(),
                8);
        List<Endowment> wealth = List.of(new Endowment(0, 0, units("10", 18)), new Endowment(0, 1, units("100000", 6)));
        return new SeatSpec(id, role, 4 * SECOND, 2 * SECOND, 0, wealth);
    }

    private static UniswapV2Spec pool(String id, String ether) {
        UInt256 base = units(ether, 18);
        UInt256 quote = UInt256.of(new BigDecimal(ether)
                .multiply(BigDecimal.valueOf(2000))
                .movePointRight(6)
                .toBigIntegerExact());
        return new UniswapV2Spec(id, 0, 0, 1, base, quote, false);
    }

    private static UInt256 units(String whole, int decimals) {
        return UInt256.of(new BigDecimal(whole).movePointRight(decimals).toBigIntegerExact());
    }

    private static ChainSpec chain() {
        ChainSpec.BlockspaceDemand nobody = new ChainSpec.BlockspaceDemand(0, 0, 0, GWEI);
        return new ChainSpec(
                "home",
                ChainSpec.Kind.L1,
                new ChainSpec.Blocks(ChainSpec.Ordering.PRIORITY_FEE, 4 * SECOND),
                new ChainSpec.GasMarket(30_000_000, 2, 8, GWEI, 0, nobody),
                new ChainSpec.MempoolRule(SECOND / 10, 0, 100));
    }
}
