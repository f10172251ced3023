package catallaxy.agents.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.random.RandomStream;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Orders of rows against their distribution: each permutation as often as every other. */
class VisitsTest {
    private static final int DRAWS = 24_000;

    @Test
    void inOrderCountsFromZero() {
        assertThat(Visits.inOrder(0)).isEmpty();
        assertThat(Visits.inOrder(4)).containsExactly(0, 1, 2, 3);
    }

    /** Of 24 permutations, χ² with 23 degrees of freedom is above 49.7 once in a thousand. */
    @Test
    void everyPermutationComesAsOften() {
        RandomStream random = RandomStream.of(3, "visits");
        Map<String, Integer> counts = new TreeMap<>();
        int[] visits = new int[4];
        for (int i = 0; i < DRAWS; i++) {
            Visits.shuffle(visits, random);
            counts.merge(Arrays.toString(visits), 1, Integer::sum);
        }
        assertThat(counts).hasSize(24);
        double expected = DRAWS / 24.0;
        double chiSquared = counts.values().stream()
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
        assertThat(chiSquared).isLessThan(49.7);
    }

    @Test
    void isAPermutationWhateverStoodThere() {
        for (long seed = 0; seed < 50; seed++) {
            RandomStream random = RandomStream.of(seed, "visits");
            int[] visits = new int[random.nextInt(40)];
            Arrays.fill(visits, 7);
            Visits.shuffle(visits, random);
            assertThat(visits).as("seed " + seed).containsExactlyInAnyOrder(Visits.inOrder(visits.length));
        }
    }
}
