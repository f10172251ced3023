package catallaxy.scenarios.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.Action;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.venue.Liquidity;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.Market;
import catallaxy.environment.market.MarketSpec;
import catallaxy.environment.market.trace.MarketEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two agents in one block of a market without anybody else, and one that provides liquidity. */
final class BlockOrderTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long GWEI = 1_000_000_000L;
    private static final int POOL = RandomMarket.ETH_MAINNET;

    private Market market;
    private Attribution attribution;
    private final List<MarketEvent.PoolSwapped> swaps = new ArrayList<>();
    private int front;
    private int victim;

    @BeforeEach
    void open() {
        MarketSpec any = RandomMarket.spec(standing());
        market = Market.of(new MarketSpec("block", 600 * SECOND, any.engine(), List.of(), any.agents()), 1);
        front = market.agentIds().indexOf("wild-1");
        victim = market.agentIds().indexOf("wild-2");
        attribution = new Attribution(market, 60 * SECOND);
        market.observe(event -> {
            attribution.accept(event);
            if (event instanceof MarketEvent.PoolSwapped swap) {
                swaps.add(swap);
            }
        });
    }

    /** A seed of which no blocks of the main chain are replaced. */
    private static long standing() {
        long seed = 1;
        while (RandomMarket.spec(seed).engine().chains().getFirst().permanence().depth() > 0) {
            seed++;
        }
        return seed;
    }

    private MarketCommand send(Call call, long tipGwei) {
        return new MarketCommand.SubmitTransaction(
                0, call, MarketCommand.NEXT_NONCE, MarketCommand.ENOUGH_GAS, 200 * GWEI, tipGwei * GWEI, 600 * SECOND);
    }

    private static Call buy(String dollars) {
        return new Call.Swap(
                List.of(POOL), RandomMarket.USDC, RandomMarket.units(RandomMarket.USDC, dollars), UInt256.ZERO);
    }

    private static Call sell(String ether) {
        return new Call.Swap(
                List.of(POOL), RandomMarket.ETH, RandomMarket.units(RandomMarket.ETH, ether), UInt256.ZERO);
    }

    /** Each agent sends its commands at its first epoch after a time, and then holds until another. */
    private void play(long fromSeconds, long untilSeconds, List<MarketCommand> first, List<MarketCommand> second) {
        boolean[] sent = new boolean[market.agentIds().size()];
        while (market.engine().timeNanos() < untilSeconds * SECOND) {
            int agent = market.runToNextEpoch();
            if (agent < 0) {
                return;
            }
            boolean now = market.engine().timeNanos() >= fromSeconds * SECOND && !sent[agent];
            List<MarketCommand> commands = agent == front ? first : agent == victim ? second : List.of();
            sent[agent] |= now;
            market.decide(agent, now && !commands.isEmpty() ? Action.of(commands) : Action.HOLD);
        }
    }

    private double lost(int agent) {
        return attribution.parts().get(agent).of(Part.MEV_LOST).doubleValue();
    }

    @Test
    void whoIsBoughtBeforeLosesWhatThePriceRoseBy() {
        double head = market.engine().price(POOL);
        play(0, 60, List.of(send(buy("100000"), 9)), List.of(send(buy("4000"), 1)));
        assertThat(swaps).hasSize(2);
        assertThat(swaps.getFirst().participant()).isEqualTo(market.seat(front).participant());
        assertThat(swaps.get(1).timeNanos()).isEqualTo(swaps.getFirst().timeNanos());
        double raised = priceAfter(head, swaps.getFirst()) - head;
        double bought =
                market.engine().ledger().toWhole(RandomMarket.ETH, swaps.get(1).amountOut());
        assertThat(raised).isGreaterThan(100);
        assertThat(lost(victim)).isCloseTo(-bought * raised, within(1e-6));
        assertThat(lost(front)).isZero();
    }

    private double priceAfter(double head, MarketEvent.PoolSwapped swap) {
        double base = Math.sqrt(2e9 / head);
        double in = market.engine().ledger().toWhole(RandomMarket.USDC, swap.amountIn());
        double out = market.engine().ledger().toWhole(RandomMarket.ETH, swap.amountOut());
        return (base * head + in) / (base - out);
    }

    @Test
    void whoIsSoldToBeforeGainsAndTheNextBlockBeginsAnew() {
        play(0, 60, List.of(send(sell("50"), 9)), List.of(send(buy("4000"), 1)));
        double gained = lost(victim);
        assertThat(gained).isPositive();
        play(60, 90, List.of(), List.of(send(buy("4000"), 1)));
        assertThat(swaps).hasSize(3);
        assertThat(lost(victim)).as("alone in its block").isEqualTo(gained);
    }

    @Test
    void onesOwnTransactionsTakeNothingFromOneself() {
        play(0, 60, List.of(send(buy("50000"), 5), send(buy("50000"), 5), send(sell("20"), 5)), List.of());
        assertThat(swaps).hasSize(3);
        assertThat(lost(front)).isCloseTo(0, within(1e-9));
    }

    @Test
    void thePartsOfAProviderAreItsFeesAndItsLoss() {
        Call add = new Call.AddLiquidity(
                POOL,
                RandomMarket.units(RandomMarket.ETH, "50"),
                RandomMarket.units(RandomMarket.USDC, "100000"),
                UInt256.ZERO,
                UInt256.ZERO);
        play(0, 60, List.of(send(add, 5)), List.of());
        Liquidity pool = market.engine().liquidity(POOL);
        double share =
                market.engine().shares(market.seat(front).participant(), POOL).doubleValue()
                        / pool.totalShares().doubleValue();
        assertThat(share).isCloseTo(1 / 21.0, within(1e-3));
        play(60, 120, List.of(), List.of(send(buy("90000"), 5)));
        play(120, 180, List.of(), List.of(send(sell("42"), 5)));
        Parts parts = attribution.parts().get(front);
        double fees = 0.003 * (90_000 + 42 * 2_000);
        assertThat(parts.of(Part.LP_FEES).doubleValue()).isCloseTo(share * fees, within(0.05 * share * fees));
        assertThat(parts.of(Part.LOSS_VERSUS_REBALANCING).doubleValue()).isBetween(-5.0, -1e-9);
        assertThat(parts.of(Part.TRANSFERS)).isZero();
        UInt256 all = market.engine().shares(market.seat(front).participant(), POOL);
        play(180, 240, List.of(send(new Call.RemoveLiquidity(POOL, all, UInt256.ZERO, UInt256.ZERO), 5)), List.of());
        assertThat(market.engine().shares(market.seat(front).participant(), POOL))
                .isEqualTo(UInt256.ZERO);
        double taken = attribution.parts().get(front).of(Part.LP_FEES).doubleValue();
        assertThat(taken).isCloseTo(parts.of(Part.LP_FEES).doubleValue(), within(0.1));
        play(240, 300, List.of(), List.of(send(buy("90000"), 5)));
        assertThat(attribution.parts().get(front).of(Part.LP_FEES).doubleValue())
                .isEqualTo(taken);
    }
}
