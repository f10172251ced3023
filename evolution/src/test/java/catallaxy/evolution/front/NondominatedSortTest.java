package catallaxy.evolution.front;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.evolution.fitness.Fitness;
import catallaxy.evolution.search.Solution;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NondominatedSortTest {
    private static double[] points(int count, int objectives, int levels, long seed) {
        RandomStream random = RandomStream.of(seed, "sort");
        double[] points = new double[count * objectives];
        Arrays.setAll(points, _ -> random.nextInt(levels));
        return points;
    }

    private static boolean dominates(double[] costs, int objectives, int one, int other) {
        double[] a = Arrays.copyOfRange(costs, one * objectives, (one + 1) * objectives);
        double[] b = Arrays.copyOfRange(costs, other * objectives, (other + 1) * objectives);
        return Fitness.ofCosts(a).dominates(Fitness.ofCosts(b));
    }

    /** One more than the highest rank of those that dominate it, until nothing changes. */
    private static int[] naive(double[] costs, int objectives) {
        int[] rank = new int[costs.length / objectives];
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 0; i < rank.length; i++) {
                for (int j = 0; j < rank.length; j++) {
                    if (rank[i] <= rank[j] && dominates(costs, objectives, j, i)) {
                        rank[i] = rank[j] + 1;
                        changed = true;
                    }
                }
            }
        }
        return rank;
    }

    @Test
    void theSameFrontsAsByDefinition() {
        for (int objectives = 1; objectives <= 4; objectives++) {
            NondominatedSort sort = new NondominatedSort(objectives);
            for (long seed = 1; seed <= 40; seed++) {
                int count = (int) (seed * 3 % 71);
                double[] costs = points(count, objectives, seed % 2 == 0 ? 5 : 1000, seed);
                sort.sort(costs, count);
                int[] expected = naive(costs, objectives);
                int[] ranks = new int[count];
                Arrays.setAll(ranks, sort::rank);
                assertThat(ranks).as("%d objectives, seed %d", objectives, seed).isEqualTo(expected);
                assertThat(sort.fronts())
                        .isEqualTo(Arrays.stream(expected).max().orElse(-1) + 1);
                assertGrouped(sort, count);
            }
        }
    }

    private static void assertGrouped(NondominatedSort sort, int count) {
        assertThat(sort.start(sort.fronts())).isEqualTo(count);
        assertThat(Arrays.copyOf(sort.members(), count)).doesNotHaveDuplicates();
        for (int front = 0; front < sort.fronts(); front++) {
            for (int at = sort.start(front); at < sort.start(front + 1); at++) {
                assertThat(sort.rank(sort.members()[at])).isEqualTo(front);
            }
        }
    }

    @Test
    void frontsAreInLexicographicOrder() {
        double[] costs = {3, 1, 1, 3, 2, 2, 2, 2, 0, 9};
        NondominatedSort sort = new NondominatedSort(2);
        sort.sort(costs, 5);
        assertThat(Arrays.copyOf(sort.members(), 5)).containsExactly(4, 1, 2, 3, 0);
    }

    @Test
    void ofSolutionsOnlyTheValid() {
        List<Solution<String>> all = List.of(
                new Solution<>("ruined", Fitness.invalid()),
                new Solution<>("second", Fitness.ofCosts(2, 1)),
                new Solution<>("dominated", Fitness.ofCosts(2, 2)),
                new Solution<>("first", Fitness.ofCosts(1, 2)));
        assertThat(NondominatedSort.front(all).stream().map(Solution::candidate))
                .containsExactly("first", "second");
        assertThat(NondominatedSort.front(all.subList(0, 1))).isEmpty();
    }
}
