package catallaxy.environment.market.venue.uniswapv4;

import static catallaxy.environment.market.trading.SmallMarket.ETH;
import static catallaxy.environment.market.trading.SmallMarket.HOUR;
import static catallaxy.environment.market.trading.SmallMarket.MAIN;
import static catallaxy.environment.market.trading.SmallMarket.USDC;
import static catallaxy.environment.market.trading.SmallMarket.units;
import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.Int256;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
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
import catallaxy.environment.market.venue.concentrated.TickMath;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a population does at two pools of a simulated manager in a day is done again at the deployed manager on a real node, and every
 * amount is the same; after each operation both are asked for an exact output, too. Skipped, saying so, without Node.js.
 */
@Tag("long")
final class V4NodeReplayTest {
    private static final long DAY = 24 * HOUR;
    private static final int FIRST = 4;
    private static final BigInteger FOUNDER = BigInteger.ZERO;
    private static final BigInteger PROVIDER = BigInteger.ONE;
    private static final UInt256 BASE = units(2_000, 18);
    private static final UInt256 QUOTE = units(4e6, 6);
    private static final String CHANGE = "change(uint24,int24,int24,int24,int256,uint256)";
    private static final String MANAGER = "@uniswap/v4-core/out/PoolManager.sol/PoolManager.json";
    private static final List<UniswapV4Spec> POOLS = List.of(
            new UniswapV4Spec("wide", MAIN, ETH, USDC, BASE, QUOTE, 3_000, 60, 0, 0),
            new UniswapV4Spec("narrow", MAIN, ETH, USDC, BASE, QUOTE, 500, 10, 0, 250));

    @Test
    void aDayOfTwoPoolsIsThatOfTheDeployedManager() {
        try (NodeReplay replay = NodeReplay.start("ManagerTrader", "@uniswap/v4-core@1.0.2")) {
            SmallMarket scenario = new SmallMarket().volatility(1.5);
            POOLS.forEach(scenario::venue);
            GroupSpec[] traders = NodeReplay.traders(List.of(FIRST, FIRST + 1)).toArray(GroupSpec[]::new);
            Town town = new Town(scenario, 5, traders);
            open(replay.trader());
            Day day = new Day(town.market, replay);
            town.market.observe(day::note);
            for (long time = 0; time < DAY; time += HOUR / 8) {
                town.runUntil(time);
                day.act();
            }
            town.runUntil(DAY);
            day.end();
            assertThat(day.seen).containsExactly("DonateToRange", "ProvideRange", "WithdrawRange");
            replay.compare(500);
        }
    }

    private static void open(NodeTrader trader) {
        BigInteger manager = trader.deploy(MANAGER, trader.address());
        List<String> operations = new ArrayList<>(List.of(trader.operation("openManager(address)", manager)));
        for (UniswapV4Spec spec : POOLS) {
            RangeStart start = RangeStart.of(BASE, QUOTE, 0, spec.tickSpacing());
            int fee = V4Fees.packed(spec.protocolPips(), spec.protocolPips());
            operations.add(of(spec, trader, "open(uint24,int24,uint160,uint24)", start.sqrtPriceX96(), fee));
            UInt256 liquidity = start.liquidity(BASE, QUOTE);
            operations.add(of(spec, trader, CHANGE, start.lower(), start.upper(), liquidity, FOUNDER));
        }
        trader.at(0, operations);
    }

    /** An operation at a pool, which is told by fee and tick spacing. */
    private static String of(UniswapV4Spec spec, NodeTrader trader, String signature, Object... further) {
        Object[] arguments = new Object[further.length + 2];
        arguments[0] = spec.feePips();
        arguments[1] = spec.tickSpacing();
        System.arraycopy(further, 0, arguments, 2, further.length);
        return trader.operation(signature, arguments);
    }

    /** A day in the simulator, with one who provides ranges around the price, takes them out again, and gives to others. */
    private static final class Day {
        private final MarketEngine market;
        private final NodeReplay replay;
        private final KnownSender provider;
        private final RandomStream random = RandomStream.of(11, "provider");
        private final List<WithdrawRange> held = new ArrayList<>();
        private final Set<String> seen = new TreeSet<>();
        private MarketEvent.@Nullable LiquidityChanged changed;

        Day(MarketEngine market, NodeReplay replay) {
            this.market = market;
            this.replay = replay;
            this.provider = new KnownSender(market, MAIN, "provider");
        }

        private V4Pool pool(int venue) {
            V4Pools pools = market.offered(venue, V4Pools.class);
            return Objects.requireNonNull(pools.pool(POOLS.get(venue - FIRST).key(V4PoolKey.NO_HOOK)));
        }

        private String of(int venue, String signature, Object... further) {
            return V4NodeReplayTest.of(POOLS.get(venue - FIRST), replay.trader(), signature, further);
        }

        void act() {
            double which = random.nextDouble();
            if (held.isEmpty() || which < 0.4) {
                provide(FIRST + random.nextInt(POOLS.size()));
            } else if (which < 0.75) {
                provider.send(held.remove(random.nextInt(held.size())));
            } else if (which < 0.85) {
                WithdrawRange range = held.get(random.nextInt(held.size()));
                provider.send(withdrawal(range.pool(), range.tickLower(), range.tickUpper(), UInt256.ZERO));
            } else {
                Amount base = Amount.of(units(random.nextInt(3), 18));
                Amount quote = Amount.of(units(random.nextInt(5_000), 6));
                provider.send(new DonateToRange(FIRST + random.nextInt(POOLS.size()), base, quote));
            }
        }

