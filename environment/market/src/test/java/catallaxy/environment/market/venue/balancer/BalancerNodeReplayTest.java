package catallaxy.environment.market.venue.balancer;

import static catallaxy.environment.market.trading.SmallMarket.ETH;
import static catallaxy.environment.market.trading.SmallMarket.HOUR;
import static catallaxy.environment.market.trading.SmallMarket.MAIN;
import static catallaxy.environment.market.trading.SmallMarket.USDC;
import static catallaxy.environment.market.trading.SmallMarket.units;
import static org.assertj.core.api.Assertions.assertThat;

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
import catallaxy.environment.market.population.Group;
import catallaxy.environment.market.population.GroupSpec;
import catallaxy.environment.market.population.PoolProviderSpec;
import catallaxy.environment.market.population.Town;
import catallaxy.environment.market.population.TradeSize;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.trading.SmallMarket;
import catallaxy.environment.market.venue.pool.ExitPool;
import catallaxy.environment.market.venue.pool.ExitPoolExactly;
import catallaxy.environment.market.venue.pool.ExitPoolInOne;
import catallaxy.environment.market.venue.pool.JoinPool;
import catallaxy.environment.market.venue.pool.JoinPoolForShares;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a population does at a simulated weighted pool in a day is done again at the
 * deployed contracts of a real node, and every amount is the same. Skipped, saying so, without Node.js.
 */
@Tag("long")
final class BalancerNodeReplayTest {
    private static final long DAY = 24 * HOUR;
    private static final int POOL = 4;

    @Test
    void aDayOfAWeightedPoolIsThatOfTheDeployedPool() {
        List<UInt256> balances = List.of(units(8_000, 18), units(4e6, 6));
        try (NodeReplay replay = VaultOnNode.start(balances)) {
            BalancerWeightedSpec spec = new BalancerWeightedSpec(
                    "weighted",
                    "weighted",
                    MAIN,
                    ETH,
                    USDC,
                    List.of(ETH, USDC),
                    balances,
                    VaultOnNode.CURVE,
                    VaultOnNode.FEE);
            List<GroupSpec> groups = new ArrayList<>(NodeReplay.traders(List.of(POOL)));
            groups.add(new PoolProviderSpec(
                    new Group("providers", List.of(POOL), 1e8), 6, new TradeSize(50_000, 1), 0.5, 0.3));
            SmallMarket scenario = new SmallMarket().volatility(0.8).venue(spec);
            Town town = new Town(scenario, 7, groups.toArray(GroupSpec[]::new));
            Day day = new Day(town.market, spec, replay);
            town.market.observe(day::note);
            for (long time = 0; time < DAY; time += HOUR / 8) {
                town.runUntil(time);
                day.act();
            }
            town.runUntil(DAY);
            assertThat(day.seen).hasSize(5);
            replay.compare(500);
        }
    }

    /** A day of the pool in the simulator, with one who goes in and out in every way. */
    private static final class Day {
        private final MarketEngine market;
        private final BalancerWeightedSpec spec;
        private final NodeReplay replay;
        private final KnownSender provider;
        private final RandomStream random = RandomStream.of(11, "provider");
        private final Set<String> seen = new TreeSet<>();
        private MarketEvent.@Nullable LiquidityChanged changed;

        Day(MarketEngine market, BalancerWeightedSpec spec, NodeReplay replay) {
            this.market = market;
            this.spec = spec;
            this.replay = replay;
            this.provider = new KnownSender(market, MAIN, "provider");
        }

        private BalancerVault vault() {
            StateReader state = new StateReader(market.contractState(POOL));
            return ((BalancerVenue)
                            new BalancerWeighted().load(spec, POOL, state).pool())
                    .vault();
        }

        void act() {
            UInt256 some = units(1 + random.nextInt(200), 18);
            int asset = random.nextBoolean(0.5) ? ETH : USDC;
            Amount all = Amount.of(units(1e6, asset == ETH ? 18 : 6));
            UInt256 base = units(1 + random.nextInt(20), 18);
            UInt256 quote = units(1 + random.nextInt(40_000), 6);
            provider.send(
                    switch (random.nextInt(5)) {
                        case 0 -> new JoinPool(POOL, List.of(Amount.of(base), Amount.of(quote)), UInt256.ZERO);
                        case 1 -> new JoinPoolForShares(POOL, some, asset, all);
                        case 2 -> new ExitPool(POOL, Amount.of(some), List.of(UInt256.ZERO, UInt256.ZERO));
                        case 3 -> new ExitPoolInOne(POOL, Amount.of(some), asset, UInt256.ZERO);
                        default -> new ExitPoolExactly(POOL, List.of(base, quote), Amount.of(units(1e6, 18)));
                    });
        }

