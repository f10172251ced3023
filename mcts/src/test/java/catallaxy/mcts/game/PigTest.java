package catallaxy.mcts.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.mcts.Position;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Pig and its solution. */
final class PigTest extends PositionKit<Pig> {
    private static final PigSolution HUNDRED = PigSolution.of(100);
    private static final PigSolution SMALL = PigSolution.of(20);

    @Override
    Pig first() {
        return new Pig(30);
    }

    @Override
    double sum() {
        return 1;
    }

    @Test
    void firstPlayerWinsAsPublished() {
        assertThat(HUNDRED.value(0, 0, 0)).isCloseTo(0.5306, offset(0.00005));
    }

    @Test
    void holdingAtTwentyFiveFromNoughtAndRollingNearTheGoalIsBest() {
        assertThat(HUNDRED.rolls(0, 0, 20)).isTrue();
        assertThat(HUNDRED.rolls(0, 0, 21)).isFalse();
        assertThat(HUNDRED.rolls(60, 99, 39)).isTrue();
    }

    @Test
    void bestPlayAgainstItselfWinsHalf() {
        assertThat(HUNDRED.againstBest(pig -> rolls(HUNDRED, pig))).isCloseTo(0.5, offset(1e-9));
    }

    @Test
    void fixedWaysWinAsOftenAsInPlay() {
        Predicate<Pig> holdsAtSix = pig -> pig.turnTotal() < 6 && pig.banked(0) + pig.turnTotal() < 20;
        int games = 200_000;
        double won = 0;
        RandomStream luck = RandomStream.of(1, "pig");
        for (int game = 0; game < games; game++) {
            won += play(holdsAtSix, game & 1, luck);
        }
        double exact = SMALL.againstBest(holdsAtSix);
        assertThat(won / games).isCloseTo(exact, offset(4 * Math.sqrt(0.25 / games)));
        assertThat(exact).isLessThan(0.5);
    }

    @Test
    void wrongScoresAreRefused() {
        assertThatThrownBy(() -> new Pig(100, 100, 0, 0)).hasMessageContaining("scores in [0, goal)");
        assertThatThrownBy(() -> new Pig(1)).hasMessageContaining("goal from 2 to 1000");
    }

    /** What the player in a seat wins who plays in a fixed way against the best. */
    private static double play(Predicate<Pig> policy, int seat, RandomStream luck) {
        Pig pig = new Pig(20);
        while (pig.turn() != Position.OVER) {
            if (pig.turn() == Position.CHANCE) {
                pig.play(luck.nextInt(6));
            } else {
                Pig seen = new Pig(20, pig.banked(pig.turn()), pig.banked(1 - pig.turn()), pig.turnTotal());
                boolean rolls = pig.turn() == seat ? pig.turnTotal() == 0 || policy.test(seen) : rolls(SMALL, seen);
                pig.play(rolls ? Pig.ROLL : Pig.HOLD);
            }
        }
        return pig.earned(seat);
    }

    private static boolean rolls(PigSolution solution, Pig pig) {
        return solution.rolls(pig.banked(0), pig.banked(1), pig.turnTotal());
    }
}
