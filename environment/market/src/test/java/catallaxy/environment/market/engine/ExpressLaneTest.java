package catallaxy.environment.market.engine;

import static catallaxy.environment.market.engine.TestMarket.ETH;
import static catallaxy.environment.market.engine.TestMarket.ETH_ROLLUP;
import static catallaxy.environment.market.engine.TestMarket.ROLLUP;
import static catallaxy.environment.market.engine.TestMarket.USDC;
import static catallaxy.environment.market.engine.TestMarket.units;
import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.chain.BuildingSpec;
import catallaxy.environment.market.chain.ChainSpec;
import catallaxy.environment.market.chain.LaneSpec;
import catallaxy.environment.market.trace.MarketEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** First place on a rollup, sold for rounds of a minute: who is delayed, who pays what. */
final class ExpressLaneTest {
    private static final long SECOND = 1_000_000_000L;
    private static final UInt256 GWEI = UInt256.of(1_000_000_000);
    private static final LaneSpec LANE = new LaneSpec(60 * SECOND, 15 * SECOND, 3 * SECOND, 1_000_000_000_000L);

    private MarketEngine market = opened();
    private final List<MarketEvent> events = new ArrayList<>();

    ExpressLaneTest() {
        market.observe(events::add);
    }

    private static MarketEngine opened() {
        MarketEngine market = MarketEngine.of(spec(), 1);
        for (int i = 0; i < 3; i++) {
            market.openParticipant("p" + i, TestMarket.plenty());
        }
        return market;
    }

    private static EngineSpec spec() {
        EngineSpec known = TestMarket.spec(0, 0);
        ChainSpec rollup = known.chains().getLast();
        ChainSpec lane = rollup.with(new ChainSpec.Blocks(
                ChainSpec.Ordering.EXPRESS_LANE,
                rollup.blocks().blockTimeNanos(),
                BuildingSpec.MEMPOOL_ALONE.with(LANE)));
        return new EngineSpec(
                known.assets(),
                known.quoteAsset(),
                List.of(known.chains().getFirst(), lane),
                known.exchanges(),
                known.venues(),
                known.bridges(),
                known.world());
    }

    private void runUntil(long seconds) {
        while (market.hasEventUntil(seconds * SECOND)) {
            market.advance();
        }
    }

    private void bid(int participant, long round, long gwei) {
        market.submit(participant, new MarketCommand.BidForRound(ROLLUP, round, GWEI.timesExact(UInt256.of(gwei))));
    }

    private void swap(int participant) {
        Call swap = new Call.Swap(List.of(ETH_ROLLUP), USDC, units(USDC, "10"), UInt256.ONE);
        market.submit(participant, market.chain(ROLLUP).transaction(swap, MarketCommand.NO_DEADLINE));
    }

    private <E> List<E> only(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private List<Integer> executed() {
        return only(MarketEvent.TransactionExecuted.class).stream()
                .map(MarketEvent.TransactionExecuted::participant)
                .toList();
    }

    @Test
    void theHighestBidPaysWhatTheSecondBid() {
        UInt256 before = market.balance(1, ROLLUP, ETH);
        bid(0, 1, 5_000_000);
        bid(1, 1, 9_000_000);
        bid(2, 1, 7_000_000);
        bid(2, 1, 6_000_000);
        runUntil(50);
        assertThat(only(MarketEvent.LaneSold.class))
                .containsExactly(
                        new MarketEvent.LaneSold(46 * SECOND, ROLLUP, 1, 1, 3, GWEI.timesExact(UInt256.of(6_000_000))));
        assertThat(before.minusExact(market.balance(1, ROLLUP, ETH))).isEqualTo(GWEI.timesExact(UInt256.of(6_000_000)));
        assertThat(market.checkConservation().holds()).isTrue();
    }

    @Test
    void whoBidsAlonePaysTheReserve() {
        bid(0, 1, 5_000_000);
        runUntil(50);
        assertThat(only(MarketEvent.LaneSold.class).getFirst().priceWei()).isEqualTo(UInt256.of(LANE.reserveWei()));
    }

    @Test
    void whoCannotPayIsPassedOver() {
        bid(0, 1, 4_000_000_000_000L);
        bid(1, 1, 3_000_000_000_000L);
        bid(2, 1, 9_000_000);
        runUntil(50);
        MarketEvent.LaneSold sold = only(MarketEvent.LaneSold.class).getFirst();
        assertThat(sold.participant()).isEqualTo(1);
        assertThat(sold.priceWei()).isEqualTo(GWEI.timesExact(UInt256.of(9_000_000)));
    }

    @Test
    void theOthersAreDelayedForTheRoundAlone() {
        bid(1, 1, 9_000_000);
        runUntil(61);
        swap(0);
        runUntil(62);
        swap(1);
        runUntil(70);
        assertThat(executed()).as("who came a second later is first").containsExactly(1, 0);
        runUntil(121);
        swap(0);
        runUntil(122);
        swap(1);
        runUntil(130);
        assertThat(executed()).as("nobody holds round 2").containsExactly(1, 0, 0, 1);
    }

    @Test
    void aTransactionThatIsHeldBackIsOnItsWay() {
        runUntil(1);
        swap(0);
        runUntil(3);
        assertThat(market.dealings(0).pending(ROLLUP)).isEqualTo(1);
        assertThat(market.dealings(1).pending(ROLLUP)).as("another's").isZero();
        assertThat(market.dealings(0).transactions(ROLLUP))
                .singleElement()
                .satisfies(each -> assertThat(each.waits()).isFalse());
    }

    @Test
    void bidsAreRefusedLateAndLow() {
        runUntil(46);
        bid(0, 1, 5_000_000);
        bid(0, 2, 1);
        market.submit(0, new MarketCommand.BidForRound(0, 2, GWEI));
        runUntil(60);
        assertThat(only(MarketEvent.CommandRejected.class))
                .extracting(MarketEvent.CommandRejected::reason)
                .containsExactlyInAnyOrder("AUCTION_CLOSED", "BID_BELOW_RESERVE", "NO_EXPRESS_LANE");
        assertThat(market.chain(ROLLUP).openRound()).isEqualTo(2);
        assertThat(market.chain(0).openRound()).isEqualTo(-1);
    }

    @Test
    void copiesAndRestoredMarketsSellAndDelayAlike() {
        bid(0, 1, 5_000_000);
        bid(1, 1, 9_000_000);
        bid(2, 2, 9_000_000);
        runUntil(61);
        swap(0);
        runUntil(62);
        StateWriter out = new StateWriter();
        market.save(out);
        MarketEngine copy = market.copy();
        MarketEngine restored = opened().restored(new StateReader(out.toBytes()));
        swap(1);
        runUntil(150);
        String digest = market.log().digest().hex();
        for (MarketEngine each : List.of(copy, restored)) {
            market = each;
            swap(1);
            runUntil(150);
            assertThat(each.log().digest().hex()).isEqualTo(digest);
            assertThat(each.chain(ROLLUP).isFirst(2)).isTrue();
            assertThat(each.chain(ROLLUP).isFirst(1)).isFalse();
        }
    }
}
