package catallaxy.evolution.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrowdingTest {
    /** Points of a simplex, so that none dominates another. */
    private static double[] front(int count, int objectives, long seed) {
        RandomStream random = RandomStream.of(seed, "front");
        double[] costs = new double[count * objectives];
        for (int i = 0; i < count; i++) {
            double sum = 0;
            for (int m = 0; m < objectives; m++) {
                costs[i * objectives + m] = random.nextExponential();
                sum += costs[i * objectives + m];
            }
            for (int m = 0; m < objectives; m++) {
                costs[i * objectives + m] /= sum;
            }
        }
        return costs;
    }

    private static Crowding taken(double[] costs, int objectives) {
        int count = costs.length / objectives;
        NondominatedSort sort = new NondominatedSort(objectives);
        sort.sort(costs, count);
        assertThat(sort.fronts()).isEqualTo(1);
        Crowding crowding = new Crowding(objectives);
        crowding.take(costs, sort.members(), 0, count);
        return crowding;
    }

    /** The paper's procedure, for those who are left and with the extent of all. */
    private static double naive(double[] costs, int objectives, List<Integer> left, int point) {
        double sum = 0;
        for (int m = 0; m < objectives; m++) {
            int objective = m;
            Comparator<Integer> byCost = Comparator.comparingDouble(i -> costs[i * objectives + objective]);
            List<Integer> sorted = left.stream().sorted(byCost).toList();
            int at = sorted.indexOf(point);
            if (at == 0 || at == sorted.size() - 1) {
                return Double.POSITIVE_INFINITY;
            }
            List<Integer> all = IntStream.range(0, costs.length / objectives)
                    .boxed()
                    .sorted(byCost)
                    .toList();
            double extent = costs[all.getLast() * objectives + m] - costs[all.getFirst() * objectives + m];
            sum += (costs[sorted.get(at + 1) * objectives + m] - costs[sorted.get(at - 1) * objectives + m]) / extent;
        }
        return sum;
    }

    @Test
    void thinnedOneByOneAsByDefinition() {
        for (int objectives = 2; objectives <= 4; objectives++) {
            for (long seed = 1; seed <= 10; seed++) {
                double[] costs = front(40, objectives, seed);
                Crowding crowding = taken(costs, objectives);
                List<Integer> left =
                        new ArrayList<>(IntStream.range(0, 40).boxed().toList());
                while (left.size() > 20) {
                    int count = objectives;
                    left.remove((Object) left.stream()
                            .min(Comparator.comparingDouble(i -> naive(costs, count, left, i)))
                            .orElseThrow());
                }
                crowding.thin(20, true);
                assertSame(crowding, costs, objectives, left);
            }
        }
    }

    private static void assertSame(Crowding crowding, double[] costs, int objectives, List<Integer> left) {
        assertThat(crowding.size()).isEqualTo(left.size());
        for (int member = 0; member < crowding.size(); member++) {
            double expected = naive(costs, objectives, left, crowding.point(member));
            assertThat(left).contains(crowding.point(member));
            if (Double.isInfinite(expected)) {
                assertThat(crowding.distance(member)).isInfinite();
            } else {
                assertThat(crowding.distance(member)).isCloseTo(expected, within(1e-12));
            }
        }
    }

    @Test
    void oneByOneLeavesOneOfAPair() {
        double[] costs = {0, 10, 4, 6, 4.1, 5.9, 7, 3, 10, 0};
        Crowding oneByOne = taken(costs, 2);
        oneByOne.thin(3, true);
        Crowding atOnce = taken(costs, 2);
        atOnce.thin(3, false);
        assertThat(IntStream.range(0, 3).map(oneByOne::point)).containsExactly(0, 1, 4);
        assertThat(IntStream.range(0, 3).map(atOnce::point)).containsExactly(0, 3, 4);
    }

    @Test
    void endsAreTheLastToGo() {
        double[] costs = front(30, 2, 4);
        Crowding crowding = taken(costs, 2);
        int first = crowding.point(0);
        int last = crowding.point(29);
        crowding.thin(2, true);
        assertThat(IntStream.range(0, 2).map(crowding::point)).containsExactly(first, last);
    }

    @Test
    void equalPointsHaveNoRoom() {
        Crowding crowding = taken(new double[] {1, 1, 1, 1, 1, 1}, 2);
        assertThat(crowding.distance(1)).isZero();
        crowding.thin(1, true);
        assertThat(crowding.size()).isEqualTo(1);
    }
}
