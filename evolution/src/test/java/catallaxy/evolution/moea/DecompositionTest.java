package catallaxy.evolution.moea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DecompositionTest {
    private static final double[] IDEAL = {1, 2};
    private static final double[] UNIT = {1, 4};

    @Test
    void latticesAreAsFineAsThereIsRoom() {
        assertThat(SimplexLattice.weights(2, 100)).hasDimensions(100, 2);
        assertThat(SimplexLattice.weights(3, 100)).hasDimensions(91, 3);
        assertThat(SimplexLattice.weights(5, 3)).hasDimensions(5, 5);
        assertThat(SimplexLattice.weights(1, 4)).hasDimensions(4, 1);
        for (double[] weight : SimplexLattice.weights(4, 200)) {
            assertThat(Arrays.stream(weight).sum()).isCloseTo(1, within(1e-12));
        }
        assertThat(Arrays.stream(SimplexLattice.weights(3, 100)).map(Arrays::toString))
                .doesNotHaveDuplicates();
    }

    @Test
    void neighboursAreTheNearest() {
        int[][] near = Neighbourhoods.of(SimplexLattice.weights(2, 11), 3);
        assertThat(near[0]).containsExactly(0, 1, 2);
        assertThat(near[5]).containsExactly(5, 4, 6);
        assertThat(Neighbourhoods.of(SimplexLattice.weights(2, 5), 20)).hasDimensions(5, 5);
    }

    @Test
    void numbersOfWeightedCosts() {
        double[] costs = {3, 10};
        double[] weight = {0.6, 0.8};
        assertThat(Scalarisation.TCHEBYCHEFF.of(costs, weight, IDEAL, UNIT)).isCloseTo(1.6, within(1e-12));
        assertThat(Scalarisation.WEIGHTED_SUM.of(costs, weight, IDEAL, UNIT)).isCloseTo(2.8, within(1e-12));
        assertThat(Scalarisation.PBI.of(costs, weight, IDEAL, UNIT))
                .isCloseTo(2.8 + 5 * Math.sqrt(8 - 2.8 * 2.8), within(1e-12));
        assertThat(Scalarisation.PBI.of(new double[] {1.6, 5.2}, weight, IDEAL, UNIT))
                .as("on the weight's way")
                .isCloseTo(1, within(1e-6));
    }

    @Test
    void aWeightOfNothingBreaksTies() {
        double[] weight = {1, 0};
        assertThat(Scalarisation.TCHEBYCHEFF.of(new double[] {1, 3}, weight, IDEAL, UNIT))
                .isLessThan(Scalarisation.TCHEBYCHEFF.of(new double[] {1, 4}, weight, IDEAL, UNIT));
    }
}
