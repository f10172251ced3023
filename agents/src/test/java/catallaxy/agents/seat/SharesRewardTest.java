package catallaxy.agents.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.Action;
import catallaxy.environment.api.AgentStep;
import catallaxy.environment.api.EnvironmentStep;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.MarketEnvironment;
import catallaxy.environment.market.MarketSpec;
import catallaxy.environment.market.chain.ChainSpec;
import catallaxy.environment.market.engine.Endowment;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.population.FundamentalSpec;
import catallaxy.environment.market.population.Group;
import catallaxy.environment.market.population.GroupSpec;
import catallaxy.environment.market.population.TradeSize;
import catallaxy.environment.market.role.RoleSpec;
import catallaxy.environment.market.role.SeatSpec;
import catallaxy.environment.market.venue.uniswapv2.UniswapV2Spec;
import catallaxy.environment.market.world.DiffusionSpec;
import catallaxy.environment.market.world.WorldSpec;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a deposit is rewarded: on the basis of trades by its fees less its loss versus rebalancing, and by what it cost. */
class SharesRewardTest {
    private static final int ETH = 0;
    private static final int USDC = 1;
    private static final long SECOND = 1_000_000_000L;
    private static final String POOL = "eth-pool";

    private static UInt256 units(double whole, int decimals) {
        return UInt256.of(BigDecimal.valueOf(whole).movePointRight(decimals).toBigInteger());
    }

    private static MarketSpec spec() {
        ChainSpec rollup = new ChainSpec(
                "rollup",
                ChainSpec.Kind.ROLLUP,
                new ChainSpec.Blocks(ChainSpec.Ordering.FIRST_COME, 2 * SECOND),
                new ChainSpec.GasMarket(
                        30_000_000, 2, 8, 1_000_000, ETH, new ChainSpec.BlockspaceDemand(0.5, 0, 0, 1_000_000)),
                new ChainSpec.MempoolRule(200_000_000, 0, 10_000));
        EngineSpec engine = new EngineSpec(
                List.of(new AssetSpec("ETH", 18), new AssetSpec("USDC", 6)),
                USDC,
                List.of(rollup),
                List.of(),
                List.of(new UniswapV2Spec(POOL, 0, ETH, USDC, units(500, 18), units(1e6, 6), false)),
                List.of(),
                WorldSpec.independent(10 * SECOND, List.of(new DiffusionSpec("ETH", 2_000, 0, 2))));
        GroupSpec informed = new FundamentalSpec(new Group("informed", List.of(0), 1e8), 240, new TradeSize(1e7, 0), 0);
        SeatSpec seat = new SeatSpec(
                "provider",
                new RoleSpec.LiquidityProvider(List.of(0), List.of(), 10, 0.01, 3_600 * SECOND),
                60 * SECOND,
                60 * SECOND,
                0,
                List.of(new Endowment(0, ETH, units(60, 18)), new Endowment(0, USDC, units(100_000, 6))));
        return new MarketSpec("provided", 86_400 * SECOND, engine, List.of(informed), List.of(seat));
    }

    /** A run with one target; sums of what two bases reward, and of what the role observes of the pool. */
    private record Day(double trades, double overHolding, double overRebalancing, double position, double costs) {
        static Day of(double target, long seed) {
            MarketEnvironment market = new MarketEnvironment(spec());
            EnvironmentStep step = market.reset(seed);
            RewardMeter trades = meter(SeatSettings.Basis.TRADES, market);
            RewardMeter holding = meter(SeatSettings.Basis.OVER_HOLDING, market);
            double[] sums = new double[2];
            AgentStep latest = step.due().getFirst();
            while (!step.finished()) {
                Map<String, Action> actions = new TreeMap<>();
                boolean still = latest.observation().value("provided." + POOL) > 0.9 * target;
                actions.put("provider", still ? Action.HOLD : Action.of(target));
                step = market.step(actions);
                latest = step.due().getFirst();
                sums[0] += trades.next(market.market(), latest);
                sums[1] += holding.next(market.market(), latest);
            }
            return new Day(
                    sums[0],
                    sums[1],
                    latest.observation().value("over_rebalancing." + POOL),
                    latest.observation().value("position." + POOL),
                    market.market()
                            .view()
                            .dealings(market.market().seat(0).participant())
                            .costsQuote());
        }

        private static RewardMeter meter(SeatSettings.Basis basis, MarketEnvironment market) {
            return new RewardMeter(
                    new SeatSettings.Reward(1, basis, new SeatSettings.Risk.Neutral(), 0, 0), market.market(), 0);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aDepositIsNoLossAndWhatItThenEarnsIsItsGainOverRebalancing(long seed) {
        Day day = Day.of(0.9, seed);
        assertThat(day.position()).isGreaterThan(100_000);
        double gain = day.overRebalancing() - day.costs();
        assertThat(day.trades()).isCloseTo(gain, within(0.0015 * day.position()));
        assertThat(Math.abs(day.trades())).isLessThan(0.005 * day.position());
    }

    @Test
    void whoHoldsEarnsNothingOnEitherBasis() {
        Day day = Day.of(0, 1);
        assertThat(day.trades()).isZero();
        assertThat(day.overHolding()).isCloseTo(0, within(1e-6));
    }
}
