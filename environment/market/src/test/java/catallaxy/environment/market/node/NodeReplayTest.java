package catallaxy.environment.market.node;

import static catallaxy.environment.market.trading.SmallMarket.ETH;
import static catallaxy.environment.market.trading.SmallMarket.HOUR;
import static catallaxy.environment.market.trading.SmallMarket.MAIN;
import static catallaxy.environment.market.trading.SmallMarket.POOL_A;
import static catallaxy.environment.market.trading.SmallMarket.SECOND;
import static catallaxy.environment.market.trading.SmallMarket.USDC;
import static catallaxy.environment.market.trading.SmallMarket.units;
import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.node.NodeTrader.Moved;
import catallaxy.environment.market.population.FundamentalSpec;
import catallaxy.environment.market.population.Group;
import catallaxy.environment.market.population.GroupSpec;
import catallaxy.environment.market.population.NoiseSpec;
import catallaxy.environment.market.population.PoolProviderSpec;
import catallaxy.environment.market.population.Town;
import catallaxy.environment.market.population.TradeSize;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.trading.Gas;
import catallaxy.environment.market.trading.SmallMarket;
import catallaxy.environment.market.venue.concentrated.RangeStart;
import catallaxy.environment.market.venue.uniswapv2.V2Pair;
import catallaxy.environment.market.venue.uniswapv3.BurnPosition;
import catallaxy.environment.market.venue.uniswapv3.CollectPosition;
import catallaxy.environment.market.venue.uniswapv3.MintPosition;
import catallaxy.environment.market.venue.uniswapv3.UniswapV3Spec;
import catallaxy.environment.market.venue.uniswapv3.V3Pool;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a population does at a simulated pool in a day is done again at the deployed contracts of a real node, and every amount is the
 * same. Skipped, saying so, without Node.js.
 */
@Tag("long")
final class NodeReplayTest {
    private static final long DAY = 24 * HOUR;
    private static final int RANGES = 4;
    private static final int FEE_PIPS = 3_000;
    private static final int TICK_SPACING = 60;
    private static final String V2 = "@uniswap/v2-core/build/";
    private static final String ROUTER = "@uniswap/v2-periphery/build/UniswapV2Router02.json";
    private static final String V3_FACTORY =
            "@uniswap/v3-core/artifacts/contracts/UniswapV3Factory.sol/UniswapV3Factory.json";

    /** An operation and what it moved in the simulator; none of it where that is not told. */
    private record Done(long seconds, String operation, List<Moved> moved) {
        Done(long seconds, String operation, UInt256 a, UInt256 b, UInt256 c) {
            this(seconds, operation, List.of(new Moved(a, b, c)));
        }
    }

    private static List<GroupSpec> traders(int venue) {
        TradeSize size = new TradeSize(20_000, 1.5);
        return List.of(
                new NoiseSpec(new Group("noise", List.of(venue), 1e8), 40, size, 0, 0, 60 * SECOND),
                new FundamentalSpec(new Group("informed", List.of(venue), 1e8), 60, size, 0));
    }

    private static BigInteger number(UInt256 value) {
        return value.toBigInteger();
    }

    private static BigInteger number(long value) {
        return BigInteger.valueOf(value);
    }

    private static UInt256 flag(boolean value) {
        return value ? UInt256.ONE : UInt256.ZERO;
    }

    /** Does all of it on the node, a block of the simulator in a block of the node. */
    private static void replay(NodeTrader trader, List<Done> all) {
        for (int i = 0; i < all.size(); ) {
            int from = i;
            while (i < all.size() && all.get(i).seconds() == all.get(from).seconds()) {
                i++;
            }
            List<Done> block = all.subList(from, i);
            List<Moved> moved = trader.at(
                    block.getFirst().seconds(),
                    block.stream().map(Done::operation).toList());
            List<Moved> expected =
                    block.stream().flatMap(each -> each.moved().stream()).toList();
            assertThat(moved).as("at %s s", block.getFirst().seconds()).isEqualTo(expected);
        }
    }

