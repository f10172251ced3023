package catallaxy.environment.market.engine;

import static catallaxy.environment.market.engine.TestMarket.ETH;
import static catallaxy.environment.market.engine.TestMarket.MAINNET;
import static catallaxy.environment.market.engine.TestMarket.ROLLUP;
import static catallaxy.environment.market.engine.TestMarket.USDC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.view.BridgeView;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.bridge.AddBridgeLiquidity;
import catallaxy.environment.market.bridge.Bridge;
import catallaxy.environment.market.bridge.BridgeSpec;
import catallaxy.environment.market.bridge.RemoveBridgeLiquidity;
import catallaxy.environment.market.chain.ChainSpec;
import catallaxy.environment.market.outage.OutageSpec;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.trace.TransportEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Bridges of both kinds with failures, losses, limits, outages and reorganisations together: not a unit comes or goes. */
final class BridgesUnderStressTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long GWEI = 1_000_000_000L;
    private static final int LOCKING = 0;
    private static final int POOLS = 1;
    private static final int PARTICIPANTS = 4;

    private static ChainSpec frail(ChainSpec chain) {
        return chain.with(chain.mempool().evicting(chain.mempool().mempoolLimit()))
                .with(new ChainSpec.Permanence(new ChainSpec.Reorganisations(0.2, 3), new ChainSpec.Checkpoints(8, 1)))
                .with(new OutageSpec(0, 0, 0, 100, 120 * SECOND));
    }

    private static BridgeSpec bridge(String id, BridgeSpec.Kind kind, double failures, long windowSeconds) {
        return new BridgeSpec(
                id,
                MAINNET,
                ROLLUP,
                List.of(ETH, USDC),
                kind,
                new BridgeSpec.Passage(60 * SECOND, true, failures, failures / 2, 200 * SECOND, 30 * SECOND),
                new BridgeSpec.Fees(400, List.of(0.001, 2.0)),
                kind == BridgeSpec.Kind.LOCK_AND_MINT ? List.of(30_000.0, 90_000_000.0) : List.of(),
                new BridgeSpec.RateLimit(List.of(200.0, 400_000.0), windowSeconds * SECOND),
                kind == BridgeSpec.Kind.LIQUIDITY
                        ? new BridgeSpec.Liquidity(List.of(100.0, 300_000.0), List.of(80.0, 200_000.0), 20_000)
                        : BridgeSpec.Liquidity.NONE);
    }

    private static EngineSpec spec(double failures, long windowSeconds, boolean frail) {
        EngineSpec known = TestMarket.spec(0, 0);
        return new EngineSpec(
                known.assets(),
                known.quoteAsset(),
                frail
                        ? known.chains().stream()
                                .map(BridgesUnderStressTest::frail)
                                .toList()
                        : known.chains(),
                List.of(),
                known.venues().subList(2, 5),
                List.of(
                        bridge("locking", BridgeSpec.Kind.LOCK_AND_MINT, failures, windowSeconds),
                        bridge("pools", BridgeSpec.Kind.LIQUIDITY, failures, windowSeconds)),
                known.world());
    }

    private static MarketEngine open(EngineSpec spec, long seed) {
        MarketEngine market = MarketEngine.of(spec, seed);
        for (int i = 0; i < PARTICIPANTS; i++) {
            market.openParticipant("p" + i, TestMarket.plenty().subList(0, 6));
        }
        return market;
    }

    private static void act(MarketEngine market, RandomStream random) {
        int chain = random.nextInt(2);
        int asset = random.nextBoolean(0.5) ? ETH : USDC;
        int bridge = random.nextInt(2);
        UInt256 amount = TestMarket.units(asset, asset == ETH ? "0.0" + (1 + random.nextInt(99)) : "1")
                .timesExact(UInt256.of(1 + random.nextInt(asset == ETH ? 2_000 : 200_000)));
        Call call = switch (random.nextInt(7)) {
            case 2 -> new Call.BridgeTransfer(bridge, asset, UInt256.of(1 + random.nextInt(1_000_000)));
            case 0 -> new AddBridgeLiquidity(bridge, asset, Amount.of(amount));
            case 1 -> new RemoveBridgeLiquidity(bridge, asset, Amount.all());
            default -> new Call.BridgeTransfer(bridge, asset, amount);
        };
        market.submit(
                random.nextInt(PARTICIPANTS),
                new MarketCommand.SubmitTransaction(
                        chain,
                        call,
                        MarketCommand.NEXT_NONCE,
                        MarketCommand.ENOUGH_GAS,
                        500 * GWEI,
                        GWEI,
                        MarketCommand.NO_DEADLINE));
    }

    private static void run(MarketEngine market, long untilNanos) {
        int events = 0;
        while (market.hasEventUntil(untilNanos)) {
            market.advance();
            if (++events % 16 == 0) {
                assertThat(market.checkConservation().violations()).isEmpty();
            }
        }
        assertThat(market.checkConservation().violations()).isEmpty();
    }

    @Test
    void notAUnitComesOrGoesWhateverHappens() {
        Map<String, Integer> seen = new TreeMap<>();
        for (long seed = 1; seed <= 40; seed++) {
            MarketEngine market = open(spec(0.15, 600, true), seed);
            market.observe(event -> seen.merge(word(event), 1, Integer::sum));
            RandomStream random = RandomStream.of(seed, "test/stress");
            for (int i = 1; i <= 120; i++) {
                act(market, random);
                run(market, i * 20L * SECOND);
            }
            run(market, 40_000 * SECOND);
            for (int participant = 0; participant < PARTICIPANTS; participant++) {
                assertThat(market.inTransit(participant, ETH) || market.inTransit(participant, USDC))
                        .as("seed %d: everything has arrived in the end", seed)
                        .isFalse();
            }
        }
        assertThat(seen)
                .containsKeys(
                        Bridge.LOST,
                        Bridge.REVERTED,
                        Bridge.NO_CAPACITY,
                        Bridge.TOO_SMALL,
                        "FundsRecalled",
                        "ChainReorganised",
                        "PlaceResumed",
                        "added",
                        "removed",
                        "returned");
    }

    private static String word(MarketEvent event) {
        return switch (event) {
            case TransportEvent.TransferFailed failed -> failed.reason();
            case TransportEvent.BridgeLiquidityChanged changed -> changed.added() ? "added" : "removed";
            case TransportEvent.FundsArrived arrived -> arrived.returned() ? "returned" : "FundsArrived";
            default -> event.getClass().getSimpleName();
        };
    }

    @Test
    void aForkAndARestoredMarketHaveTheSameFuture() {
        for (long seed = 1; seed <= 10; seed++) {
            MarketEngine market = open(spec(0.2, 600, true), seed);
            RandomStream random = RandomStream.of(seed, "test/forks");
            for (int i = 1; i <= 40; i++) {
                act(market, random);
                run(market, i * 20L * SECOND);
            }
            StateWriter out = new StateWriter();
            market.save(out);
            MarketEngine fork = market.copy();
            StateReader in = new StateReader(out.toBytes());
            MarketEngine restored = market.copy().restored(in);
            in.end();
            for (MarketEngine each : List.of(market, fork, restored)) {
                RandomStream same = RandomStream.of(seed, "test/futures");
                for (int i = 41; i <= 80; i++) {
                    act(each, same);
                    run(each, i * 20L * SECOND);
                }
                run(each, 8_000 * SECOND);
            }
            String digest = market.log().digest().hex();
            assertThat(fork.log().digest().hex()).as("seed %d", seed).isEqualTo(digest);
            assertThat(restored.log().digest().hex()).isEqualTo(digest);
        }
    }

    private static UInt256 sum(MarketEngine market, int bridge, int chain) {
        return market.state.bridges[bridge].capacity(market.ledger(), USDC, chain);
    }

    private static void transfer(MarketEngine market, int participant, int bridge, String whole) {
        Call call = new Call.BridgeTransfer(bridge, USDC, TestMarket.units(USDC, whole));
        market.submit(participant, market.transaction(MAINNET, call, MarketCommand.NO_DEADLINE));
    }

    /** What a view promises is what arrives, and the rate limit delays what it said it would. */
    @Test
    void theViewShowsWhatBecomesOfTransfers() {
        MarketEngine market = open(spec(0, 600, false), 3);
        List<TransportEvent.FundsArrived> arrivals = new ArrayList<>();
        market.observe(event -> {
            if (event instanceof TransportEvent.FundsArrived arrived) {
                arrivals.add(arrived);
            }
        });
        BridgeView pools = market.bridges().get(POOLS);
        assertThat(pools.id()).isEqualTo("pools");
        assertThat(pools.carries(USDC, ROLLUP, MAINNET)).isTrue();
        assertThat(pools.carries(TestMarket.BTC, ROLLUP, MAINNET)).isFalse();
        assertThat(pools.capacity(USDC, ROLLUP)).isEqualTo(200_000);
        assertThat(market.bridges().get(LOCKING).capacity(USDC, ROLLUP)).isEqualTo(80_800_000);
        assertThat(pools.received(USDC, ROLLUP, 200_100))
                .as("more than there is")
                .isZero();
        double promised = pools.received(USDC, ROLLUP, 100_000);
        transfer(market, 0, LOCKING, "300000");
        transfer(market, 1, LOCKING, "300000");
        transfer(market, 2, POOLS, "100000");
        run(market, 13 * SECOND);
        assertThat(pools.queued(USDC, ROLLUP)).isEqualTo(100_000);
        assertThat(pools.delayNanos(MAINNET)).isEqualTo(60 * SECOND);
        ToDoubleFunction<TransportEvent.FundsArrived> whole =
                each -> market.ledger().toWhole(USDC, each.amount());
        run(market, 73 * SECOND);
        assertThat(arrivals).hasSize(2);
        assertThat(whole.applyAsDouble(arrivals.getLast())).isCloseTo(promised, within(1e-6));
        assertThat(market.bridges().get(LOCKING).limitLeft(USDC, ROLLUP)).isLessThan(100_000);
        run(market, 1_000 * SECOND);
        assertThat(arrivals).hasSize(3);
        assertThat(arrivals.getLast().timeNanos())
                .as("300 000 of 400 000 had gone, and 200 000 more take half of 600 s")
                .isBetween(371 * SECOND, 373 * SECOND);
        assertThat(sum(market, POOLS, MAINNET)).isEqualTo(TestMarket.units(USDC, "400000"));
    }
}
