package catallaxy.environment.market.venue.uniswapv2;

import static catallaxy.environment.market.trading.SmallMarket.HOUR;
import static catallaxy.environment.market.trading.SmallMarket.POOL_A;
import static catallaxy.environment.market.trading.SmallMarket.SECOND;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.node.NodeReplay;
import catallaxy.environment.market.node.NodeTrader;
import catallaxy.environment.market.node.NodeTrader.Moved;
import catallaxy.environment.market.population.Group;
import catallaxy.environment.market.population.GroupSpec;
import catallaxy.environment.market.population.PoolProviderSpec;
import catallaxy.environment.market.population.Town;
import catallaxy.environment.market.population.TradeSize;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.trading.SmallMarket;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a population does at a simulated pair in a day is done again at the deployed contracts of a real node, and every amount is the
 * same. Skipped, saying so, without Node.js.
 */
@Tag("long")
final class V2NodeReplayTest {
    private static final long DAY = 24 * HOUR;
    private static final String CORE = "@uniswap/v2-core/build/";
    private static final String ROUTER = "@uniswap/v2-periphery/build/UniswapV2Router02.json";

    @Test
    void aDayOfAConstantProductPoolIsThatOfTheDeployedPair() {
        try (NodeReplay replay =
                NodeReplay.start("PairTrader", "@uniswap/v2-core@1.0.1", "@uniswap/v2-periphery@1.1.0-beta.0")) {
            List<GroupSpec> groups = new ArrayList<>(NodeReplay.traders(List.of(POOL_A)));
            groups.add(new PoolProviderSpec(
                    new Group("providers", List.of(POOL_A), 1e8), 6, new TradeSize(50_000, 1), 0.5, 0.3));
            Town town = new Town(new SmallMarket().volatility(0.8), 7, groups.toArray(GroupSpec[]::new));
            open(replay.trader(), pair(town.market));
            town.market.observe(event -> note(replay, event));
            town.runUntil(DAY);
            end(replay, town.market);
            replay.compare(500);
        }
    }

    @Test
    void anAmountThatIsNotTheSameIsSeen() {
        try (NodeReplay replay =
                NodeReplay.start("PairTrader", "@uniswap/v2-core@1.0.1", "@uniswap/v2-periphery@1.1.0-beta.0")) {
            V2Pair pair = pair(new Town(new SmallMarket(), 7).market);
            open(replay.trader(), pair);
            UInt256 in = UInt256.of(1_000_000);
            UInt256 paid = in.timesExact(UInt256.of(997));
            UInt256 out = paid.mulDivFloor(
                    pair.reserve0(),
                    pair.reserve1().timesExact(UInt256.of(1_000)).plusExact(paid));
            String swap = replay.trader().operation("pairSwap(bool,uint256)", false, in);
            replay.add(SECOND, swap, Moved.of(in, out));
            // The price has moved: the same amount gives less.
            replay.add(12 * SECOND, swap, Moved.of(in, out));
            assertThatThrownBy(() -> replay.compare(1))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("at 12 s");
        }
    }

    private static void open(NodeTrader trader, V2Pair founded) {
        BigInteger factory = trader.deploy(CORE + "UniswapV2Factory.json", trader.address());
        BigInteger router = trader.deploy(ROUTER, factory, factory);
        trader.at(-12, List.of(trader.operation("openPair(address,address)", factory, router)));
        String add = trader.operation("pairAdd(uint256,uint256)", founded.reserve0(), founded.reserve1());
        trader.at(0, List.of(add));
    }

    private static V2Pair pair(MarketEngine market) {
        return V2Pair.load(new StateReader(market.contractState(POOL_A)));
    }

    private static void note(NodeReplay replay, MarketEvent event) {
        NodeTrader trader = replay.trader();
        if (event instanceof MarketEvent.PoolSwapped swap && swap.venue() == POOL_A) {
            replay.add(
                    event.timeNanos(),
                    trader.operation("pairSwap(bool,uint256)", swap.zeroForOne(), swap.amountIn()),
                    Moved.of(swap.amountIn(), swap.amountOut(), NodeReplay.flag(swap.zeroForOne())));
        } else if (event instanceof MarketEvent.LiquidityChanged change && change.venue() == POOL_A) {
            String operation = change.added()
                    ? trader.operation("pairAdd(uint256,uint256)", change.amount0(), change.amount1())
                    : trader.operation("pairRemove(uint256)", change.shares());
            replay.add(event.timeNanos(), operation, Moved.of(change.amount0(), change.amount1(), change.shares()));
        }
    }

    private static void end(NodeReplay replay, MarketEngine market) {
        V2Pair pair = pair(market);
        UInt256 shares = market.liquidity(POOL_A).totalShares();
        replay.add(
                DAY,
                replay.trader().operation("pairState()"),
                Moved.of(pair.reserve0(), pair.reserve1(), shares),
                Moved.of(pair.price0Cumulative(), pair.price1Cumulative()),
                Moved.of(pair.reserve0(), pair.reserve1()));
    }
}
