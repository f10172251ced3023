package catallaxy.environment.market.engine;

import static catallaxy.environment.market.engine.TestMarket.ETH;
import static catallaxy.environment.market.engine.TestMarket.MAINNET;
import static catallaxy.environment.market.engine.TestMarket.ROLLUP;
import static catallaxy.environment.market.engine.TestMarket.USDC;
import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.chain.BlobFork;
import catallaxy.environment.market.chain.BlobSpec;
import catallaxy.environment.market.chain.BuildingSpec;
import catallaxy.environment.market.chain.ChainSpec;
import catallaxy.environment.market.chain.ChainSpec.Reorganisations;
import catallaxy.environment.market.chain.DataSpec;
import catallaxy.environment.market.chain.ForcedInclusion;
import catallaxy.environment.market.exchange.ExchangeSpec;
import catallaxy.environment.market.outage.OutageSpec;
import catallaxy.environment.market.rollup.ForceTransaction;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.trace.TransportEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a rollup executes because the chain that it settles on has taken it, whether its sequencer is up or not. */
final class ForcedInclusionTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long GWEI = 1_000_000_000L;
    private static final long DELAY = 600;
    private static final long SEQUENCED = 60;
    private static final long GAS = 200_000;
    private static final UInt256 DOLLAR = UInt256.of(1_000_000);
    private static final ForcedInclusion RULE = new ForcedInclusion(DELAY * SECOND, SEQUENCED * SECOND);
    private static final OutageSpec OUT = OutageSpec.planned(100 * SECOND, 3_000 * SECOND);

    private static EngineSpec spec(ForcedInclusion rule, OutageSpec outages, Reorganisations so, BuildingSpec built) {
        EngineSpec known = TestMarket.spec(0, 0);
        ChainSpec.Permanence permanence = new ChainSpec.Permanence(so);
        ChainSpec mainnet = known.chains()
                .getFirst()
                .with(new BlobSpec(BlobFork.OSAKA, BlobSpec.NONE.blobs()), DataSpec.NONE)
                .with(permanence);
        ChainSpec rollup = known.chains()
                .getLast()
                .with(BlobSpec.NONE, new DataSpec("mainnet", DataSpec.NONE.data(), rule))
                .with(permanence)
                .with(outages)
                .with(built);
        return new EngineSpec(
                known.assets(),
                known.quoteAsset(),
                List.of(mainnet, rollup),
                List.of(new ExchangeSpec("spot", 100, 400, 5_000_000, 0.1, 6, 600 * SECOND)),
                known.venues(),
                known.bridges(),
                known.world());
    }

    private static EngineSpec spec(OutageSpec outages) {
        return spec(RULE, outages, Reorganisations.NONE, BuildingSpec.MEMPOOL_ALONE);
    }

    /** A market with two participants, and all that its trace tells. */
    private static final class Town {
        final MarketEngine market;
        final List<MarketEvent> events = new ArrayList<>();

        Town(EngineSpec spec) {
            market = MarketEngine.of(spec, 5);
            market.openParticipant("one", TestMarket.plenty());
            market.openParticipant("other", TestMarket.plenty());
            market.openParticipant("poor", List.of(new Endowment(MAINNET, ETH, TestMarket.units(ETH, "10"))));
            market.observe(events::add);
        }

        Town runUntil(long seconds) {
            while (market.hasEventUntil(seconds * SECOND)) {
                market.advance();
            }
            assertThat(market.checkConservation().violations()).isEmpty();
            return this;
        }

        Town send(int who, int chain, Call call) {
            market.submit(
                    who,
                    new MarketCommand.SubmitTransaction(
                            chain, call, MarketCommand.NEXT_NONCE, GAS, 100 * GWEI, GWEI, MarketCommand.NO_DEADLINE));
            return this;
        }

        Town force(Call call) {
            return send(0, MAINNET, new ForceTransaction(ROLLUP, GAS, call));
        }

        List<MarketEvent.TransactionExecuted> executed(int chain) {
            return events.stream()
                    .filter(MarketEvent.TransactionExecuted.class::isInstance)
                    .map(MarketEvent.TransactionExecuted.class::cast)
                    .filter(each -> each.chain() == chain)
                    .toList();
        }

        long takenAt() {
            return executed(MAINNET).getFirst().timeNanos();
        }

        UInt256 dollars(int who) {
            return market.balance(who, ROLLUP, USDC);
        }
    }

    private static Call pay() {
        return new Call.Transfer(1, USDC, DOLLAR);
    }

    /** Before the delay nothing happens; then one block is made, of it alone, although the sequencer is out. */
    @Test
    void whileTheSequencerIsOutItIsExecutedAfterTheDelay() {
        Town town = new Town(spec(OUT)).runUntil(101);
        long blocks = town.market.blockNumber(ROLLUP);
        UInt256 before = town.dollars(1);
        town.force(pay())
                .send(0, ROLLUP, new Call.Transfer(1, ETH, UInt256.ONE))
                .runUntil(130);
        long due = town.takenAt() / SECOND + DELAY;
        town.runUntil(due - 1);
        assertThat(town.executed(ROLLUP)).isEmpty();
        assertThat(town.market.blockNumber(ROLLUP)).isEqualTo(blocks);
        town.runUntil(due + 2);
        assertThat(town.executed(ROLLUP)).singleElement().satisfies(each -> {
            assertThat(each.call()).isEqualTo("Transfer");
            assertThat(each.reason()).isEmpty();
            assertThat(each.timeNanos() / SECOND).isBetween(due, due + 1);
        });
        assertThat(town.market.blockNumber(ROLLUP)).isEqualTo(blocks + 1);
        assertThat(town.market.isHalted(ROLLUP)).isTrue();
        assertThat(town.dollars(1)).isEqualTo(before.plusExact(DOLLAR));
        assertThat(town.market.dealings(0).pending(ROLLUP)).isEqualTo(1);
        town.runUntil(3_200);
        assertThat(town.executed(ROLLUP)).hasSize(2);
        assertThat(town.dollars(1)).isEqualTo(before.plusExact(DOLLAR));
    }

    @Test
    void whileTheSequencerIsUpItIsExecutedOnceAndFirst() {
        Town town = new Town(spec(OutageSpec.NONE)).force(pay()).runUntil(40);
        long due = town.takenAt() / SECOND + SEQUENCED;
        town.runUntil(due - 1);
        assertThat(town.executed(ROLLUP)).isEmpty();
        town.send(0, ROLLUP, new Call.Transfer(1, ETH, UInt256.ONE))
                .send(0, ROLLUP, new Call.Transfer(1, ETH, UInt256.ONE))
                .runUntil(2 * DELAY);
        assertThat(town.executed(ROLLUP))
                .extracting(MarketEvent.TransactionExecuted::nonce)
                .containsExactly(-1L, 0L, 1L);
        assertThat(town.executed(ROLLUP).getFirst().timeNanos() / SECOND).isBetween(due, due + 1);
        assertThat(town.market.ledger().balance(town.market.ledger().account("rollup/data"), ETH))
                .as("data of the two others alone")
                .isEqualTo(paidForData(town));
    }

    private static UInt256 paidForData(Town town) {
        UInt256 sum = UInt256.ZERO;
        for (MarketEvent each : town.events) {
            sum = each instanceof MarketEvent.DataPaid paid ? sum.plusExact(paid.feeWei()) : sum;
        }
        return sum;
    }

    /** Where builders bid for the block each has it in its own, and one is executed. */
    @Test
    void buildersThatBidPutItFirstToo() {
        BuildingSpec auctioned = BuildingSpec.MEMPOOL_ALONE.with(3);
        Town town = new Town(spec(RULE, OutageSpec.NONE, Reorganisations.NONE, auctioned));
        UInt256 before = town.dollars(1);
        town.force(pay()).runUntil(300);
        assertThat(town.executed(ROLLUP)).hasSize(1);
        assertThat(town.dollars(1)).isEqualTo(before.plusExact(DOLLAR));
    }

    /** What leaves over a bridge gets out of a rollup whose sequencer is out. */
    @Test
    void fundsLeaveARollupWhoseSequencerIsOut() {
        Town town = new Town(spec(OUT)).runUntil(101);
        town.force(new Call.BridgeTransfer(0, USDC, DOLLAR)).runUntil(101 + DELAY + 30);
        assertThat(town.executed(ROLLUP)).hasSize(1);
        town.runUntil(101 + 2 * DELAY + 60);
        assertThat(town.market.isHalted(ROLLUP)).isTrue();
        assertThat(town.events)
                .anySatisfy(each -> assertThat(each)
                        .isInstanceOfSatisfying(
                                TransportEvent.FundsArrived.class,
                                arrived -> assertThat(arrived.place()).isEqualTo(MAINNET)));
    }

    @Test
    void whoCannotPayOnTheRollupIsDroppedAndWhatRevertsPaysItsGas() {
        Town town = new Town(spec(OUT)).runUntil(101);
        UInt256 ether = town.market.balance(0, ROLLUP, ETH);
        town.send(2, MAINNET, new ForceTransaction(ROLLUP, GAS, pay()))
                .force(new Call.Transfer(1, USDC, UInt256.MAX))
                .runUntil(101 + DELAY + 30);
        assertThat(town.events)
                .filteredOn(MarketEvent.TransactionDropped.class::isInstance)
                .singleElement()
                .satisfies(each -> assertThat(((MarketEvent.TransactionDropped) each).reason())
                        .isEqualTo("INSUFFICIENT_FUNDS_FOR_GAS"));
        assertThat(town.executed(ROLLUP)).singleElement().satisfies(each -> {
            assertThat(each.succeeded()).isFalse();
            UInt256 gas = UInt256.of(each.gasUsed()).timesExact(UInt256.of(each.effectiveGasPriceWei()));
            assertThat(town.market.balance(0, ROLLUP, ETH)).isEqualTo(ether.minusExact(gas));
        });
    }

    /** Of a block's 60 million gas, two of 40 million make two blocks. */
    @Test
    void whatDoesNotFitIntoABlockComesInTheNext() {
        Town town = new Town(spec(OUT)).runUntil(101);
        Call big = new ForceTransaction(ROLLUP, 40_000_000, pay());
        long blocks = town.market.blockNumber(ROLLUP);
        town.send(0, MAINNET, big).send(1, MAINNET, big).runUntil(101 + DELAY + 30);
        assertThat(town.executed(ROLLUP))
                .extracting(MarketEvent.TransactionExecuted::block)
                .containsExactly(blocks + 1, blocks + 2);
    }

    @Test
    void whereNothingCanBeForcedTheCallReverts() {
        Town off = new Town(spec(ForcedInclusion.NONE, OUT, Reorganisations.NONE, BuildingSpec.MEMPOOL_ALONE));
        off.force(pay()).runUntil(2_000);
        assertThat(off.executed(MAINNET))
                .extracting(MarketEvent.TransactionExecuted::reason)
                .containsExactly("UNKNOWN_CONTRACT");
        assertThat(off.executed(ROLLUP)).isEmpty();
        Town on = new Town(spec(OUT));
        on.send(0, MAINNET, new ForceTransaction(MAINNET, GAS, pay()))
                .send(0, MAINNET, new ForceTransaction(ROLLUP, 20_999, pay()))
                .runUntil(2_000);
        assertThat(on.executed(MAINNET))
                .extracting(MarketEvent.TransactionExecuted::reason)
                .containsExactly("Rollup: NOT_FORCED_FROM_HERE", "Rollup: GAS_LIMIT_NOT_WITHIN_A_BLOCK");
        assertThat(on.executed(ROLLUP)).isEmpty();
    }

    /** A batch that reverts after it has forced something has forced nothing. */
    @Test
    void whatRevertsForcesNothing() {
        Town town = new Town(spec(OUT)).runUntil(101);
        Call force = new ForceTransaction(ROLLUP, GAS, pay());
        town.send(0, MAINNET, new Call.Batch(List.of(force, new Call.Transfer(1, USDC, UInt256.MAX))));
        town.runUntil(2_000);
        assertThat(town.executed(MAINNET)).hasSize(1);
        assertThat(town.executed(ROLLUP)).isEmpty();
    }

    /** Blocks of both chains are replaced: at the end each payment has been made once; copies and saved markets go on alike. */
    @Test
    void whateverIsReplacedEachIsExecutedOnce() {
        for (int seed = 0; seed < 12; seed++) {
            RandomStream random = RandomStream.of(seed, "forced inclusion");
            OutageSpec outages = new OutageSpec(300 * SECOND, 900 * SECOND, 2_400 * SECOND, 0, SECOND);
            Town town = new Town(spec(RULE, outages, new Reorganisations(0, 4), BuildingSpec.MEMPOOL_ALONE));
            UInt256 before = town.dollars(1);
            int forced = 0;
            for (int round = 1; round <= 40; round++) {
                if (random.nextBoolean(0.4)) {
                    town.force(pay());
                    forced++;
                }
                town.runUntil(100 + 36L * round);
                replace(town.market, MAINNET, random.nextInt(3));
                replace(town.market, ROLLUP, random.nextInt(4));
            }
            MarketEngine copy = town.market.copy();
            MarketEngine restored = town.market.restored(new StateReader(saved(town.market)));
            town.runUntil(5_000);
            assertThat(town.dollars(1).minusExact(before))
                    .as("seed %d", seed)
                    .isEqualTo(DOLLAR.timesExact(UInt256.of(forced)));
            for (MarketEngine each : List.of(copy, restored)) {
                while (each.hasEventUntil(5_000 * SECOND)) {
                    each.advance();
                }
                assertThat(saved(each)).as("seed %d", seed).isEqualTo(saved(town.market));
            }
        }
    }

    private static void replace(MarketEngine market, int chain, int depth) {
        if (depth > 0) {
            market.reorganise(chain, depth);
        }
    }

    private static byte[] saved(MarketEngine market) {
        StateWriter out = new StateWriter();
        market.save(out);
        return out.toBytes();
    }
}
