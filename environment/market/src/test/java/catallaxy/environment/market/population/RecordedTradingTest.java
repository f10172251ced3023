package catallaxy.environment.market.population;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.recording.FlowMessage;
import catallaxy.environment.market.recording.FlowMessage.Kind;
import catallaxy.environment.market.recording.RecordedFlow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a recording does to a book, and what it does where another's orders changed it. */
class RecordedTradingTest {
    private static final long NONE = FlowMessage.ANONYMOUS;

    private static RecordedMarket market(FlowMessage... messages) {
        return new RecordedMarket(new RecordedFlow("test", List.of(messages)), 2, 1);
    }

    private static FlowMessage at(long time, Kind kind, long id, Side side, long ticks, long lots) {
        return new FlowMessage(time, kind, id, side, ticks, lots);
    }

    private static List<String> fills(RecordedMarket market) {
        return market.fills.stream()
                .map(fill -> (fill.maker() == market.me ? "mine" : "theirs") + " " + fill.lots() + " at "
                        + fill.priceTicks())
                .toList();
    }

    @Test
    void aRecordedTradeMeetsWhoeverStandsFirst() {
        RecordedMarket market = market(
                at(10, Kind.REST, 1, Side.SELL, 100, 5),
                at(20, Kind.REST, 2, Side.SELL, 100, 5),
                at(40, Kind.TRADE, NONE, Side.BUY, 100, 7),
                at(50, Kind.CANCEL, 2, Side.SELL, 100, 3));
        market.runTo(10);
        market.send(Side.SELL, TimeInForce.GTC, 1, 100, 4);
        market.runTo(30);
        assertThat(market.levels(Side.SELL)).isEqualTo(Map.of(100L, 14L));
        market.runTo(45);
        assertThat(fills(market)).containsExactly("theirs 5 at 100", "mine 2 at 100");
        market.runTo(60);
        assertThat(market.levels(Side.SELL))
                .as("2 of mine and 5 − 3 of the second")
                .isEqualTo(Map.of(100L, 4L));
    }

    /** What we took cannot be cancelled, and what is left of it can. */
    @Test
    void aCancellationTakesWhatIsLeft() {
        RecordedMarket market = market(
                at(10, Kind.REST, 1, Side.SELL, 100, 5),
                at(11, Kind.REST, 2, Side.SELL, 100, 5),
                at(20, Kind.CANCEL, 1, Side.SELL, 100, 5),
                at(30, Kind.CANCEL, 2, Side.SELL, 100, 4),
                at(40, Kind.CANCEL, 2, Side.SELL, 100, 1));
        market.runTo(15);
        market.send(Side.BUY, TimeInForce.IOC, 1, 100, 7);
        assertThat(market.levels(Side.SELL)).isEqualTo(Map.of(100L, 3L));
        market.runTo(25);
        assertThat(market.levels(Side.SELL)).isEqualTo(Map.of(100L, 3L));
        market.runTo(35);
        assertThat(market.levels(Side.SELL)).isEmpty();
        market.runTo(45);
        assertThat(market.engine.totals(0).rejected())
                .as("nothing is asked that cannot be")
                .isZero();
    }

    @Test
    void aRecordedOrderThatMeetsOursTradesAndTheRestStands() {
        RecordedMarket market = market(at(10, Kind.REST, 1, Side.SELL, 99, 5), at(20, Kind.REST, 2, Side.SELL, 102, 1));
        market.send(Side.BUY, TimeInForce.GTC, 1, 100, 3);
        market.runTo(20);
        assertThat(fills(market)).containsExactly("mine 3 at 100");
        assertThat(market.levels(Side.SELL)).isEqualTo(Map.of(99L, 2L, 102L, 1L));
    }

