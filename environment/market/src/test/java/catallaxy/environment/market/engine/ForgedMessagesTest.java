package catallaxy.environment.market.engine;

import static catallaxy.environment.market.engine.TestMarket.ETH;
import static catallaxy.environment.market.engine.TestMarket.MAINNET;
import static catallaxy.environment.market.engine.TestMarket.ROLLUP;
import static catallaxy.environment.market.engine.TestMarket.USDC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.bridge.Bridge;
import catallaxy.environment.market.bridge.BridgeSpec;
import catallaxy.environment.market.bridge.CommitteeSpec;
import catallaxy.environment.market.bridge.ForgeMessage;
import catallaxy.environment.market.chain.ChainSpec;
import catallaxy.environment.market.ledger.Conservation;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.trace.TransportEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages that bribed validators attest: what they move, what the bridge lacks then, and that nothing else comes or goes. */
final class ForgedMessagesTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long GWEI = 1_000_000_000L;
    private static final int FORGER = 0;
    private static final int HOLDER = 1;
    private static final int LATE = 2;
    private static final UInt256 PLENTY = TestMarket.units(USDC, "1000000");

    /** Three validators of 1 000, of whom two sign for 500 + 20 each where one watcher finds half of what is forged. */
    private static CommitteeSpec committee(double detection, boolean holds) {
        return new CommitteeSpec(
                List.of(1_000.0, 1_000.0, 1_000.0), List.of(), 2, 0, 20, 1, detection, 300 * SECOND, holds);
    }

    private static BridgeSpec bridge(CommitteeSpec committee, BridgeSpec.RateLimit limit) {
        return new BridgeSpec(
                "canonical",
                MAINNET,
                ROLLUP,
                List.of(ETH, USDC),
                BridgeSpec.Kind.LOCK_AND_MINT,
                new BridgeSpec.Passage(60 * SECOND, false, 0, 0, 0, 0),
                new BridgeSpec.Fees(0, List.of()),
                List.of(),
                limit,
                BridgeSpec.Liquidity.NONE,
                committee);
    }

    private static ChainSpec frail(ChainSpec chain) {
        return chain.with(new ChainSpec.Permanence(new ChainSpec.Reorganisations(0.2, 3)));
    }

    private static EngineSpec spec(BridgeSpec bridge, boolean frail) {
        EngineSpec known = TestMarket.spec(0, 0);
        return new EngineSpec(
                known.assets(),
                known.quoteAsset(),
                frail ? known.chains().stream().map(ForgedMessagesTest::frail).toList() : known.chains(),
                List.of(),
                known.venues().subList(2, 5),
                List.of(bridge),
                known.world());
    }

    private final List<MarketEvent> events = new ArrayList<>();

    private MarketEngine open(CommitteeSpec committee) {
        return open(spec(bridge(committee, BridgeSpec.RateLimit.NONE), false), 1);
    }

    private MarketEngine open(EngineSpec spec, long seed) {
        MarketEngine market = MarketEngine.of(spec, seed);
        for (int i = 0; i < 3; i++) {
            market.openParticipant("p" + i, TestMarket.plenty().subList(0, 6));
        }
        market.observe(events::add);
        return market;
    }

    private static void send(MarketEngine market, int participant, int chain, Call call) {
        market.submit(
                participant,
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
        while (market.hasEventUntil(untilNanos)) {
            market.advance();
            assertThat(market.checkConservation().violations()).isEmpty();
        }
    }

    private <T extends MarketEvent> List<T> seen(Class<T> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private List<String> reasons() {
        return seen(MarketEvent.TransactionExecuted.class).stream()
                .map(MarketEvent.TransactionExecuted::reason)
                .toList();
    }

    private static UInt256 eth(String whole) {
        return TestMarket.units(ETH, whole);
    }

    @Test
    void aForgedMintIsALossOfTheBridgeAndNoViolation() {
        MarketEngine market = open(committee(0, false));
        assertThat(market.bridges().getFirst().costOfCorruption()).hasValue(40);
        UInt256 before = market.balance(FORGER, ROLLUP, ETH);
        UInt256 dollars = market.balance(FORGER, ROLLUP, USDC);
        send(market, FORGER, ROLLUP, new ForgeMessage(0, ETH, eth("700"), PLENTY));
        run(market, 30 * SECOND);
        assertThat(market.inTransit(FORGER, ETH)).isTrue();
        assertThat(market.totalUnits(FORGER, ETH).compareTo(eth("3000")))
                .as("it owns nothing of it yet")
                .isNegative();
        run(market, 300 * SECOND);
        assertThat(market.balance(FORGER, ROLLUP, ETH)).isGreaterThan(before.plusExact(eth("699.9")));
        assertThat(dollars.minusExact(market.balance(FORGER, ROLLUP, USDC))).isEqualTo(TestMarket.units(USDC, "40"));
        assertThat(market.checkConservation().shortfalls())
                .containsExactly(new Conservation.Shortfall("canonical", "ETH", eth("700")));
        assertThat(market.bridges().getFirst().backing(USDC)).isEqualTo(1);
        double minted = 3_000 + 500 + 700;
        assertThat(market.bridges().getFirst().backing(ETH)).isCloseTo(3_500 / minted, within(1e-3));
        assertThat(seen(TransportEvent.ForgeryPaid.class)).hasSize(1);
        assertThat(seen(TransportEvent.ValidatorsSlashed.class)).isEmpty();
    }

    /** The check is not blind: what is missing without a forged message is still a violation. */
    @Test
    void whatIsMissingOtherwiseIsAViolation() {
        MarketEngine market = open(committee(0, false));
        send(market, FORGER, ROLLUP, new ForgeMessage(0, ETH, eth("700"), PLENTY));
        run(market, 300 * SECOND);
        int locked = market.ledger().account("canonical/locked");
        int holder = market.accounts().free(HOLDER, MAINNET);
        assertThat(market.ledger().transfer(locked, holder, ETH, UInt256.ONE)).isTrue();
        assertThat(market.checkConservation().violations())
                .containsExactly(new Conservation.Violation.Leak("ETH", "bridge canonical is not backed"));
    }

    /** A forged release takes nearly all that is locked; who comes first gets the rest, who comes late gets his own back. */
    @Test
    void whoComesFirstIsPaidUntilTheVaultIsEmpty() {
        MarketEngine market = open(committee(0, false));
        UInt256 locked = market.ledger().balance(market.ledger().account("canonical/locked"), ETH);
        send(market, FORGER, MAINNET, new ForgeMessage(0, ETH, locked.minusExact(eth("100")), PLENTY));
        run(market, 120 * SECOND);
        UInt256 early = market.balance(HOLDER, MAINNET, ETH);
        UInt256 late = market.balance(LATE, ROLLUP, ETH);
        send(market, HOLDER, ROLLUP, new Call.BridgeTransfer(0, ETH, eth("60")));
        run(market, 130 * SECOND);
        send(market, LATE, ROLLUP, new Call.BridgeTransfer(0, ETH, eth("60")));
        run(market, 300 * SECOND);
        assertThat(market.balance(HOLDER, MAINNET, ETH)).isEqualTo(early.plusExact(eth("60")));
        assertThat(seen(TransportEvent.TransferFailed.class)).singleElement().satisfies(failed -> {
            assertThat(failed.participant()).isEqualTo(LATE);
            assertThat(failed.reason()).isEqualTo(Bridge.NO_CAPACITY);
        });
        assertThat(late.minusExact(market.balance(LATE, ROLLUP, ETH)))
                .as("all but its gas came back")
                .isLessThan(eth("0.1"));
        assertThat(market.bridges().getFirst().backing(ETH)).isCloseTo(40 / locked.doubleValue() * 1e18, within(1e-3));
    }

    @Test
    void aMessageThatWaitsOutTheWindowIsVoidWhereItIsFound() {
        MarketEngine market = open(committee(1, true));
        UInt256 before = market.balance(FORGER, ROLLUP, ETH);
        send(market, FORGER, ROLLUP, new ForgeMessage(0, ETH, eth("700"), PLENTY));
        send(market, HOLDER, MAINNET, new Call.BridgeTransfer(0, ETH, eth("1")));
        run(market, 200 * SECOND);
        assertThat(seen(TransportEvent.FundsArrived.class))
                .as("true messages wait, too")
                .isEmpty();
        run(market, 500 * SECOND);
        assertThat(seen(TransportEvent.FundsArrived.class)).hasSize(1);
        assertThat(market.balance(FORGER, ROLLUP, ETH)).isLessThan(before);
        assertThat(seen(TransportEvent.TransferFailed.class))
                .extracting(TransportEvent.TransferFailed::reason)
                .containsExactly(Bridge.FORGED);
        assertThat(market.checkConservation().shortfalls()).isEmpty();
        assertSlashed(market);
    }

    @Test
    void evidenceWithinTheWindowCostsTheStakesOfThoseWhoSigned() {
        MarketEngine market = open(committee(1, false));
        send(market, FORGER, ROLLUP, new ForgeMessage(0, ETH, eth("700"), PLENTY));
        run(market, 500 * SECOND);
        TransportEvent.ForgeryPaid paid = seen(TransportEvent.ForgeryPaid.class).getFirst();
        TransportEvent.ValidatorsSlashed slashed =
                seen(TransportEvent.ValidatorsSlashed.class).getFirst();
        assertThat(slashed.timeNanos() - paid.timeNanos()).isBetween(0L, 300 * SECOND);
        assertSlashed(market);
        send(market, FORGER, ROLLUP, new ForgeMessage(0, ETH, eth("1"), PLENTY));
        run(market, 600 * SECOND);
        assertThat(reasons()).as("one validator is left").contains("Bridge: NO_QUORUM_FOR_SALE");
    }

    private void assertSlashed(MarketEngine market) {
        assertThat(seen(TransportEvent.ValidatorsSlashed.class)).singleElement().satisfies(slashed -> {
            assertThat(slashed.amount()).isEqualTo(TestMarket.units(USDC, "2000"));
            assertThat(slashed.validators()).isEqualTo(2);
        });
        assertThat(market.ledger().balance(market.ledger().account("canonical/slashed"), USDC))
                .isEqualTo(TestMarket.units(USDC, "2000"));
        assertThat(market.bridges().getFirst().costOfCorruption()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"39999999, 1, Bridge: BRIBE_TOO_SMALL", "40000000, 0, Bridge: INSUFFICIENT_BALANCE", "40000000, 1, ''"})
    void aForgeryThatCannotBePaidReverts(long most, long amount, String reason) {
        MarketEngine market = open(committee(0, false));
        send(market, FORGER, ROLLUP, new ForgeMessage(0, ETH, UInt256.of(amount), UInt256.of(most)));
        run(market, 30 * SECOND);
        assertThat(reasons()).containsExactly(reason);
        assertThat(seen(TransportEvent.MessageForged.class)).hasSize(reason.isEmpty() ? 1 : 0);
    }

    @Test
    void nobodyForgesWhereThereIsNoCommittee() {
        MarketEngine market = open(CommitteeSpec.NONE);
        send(market, FORGER, ROLLUP, new ForgeMessage(0, ETH, UInt256.ONE, PLENTY));
        run(market, 30 * SECOND);
        assertThat(reasons()).containsExactly("Bridge: NO_COMMITTEE");
        assertThat(market.bridges().getFirst().costOfCorruption()).isEmpty();
    }

    /** 100 ETH at once and again in each 1 000 s: 150 wait for half of them. */
    @Test
    void theRateLimitHoldsForgedMessagesBackToo() {
        BridgeSpec limited = bridge(committee(0, false), new BridgeSpec.RateLimit(List.of(100.0, 1e9), 1_000 * SECOND));
        MarketEngine market = open(spec(limited, false), 1);
        send(market, FORGER, ROLLUP, new ForgeMessage(0, ETH, eth("150"), PLENTY));
        run(market, 1_000 * SECOND);
        long sent = seen(TransportEvent.MessageForged.class).getFirst().timeNanos();
        long paid = seen(TransportEvent.ForgeryPaid.class).getFirst().timeNanos();
        assertThat(paid - sent).isEqualTo(560 * SECOND);
    }

    /** The bribe pays exactly where what the vault gives is worth more than what the validators ask. */
    @Test
    void aBribePaysIfAndOnlyIfTheProfitIsMoreThanTheCost() {
        int paying = 0;
        for (long seed = 1; seed <= 40; seed++) {
            RandomStream random = RandomStream.of(seed, "test/bribes");
            double stake = 1_000 * (1 + random.nextInt(1_000));
            long dollars = 1_000L * (1 + random.nextInt(1_500));
            CommitteeSpec spec = new CommitteeSpec(
                    List.of(stake, 2 * stake, stake), List.of(), 2, 0, random.nextInt(1_000), 1, 0.5, SECOND, false);
            MarketEngine market = open(spec);
            double cost = market.bridges().getFirst().costOfCorruption().orElseThrow();
            UInt256 before = market.balance(FORGER, MAINNET, USDC);
            send(
                    market,
                    FORGER,
                    MAINNET,
                    new ForgeMessage(
                            0, USDC, TestMarket.units(USDC, Long.toString(dollars)), PLENTY.timesExact(UInt256.of(2))));
            run(market, 200 * SECOND);
            boolean gained = market.balance(FORGER, MAINNET, USDC).compareTo(before) > 0;
            assertThat(gained).as("seed %d: %d for %f", seed, dollars, cost).isEqualTo(dollars > cost);
            paying += gained ? 1 : 0;
        }
        assertThat(paying).as("both happen").isBetween(8, 32);
    }

    private static void act(MarketEngine market, RandomStream random) {
        int chain = random.nextInt(2);
        int asset = random.nextBoolean(0.5) ? ETH : USDC;
        UInt256 amount =
                TestMarket.units(asset, "1").timesExact(UInt256.of(1 + random.nextInt(asset == ETH ? 200 : 200_000)));
        Call call = random.nextInt(8) == 0
                ? new ForgeMessage(0, asset, amount, PLENTY)
                : new Call.BridgeTransfer(0, asset, amount);
        send(market, random.nextInt(3), chain, call);
    }

    /** With reorganisations: a forger whose block is undone has its bribes back, and its message is never heard of unless it is sent again. */
    @Test
    void forksAndRestoredMarketsHaveTheSameFutureAndNothingLeaksWhenBlocksAreUndone() {
        int forged = 0;
        int undone = 0;
        for (long seed = 1; seed <= 12; seed++) {
            events.clear();
            MarketEngine market = open(stressed(seed % 2 == 0), seed);
            RandomStream random = RandomStream.of(seed, "test/forgeries");
            for (int i = 1; i <= 40; i++) {
                act(market, random);
                run(market, i * 20L * SECOND);
            }
            assertSameFutures(market, seed);
            assertAccounted(market);
            forged += seen(TransportEvent.ForgeryPaid.class).size();
            undone += seen(MarketEvent.ChainReorganised.class).size();
        }
        assertThat(forged).isGreaterThan(20);
        assertThat(undone).isGreaterThan(20);
    }

    private static EngineSpec stressed(boolean holds) {
        CommitteeSpec committee = new CommitteeSpec(
                List.of(9.0, 8.0, 7.0, 6.0, 5.0, 4.0, 3.0, 2.0),
                List.of(1, 2, 3, 1, 2, 3, 1, 2),
                3,
                1,
                1,
                2,
                0.3,
                200 * SECOND,
                holds);
        return spec(bridge(committee, new BridgeSpec.RateLimit(List.of(400.0, 400_000.0), 600 * SECOND)), true);
    }

    private static void assertSameFutures(MarketEngine market, long seed) {
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
            run(each, 4_000 * SECOND);
            assertThat(each.log().digest().hex())
                    .as("seed %d", seed)
                    .isEqualTo(market.log().digest().hex());
            assertThat(each.checkConservation().shortfalls())
                    .isEqualTo(market.checkConservation().shortfalls());
        }
    }

    /** The shortfall is the sum of what the trace says was paid for forged messages. */
    private void assertAccounted(MarketEngine market) {
        for (int asset : List.of(ETH, USDC)) {
            UInt256 paid = UInt256.ZERO;
            for (TransportEvent.ForgeryPaid each : seen(TransportEvent.ForgeryPaid.class)) {
                paid = each.asset() == asset ? paid.plusExact(each.amount()) : paid;
            }
            String symbol = market.spec().assets().get(asset).symbol();
            UInt256 found = market.checkConservation().shortfalls().stream()
                    .filter(each -> each.asset().equals(symbol))
                    .map(Conservation.Shortfall::amount)
                    .findFirst()
                    .orElse(UInt256.ZERO);
            assertThat(found).isEqualTo(paid);
        }
    }
}
