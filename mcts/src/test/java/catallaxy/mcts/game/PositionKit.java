package catallaxy.mcts.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.mcts.Position;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What every model of a search must keep to. */
abstract class PositionKit<P extends Position<P>> {
    private static final int GAMES = 300;

    /** The first position. */
    abstract P first();

    /** What both players' earnings sum to at the end. */
    abstract double sum();

    @Test
    void movesAreNumbersOfActionsAndDifferent() {
        everywhere(position -> {
            int[] moves = moves(position);
            assertThat(moves).isNotEmpty().doesNotHaveDuplicates();
            assertThat(Arrays.stream(moves)).allMatch(move -> move >= 0 && move < position.actionCount());
        });
    }

    @Test
    void outcomesOfChanceSumToOne() {
        everywhere(position -> {
            if (position.turn() == Position.CHANCE) {
                double total = Arrays.stream(moves(position))
                        .mapToDouble(position::probability)
                        .sum();
                assertThat(total).isCloseTo(1, offset(1e-12));
            }
        });
    }

    @Test
    void gamesEndAndSumUp() {
        RandomStream luck = RandomStream.of(5, "games");
        for (int game = 0; game < GAMES; game++) {
            P position = playedOut(luck);
            assertThat(position.earned(0) + position.earned(1)).isEqualTo(sum());
            assertThat(position.earned(0)).isLessThanOrEqualTo(position.most());
        }
    }

    @Test
    void copyGoesItsOwnWay() {
        everywhere(position -> {
            P copy = position.copy();
            long key = position.key();
            copy.play(moves(copy)[0]);
            assertThat(position.key()).isEqualTo(key);
            assertThat(copy.key()).isNotEqualTo(key);
            P same = first();
            same.set(position);
            assertThat(same.key()).isEqualTo(key);
            assertThat(same.turn()).isEqualTo(position.turn());
            assertThat(moves(same)).isEqualTo(moves(position));
        });
    }

    @Test
    void drawsAreMovesAndAllOfThemComeUp() {
        RandomStream luck = RandomStream.of(9, "draws");
        P position = first();
        int[] scratch = new int[position.actionCount()];
        boolean[] seen = new boolean[position.actionCount()];
        for (int draw = 0; draw < 1_000; draw++) {
            seen[position.draw(luck, scratch)] = true;
        }
        for (int move = 0; move < seen.length; move++) {
            int wanted = move;
            assertThat(seen[move]).isEqualTo(Arrays.stream(moves(position)).anyMatch(legal -> legal == wanted));
        }
    }

    private void everywhere(Consumer<P> check) {
        RandomStream luck = RandomStream.of(7, "everywhere");
        for (int game = 0; game < GAMES / 10; game++) {
            P position = first();
            int[] scratch = new int[position.actionCount()];
            while (position.turn() != Position.OVER) {
                check.accept(position);
                position.play(position.draw(luck, scratch));
            }
        }
    }

    private P playedOut(RandomStream luck) {
        P position = first();
        int[] scratch = new int[position.actionCount()];
        while (position.turn() != Position.OVER) {
            position.play(position.draw(luck, scratch));
        }
        return position;
    }

    private int[] moves(P position) {
        int[] moves = new int[position.actionCount()];
        return Arrays.copyOf(moves, position.moves(moves));
    }
}
