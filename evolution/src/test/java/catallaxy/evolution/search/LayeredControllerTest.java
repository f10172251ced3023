package catallaxy.evolution.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LayeredControllerTest {
    private static final SearchContext.NetworkShape TWO = new SearchContext.NetworkShape(List.of(2), Squash.TANH);

    @Test
    void sumsBiasAndWeightedInputs() {
        double[] weights = {0.1, 1, 2, -0.2, 3, -1, 0.5, 2, -3};
        double[] output = new double[1];
        LayeredController controller = new LayeredController(TWO, 2, 1, weights);
        double expected = 0.5 + 2 * Math.tanh(0.1 + 0.3 + 2 * 0.4) - 3 * Math.tanh(-0.2 + 3 * 0.3 - 0.4);
        controller.act(new double[] {0.3, 0.4}, output);
        assertThat(output[0]).isCloseTo(expected, within(1e-15));
        controller.act(new double[] {0.3, 0.4}, output);
        assertThat(output[0]).as("remembers nothing").isCloseTo(expected, within(1e-15));
    }

    @Test
    void deeperAndWiderThanItsInputs() {
        SearchContext.NetworkShape deep = new SearchContext.NetworkShape(List.of(3, 5), Squash.RELU);
        int count = LayeredController.box(deep, 1, 2).size();
        assertThat(count).isEqualTo(3 * 2 + 5 * 4 + 2 * 6);
        double[] weights = new double[count];
        weights[count - 12] = 7;
        double[] output = new double[2];
        new LayeredController(deep, 1, 2, weights).act(new double[] {9}, output);
        assertThat(output).containsExactly(7, 0);
    }

    @Test
    void otherNumbersOfWeightsAreRefused() {
        assertThatThrownBy(() -> new LayeredController(TWO, 2, 1, new double[8]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected 9");
    }
}