        void note(MarketEvent event) {
            NodeTrader trader = replay.trader();
            if (event instanceof MarketEvent.PoolSwapped swap && swap.venue() == POOL) {
                Moved moved = swap.zeroForOne()
                        ? Moved.of(swap.amountIn(), swap.amountOut())
                        : Moved.of(swap.amountOut(), swap.amountIn());
                String operation = trader.operation(
                        "swap(uint256,uint8,bool,uint256)",
                        VaultOnNode.WEIGHTED,
                        0,
                        swap.zeroForOne(),
                        swap.amountIn());
                done(event.timeNanos(), operation, moved);
            } else if (event instanceof MarketEvent.LiquidityChanged change && change.venue() == POOL) {
                changed = change;
                if (change.participant() != provider.participant()) {
                    String operation = change.added()
                            ? trader.operation(
                                    "join(uint256,uint256,uint256)",
                                    VaultOnNode.WEIGHTED,
                                    change.amount0(),
                                    change.amount1())
                            : trader.operation("exit(uint256,uint256)", VaultOnNode.WEIGHTED, change.shares());
                    done(event.timeNanos(), operation, moved(change));
                }
            } else {
                provider.succeeded(event)
                        .ifPresent(call -> done(
                                event.timeNanos(), operation(trader, call), moved(Objects.requireNonNull(changed))));
            }
        }

        private static Moved moved(MarketEvent.LiquidityChanged change) {
            return Moved.of(change.amount0(), change.amount1(), change.shares());
        }

        private String operation(NodeTrader trader, Call call) {
            seen.add(call.name());
            return switch (call) {
                case JoinPool join ->
                    trader.operation(
                            "join(uint256,uint256,uint256)",
                            VaultOnNode.WEIGHTED,
                            join.amounts().getFirst().known(),
                            join.amounts().getLast().known());
                case JoinPoolForShares join ->
                    trader.operation(
                            "joinForShares(uint256,uint256,uint256)",
                            VaultOnNode.WEIGHTED,
                            join.shares(),
                            spec.assets().indexOf(join.asset()));
                case ExitPool exit ->
                    trader.operation(
                            "exit(uint256,uint256)",
                            VaultOnNode.WEIGHTED,
                            exit.shares().known());
                case ExitPoolInOne exit ->
                    trader.operation(
                            "exitInOne(uint256,uint256,uint256)",
                            VaultOnNode.WEIGHTED,
                            exit.shares().known(),
                            spec.assets().indexOf(exit.asset()));
                case ExitPoolExactly exit ->
                    trader.operation(
                            "exitExactly(uint256,uint256,uint256)",
                            VaultOnNode.WEIGHTED,
                            exit.amounts().getFirst(),
                            exit.amounts().getLast());
                default -> throw new IllegalStateException(call.name());
            };
        }

        /** The operation, what the pool is after it, and what exact outputs would then cost. */
        private void done(long timeNanos, String operation, Moved moved) {
            replay.add(timeNanos, operation, moved);
            BalancerVault vault = vault();
            UInt256 supply = market.liquidity(POOL).totalShares();
            replay.add(
                    timeNanos,
                    replay.trader().operation("state(uint256)", VaultOnNode.WEIGHTED),
                    VaultOnNode.state(vault, 0, supply));
            asked(vault, timeNanos, true, units(1 + random.nextInt(100_000), 6));
            asked(vault, timeNanos, false, units(1 + random.nextInt(50), 18));
        }

        private void asked(BalancerVault vault, long timeNanos, boolean zeroForOne, UInt256 out) {
            BalancerSwap swap = new BalancerSwap(0, zeroForOne ? ETH : USDC, zeroForOne ? USDC : ETH, out);
            UInt256 paid = vault.quote(false, swap).amount();
            String operation =
                    replay.trader().operation("ask(uint256,bool,uint256)", VaultOnNode.WEIGHTED, zeroForOne, out);
            replay.add(timeNanos, operation, Moved.of(paid, out, NodeReplay.flag(zeroForOne)));
        }
    }
}
