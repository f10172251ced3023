package catallaxy.agents.game;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.agents.learning.Game;
import catallaxy.agents.learning.Game.Symmetry;
import catallaxy.environment.api.Feature;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.mcts.Position;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What every game keeps to, so that learners can plan on it. */
abstract class GameKit<P extends Position<P>> {
    private static final int GAMES = 40;

    /** The game. */
    abstract Game<P> game();

    @Test
    void whatIsObservedIsThePosition() {
        everywhere(position -> {
            P read = game().position(observed(position), 0);
            assertThat(read.key()).isEqualTo(position.key());
            assertThat(read.turn()).isEqualTo(position.turn());
        });
    }

    @Test
    void observationsStayInsideTheirBounds() {
        List<Feature> features = game().observationSpec().features();
        everywhere(position -> {
            float[] row = observed(position);
            for (int i = 0; i < row.length; i++) {
                assertThat((double) row[i])
                        .isBetween((double) (float) features.get(i).low(), (double)
                                (float) features.get(i).high());
            }
        });
    }

    @Test
    void movesAreTheLabelsOfTheAction() {
        assertThat(game().actionSpec().maskSize())
                .isLessThanOrEqualTo(game().first().actionCount());
    }

    /** Seen in another way and played is played and seen in another way. */
    @Test
    void symmetriesMakeNoDifference() {
        for (Symmetry symmetry : game().symmetries()) {
            everywhere(position -> {
                P seen = game().position(transformed(observed(position), symmetry), 0);
                assertThat(seen.turn()).isEqualTo(position.turn());
                for (int action = 0; action < symmetry.actions().size(); action++) {
                    int old = symmetry.actions().get(action);
                    assertThat(legal(seen)[action]).isEqualTo(legal(position)[old]);
                    if (legal(seen)[action]) {
                        assertSameAfter(seen, action, position, old, symmetry);
                    }
                }
            });
        }
    }

    @Test
    void symmetriesAreDifferent() {
        assertThat(game().symmetries()).doesNotHaveDuplicates();
        assertThat(game().symmetries())
                .noneMatch(symmetry ->
                        symmetry.features().stream().sorted().toList().equals(symmetry.features()));
    }

    private void assertSameAfter(P seen, int action, P position, int old, Symmetry symmetry) {
        P one = seen.copy();
        one.play(action);
        P other = position.copy();
        other.play(old);
        assertThat(one.turn()).isEqualTo(other.turn());
        assertThat(observed(one)).isEqualTo(transformed(observed(other), symmetry));
    }

    private void everywhere(Consumer<P> check) {
        RandomStream luck = RandomStream.of(13, "games");
        for (int i = 0; i < GAMES; i++) {
            P position = game().first();
            int[] scratch = new int[position.actionCount()];
            while (position.turn() != Position.OVER) {
                if (position.turn() != Position.CHANCE) {
                    check.accept(position);
                }
                position.play(position.draw(luck, scratch));
            }
        }
    }

    private boolean[] legal(P position) {
        boolean[] legal = new boolean[game().actionSpec().maskSize()];
        int[] moves = new int[position.actionCount()];
        Arrays.stream(moves, 0, position.moves(moves)).forEach(move -> legal[move] = true);
        return legal;
    }

    private float[] observed(P position) {
        float[] row = new float[game().observationSpec().size()];
        game().observe(position, row, 0);
        return row;
    }

    private static float[] transformed(float[] row, Symmetry symmetry) {
        float[] seen = new float[row.length];
        for (int i = 0; i < row.length; i++) {
            seen[i] = row[symmetry.features().get(i)];
        }
        return seen;
    }
}
