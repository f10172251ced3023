package catallaxy.agents.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SumTreeTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 37, 64})
    void findsWhatALinearScanFinds(int size) {
        RandomStream random = RandomStream.of(size, "tree");
        SumTree tree = new SumTree(size);
        double[] weights = new double[size];
        for (int round = 0; round < 300; round++) {
            int index = random.nextInt(size);
            weights[index] = random.nextInt(3) == 0 && size > 1 ? 0 : random.nextInt(8) + 1;
            tree.set(index, weights[index]);
            double total = 0;
            for (double weight : weights) {
                total += weight;
            }
            assertThat(tree.total()).isEqualTo(total);
            if (total > 0) {
                double point = random.nextDouble() * total;
                assertThat(tree.find(point)).isEqualTo(scan(weights, point));
            }
        }
    }

    @Test
    void frequenciesFollowTheWeights() {
        double[] weights = {1, 0, 3, 0.5, 5.5};
        SumTree tree = new SumTree(weights.length);
        for (int i = 0; i < weights.length; i++) {
            tree.set(i, weights[i]);
        }
        RandomStream random = RandomStream.of(1, "tree");
        int draws = 100_000;
        int[] counts = new int[weights.length];
        for (int i = 0; i < draws; i++) {
            counts[tree.find(random.nextDouble() * tree.total())]++;
        }
        assertThat(counts[1]).isZero();
        double chiSquared = 0;
        for (int i : new int[] {0, 2, 3, 4}) {
            double expected = draws * weights[i] / 10;
            chiSquared += (counts[i] - expected) * (counts[i] - expected) / expected;
        }
        assertThat(chiSquared).as("99.9 %% quantile for 3 degrees of freedom").isLessThan(16.27);
    }

    @Test
    void aLoadedTreeIsTheSavedOne() {
        SumTree tree = new SumTree(10);
        for (int i = 0; i < 7; i++) {
            tree.set(i, 0.1 * (i + 1));
        }
        StateWriter out = new StateWriter();
        tree.save(out, 7);
        SumTree loaded = new SumTree(10);
        loaded.set(9, 4);
        loaded.load(new StateReader(out.toBytes()));
        assertThat(loaded.total()).isEqualTo(tree.total());
        assertThat(loaded.weight(3)).isCloseTo(0.4, within(1e-15));
        assertThat(loaded.weight(9)).isZero();
    }

    @Test
    void impossibleWeightsAreRefused() {
        SumTree tree = new SumTree(2);
        assertThatThrownBy(() -> tree.set(0, Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> tree.set(0, -1)).hasMessageContaining("-1");
    }

    private static int scan(double[] weights, double point) {
        double end = 0;
        for (int i = 0; i < weights.length; i++) {
            end += weights[i];
            if (point < end) {
                return i;
            }
        }
        throw new IllegalArgumentException("point " + point + " beyond the total");
    }
}
