package catallaxy.agents.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import catallaxy.agents.game.ConnectFourGame;
import catallaxy.agents.learning.BatchPolicy;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.mcts.game.ConnectFour;
import catallaxy.mcts.game.SolvedPosition;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Counts of mistakes, and the referee of Connect Four, for policies whose moves are known. */
final class MistakesTest {
    private static final List<SolvedPosition> POSITIONS = SolvedPositions.read();
    private static final Map<Long, SolvedPosition> BY_KEY =
            POSITIONS.stream().collect(Collectors.toMap(each -> each.position().key(), each -> each));
    private static final int EVERY = 3;

    @Test
    void whoPlaysTheBestMoveMakesNone() {
        BatchPolicy best = playing(position -> position.scores().indexOf(position.score()));
        assertThat(Mistakes.of(POSITIONS, best).all()).isEqualTo(new Mistakes.Tally(POSITIONS.size(), 0));
        assertThat(new ConnectFourReferee().attained(best, 0)).isEqualTo(1);
        assertThat(new ConnectFourReferee().mistakes(best))
                .hasSize(6)
                .allSatisfy((_, rate) -> assertThat(rate).isZero());
    }

    @Test
    void everyWrongMoveIsCountedInItsSet() {
        BatchPolicy mixed = playing(position -> POSITIONS.indexOf(position) % EVERY == 0
                ? wrong(position)
                : position.scores().indexOf(position.score()));
        Mistakes found = Mistakes.of(POSITIONS, mixed);
        assertThat(found.bySet())
                .allSatisfy((_, tally) -> assertThat(tally)
                        .isEqualTo(new Mistakes.Tally(
                                DrawnPositions.OF_EACH_CLASS, DrawnPositions.OF_EACH_CLASS / EVERY)));
        assertThat(new ConnectFourReferee().attained(mixed, 0)).isCloseTo(1 - 1.0 / EVERY, offset(1e-12));
        assertThat(new ConnectFourReferee().mistakes(mixed)).isEqualTo(found.rates());
    }

    @Test
    void partsAddUpToTheWhole() {
        RandomStream luck = RandomStream.of(1, "guesses");
        int[] guesses = POSITIONS.stream()
                .mapToInt(each -> each.position().draw(luck, new int[ConnectFour.COLUMNS]))
                .toArray();
        BatchPolicy guessing = playing(position -> guesses[POSITIONS.indexOf(position)]);
        Mistakes parts = Mistakes.NONE;
        for (int from = 0; from < POSITIONS.size(); from += 50) {
            int to = Math.min(POSITIONS.size(), from + 50);
            parts = parts.and(Mistakes.of(POSITIONS.subList(from, to), guessing));
        }
        assertThat(parts).isEqualTo(Mistakes.of(POSITIONS, guessing));
        assertThat(parts.all().rate()).isBetween(0.5, 0.8);
        assertThat(Mistakes.NONE.all().rate()).isNaN();
    }

    private static int wrong(SolvedPosition position) {
        int column = 0;
        while (!position.position().isFree(column) || !position.isMistake(column)) {
            column++;
        }
        return column;
    }

    private static BatchPolicy playing(ToIntFunction<SolvedPosition> move) {
        ConnectFourGame game = new ConnectFourGame();
        int features = game.observationSpec().size();
        return (observations, masks, rows, actions) -> {
            for (int row = 0; row < rows; row++) {
                long key = game.position(observations, row * features).key();
                actions[row] = move.applyAsInt(Objects.requireNonNull(BY_KEY.get(key)));
            }
        };
    }
}
