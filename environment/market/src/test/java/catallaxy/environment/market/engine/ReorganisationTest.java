package catallaxy.environment.market.engine;

import static catallaxy.environment.market.engine.TestMarket.BTC_MAINNET;
import static catallaxy.environment.market.engine.TestMarket.ETH;
import static catallaxy.environment.market.engine.TestMarket.ETH_MAINNET;
import static catallaxy.environment.market.engine.TestMarket.MAINNET;
import static catallaxy.environment.market.engine.TestMarket.USDC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.FlashLoan;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.account.Totals;
import catallaxy.environment.market.chain.BlockBuilder;
import catallaxy.environment.market.chain.ChainSpec;
import catallaxy.environment.market.chain.ChainSpec.Reorganisations;
import catallaxy.environment.market.chain.GreedyBuilder;
import catallaxy.environment.market.contract.Delivery;
import catallaxy.environment.market.exchange.ExchangeSpec;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.trace.TransportEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * A market whose chain reorganises, beside one that only ever saw the blocks that stand: the same seed and commands, but nothing comes
 * into the blocks that the other one will have replaced.
 */
final class ReorganisationTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long BLOCK = 12 * SECOND;
    private static final long GWEI = 1_000_000_000L;
    private static final int DEPTH = 7;
    private static final int PARTICIPANTS = 3;
    private static final int BLOCKS = 24;

    private static ChainSpec reorganised(ChainSpec chain, Reorganisations so) {
        return chain.with(new ChainSpec.Permanence(so));
    }

    private static EngineSpec spec(int depth, int confirmations) {
        EngineSpec known = TestMarket.spec(0, 0);
        ExchangeSpec spot = known.exchanges().getFirst();
        ExchangeSpec patient = new ExchangeSpec(
                spot.id(),
                spot.makerFeePips(),
                spot.takerFeePips(),
                spot.latencyNanos(),
                spot.latencyJitter(),
                confirmations,
                spot.withdrawalDelayNanos());
        ChainSpec mainnet = reorganised(known.chains().getFirst(), new Reorganisations(0, depth));
        return new EngineSpec(
                known.assets(),
                known.quoteAsset(),
                List.of(mainnet, known.chains().getLast()),
                List.of(patient),
                known.venues(),
                known.bridges(),
                known.world());
    }

    /** A market and whether its chain keeps everything out of its blocks now. */
    private static final class Town {
        MarketEngine market = MarketEngine.of(spec(DEPTH, DEPTH + 1), 1);
        boolean withheld;
        final List<MarketEvent> events = new ArrayList<>();

        Town() {
            for (int i = 0; i < PARTICIPANTS; i++) {
                market.openParticipant("p" + i, TestMarket.plenty());
            }
            market.observe(events::add);
            ChainSpec chain = market.spec().chains().get(MAINNET);
            BlockBuilder greedy = new GreedyBuilder(chain.blocks().ordering());
            market.state.chains[MAINNET] = market.state.chains[MAINNET].builtBy((pool, block) -> {
                if (!withheld) {
                    greedy.build(pool, block);
                }
            });
        }

        void runUntil(long timeNanos) {
            while (market.hasEventUntil(timeNanos)) {
                market.advance();
            }
        }

        void submit(List<Sent> all) {
            all.forEach(each -> market.submit(each.participant, each.command));
        }
    }

    private record Sent(int participant, MarketCommand command) {}

    /** From this block on, the {@code depth} before it are replaced. */
    private record Plan(int block, int depth) {
        boolean replaces(int other) {
            return other < block && other >= block - depth;
        }
    }

    private static List<Sent> commands(RandomStream random) {
        List<Sent> all = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            Call call = call(random, 2);
            all.add(new Sent(
                    random.nextInt(PARTICIPANTS),
                    new MarketCommand.SubmitTransaction(
                            MAINNET,
                            call,
                            MarketCommand.NEXT_NONCE,
                            MarketCommand.ENOUGH_GAS,
                            900 * GWEI,
                            (1 + random.nextInt(50)) * GWEI,
                            MarketCommand.NO_DEADLINE)));
        }
        return all;
    }

    private static Call call(RandomStream random, int depth) {
        int pool = random.nextBoolean(0.7) ? ETH_MAINNET : BTC_MAINNET;
        UInt256 dollars = UInt256.of(1 + random.nextInt(1_000_000_000));
        return switch (random.nextInt(depth > 0 ? 9 : 7)) {
            case 0, 1 -> new Call.Swap(List.of(pool), USDC, dollars, UInt256.ZERO);
            case 2 -> new Call.Swap(List.of(pool), USDC, dollars, UInt256.MAX);
            case 3 ->
                new Call.AddLiquidity(ETH_MAINNET, TestMarket.units(ETH, "1"), dollars, UInt256.ZERO, UInt256.ZERO);
            case 4 -> new Call.RemoveLiquidity(ETH_MAINNET, Amount.all(), UInt256.ZERO, UInt256.ZERO);
            case 5 -> new Call.Deposit(0, USDC, dollars);
            case 6 -> new Call.BridgeTransfer(0, USDC, dollars);
            case 7 -> new Call.Batch(List.of(call(random, depth - 1), call(random, depth - 1)));
            default ->
                new FlashLoan(ETH_MAINNET, ETH, UInt256.of(1_000), new Call.Pay(ETH_MAINNET, USDC, Amount.of(dollars)));
        };
    }

    private static List<Plan> plans(RandomStream random, int depth) {
        List<Plan> plans = new ArrayList<>();
        plans.add(new Plan(depth + 1 + random.nextInt(3), depth));
        plans.add(new Plan(plans.getFirst().block + depth + 1 + random.nextInt(2), 1 + random.nextInt(depth)));
        return plans;
    }

    /** The market that reorganises, and the one that only saw what stands; after the same commands. */
    private static Town[] run(int seed, boolean reorganises) {
        RandomStream random = RandomStream.of(seed, "test/reorganisations");
        List<Plan> plans = plans(random, 1 + seed % DEPTH);
        Town replacing = new Town();
        Town canonical = new Town();
        for (int block = 1; block <= BLOCKS; block++) {
            int now = block;
            List<Sent> all = commands(random);
            for (Town town : List.of(replacing, canonical)) {
                town.submit(all);
                town.runUntil(block * BLOCK - 1);
            }
            for (Plan each : plans) {
                if (reorganises && each.block == block) {
                    replacing.market = seed % 3 == 0 ? movedOn(replacing) : replacing.market;
                    replacing.market.reorganise(MAINNET, each.depth);
                }
            }
            canonical.withheld = plans.stream().anyMatch(each -> each.replaces(now));
            replacing.runUntil(block * BLOCK);
            canonical.runUntil(block * BLOCK);
        }
        return new Town[] {replacing, canonical};
    }

    /** The future of a saved market, or of a fork, is the market's own. */
    private static MarketEngine movedOn(Town town) {
        StateWriter out = new StateWriter();
        town.market.save(out);
        StateReader in = new StateReader(out.toBytes());
        MarketEngine restored = town.market.copy().restored(in);
        in.end();
        restored.observe(town.events::add);
        return restored;
    }

    /** All that the market is, but for its trace, and for money in {@code double}. */
    private static List<String> state(MarketEngine market) {
        List<String> state = new ArrayList<>();
        for (int account = 0; account < market.ledger().accounts(); account++) {
            for (int asset = 0; asset < market.ledger().assets(); asset++) {
                double owned = market.ledger().balanceAsDouble(account, asset);
                String exact = owned < 0
                        ? "-" + market.ledger().issued(account, asset)
                        : market.ledger().balance(account, asset).toString();
                state.add(market.ledger().accountName(account) + " " + asset + ": " + exact);
            }
        }
        for (int i = 0; i < market.state.contracts.length; i++) {
            StateWriter out = new StateWriter();
            market.state.contracts[i].save(out);
            state.add("contract " + Arrays.toString(out.toBytes()));
        }
        TreeSet<String> deliveries = new TreeSet<>();
        for (int slot = 0; slot < market.state.deliveries.bound(); slot++) {
            if (market.state.deliveries.isUsed(slot)
                    && market.state.deliveries.get(slot).kind() != Delivery.Kind.RECALLED) {
                deliveries.add(market.state.deliveries.get(slot).toString());
            }
        }
        state.addAll(deliveries);
        for (int participant = 0; participant < PARTICIPANTS; participant++) {
            Totals totals = market.totals(participant);
            state.add("nonce " + market.state.chains[MAINNET].nonce(participant) + " waiting "
                    + market.state.chains[MAINNET].waiting(participant) + " " + totals.fills() + " "
                    + totals.reverted() + " " + totals.rejected());
        }
        state.add("block " + market.blockNumber(MAINNET) + " fee " + market.baseFeeWei(MAINNET));
        state.add("turnover " + market.turnover(ETH_MAINNET) + " " + market.turnover(BTC_MAINNET));
        return state;
    }

    private static double money(MarketEngine market, int participant) {
        Totals totals = market.totals(participant);
        return totals.tradedQuote() + totals.feesPaidQuote() + totals.gasPaidQuote();
    }

    @Test
    void theStateIsThatOfAMarketThatOnlySawTheBlocksThatStand() {
        int recalled = 0;
        for (int seed = 0; seed < 1_000; seed++) {
            Town[] towns = run(seed, true);
            MarketEngine replacing = towns[0].market;
            MarketEngine canonical = towns[1].market;
            assertThat(state(replacing)).as("seed %d", seed).isEqualTo(state(canonical));
            for (int participant = 0; participant < PARTICIPANTS; participant++) {
                double expected = money(canonical, participant);
                assertThat(money(replacing, participant))
                        .as("seed %d", seed)
                        .isCloseTo(expected, within(1e-9 * (1 + expected)));
            }
            assertThat(replacing.checkConservation().violations())
                    .as("seed %d", seed)
                    .isEmpty();
            recalled += (int) towns[0].events.stream()
                    .filter(TransportEvent.FundsRecalled.class::isInstance)
                    .count();
        }
        assertThat(recalled).isGreaterThan(1_000);
    }

    /** The comparison sees something: without reorganisations the markets differ. */
    @Test
    void aMarketThatDoesNotReorganiseDiffers() {
        int different = 0;
        for (int seed = 0; seed < 20; seed++) {
            Town[] towns = run(seed, false);
            different += state(towns[0].market).equals(state(towns[1].market)) ? 0 : 1;
        }
        assertThat(different).isGreaterThan(15);
    }

    /** What was sent arrives once, whether or not it was recalled before. */
    @Test
    void nothingArrivesTwice() {
        for (int seed = 0; seed < 50; seed++) {
            Town[] towns = run(seed, true);
            for (Town town : towns) {
                town.runUntil(town.market.timeNanos() + 1_200 * SECOND);
            }
            assertThat(state(towns[0].market)).as("seed %d", seed).isEqualTo(state(towns[1].market));
            long sent = count(towns[0], TransportEvent.FundsSent.class);
            long recalled = count(towns[0], TransportEvent.FundsRecalled.class);
            assertThat(count(towns[0], TransportEvent.FundsArrived.class)).isEqualTo(sent - recalled);
        }
    }

    private static long count(Town town, Class<? extends MarketEvent> type) {
        return town.events.stream().filter(type::isInstance).count();
    }

    @Test
    void whoeverCreditsWaitsLongerThanBlocksCanBeReplaced() {
        assertThatThrownBy(() -> spec(3, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("deposit-confirmations of spot")
                .hasMessageContaining("more than the depth of reorganisations of mainnet, 3");
        assertThatThrownBy(() -> spec(64, 65))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("delay of canonical");
    }

    @Test
    void chanceReorganisesAboutAsOftenAsItIsAskedTo() {
        EngineSpec calm = spec(2, 3);
        EngineSpec spec = new EngineSpec(
                calm.assets(),
                calm.quoteAsset(),
                List.of(
                        reorganised(calm.chains().getFirst(), new Reorganisations(0.2, 2)),
                        calm.chains().getLast()),
                calm.exchanges(),
                calm.venues(),
                calm.bridges(),
                calm.world());
        MarketEngine market = MarketEngine.of(spec, 3);
        List<MarketEvent.ChainReorganised> events = new ArrayList<>();
        market.observe(event -> {
            if (event instanceof MarketEvent.ChainReorganised each) {
                events.add(each);
            }
        });
        while (market.hasEventUntil(2_000 * BLOCK)) {
            market.advance();
        }
        assertThat(events).hasSizeBetween(340, 460);
        assertThat(events.stream().filter(each -> each.depth() == 2).count()).isBetween(150L, 250L);
        assertThat(market.blockNumber(MAINNET)).isEqualTo(2_000);
    }
}