        private void provide(int venue) {
            int spacing = POOLS.get(venue - FIRST).tickSpacing();
            int tick = Math.floorDiv(pool(venue).state().tick(), spacing) * spacing;
            int lower = tick - spacing * random.nextInt(20);
            int upper = lower + spacing * (1 + random.nextInt(20));
            Amount most = Amount.of(units(1 + random.nextInt(200), 18));
            Amount mostQuote = Amount.of(units(3_000 * (1 + random.nextInt(200)), 6));
            provider.send(new ProvideRange(venue, lower, upper, most, mostQuote, UInt256.ZERO, UInt256.ZERO));
        }

        private static WithdrawRange withdrawal(int venue, int lower, int upper, UInt256 liquidity) {
            return new WithdrawRange(venue, lower, upper, liquidity, UInt256.ZERO, UInt256.ZERO);
        }

        void note(MarketEvent event) {
            if (event instanceof MarketEvent.PoolSwapped swap && swap.venue() >= FIRST) {
                String operation =
                        of(swap.venue(), "swap(uint24,int24,bool,uint256)", swap.zeroForOne(), swap.amountIn());
                Moved moved = Moved.of(swap.amountIn(), swap.amountOut(), NodeReplay.flag(swap.zeroForOne()));
                done(event.timeNanos(), swap.venue(), operation, moved);
            } else if (event instanceof MarketEvent.LiquidityChanged change && change.venue() >= FIRST) {
                changed = change;
            } else {
                provider.succeeded(event).ifPresent(call -> provided(event.timeNanos(), call));
            }
        }

        private void provided(long timeNanos, Call call) {
            seen.add(call.name());
            switch (call) {
                case ProvideRange range -> {
                    MarketEvent.LiquidityChanged change = Objects.requireNonNull(changed);
                    UInt256 liquidity = change.shares();
                    held.add(withdrawal(range.pool(), range.tickLower(), range.tickUpper(), liquidity));
                    String operation =
                            of(range.pool(), CHANGE, range.tickLower(), range.tickUpper(), liquidity, PROVIDER);
                    done(timeNanos, range.pool(), operation, Moved.of(change.amount0(), change.amount1(), liquidity));
                }
                case WithdrawRange range -> withdrawn(timeNanos, range);
                case DonateToRange gift -> {
                    UInt256 base = gift.base().known();
                    UInt256 quote = gift.quote().known();
                    String operation = of(gift.pool(), "donate(uint24,int24,uint256,uint256)", base, quote);
                    done(timeNanos, gift.pool(), operation, Moved.of(base, quote));
                }
                default -> throw new IllegalStateException(call.name());
            }
        }

        private void withdrawn(long timeNanos, WithdrawRange range) {
            BigInteger delta = range.liquidity().toBigInteger().negate();
            String operation = of(range.pool(), CHANGE, range.tickLower(), range.tickUpper(), delta, PROVIDER);
            MarketEvent.LiquidityChanged change = Objects.requireNonNull(changed);
            Moved moved =
                    delta.signum() == 0 ? Moved.of() : Moved.of(change.amount0(), change.amount1(), change.shares());
            done(timeNanos, range.pool(), operation, moved);
        }

        /** The operation, what the pool is after it, and what exact outputs would then cost. */
        private void done(long timeNanos, int venue, String operation, Moved moved) {
            replay.add(timeNanos, operation, moved);
            V4State state = pool(venue).state();
            replay.add(
                    timeNanos,
                    of(venue, "state(uint24,int24)"),
                    Moved.of(state.sqrtPriceX96(), NodeTrader.signed(state.tick()), state.liquidity()),
                    owned(venue));
            asked(timeNanos, venue, true, units(1 + random.nextInt(100_000), 6));
            asked(timeNanos, venue, false, units(1 + random.nextInt(50), 18));
        }

        private Moved owned(int venue) {
            int account = market.offered(venue, V4Pools.class).account();
            return Moved.of(
                    market.ledger().balance(account, ETH), market.ledger().balance(account, USDC));
        }

        private void asked(long timeNanos, int venue, boolean zeroForOne, UInt256 out) {
            UInt256 limit = zeroForOne
                    ? TickMath.MIN_SQRT_RATIO.plusExact(UInt256.ONE)
                    : TickMath.MAX_SQRT_RATIO.minusExact(UInt256.ONE);
            V4Pool pool = pool(venue);
            V4Delta delta = pool.quote(
                            new V4Order(zeroForOne, Int256.of(out), limit),
                            pool.state().lpFeePips())
                    .delta();
            UInt256 paid = (zeroForOne ? delta.amount0() : delta.amount1()).magnitude();
            String operation = of(venue, "ask(uint24,int24,bool,uint256)", zeroForOne, out);
            replay.add(timeNanos, operation, Moved.of(paid, out, NodeReplay.flag(zeroForOne)));
        }

        void end() {
            for (int venue = FIRST; venue < FIRST + POOLS.size(); venue++) {
                V4State state = pool(venue).state();
                long fees = (long) state.lpFeePips() << 24 | state.protocolFee();
                V4Accruals accruals = market.offered(venue, V4Pools.class).accruals();
                replay.add(
                        DAY,
                        of(venue, "fees(uint24,int24)"),
                        Moved.of(state.feeGrowth0X128(), state.feeGrowth1X128(), UInt256.of(fees)),
                        Moved.of(accruals.protocolFees(ETH), accruals.protocolFees(USDC)));
            }
        }
    }
}
