package catallaxy.agents.planning;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.Observation;
import catallaxy.environment.market.MarketEnvironment;
import catallaxy.mcts.Position;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Markets as positions of a search. */
class MarketPositionTest {
    private static final int BUY = MarketPosition.HOLDING;
    private static final int SELL = BUY + 1;

    private final MarketEnvironment market = new MarketEnvironment(OneBook.spec());

    private MarketPosition position(long luck, int decisions) {
        Observation seen = market.reset(1).due().getFirst().observation();
        Foresight foresight = new Foresight(10, 60 * OneBook.SECOND, decisions, 0, 0.5);
        MarketEnvironment copy = market.fork(luck);
        TradedGain gain =
                TradedGain.since(copy.market().view(), copy.market().seat(0).participant());
        Outlook outlook = new Outlook(
                OneBook.SEER, foresight, OneBook.EITHER_WAY, new Cast(Map.of()), 0.2, 2, gain, seen.timeNanos());
        return new MarketPosition(outlook, copy, seen, OneBook.EITHER_WAY.proposals(seen), luck);
    }

    private static double worth(MarketPosition from, int... moves) {
        MarketPosition played = from.copy();
        for (int move : moves) {
            played.play(move);
        }
        assertThat(played.turn()).isEqualTo(Position.OVER);
        return played.earned(0);
    }

    @Test
    void restingEarnsNothingInAnyFuture() {
        MarketPosition start = position(1, 2);
        for (int future = 0; future < 5; future++) {
            assertThat(worth(start, MarketPosition.REST, future)).isZero();
        }
    }

    @Test
    void movesAreComparedInTheSameFutures() {
        MarketPosition start = position(1, 1);
        for (int future = 0; future < 10; future++) {
            double bought = worth(start, BUY, future);
            double sold = worth(start, SELL, future);
            // Fees of 4 bps and the ladder's spread are lost twice; what the price did is won by one and lost by the
            // other.
            assertThat(bought + sold).isBetween(-30.0, 0.0);
        }
    }

    @Test
    void anOutcomeIsTheSameWheneverItIsPlayedAndNoOther() {
        MarketPosition start = position(1, 1);
        double[] worth = new double[5];
        for (int future = 0; future < 5; future++) {
            worth[future] = worth(start, BUY, future);
        }
        for (int future = 4; future >= 0; future--) {
            assertThat(worth(start, BUY, future)).isEqualTo(worth[future]);
        }
        assertThat(worth).doesNotHaveDuplicates();
        assertThat(worth(position(2, 1), BUY, 0)).isNotEqualTo(worth[0]);
    }

    @Test
    void afterItsDecisionsTheFutureGoesOnToTheHorizon() {
        MarketPosition start = position(1, 3);
        MarketPosition played = start.copy();
        for (int decision = 0; decision < 3; decision++) {
            assertThat(played.turn()).isZero();
            played.play(MarketPosition.WAIT);
            assertThat(played.turn()).isEqualTo(Position.CHANCE);
            played.play(0);
        }
        assertThat(played.turn()).isEqualTo(Position.OVER);
        assertThat(start.turn()).isZero();
    }

    @Test
    void aCopyDoesNotPlayInTheOriginalsMarket() {
        MarketPosition start = position(1, 2);
        start.play(BUY);
        start.play(0);
        MarketPosition copy = start.copy();
        double before = worth(start, SELL, 1);
        worth(copy, BUY, 1);
        assertThat(worth(start, SELL, 1)).isEqualTo(before);
    }

    @Test
    void weightsOfMovesSumToOne() {
        MarketPosition start = position(1, 2);
        double sum = 0;
        int[] moves = new int[start.actionCount()];
        int count = start.moves(moves);
        for (int i = 0; i < count; i++) {
            sum += start.weight(moves[i]);
        }
        assertThat(count).isEqualTo(4);
        assertThat(sum).isCloseTo(1, Offset.offset(1e-12));
        assertThat(start.weight(MarketPosition.REST)).isCloseTo(0.1, Offset.offset(1e-12));
    }

    @Test
    void whatIsEarnedLaterCountsLess() {
        Foresight foresight = new Foresight(1, OneBook.SECOND, 1, 2, 0.5);
        assertThat(foresight.discount(0)).isEqualTo(1);
        assertThat(foresight.discount(1_800 * OneBook.SECOND)).isCloseTo(Math.exp(-1), Offset.offset(1e-12));
    }
}
