package catallaxy.environment.market.venue.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a feed makes of reports: medians, quorums, freshness, and what a minority can do to it. */
final class FeedRoundTest {
    private static final FeedSpec SPEC =
            new FeedSpec("feed", 0, List.of(0, 1), List.of("a", "b", "c", "d", "e"), 3, 600, 50);

    private static UInt256 price(long dollars) {
        return UInt256.of(dollars * 100_000_000);
    }

    private static FeedRound told(FeedRound round, int reporter, long dollars, long now) {
        return round.with(reporter, price(dollars), now, SPEC);
    }

    @Test
    void theMedianIsTheMiddleOrTheMeanOfTheTwoInTheMiddle() {
        assertThat(FeedRound.median(price(7))).isEqualTo(price(7));
        assertThat(FeedRound.median(price(7), price(8), price(1_000))).isEqualTo(price(8));
        assertThat(FeedRound.median(UInt256.of(7), UInt256.of(10)))
                .as("rounded down")
                .isEqualTo(UInt256.of(8));
        assertThat(FeedRound.median(price(1), price(2), price(4), price(9))).isEqualTo(price(3));
    }

    @Test
    void withoutAQuorumOfFreshReportsTheLastAnswerStands() {
        FeedRound round = told(told(FeedRound.open(5), 0, 2_000, 10), 1, 2_010, 20);
        assertThat(round.answer()).isEqualTo(FeedRound.Told.NOTHING);
        round = told(round, 2, 2_020, 30);
        assertThat(round.answer()).isEqualTo(new FeedRound.Told(price(2_010), 30));
        round = told(round, 2, 2_500, 1_220);
        assertThat(round.answer())
                .as("those of 10 and 20 are two heartbeats old")
                .isEqualTo(new FeedRound.Told(price(2_010), 30));
        round = told(told(round, 3, 2_500, 1_221), 4, 2_500, 1_222);
        assertThat(round.answer()).isEqualTo(new FeedRound.Told(price(2_500), 1_222));
    }

    @Test
    void whoReportsAgainCountsOnce() {
        FeedRound round = FeedRound.open(5);
        for (long i = 0; i < 9; i++) {
            round = told(round, 0, 9_000 + i, i);
        }
        assertThat(round.answer()).isEqualTo(FeedRound.Told.NOTHING);
    }

    /** However they lie, fewer than half of those who report cannot move the answer out of what the others say. */
    @Test
    void aMinorityCannotMoveTheAnswerBeyondTheHonest() {
        for (long seed = 0; seed < 200; seed++) {
            RandomStream random = RandomStream.of(seed, "reports");
            FeedRound round = FeedRound.open(5);
            List<Integer> honest = new ArrayList<>(List.of(0, 1, 2, 3, 4));
            honest.remove(Integer.valueOf(random.nextInt(5)));
            honest.removeAll(List.of(honest.get(random.nextInt(4))));
            long low = Long.MAX_VALUE;
            long high = 0;
            for (int reporter = 0; reporter < 5; reporter++) {
                boolean sound = honest.contains(reporter);
                long dollars = sound ? 1_990 + random.nextInt(21) : 1 + random.nextInt(1_000_000);
                low = sound ? Math.min(low, dollars) : low;
                high = sound ? Math.max(high, dollars) : high;
                round = told(round, reporter, dollars, 100);
            }
            assertThat(round.answer().priceE8()).as("seed %d", seed).isBetween(price(low), price(high));
        }
    }

    /** The negative control: three of five move it as they like. */
    @Test
    void aMajorityMovesIt() {
        FeedRound round = FeedRound.open(5);
        for (int reporter = 0; reporter < 5; reporter++) {
            round = told(round, reporter, reporter < 3 ? 9_999 : 2_000, 100);
        }
        assertThat(round.answer().priceE8()).isEqualTo(price(9_999));
    }

    @Test
    void aRoundIsReadBack() {
        FeedRound round = told(told(told(FeedRound.open(5), 4, 1, 5), 0, 2, 6), 2, 3, 7);
        StateWriter out = new StateWriter();
        round.save(out);
        StateReader in = new StateReader(out.toBytes());
        assertThat(FeedRound.load(in, 5)).isEqualTo(round);
        in.end();
    }

    @Test
    void aFeedNeedsReportersAndAQuorumThatTheyCanMeet() {
        assertThatThrownBy(() -> new FeedSpec("feed", 0, List.of(0), List.of(), 1, 600, 50))
                .hasMessageStartingWith("reporters: expected 1");
        assertThatThrownBy(() -> new FeedSpec("feed", 0, List.of(0), List.of("a"), 2, 600, 50))
                .hasMessageStartingWith("reporters: expected at least as many as the quorum");
        assertThatThrownBy(() -> new FeedSpec("feed", 0, List.of(0), List.of("a"), 1, 0, 50))
                .hasMessageStartingWith("heartbeatSeconds: expected 1");
    }
}
