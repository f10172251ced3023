package catallaxy.evolution.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HypervolumeTest {
    private static double[] ones(int objectives) {
        double[] ones = new double[objectives];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** Some points lie beyond the reference, some twice, and some costs are equal. */
    private static double[][] points(int count, int objectives, long seed) {
        RandomStream random = RandomStream.of(seed, "points");
        double[][] points = new double[count][objectives];
        for (int i = 0; i < count; i++) {
            for (int m = 0; m < objectives; m++) {
                points[i][m] = random.nextInt(22) / 20.0 - (random.nextInt(3) == 0 ? random.nextDouble() : 0);
            }
            if (i > 0 && random.nextInt(5) == 0) {
                points[i] = points[i - 1].clone();
            }
        }
        return points;
    }

    /** By inclusion and exclusion over all subsets. */
    private static double byExclusion(double[][] points, int objectives) {
        double volume = 0;
        for (int set = 1; set < 1 << points.length; set++) {
            double box = 1;
            for (int m = 0; m < objectives; m++) {
                double most = Double.NEGATIVE_INFINITY;
                for (int i = 0; i < points.length; i++) {
                    most = (set >> i & 1) == 0 ? most : Math.max(most, points[i][m]);
                }
                box *= Math.max(0, 1 - most);
            }
            volume += Integer.bitCount(set) % 2 == 1 ? box : -box;
        }
        return volume;
    }

    @Test
    void theSameAsByInclusionAndExclusion() {
        for (int objectives = 1; objectives <= 6; objectives++) {
            for (long seed = 1; seed <= 60; seed++) {
                int count = (int) (seed % 10);
                double[][] points = points(count, objectives, seed);
                assertThat(Hypervolume.of(points, ones(objectives)))
                        .as("%d objectives, seed %d", objectives, seed)
                        .isCloseTo(byExclusion(points, objectives), within(1e-10));
            }
        }
    }

    @Test
    void theSameAsByChance() {
        for (int objectives = 2; objectives <= 5; objectives++) {
            RandomStream random = RandomStream.of(objectives, "chance");
            double[][] points = new double[40][objectives];
            Arrays.stream(points).forEach(point -> Arrays.setAll(point, _ -> random.nextDouble()));
            int trials = 20_000;
            int hits = 0;
            for (int i = 0; i < trials; i++) {
                double[] at = new double[objectives];
                Arrays.setAll(at, _ -> random.nextDouble());
                hits += Arrays.stream(points).anyMatch(point -> below(point, at)) ? 1 : 0;
            }
            double share = (double) hits / trials;
            assertThat(Hypervolume.of(points, ones(objectives)))
                    .isCloseTo(share, within(5 * Math.sqrt(share * (1 - share) / trials)));
        }
    }

    private static boolean below(double[] point, double[] at) {
        for (int m = 0; m < at.length; m++) {
            if (point[m] > at[m]) {
                return false;
            }
        }
        return true;
    }

    @Test
    void theOrderOfPointsAndOfObjectivesDoesNotMatter() {
        double[][] points = points(30, 4, 9);
        double once = Hypervolume.of(points, 1, 1, 1, 1);
        double[][] turned = new double[points.length][];
        for (int i = 0; i < points.length; i++) {
            double[] point = points[points.length - 1 - i];
            turned[i] = new double[] {point[3], point[1], point[0], point[2]};
        }
        assertThat(Hypervolume.of(turned, 1, 1, 1, 1)).isCloseTo(once, within(1e-12));
    }

    @Test
    void onlyWhatIsBetterThanTheReferenceCounts() {
        assertThat(Hypervolume.of(new double[0][], 1, 1)).isZero();
        assertThat(Hypervolume.of(new double[][] {{-5, 1}, {2, 0}}, 1, 1)).isZero();
        assertThat(Hypervolume.of(new double[][] {{-1, 0.5}, {2, -9}}, 1, 1)).isEqualTo(1);
        assertThatThrownBy(() -> Hypervolume.of(new double[][] {{1, 2, 3}}, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 costs");
    }
}
