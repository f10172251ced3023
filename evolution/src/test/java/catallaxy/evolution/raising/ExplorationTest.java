package catallaxy.evolution.raising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.evolution.space.Parameter;
import catallaxy.evolution.space.Parameter.Choice;
import catallaxy.evolution.space.Parameter.Real;
import catallaxy.evolution.space.Parameter.Scale;
import catallaxy.evolution.space.Parameter.Whole;
import catallaxy.evolution.space.ParameterSpace;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplorationTest {
    private static final Exploration FIFTH = new Exploration(0.2, 0);

    /** Where numbers go that begin at one, a thousand times. */
    private static List<Double> moved(Exploration exploration, Parameter parameter, double number) {
        RandomStream random = RandomStream.of(1, "exploration");
        List<Double> moved = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            double[] point = {parameter.place(number)};
            moved.add(parameter.number(exploration.of(point, ParameterSpace.of(parameter), random)[0]));
        }
        return moved;
    }

    @Test
    void numbersAreMultipliedOnEveryScale() {
        for (Scale scale : Scale.values()) {
            List<Double> moved = moved(FIFTH, new Real("x", 0.1, 10, scale), 2);
            assertThat(moved).allSatisfy(each -> assertThat(Math.abs(each - 2)).isCloseTo(0.4, within(1e-9)));
            assertThat(moved.stream().filter(each -> each > 2).count()).isBetween(430L, 570L);
        }
    }

    @Test
    void whatLeavesItsEndsStopsThere() {
        assertThat(moved(FIFTH, new Real("x", 0.1, 10, Scale.LINEAR), 10)).contains(10.0, 8.0);
        assertThat(moved(FIFTH, new Real("x", 0, 10, Scale.LINEAR), 0)).containsOnly(0.0);
    }

    @Test
    void wholeNumbersMoveByOneAtLeast() {
        assertThat(moved(FIFTH, new Whole("n", 1, 100, Scale.LOGARITHMIC), 2)).containsOnly(1.0, 3.0);
        assertThat(moved(FIFTH, new Whole("n", 1, 100, Scale.LINEAR), 1)).containsOnly(1.0, 2.0);
        assertThat(moved(FIFTH, new Whole("n", 1, 100, Scale.LINEAR), 50)).containsOnly(40.0, 60.0);
    }

    @Test
    void wordsChangeForOneBesideThem() {
        Choice choice = new Choice("w", List.of("a", "b", "c", "d"));
        assertThat(moved(FIFTH, choice, 1)).containsOnly(0.0, 2.0);
        assertThat(moved(FIFTH, choice, 3)).containsOnly(2.0, 3.0);
    }

    @Test
    void whatIsDrawnAnewLiesAnywhere() {
        List<Double> moved = moved(new Exploration(0, 1), new Real("x", 0, 10, Scale.LINEAR), 5);
        assertThat(moved.stream().mapToDouble(each -> each).average().orElseThrow())
                .isCloseTo(5, within(0.3));
        assertThat(moved.stream().filter(each -> each < 1).count()).isBetween(60L, 140L);
    }

    @Test
    void nothingChangesIfNothingIsTo() {
        assertThat(moved(new Exploration(0, 0), new Real("x", 0, 10, Scale.LINEAR), 5))
                .containsOnly(5.0);
    }
}