    @Test
    void aDayOfAConstantProductPoolIsThatOfTheDeployedPair() {
        try (NodeTrader trader = NodeTrader.start()) {
            List<GroupSpec> groups = new ArrayList<>(traders(POOL_A));
            groups.add(new PoolProviderSpec(
                    new Group("providers", List.of(POOL_A), 1e8), 6, new TradeSize(50_000, 1), 0.5, 0.3));
            Town town = new Town(new SmallMarket().volatility(0.8), 7, groups.toArray(GroupSpec[]::new));
            BigInteger factory = trader.deploy(V2 + "UniswapV2Factory.json", trader.address());
            BigInteger router = trader.deploy(ROUTER, factory, factory);
            V2Pair founded = pair(town.market);
            trader.at(-12, List.of(trader.operation("openPair(address,address)", factory, router)));
            trader.at(
                    0,
                    List.of(trader.operation(
                            "pairAdd(uint256,uint256)", number(founded.reserve0()), number(founded.reserve1()))));
            List<Done> all = new ArrayList<>();
            town.market.observe(event -> ofPair(trader, event, all));
            town.runUntil(DAY);
            assertThat(all).hasSizeGreaterThan(500);
            all.add(endOfPair(trader, town.market));
            replay(trader, all);
        }
    }

    private static V2Pair pair(MarketEngine market) {
        return V2Pair.load(new StateReader(market.contractState(POOL_A)));
    }

    private static void ofPair(NodeTrader trader, MarketEvent event, List<Done> all) {
        long seconds = event.timeNanos() / SECOND;
        if (event instanceof MarketEvent.PoolSwapped swap && swap.venue() == POOL_A) {
            String operation = trader.operation(
                    "pairSwap(bool,uint256)", number(swap.zeroForOne() ? 1 : 0), number(swap.amountIn()));
            all.add(new Done(seconds, operation, swap.amountIn(), swap.amountOut(), flag(swap.zeroForOne())));
        } else if (event instanceof MarketEvent.LiquidityChanged change && change.venue() == POOL_A) {
            String operation = change.added()
                    ? trader.operation("pairAdd(uint256,uint256)", number(change.amount0()), number(change.amount1()))
                    : trader.operation("pairRemove(uint256)", number(change.shares()));
            all.add(new Done(seconds, operation, change.amount0(), change.amount1(), change.shares()));
        }
    }

    private static Done endOfPair(NodeTrader trader, MarketEngine market) {
        V2Pair pair = pair(market);
        UInt256 shares = market.liquidity(POOL_A).totalShares();
        return new Done(
                DAY / SECOND,
                trader.operation("pairState()"),
                List.of(
                        new Moved(pair.reserve0(), pair.reserve1(), shares),
                        new Moved(pair.price0Cumulative(), pair.price1Cumulative(), UInt256.ZERO),
                        new Moved(pair.reserve0(), pair.reserve1(), UInt256.ZERO)));
    }

    /** One who provides ranges around the price, and takes them out again. */
    private static final class Provider {
        private final MarketEngine market;
        private final NodeTrader trader;
        private final int participant;
        private final RandomStream random = RandomStream.of(11, "provider");
        private final Deque<Range> under = new ArrayDeque<>();
        private final List<Range> held = new ArrayList<>();

        private record Range(int lower, int upper, UInt256 liquidity) {}

        Provider(MarketEngine market, NodeTrader trader) {
            this.market = market;
            this.trader = trader;
            this.participant = market.openParticipant("provider", SmallMarket.everywhere(1e9, 1e6));
        }

        void act() {
            if (held.isEmpty() || random.nextBoolean(0.5)) {
                int tick = pool(market).tick() / TICK_SPACING * TICK_SPACING;
                int lower = tick - TICK_SPACING * random.nextInt(20);
                int upper = lower + TICK_SPACING * (1 + random.nextInt(20));
                Amount most = Amount.of(units(1 + random.nextInt(200), 18));
                Amount mostQuote = Amount.of(units(3_000 * (1 + random.nextInt(200)), 6));
                send(
                        new MintPosition(RANGES, lower, upper, most, mostQuote, UInt256.ZERO, UInt256.ZERO),
                        new Range(lower, upper, UInt256.ZERO));
            } else {
                Range range = held.remove(random.nextInt(held.size()));
                Call burn = new BurnPosition(
                        RANGES, range.lower(), range.upper(), range.liquidity(), UInt256.ZERO, UInt256.ZERO);
                send(new Call.Batch(List.of(burn, CollectPosition.all(RANGES, range.lower(), range.upper()))), range);
            }
        }

        private void send(Call call, Range range) {
            assertThat(Gas.send(market, market.gateway(participant), MAIN, call, 100))
                    .isTrue();
            under.add(range);
        }

