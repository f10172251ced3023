package catallaxy.agents.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.learning.BatchPolicy;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.mcts.Position;
import org.junit.jupiter.api.Test;

/** The size between two pools: its closed form against all sizes, its referee against simulation, its plan against its worlds. */
final class TwoPoolsTest {
    private static final TwoPoolsProblem STANDARD = TwoPoolsProblem.standard();
    private static final TwoPoolsProblem ANY_SIZE = new TwoPoolsProblem(0.1, 1, 0.06, 0, 3_000);

    /** The best size, or the choice that is nearest to it, a part of it. */
    private static BatchPolicy closedForm(TwoPoolsProblem problem, double part) {
        return (observations, masks, rows, actions) -> {
            for (int i = 0; i < rows; i++) {
                double size = part
                        * problem.pools(observations[2 * i], observations[2 * i + 1])
                                .best();
                actions[i] = problem.sizes() == 0
                        ? (float) size
                        : Math.round((size / problem.maxSize() + 1) * (problem.sizes() - 1) / 2);
            }
        };
    }

    @Test
    void noSizeGainsMoreThanTheClosedForm() {
        RandomStream random = RandomStream.of(1, "two pools");
        for (int i = 0; i < 200; i++) {
            PoolPair pools = new PoolPair(random.nextDouble() - 0.5, 2 * random.nextDouble() - 1, 0.003);
            double best = pools.gain(pools.best());
            assertThat(best).isNotNegative();
            for (int size = -1_000; size <= 1_000; size++) {
                assertThat(pools.gain(size / 1_000.0)).isLessThanOrEqualTo(best + 1e-15);
            }
        }
    }

    @Test
    void withinTheFeesThereIsNothingToGain() {
        assertThat(new PoolPair(0.006, 0.5, 0.003).best()).isZero();
        assertThat(new PoolPair(0.007, 0.5, 0.003).best()).isPositive();
        assertThat(new PoolPair(-0.007, 0.5, 0.003).best()).isNegative();
    }

    @Test
    void theClosedFormAttainsAllAndTheNearestChoiceNearlyAll() {
        Referee any = ANY_SIZE.referee();
        assertThat(any.ratio(any.attained(closedForm(ANY_SIZE, 1), 0))).isCloseTo(1, within(1e-6));
        assertThat(any.figures(closedForm(ANY_SIZE, 1)).get("size.error")).isLessThan(1e-7);
        Referee choices = STANDARD.referee();
        assertThat(choices.ratio(choices.attained(closedForm(STANDARD, 1), 0))).isBetween(0.998, 1.0);
    }

    /** Planted: half of the best size gains three quarters, twice of it nothing. */
    @Test
    void aWrongSizeIsSeen() {
        Referee referee = ANY_SIZE.referee();
        assertThat(referee.ratio(referee.attained(closedForm(ANY_SIZE, 0.5), 0)))
                .isCloseTo(0.75, within(0.01));
        assertThat(referee.ratio(referee.attained(closedForm(ANY_SIZE, 2), 0))).isLessThan(0.1);
        assertThat(referee.attained(closedForm(ANY_SIZE, 0), 0)).isZero();
    }

    @Test
    void simulationAgreesWithTheReferee() {
        BatchPolicy policy = closedForm(STANDARD, 0.7);
        Episodes episodes = Episodes.play(STANDARD.environment(1_000), policy, 20, 5);
        assertThat(episodes.errorsFrom(STANDARD.referee().attained(policy, Double.NaN)))
                .isLessThan(4);
    }

    @Test
    void thePlanIsThatOfTheWorlds() {
        TwoPoolsGame game = new TwoPoolsGame(STANDARD);
        float[] row = {0.25f, -0.5f};
        TwoPoolsPosition position = game.position(row, 0);
        float[] again = new float[2];
        game.observe(position, again, 0);
        assertThat(again).containsExactly(row);
        int[] moves = new int[61];
        assertThat(position.moves(moves)).isEqualTo(61);
        TwoPoolsPosition copy = position.copy();
        copy.play(40);
        assertThat(copy.earned(0)).isEqualTo(STANDARD.reward(STANDARD.pools(0.25, -0.5), STANDARD.size(40)));
        assertThat(copy.turn()).isEqualTo(Position.OVER);
        assertThat(position.turn()).isZero();
        assertThat(copy.earned(0)).isBetween(game.least(), game.most());
    }

    @Test
    void wrongKeysAreNamed() {
        assertThatThrownBy(() -> new TwoPoolsProblem(0.1, 1, 0.06, 60, 3_000)).hasMessageContaining("sizes");
        assertThatThrownBy(() -> new TwoPoolsProblem(0, 1, 0.06, 61, 3_000)).hasMessageContaining("maxGap");
    }
}
