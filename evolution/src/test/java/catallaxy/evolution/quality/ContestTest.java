package catallaxy.evolution.quality;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.evolution.fitness.Descriptor;
import catallaxy.evolution.fitness.Fitness;
import catallaxy.evolution.search.Solution;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ContestTest {
    private final EliteGrid grid = new EliteGrid(List.of(new Descriptor("a", 0, 2)), List.of(2));
    private final Contest contest = new Contest(grid, 4);

    /** Costs of those that are tried again, in order, all with a behaviour of cell 0. */
    private void again(int most, int elites, double... costs) {
        assertThat(contest.again(most, elites)).hasSize(costs.length);
        contest.retried(DoubleStream.of(costs)
                .mapToObj(cost -> EliteGridTest.solution(cost, 0.5).fitness())
                .toList());
    }

    private double elite() {
        return grid.found().costs()[0][0];
    }

    /** Lets an elite live that cost so much in each of two trials. */
    private void settled(double cost) {
        contest.enter(EliteGridTest.solution(cost, 0.5));
        again(9, 0, cost);
        assertThat(contest.again(0, 0)).isEmpty();
    }

    @Test
    void nobodyHasACellAfterOneTrial() {
        contest.enter(EliteGridTest.solution(1, 0.5));
        assertThat(grid.size()).isZero();
        again(9, 0, 3);
        assertThat(elite()).isEqualTo(2);
    }

    @Test
    void theWorseDoNotContend() {
        settled(1);
        contest.enter(EliteGridTest.solution(1.5, 0.5));
        contest.enter(new Solution<>(new double[] {0}, Fitness.invalid()));
        assertThat(contest.again(9, 0)).isEmpty();
    }

    @Test
    void aLuckyContenderGivesUp() {
        settled(1);
        contest.enter(EliteGridTest.solution(-5, 0.5));
        again(9, 0, 20);
        assertThat(elite()).isEqualTo(1);
        assertThat(contest.again(9, 0)).isEmpty();
    }

    @Test
    void aLuckyEliteLosesItsCellToWhoIsTriedAsOften() {
        settled(-5);
        again(9, 1, 13);
        assertThat(elite()).as("a mean of three").isEqualTo(1);
        contest.enter(EliteGridTest.solution(0.5, 0.5));
        again(9, 0, 0.5);
        assertThat(elite()).as("two trials are less than three").isEqualTo(1);
        again(9, 0, 0.5);
        assertThat(elite()).isEqualTo(0.5);
        assertThat(grid.found().best().getFirst().fitness().samples()).isEqualTo(3);
    }

    /** Three trials, of which the last ended far away. */
    private void driftsAway() {
        assertThat(contest.again(9, 1)).hasSize(1);
        contest.retried(List.of(EliteGridTest.solution(1, 2).fitness()));
    }

    @Test
    void anEliteMovesToWhereItBelongs() {
        settled(1);
        driftsAway();
        assertThat(grid.found().niches().orElseThrow().elites()).containsOnlyKeys(1);
    }

    @Test
    void andHasToWinThere() {
        Solution<double[]> better = EliteGridTest.solution(0.5, 1.5);
        grid.put(new Solution<>(
                better.candidate(), better.fitness().plus(better.fitness()).plus(better.fitness())));
        settled(1);
        driftsAway();
        assertThat(grid.size()).isEqualTo(1);
        assertThat(elite()).isEqualTo(0.5);
    }

    @Test
    void anEliteThatFailsIsGone() {
        settled(1);
        assertThat(contest.again(9, 1)).hasSize(1);
        contest.retried(List.of(Fitness.invalid()));
        assertThat(grid.size()).isZero();
    }

    @Test
    void theTrustedAreAskedNoMore() {
        settled(1);
        again(9, 1, 1);
        again(9, 1, 1);
        assertThat(contest.again(9, 1)).as("four trials are enough").isEmpty();
    }

    @Test
    void whoCannotBeAskedNowWaits() {
        contest.enter(EliteGridTest.solution(3, 0.5));
        contest.enter(EliteGridTest.solution(1, 0.5));
        StateWriter out = new StateWriter();
        contest.save(out);
        contest.load(new StateReader(out.toBytes()));
        again(1, 1, 3);
        assertThat(elite()).isEqualTo(3);
        again(1, 1, 1);
        assertThat(elite()).isEqualTo(1);
    }
}