        /** Its transactions are executed in the order in which they were sent. */
        void changed(MarketEvent.LiquidityChanged change, List<Done> all) {
            Range range = under.remove();
            long seconds = change.timeNanos() / SECOND;
            BigInteger[] words = {number(range.lower()), number(range.upper()), number(change.shares())};
            String name = change.added() ? "poolMint" : "poolBurn";
            all.add(new Done(
                    seconds,
                    trader.operation(name + "(int24,int24,uint128)", words),
                    change.amount0(),
                    change.amount1(),
                    change.shares()));
            if (change.added()) {
                held.add(new Range(range.lower(), range.upper(), change.shares()));
            } else {
                collected(seconds, range, all);
            }
        }

        void reverted(int sender) {
            if (sender == participant) {
                under.remove();
            }
        }

        /** What it gets is told by what is left in the pool. */
        private void collected(long seconds, Range range, List<Done> all) {
            String collect = trader.operation("poolCollect(int24,int24)", number(range.lower()), number(range.upper()));
            all.add(new Done(seconds, collect, List.of()));
        }
    }

    private static V3Pool pool(MarketEngine market) {
        return V3Pool.load(new StateReader(market.contractState(RANGES)));
    }

    @Test
    void aDayOfAPoolWithRangesIsThatOfTheDeployedPool() {
        try (NodeTrader trader = NodeTrader.start()) {
            UInt256 base = units(2_000, 18);
            UInt256 quote = units(4e6, 6);
            UniswapV3Spec spec =
                    new UniswapV3Spec("ranges", MAIN, ETH, USDC, base, quote, FEE_PIPS, TICK_SPACING, 0, 0, 0, 1);
            SmallMarket scenario = new SmallMarket().volatility(1.5).venue(spec);
            Town town = new Town(scenario, 5, traders(RANGES).toArray(GroupSpec[]::new));
            Provider provider = new Provider(town.market, trader);
            open(trader, RangeStart.of(base, quote, 0, TICK_SPACING), base, quote);
            List<Done> all = new ArrayList<>();
            town.market.observe(event -> ofPool(trader, provider, event, all));
            for (long time = 0; time < DAY; time += HOUR / 4) {
                town.runUntil(time);
                provider.act();
            }
            town.runUntil(DAY);
            assertThat(all).hasSizeGreaterThan(500);
            all.add(endOfPool(trader, town.market));
            replay(trader, all);
        }
    }

    private static void open(NodeTrader trader, RangeStart start, UInt256 base, UInt256 quote) {
        BigInteger factory = trader.deploy(V3_FACTORY);
        String open = trader.operation(
                "openPool(address,uint24,uint160)", factory, number(FEE_PIPS), number(start.sqrtPriceX96()));
        BigInteger liquidity = number(start.liquidity(base, quote));
        String mint = trader.operation(
                "poolMint(int24,int24,uint128)", number(start.lower()), number(start.upper()), liquidity);
        trader.at(0, List.of(open, mint));
    }

    private static void ofPool(NodeTrader trader, Provider provider, MarketEvent event, List<Done> all) {
        if (event instanceof MarketEvent.PoolSwapped swap && swap.venue() == RANGES) {
            String operation = trader.operation(
                    "poolSwap(bool,uint256)", number(swap.zeroForOne() ? 1 : 0), number(swap.amountIn()));
            all.add(new Done(
                    event.timeNanos() / SECOND, operation, swap.amountIn(), swap.amountOut(), flag(swap.zeroForOne())));
        } else if (event instanceof MarketEvent.LiquidityChanged change && change.venue() == RANGES) {
            provider.changed(change, all);
        } else if (event instanceof MarketEvent.TransactionExecuted executed && !executed.succeeded()) {
            provider.reverted(executed.participant());
        }
    }

    private static Done endOfPool(NodeTrader trader, MarketEngine market) {
        V3Pool pool = pool(market);
        UInt256 tick = UInt256.of(BigInteger.valueOf(pool.tick()).mod(BigInteger.ONE.shiftLeft(256)));
        return new Done(
                DAY / SECOND,
                trader.operation("poolState()"),
                List.of(
                        new Moved(pool.sqrtPriceX96(), tick, pool.liquidity()),
                        new Moved(pool.income().feeGrowth0X128(), pool.income().feeGrowth1X128(), UInt256.ZERO),
                        new Moved(
                                market.ledger().balance(pool.account(), ETH),
                                market.ledger().balance(pool.account(), USDC),
                                UInt256.ZERO)));
    }
}
