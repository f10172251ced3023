package catallaxy.agents.problem;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.mcts.game.ConnectFour;
import catallaxy.mcts.game.ConnectFourSolver;
import catallaxy.mcts.game.SolvedPosition;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The stored positions against their drawing and the solver; {@link DrawnPositions} writes them. */
final class SolvedPositionsTest {
    @Test
    void everyClassHasAsManyPositionsThatBelongToItAndCanBePlayedWrongly() {
        List<SolvedPosition> all = SolvedPositions.read();
        List<PositionClass> classes = List.of(PositionClass.values());
        assertThat(all).hasSize(classes.size() * DrawnPositions.OF_EACH_CLASS);
        for (int i = 0; i < all.size(); i++) {
            PositionClass expected = classes.get(i / DrawnPositions.OF_EACH_CLASS);
            assertThat(all.get(i).set()).isEqualTo(expected.set());
            assertThat(PositionClass.of(all.get(i))).contains(expected);
            assertThat(all.get(i).hasMistake()).isTrue();
        }
    }

    @Test
    void noPositionIsThereTwiceOrMirrored() {
        assertThat(SolvedPositions.read().stream().map(SolvedPositionsTest::key))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(
            value = PositionClass.class,
            names = {"END_EASY", "MIDDLE_EASY"})
    void theFirstOfAClassAreDrawnAgain(PositionClass drawn) {
        assertThat(stored(drawn)).startsWith(DrawnPositions.of(drawn, 20).toArray(SolvedPosition[]::new));
    }

    @ParameterizedTest
    @EnumSource
    @Tag("long")
    void allOfAClassAreDrawnAgain(PositionClass drawn) {
        assertThat(stored(drawn)).isEqualTo(DrawnPositions.of(drawn, DrawnPositions.OF_EACH_CLASS));
    }

    @Test
    void theSolverAgreesOnSomeOfTheRest() {
        ConnectFourSolver solver = new ConnectFourSolver(20);
        for (PositionClass each : List.of(PositionClass.MIDDLE_MEDIUM, PositionClass.BEGIN_EASY)) {
            for (SolvedPosition position : stored(each).subList(0, 5)) {
                assertThat(SolvedPosition.of(position.set(), position.moves(), solver))
                        .isEqualTo(position);
            }
        }
    }

    private static List<SolvedPosition> stored(PositionClass of) {
        return SolvedPositions.read().stream()
                .filter(position -> position.set().equals(of.set()))
                .toList();
    }

    private static long key(SolvedPosition solved) {
        ConnectFour position = solved.position();
        return Math.min(position.key(), position.mirrored().key());
    }
}
