package catallaxy.evolution.quality;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.evolution.fitness.Descriptor;
import catallaxy.evolution.fitness.Fitness;
import catallaxy.evolution.fitness.FitnessSample;
import catallaxy.evolution.fitness.Objective;
import catallaxy.evolution.fitness.Objectives;
import catallaxy.evolution.search.Solution;
import java.util.List;
import org.junit.jupiter.api.Test;

class EliteGridTest {
    private static final List<Descriptor> TWO = List.of(new Descriptor("a", 0, 3), new Descriptor("b", 0, 2));
    private static final Objectives COST = Objectives.of(Objective.minimised("cost"));

    private static EliteGrid grid() {
        return new EliteGrid(TWO, List.of(3, 2));
    }

    static Solution<double[]> solution(double cost, double... behaviour) {
        return new Solution<>(new double[] {cost}, Fitness.of(COST, FitnessSample.of(new double[] {cost}, behaviour)));
    }

    @Test
    void countsCellsAlongTheLastDescriptorFirst() {
        EliteGrid grid = grid();
        assertThat(grid.cell(new double[] {0.5, 0.5})).isZero();
        assertThat(grid.cell(new double[] {0.5, 1.5})).isEqualTo(1);
        assertThat(grid.cell(new double[] {1.5, 0.5})).isEqualTo(2);
        assertThat(grid.cell(new double[] {3, 2})).isEqualTo(5);
        assertThat(grid.cell(new double[] {-9, 99})).isEqualTo(1);
    }

    @Test
    void oneNumberOfCellsIsForAll() {
        EliteGrid grid = new EliteGrid(TWO, List.of(4));
        assertThat(grid.cell(new double[] {3, 2})).isEqualTo(15);
        assertThat(grid.found().niches().orElseThrow().size()).isEqualTo(16);
    }

    @Test
    void welcomesTheBetter() {
        EliteGrid grid = grid();
        grid.put(solution(2, 1.5, 0.5));
        assertThat(grid.welcomes(solution(1, 1.2, 0.1))).isTrue();
        assertThat(grid.welcomes(solution(2, 1.2, 0.1))).isFalse();
        assertThat(grid.welcomes(solution(3, 1.2, 0.1))).isFalse();
        assertThat(grid.welcomes(solution(3, 1.2, 1.1))).isTrue();
        grid.put(solution(1, 1.2, 0.1));
        assertThat(grid.size()).isEqualTo(1);
        assertThat(grid.found().costs()).isDeepEqualTo(new double[][] {{1}});
    }

    @Test
    void cellsThatWereEmptiedAreDrawnNoMore() {
        EliteGrid grid = grid();
        Solution<double[]> leaving = solution(1, 0.5, 0.5);
        grid.put(leaving);
        grid.put(solution(2, 2.5, 0.5));
        grid.remove(List.of(leaving));
        assertThat(grid.found().niches().orElseThrow().elites()).containsOnlyKeys(4);
        RandomStream random = RandomStream.of(1, "test");
        for (int i = 0; i < 20; i++) {
            assertThat(grid.any(random).fitness().cost()).isEqualTo(2);
        }
    }

    @Test
    void drawsAllAlikeAndTheSameOnesAfterLoading() {
        EliteGrid grid = grid();
        grid.put(solution(3, 2.5, 1.5));
        grid.put(solution(1, 0.5, 0.5));
        grid.put(solution(2, 1.5, 0.5));
        StateWriter out = new StateWriter();
        grid.save(out);
        EliteGrid loaded = grid();
        loaded.load(new StateReader(out.toBytes()));
        RandomStream random = RandomStream.of(1, "test");
        RandomStream same = random.copy();
        int[] counts = new int[4];
        for (int i = 0; i < 3000; i++) {
            double cost = grid.any(random).fitness().cost();
            assertThat(loaded.any(same).fitness().cost()).isEqualTo(cost);
            counts[(int) cost]++;
        }
        assertThat(counts[1]).isBetween(900, 1100);
        assertThat(counts[2]).isBetween(900, 1100);
    }

    @Test
    void namesTheLeastTried() {
        EliteGrid grid = grid();
        Solution<double[]> once = solution(1, 0.5, 0.5);
        Fitness both = once.fitness().plus(once.fitness());
        grid.put(new Solution<>(new double[] {7}, both));
        grid.put(solution(2, 2.5, 0.5));
        grid.put(solution(3, 1.5, 0.5));
        assertThat(grid.leastTried(5, 9))
                .extracting(each -> each.candidate()[0])
                .containsExactly(3.0, 2.0, 7.0);
        assertThat(grid.leastTried(2, 9)).hasSize(2);
        assertThat(grid.leastTried(5, 2))
                .extracting(each -> each.candidate()[0])
                .containsExactly(3.0, 2.0);
    }
}
