package catallaxy.environment.market.venue.uniswapv3;

import static catallaxy.environment.market.trading.SmallMarket.ETH;
import static catallaxy.environment.market.trading.SmallMarket.HOUR;
import static catallaxy.environment.market.trading.SmallMarket.MAIN;
import static catallaxy.environment.market.trading.SmallMarket.USDC;
import static catallaxy.environment.market.trading.SmallMarket.units;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.node.KnownSender;
import catallaxy.environment.market.node.NodeReplay;
import catallaxy.environment.market.node.NodeTrader;
import catallaxy.environment.market.node.NodeTrader.Moved;
import catallaxy.environment.market.population.GroupSpec;
import catallaxy.environment.market.population.Town;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.trading.SmallMarket;
import catallaxy.environment.market.venue.concentrated.RangeStart;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a population does at a simulated pool in a day is done again at the deployed contracts of a real node, and every amount is the
 * same. Skipped, saying so, without Node.js.
 */
@Tag("long")
final class V3NodeReplayTest {
    private static final long DAY = 24 * HOUR;
    private static final int RANGES = 4;
    private static final int FEE_PIPS = 3_000;
    private static final int TICK_SPACING = 60;
    private static final String FACTORY =
            "@uniswap/v3-core/artifacts/contracts/UniswapV3Factory.sol/UniswapV3Factory.json";

    @Test
    void aDayOfAPoolWithRangesIsThatOfTheDeployedPool() {
        try (NodeReplay replay = NodeReplay.start("PoolTrader", "@uniswap/v3-core@1.0.1")) {
            UInt256 base = units(2_000, 18);
            UInt256 quote = units(4e6, 6);
            UniswapV3Spec spec =
                    new UniswapV3Spec("ranges", MAIN, ETH, USDC, base, quote, FEE_PIPS, TICK_SPACING, 0, 0, 0, 1);
            SmallMarket scenario = new SmallMarket().volatility(1.5).venue(spec);
            Town town =
                    new Town(scenario, 5, NodeReplay.traders(List.of(RANGES)).toArray(GroupSpec[]::new));
            Provider provider = new Provider(town.market, replay);
            open(replay.trader(), RangeStart.of(base, quote, 0, TICK_SPACING), base, quote);
            town.market.observe(event -> note(replay, provider, event));
            for (long time = 0; time < DAY; time += HOUR / 4) {
                town.runUntil(time);
                provider.act();
            }
            town.runUntil(DAY);
            end(replay, town.market);
            replay.compare(500);
        }
    }

    private static void open(NodeTrader trader, RangeStart start, UInt256 base, UInt256 quote) {
        BigInteger factory = trader.deploy(FACTORY);
        String open = trader.operation("openPool(address,uint24,uint160)", factory, FEE_PIPS, start.sqrtPriceX96());
        String mint = trader.operation(
                "poolMint(int24,int24,uint128)", start.lower(), start.upper(), start.liquidity(base, quote));
        trader.at(0, List.of(open, mint));
    }

    private static V3Pool pool(MarketEngine market) {
        return V3Pool.load(new StateReader(market.contractState(RANGES)));
    }

    private static void note(NodeReplay replay, Provider provider, MarketEvent event) {
        if (event instanceof MarketEvent.PoolSwapped swap && swap.venue() == RANGES) {
            replay.add(
                    event.timeNanos(),
                    replay.trader().operation("poolSwap(bool,uint256)", swap.zeroForOne(), swap.amountIn()),
                    Moved.of(swap.amountIn(), swap.amountOut(), NodeReplay.flag(swap.zeroForOne())));
        } else {
            provider.note(event);
        }
    }

    private static void end(NodeReplay replay, MarketEngine market) {
        V3Pool pool = pool(market);
        replay.add(
                DAY,
                replay.trader().operation("poolState()"),
                Moved.of(pool.sqrtPriceX96(), NodeTrader.signed(pool.tick()), pool.liquidity()),
                Moved.of(pool.income().feeGrowth0X128(), pool.income().feeGrowth1X128()),
                Moved.of(
                        market.ledger().balance(pool.account(), ETH),
                        market.ledger().balance(pool.account(), USDC)));
    }

    /** One who provides ranges around the price, and takes them out again. */
    private static final class Provider {
        private final MarketEngine market;
        private final NodeReplay replay;
        private final KnownSender sender;
        private final RandomStream random = RandomStream.of(11, "provider");
        private final List<Range> held = new ArrayList<>();
        private MarketEvent.@Nullable LiquidityChanged changed;

        private record Range(int lower, int upper, UInt256 liquidity) {}

        Provider(MarketEngine market, NodeReplay replay) {
            this.market = market;
            this.replay = replay;
            this.sender = new KnownSender(market, MAIN, "provider");
        }

        void act() {
            if (held.isEmpty() || random.nextBoolean(0.5)) {
                int tick = pool(market).tick() / TICK_SPACING * TICK_SPACING;
                int lower = tick - TICK_SPACING * random.nextInt(20);
                int upper = lower + TICK_SPACING * (1 + random.nextInt(20));
                Amount most = Amount.of(units(1 + random.nextInt(200), 18));
                Amount mostQuote = Amount.of(units(3_000 * (1 + random.nextInt(200)), 6));
                sender.send(new MintPosition(RANGES, lower, upper, most, mostQuote, UInt256.ZERO, UInt256.ZERO));
            } else {
                Range range = held.remove(random.nextInt(held.size()));
                Call burn = new BurnPosition(
                        RANGES, range.lower(), range.upper(), range.liquidity(), UInt256.ZERO, UInt256.ZERO);
                sender.send(new Call.Batch(List.of(burn, CollectPosition.all(RANGES, range.lower(), range.upper()))));
            }
        }

        void note(MarketEvent event) {
            if (event instanceof MarketEvent.LiquidityChanged change && change.venue() == RANGES) {
                changed = change;
            }
            sender.succeeded(event).ifPresent(call -> executed(event.timeNanos(), call));
        }

        private void executed(long timeNanos, Call call) {
            MarketEvent.LiquidityChanged change = Objects.requireNonNull(changed);
            Moved moved = Moved.of(change.amount0(), change.amount1(), change.shares());
            NodeTrader trader = replay.trader();
            if (call instanceof MintPosition mint) {
                held.add(new Range(mint.tickLower(), mint.tickUpper(), change.shares()));
                String operation = trader.operation(
                        "poolMint(int24,int24,uint128)", mint.tickLower(), mint.tickUpper(), change.shares());
                replay.add(timeNanos, operation, moved);
            } else if (call instanceof Call.Batch batch && batch.calls().getFirst() instanceof BurnPosition burn) {
                String operation = trader.operation(
                        "poolBurn(int24,int24,uint128)", burn.tickLower(), burn.tickUpper(), burn.liquidity());
                replay.add(timeNanos, operation, moved);
                // What it collects is told by what is left in the pool.
                replay.add(timeNanos, trader.operation("poolCollect(int24,int24)", burn.tickLower(), burn.tickUpper()));
            }
        }
    }
}