    @Test
    void recordedOrdersThatARecordedOrderPassesAreStale() {
        RecordedMarket market = market(
                at(10, Kind.REST, 1, Side.SELL, 100, 5),
                at(11, Kind.REST, 2, Side.SELL, 103, 5),
                at(20, Kind.REST, 3, Side.BUY, 101, 7),
                at(30, Kind.TRADE, NONE, Side.BUY, 103, 2),
                at(40, Kind.TRADE, NONE, Side.SELL, 100, 1));
        market.runTo(20);
        assertThat(fills(market)).isEmpty();
        assertThat(market.levels(Side.SELL)).isEqualTo(Map.of(103L, 5L));
        market.runTo(30);
        assertThat(market.levels(Side.SELL)).isEqualTo(Map.of(103L, 3L));
        market.runTo(40);
        assertThat(market.levels(Side.BUY))
                .as("a trade at 100 passes a bid at 101")
                .isEmpty();
    }

    @Test
    void aLevelThatLosesLotsLosesTheYoungestAndOneThatGainsThemGainsBehindUs() {
        RecordedMarket market = market(
                at(10, Kind.LEVEL, NONE, Side.BUY, 100, 5),
                at(30, Kind.LEVEL, NONE, Side.BUY, 100, 9),
                at(40, Kind.LEVEL, NONE, Side.BUY, 100, 6),
                at(50, Kind.TRADE, NONE, Side.SELL, 100, 8),
                at(60, Kind.LEVEL, NONE, Side.BUY, 100, 0),
                at(60, Kind.LEVEL, NONE, Side.BUY, 99, 2));
        market.runTo(10);
        market.send(Side.BUY, TimeInForce.GTC, 1, 100, 3);
        market.runTo(40);
        assertThat(market.levels(Side.BUY)).isEqualTo(Map.of(100L, 9L));
        market.runTo(50);
        assertThat(fills(market)).containsExactly("theirs 5 at 100", "mine 3 at 100");
        assertThat(market.levels(Side.BUY)).isEqualTo(Map.of(100L, 1L));
        market.runTo(60);
        assertThat(market.levels(Side.BUY)).isEqualTo(Map.of(99L, 2L));
        assertThat(market.engine.checkConservation().violations()).isEmpty();
    }

    @Test
    void aCopyAndARestoredRecordingGoOnAlike() {
        RecordedMarket plain = walk();
        RecordedMarket copied = walk();
        RecordedMarket restored = walk();
        for (long until = 100; until <= 2_000; until += 100) {
            plain.runTo(until);
            copied.runTo(until);
            restored.runTo(until);
            copied.goOnWith(true);
            restored.goOnWith(false);
        }
        assertThat(plain.fills).hasSizeGreaterThan(20);
        assertThat(plain.engine.log().digest().hex())
                .isEqualTo(copied.engine.log().digest().hex())
                .isEqualTo(restored.engine.log().digest().hex());
    }

    /** Random levels and trades around a price. */
    private static RecordedMarket walk() {
        RandomStream random = RandomStream.of(5, "test/walk");
        List<FlowMessage> messages = new ArrayList<>();
        for (int time = 10; time < 2_000; time += 10) {
            boolean buys = random.nextBoolean(0.5);
            long ticks = 100L + (buys ? -1L : 1L) * (1 + random.nextInt(3));
            messages.add(
                    random.nextInt(3) == 0
                            ? at(time, Kind.TRADE, NONE, buys ? Side.SELL : Side.BUY, ticks, 1L + random.nextInt(9))
                            : at(time, Kind.LEVEL, NONE, buys ? Side.BUY : Side.SELL, ticks, random.nextInt(20)));
        }
        return market(messages.toArray(FlowMessage[]::new));
    }

    @Test
    void aLevelLargerThanAnyOrderIsSeveral() {
        long huge = Long.MAX_VALUE / 1_000_000 / 2 / 100 + 7;
        RecordedMarket market = market(at(10, Kind.LEVEL, NONE, Side.SELL, 100, huge));
        market.runTo(10);
        assertThat(market.levels(Side.SELL)).isEqualTo(Map.of(100L, huge));
    }
}
